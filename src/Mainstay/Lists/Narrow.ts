// Beside the list, a tick narrows it at once; what was ticked keeps the focus, and the page its place.
const wide = matchMedia("(min-width: 64.001rem)");
let ticked: { name: string; value: string; top: number } | undefined;

document.addEventListener("change", event => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.form?.matches("[data-narrow]") || !wide.matches) return;
  ticked = { name: box.name, value: box.value, top: scrollY };
  box.form.requestSubmit();
});

document.addEventListener("turbo:load", () => {
  const was = ticked;
  ticked = undefined;
  if (!was) return;
  scrollTo(0, was.top);
  const boxes = document.querySelectorAll<HTMLInputElement>('input[type="checkbox"][form="narrow"]');
  [...boxes].find(box => box.name === was.name && box.value === was.value)?.focus({ preventScroll: true });
});

export {};
