// One line to go anywhere: places and what can be done, by their names, and people and organizations, by whatever was written of them.
import { visit } from "@hotwired/turbo";

type Found = { kind: string; title: string; subtitle: string | null; snippet: string | null; href: string };

const pause = 120, most = 8;
let waiting: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;

const palette = () => document.querySelector<HTMLDialogElement>("#palette");
const field = () => palette()?.querySelector("input") ?? null;
const options = () => [...(palette()?.querySelectorAll<HTMLElement>("[role=option]:not([hidden])") ?? [])];
const chosen = () => palette()?.querySelector<HTMLElement>("[role=option][aria-selected=true]:not([hidden])") ?? null;

/** False where there is none, so that a link does what it says. */
export function openPalette(): boolean {
  const dialog = palette();
  if (!dialog) return false;
  makeOptions(dialog);
  dialog.showModal();
  const input = field();
  if (input) input.value = "";
  narrow();
  input?.focus();
  return true;
}

/** What each line is to a reader of screens, its parts and its picture, are put here once, not in every page that is sent. */
function makeOptions(dialog: HTMLElement): void {
  for (const [i, line] of dialog.querySelectorAll<HTMLElement>("ul > li:not([role])").entries()) {
    if (line.dataset.icon) makePlace(dialog, line, line.dataset.icon);
    line.id = `palette-${i}`;
    line.role = "option";
    line.ariaSelected = "false";
  }
}

function makePlace(dialog: HTMLElement, line: HTMLElement, icon: string): void {
  const name = document.createElement("span");
  name.className = "what";
  name.append(...line.childNodes);
  line.append(name);
  const picture = dialog.querySelector("template")?.content.querySelector("svg")?.cloneNode(true);
  if (picture) line.prepend(drawn(picture as SVGElement, icon));
  if (!line.dataset.key) return;
  const key = document.createElement("kbd");
  key.textContent = line.dataset.key;
  line.append(key);
}

function narrow(): void {
  const typed = field()?.value.trim() ?? "";
  forget();
  say("");
  for (const option of palette()?.querySelectorAll<HTMLElement>("[data-icon]") ?? []) option.hidden = !begins(option.querySelector(".what")?.textContent ?? "", typed);
  for (const everything of palette()?.querySelectorAll<HTMLElement>("[data-everything]") ?? []) {
    everything.hidden = typed === "";
    const named = everything.querySelector("b")!;
    named.textContent = named.dataset.quoted!.replace("{0}", () => typed);
    everything.dataset.href = `${everything.dataset.href!.split("?")[0]}?q=${encodeURIComponent(typed)}`;
  }
  choose(options()[0]);
  clearTimeout(waiting);
  asking?.abort();
  if (typed !== "") waiting = setTimeout(() => void ask(typed), pause);
}

async function ask(typed: string): Promise<void> {
  asking = new AbortController();
  try {
    const answer = await fetch(`/api/search?q=${encodeURIComponent(typed)}&limit=${most}`, { headers: { accept: "application/json" }, signal: asking.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    show((await answer.json() as { results: Found[] }).results);
  } catch (failure) {
    if ((failure as Error).name !== "AbortError") say(palette()?.querySelector<HTMLElement>("[role=status]")?.dataset.failed ?? "");
  }
}

/** Above the last lines, which look further; what was chosen with the arrows stays chosen. */
function show(found: Found[]): void {
  const first = options()[0] === chosen();
  forget();
  const last = palette()?.querySelector("[data-everything]");
  for (const [i, one] of found.entries()) {
    const template = palette()?.querySelector("template");
    const option = (template?.content.firstElementChild?.cloneNode(true) ?? null) as HTMLElement | null;
    if (!option) continue;
    if (one.kind !== "person") drawn(option.querySelector("svg")!, one.kind);
    option.id = `palette-found-${i}`;
    option.dataset.href = one.href;
    option.dataset.answer = "";
    option.querySelector("bdi")!.textContent = one.title;
    option.querySelector("small")!.textContent = one.snippet ?? one.subtitle ?? "";
    last?.before(option);
  }
  if (found.length === 0 && options().every((option) => "everything" in option.dataset)) say(palette()?.querySelector<HTMLElement>("[role=status]")?.dataset.nothing ?? "");
  if (first || !chosen()) choose(options()[0]);
}

/** The same picture with another drawing of icons.json in it. */
function drawn(picture: SVGElement, name: string): SVGElement {
  const use = picture.querySelector("use");
  use?.setAttribute("href", (use.getAttribute("href") ?? "").replace(/#.*/, `#${name}`));
  return picture;
}

function forget(): void {
  for (const option of palette()?.querySelectorAll("[data-answer]") ?? []) option.remove();
}

function choose(option: HTMLElement | undefined): void {
  for (const other of palette()?.querySelectorAll("[role=option]") ?? []) other.setAttribute("aria-selected", String(other === option));
  if (option) field()?.setAttribute("aria-activedescendant", option.id);
  else field()?.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

function step(by: number): void {
  const all = options(), at = all.indexOf(chosen()!);
  choose(all[(at + by + all.length) % all.length]);
}

function go(option: HTMLElement | null): void {
  if (!option?.dataset.href) return;
  palette()?.close();
  visit(option.dataset.href);
}

function say(words: string): void {
  const status = palette()?.querySelector("[role=status]");
  if (status) status.textContent = words;
}

/** Whether every word that was typed begins a word of the text; accents and capitals do not matter. */
function begins(text: string, typed: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  return plain(typed).split(/\s+/).every(part => words.some(word => word.startsWith(part)));
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

document.addEventListener("input", event => {
  if (event.target === field()) narrow();
});

document.addEventListener("keydown", event => {
  if (event.target !== field() || event.isComposing) return;
  if (event.key === "ArrowDown") step(1);
  else if (event.key === "ArrowUp") step(-1);
  else if (event.key === "Enter") go(chosen());
  else return;
  event.preventDefault();
});

document.addEventListener("click", event => {
  const target = event.target as Element;
  if (target === palette()) palette()?.close();
  else go(target.closest<HTMLElement>("#palette [role=option]"));
});
