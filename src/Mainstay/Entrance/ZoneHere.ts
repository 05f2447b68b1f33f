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
  if (document.readyState !== "complete") return; // the browser may still put back what they chose before they left the page; pageshow comes after that
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-zone-here]")) {
    delete select.dataset["zoneHere"]; // once: what they choose after that stays, also when they come back to the page
    const options = [...select.options];
    if ((options.find(o => o.defaultSelected) ?? options[0])?.selected === false) continue; // another than the page proposed stands there: theirs
    const option = [here, renamed[here]].map(zone => options.find(o => o.value === zone)).find(o => o);
    if (option) option.selected = true;
  }
};

document.addEventListener("turbo:load", fill);
addEventListener("pageshow", fill);

export {};
