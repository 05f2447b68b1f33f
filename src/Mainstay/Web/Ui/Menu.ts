// A menu closes when one goes elsewhere: by Escape, by a tap beside it, or when the focus leaves it.
const opened = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");

document.addEventListener("pointerdown", event => {
  for (const menu of opened()) if (!menu.contains(event.target as Node)) menu.open = false;
});

document.addEventListener("focusin", event => {
  for (const menu of opened()) if (!menu.contains(event.target as Node)) menu.open = false;
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const menu of opened()) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});

export {};
