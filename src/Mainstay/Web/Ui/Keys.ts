// Keys that lead somewhere: never while somebody types, and those of one letter only as long as they are wanted (WCAG 2.1.4).
import { visit } from "@hotwired/turbo";
import { openPalette } from "./Palette";

const unwanted = "mainstay-no-single-keys";

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file], [type=range])");
}

function search(): void {
  const field = [...document.querySelectorAll<HTMLInputElement>("main [data-search], .rail [data-search]")].find(one => one.checkVisibility());
  if (!field) openPalette();
  else {
    field.focus();
    field.select();
  }
}

function open(id: string): boolean {
  if (id === "palette") return openPalette();
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement)) return false;
  dialog.showModal();
  return true;
}

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") openPalette();
  else if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(unwanted)) return;
  else if (event.key === "/") search();
  else if (event.key === "?") open("keys");
  else {
    const leads = document.querySelector<HTMLElement>(`:is(#palette, main) [data-key="${CSS.escape(event.key)}"]`), href = leads?.dataset.href ?? leads?.getAttribute("href");
    if (!href) return;
    visit(href);
  }
  event.preventDefault();
});

document.addEventListener("click", event => {
  const opener = (event.target as Element).closest<HTMLElement>("[data-opens]");
  if (opener && open(opener.dataset.opens!)) event.preventDefault();
});

document.addEventListener("change", event => {
  const wanted = event.target as HTMLInputElement;
  if (!wanted.matches("[data-single-keys]")) return;
  if (wanted.checked) localStorage.removeItem(unwanted);
  else localStorage.setItem(unwanted, "1");
});

/** The switch says how it is, and keys are called as on this keyboard. */
function begin(): void {
  for (const wanted of document.querySelectorAll<HTMLInputElement>("[data-single-keys]")) wanted.checked = !localStorage.getItem(unwanted);
  if (/Mac|iP(hone|ad)/.test(navigator.platform)) for (const key of document.querySelectorAll<HTMLElement>("[data-mod]")) key.textContent = key.dataset.mod!;
}

document.addEventListener("turbo:load", begin);
document.addEventListener("turbo:render", begin);
