// Reads the line while it is typed, and shows the reading below it. Without it, a button does.
const wait = 300;
let timer = 0;
let asking: AbortController | undefined;

const field = () => document.querySelector<HTMLTextAreaElement>("form[data-capture] textarea");

async function read(input: HTMLTextAreaElement): Promise<void> {
  asking?.abort();
  const shown = document.getElementById("reading");
  if (!shown || input.value.trim() === "") return void shown?.replaceChildren();
  asking = new AbortController();
  try {
    const answer = await fetch(input.form!.action, { method: "POST", body: new URLSearchParams(new FormData(input.form!) as unknown as Record<string, string>), headers: { Accept: "text/html" }, signal: asking.signal });
    if (!answer.ok && answer.status !== 422) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    shown.replaceChildren(...(page.getElementById("reading")?.childNodes ?? []));
  } catch {
    // typed on, or no network: the button says so
  }
}

document.addEventListener("input", event => {
  if (event.target !== field()) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => void read(event.target as HTMLTextAreaElement), wait);
});

/** Enter keeps what is shown, when it is what was typed; else it reads. */
document.addEventListener("keydown", event => {
  const input = field();
  if (event.target !== input || !input || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  const kept = document.querySelector<HTMLFormElement>("#reading form");
  if (kept && kept.querySelector<HTMLInputElement>("input[name=line]")?.value === input.value) kept.requestSubmit();
  else input.form?.requestSubmit();
});

/** A line that came with the page, shared from elsewhere, is read at once. */
function begin(): void {
  const input = field();
  if (input && input.value.trim() !== "" && document.getElementById("reading")?.childElementCount === 0) void read(input);
}

document.addEventListener("turbo:load", begin);

export {};
