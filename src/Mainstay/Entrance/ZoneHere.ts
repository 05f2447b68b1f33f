// The time zone of whoever makes an account: the one their browser is in, until they choose another.

// What browsers still call by an earlier name.
const renamed: Record<string, string> = {
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Etc/UTC": "UTC",
  "Europe/Kiev": "Europe/Kyiv",
  UTC: "Etc/UTC",
};

const fill = () => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-zone-here]")) {
    delete select.dataset["zoneHere"]; // once: what they choose after that stays, also when they come back to the page
    const option = [here, renamed[here]].map(zone => [...select.options].find(o => o.value === zone)).find(o => o);
    if (option) option.selected = true;
  }
};

document.addEventListener("turbo:load", fill);

export {};
