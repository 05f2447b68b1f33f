// Says what was done to those who listen, and lets it go after a while, unless there is something to take back.
const longEnough = 8_000, leaving = 300;

function begin(): void {
  const toast = document.querySelector<HTMLElement>("[data-toast]:not([data-begun])");
  if (!toast) return;
  toast.dataset.begun = "";
  forget();
  announce(toast);
  toast.querySelector("[data-close]")?.addEventListener("click", event => {
    event.preventDefault();
    event.stopPropagation();
    leave(toast);
  });
  if (!toast.querySelector("form")) setTimeout(() => letGo(toast), longEnough);
}

/** Loaded again, the page does not say it again. */
function forget(): void {
  const here = new URL(location.href);
  for (const name of ["said", "undo", "aside", "did", "undone"]) here.searchParams.delete(name);
  history.replaceState(history.state, "", here);
}

/** A live region speaks only of what changes in it. */
function announce(toast: HTMLElement): void {
  const words = toast.querySelector("p");
  const text = words?.textContent ?? "";
  if (!words) return;
  words.textContent = "";
  requestAnimationFrame(() => (words.textContent = text));
}

function letGo(toast: HTMLElement): void {
  if (toast.matches(":hover, :focus-within")) setTimeout(() => letGo(toast), longEnough);
  else leave(toast);
}

function leave(toast: HTMLElement): void {
  toast.dataset.leaving = "";
  setTimeout(() => toast.remove(), leaving);
}

document.addEventListener("turbo:load", begin);
document.addEventListener("turbo:render", begin);

export {};
