// A page that comes without being loaded anew is told to who listens, and the focus is where it begins: at what is wrong in a form, else at the page,
// unless a page has put it already where somebody was.
let first = true;

function arrive(): void {
  if (first) {
    first = false;
    document.querySelector<HTMLElement>("main [aria-invalid=true]")?.focus();
    return;
  }
  const main = document.getElementById("main");
  const wrong = document.querySelector<HTMLElement>("main [aria-invalid=true]");
  const region = document.getElementById("arrival");
  if (region) region.textContent = document.title;
  if (wrong) wrong.focus();
  else if (!main?.contains(document.activeElement) && !document.querySelector("main [autofocus]") && !location.hash) main?.focus({ preventScroll: true });
}

let due = false;
/** A visit renders and loads; a form that has to be looked at again only renders. */
function soon(): void {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    arrive();
  });
}

document.addEventListener("turbo:load", soon);
document.addEventListener("turbo:render", soon);

export {};
