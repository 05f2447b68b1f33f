// Files dropped anywhere on the page are chosen; what is too large is said before it travels. And what is underway is followed.
import { visit } from "@hotwired/turbo";

const pause = 700;

const zone = () => document.querySelector<HTMLElement>("[data-drop]");
const field = () => zone()?.querySelector<HTMLInputElement>("input[type=file]") ?? null;

const bringsFiles = (event: DragEvent) => zone() !== null && (event.dataTransfer?.types.includes("Files") ?? false);

document.addEventListener("dragover", event => {
  if (!bringsFiles(event)) return;
  event.preventDefault();
  zone()?.setAttribute("data-over", "");
});

for (const end of ["dragleave", "drop"] as const) document.addEventListener(end, () => zone()?.removeAttribute("data-over"));

document.addEventListener("drop", event => {
  const input = field();
  if (!input || !bringsFiles(event) || !event.dataTransfer?.files.length) return;
  event.preventDefault();
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("change", event => {
  if (event.target === field()) show();
});

document.addEventListener("submit", event => {
  const input = field();
  if (!input || !(event.target as HTMLElement).contains(input)) return;
  if (isTooLarge()) event.preventDefault();
}, true);

function show(): void {
  const [place, input] = [zone(), field()];
  const list = place?.querySelector("[data-chosen]");
  if (!place || !input || !list) return;
  list.replaceChildren(...[...(input.files ?? [])].map(file => {
    const line = document.createElement("li");
    const size = document.createElement("small");
    size.textContent = ` ${inWords(file.size)}`;
    line.append(file.name, size);
    return line;
  }));
  say(isTooLarge() ? place.dataset.tooLarge ?? "" : "");
  if (input.files?.length) input.form?.querySelector<HTMLButtonElement>("button:not([type=button])")?.focus();
}

function isTooLarge(): boolean {
  const bytes = [...(field()?.files ?? [])].reduce((sum, file) => sum + file.size, 0);
  return bytes > Number(zone()?.dataset.most);
}

function say(sentence: string): void {
  const problem = zone()?.querySelector<HTMLElement>("[data-problem]");
  if (!problem) return;
  problem.hidden = sentence === "";
  problem.querySelector("span")!.textContent = sentence;
  zone()!.toggleAttribute("data-wrong", sentence !== "");
}

function inWords(bytes: number): string {
  const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
  const size = bytes / (bytes < 1_000_000 ? 1_000 : 1_000_000);
  return size.toLocaleString(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: size < 10 ? 1 : 0 });
}

let following = 0;

/** Fetches the page again and again and shows how far it is; when it is another page, goes there. */
async function follow(): Promise<void> {
  const mine = ++following;
  const address = location.href;
  while (mine === following && document.querySelector("[data-follow]")) {
    await new Promise(done => setTimeout(done, pause));
    if (mine !== following || location.href !== address) return;
    const answer = await fetch(address, { headers: { Accept: "text/html", "X-Turbo-Request-Id": "follow" }, redirect: "manual" }).catch(() => null);
    if (!answer) continue;
    const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const there = page?.querySelector("[data-follow]");
    const here = document.querySelector("[data-follow]");
    if (mine !== following || !here) return;
    if (!there || page?.title !== document.title) return visit(address, { action: "replace" });
    update(here, there);
  }
}

/** Only what says something else now. */
function update(here: Element, there: Element): void {
  const [bar, next] = [here.querySelector("progress"), there.querySelector("progress")];
  const [text, said] = [here.querySelector("p"), there.querySelector("p")];
  if (text && said && text.textContent !== said.textContent) text.textContent = said.textContent;
  if (!bar || !next) return;
  if (next.hasAttribute("value")) bar.value = next.value;
  else bar.removeAttribute("value");
}

document.addEventListener("turbo:load", () => void follow());

export {};
