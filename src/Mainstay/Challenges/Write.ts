// Keeps what is written while it is typed, so that nothing is lost when the page is left in the middle of a sentence. Without it, a button does.
const wait = 800;
let timer = 0;
let saving: Promise<boolean> = Promise.resolve(true);

const writing = () => document.querySelector<HTMLFormElement>("form[data-writing]");

/** It was typed since it was last kept, here or before the page came back with what was wrong. */
const isTyped = (field: HTMLTextAreaElement) => field.value !== field.defaultValue || field.dataset.unkept !== undefined;

/** A second window must not put back what stood there before: the rest is not sent. */
const typed = (form: HTMLFormElement) => [...form.querySelectorAll("textarea")].filter(isTyped);

/** One after the other, so that what was typed last is what stays; a page that is left cannot wait. */
function keep(form: HTMLFormElement, leaving = false): Promise<boolean> {
  clearTimeout(timer);
  return saving = leaving ? send(form, true) : saving.then(() => send(form, false));
}

async function send(form: HTMLFormElement, leaving: boolean): Promise<boolean> {
  const fields = typed(form).map(field => ({ field, value: field.value }));
  if (fields.length === 0) return true;
  const status = form.querySelector<HTMLElement>("[data-written]");
  const body = new URLSearchParams([...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")].map(one => [one.name, one.value]));
  for (const { field, value } of fields) body.set(field.name, value);
  body.set("quietly", "on");
  let kept = false;
  try {
    // A browser lets a page that is left send 64 KB at most; what is longer was kept a moment before.
    kept = (await fetch(form.action, { method: "POST", body, keepalive: leaving && body.toString().length < 60_000 })).status === 204;
  } catch {
    // no network: the words below say so
  }
  if (kept) for (const { field, value } of fields) {
    field.defaultValue = value;
    delete field.dataset.unkept;
  }
  if (status) status.textContent = kept ? status.dataset.kept! : status.dataset.lost!;
  return kept;
}

document.addEventListener("input", event => {
  const form = (event.target as Element).closest<HTMLFormElement>("form[data-writing]");
  if (!form || !(event.target instanceof HTMLTextAreaElement)) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => void keep(form), wait);
});

/** What was not typed here is not sent: another window may have written it meanwhile. */
document.addEventListener("formdata", event => {
  const form = event.target as HTMLFormElement;
  if (form !== writing()) return;
  for (const field of form.querySelectorAll("textarea")) if (!isTyped(field)) event.formData.delete(field.name);
});

/** Whatever else is pressed on the page waits until what was typed is kept; what is pressed twice is done once. */
document.addEventListener("submit", event => {
  const form = event.target as HTMLFormElement, writes = writing();
  if (form.dataset.single && form.dataset.sent) return event.preventDefault();
  // What could not be kept holds nobody: pressed again, it is done. What shuts it or only looks elsewhere never waits.
  if (!writes || form === writes || form.dataset.ready || form.method !== "post" || form.action.endsWith("/shut")) {
    if (form === writes) clearTimeout(timer);
    if (form.dataset.single) form.dataset.sent = "on";
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  // A form that is still told of one press takes no other: with nothing to keep, that would be this very moment.
  void keep(writes).then(kept => setTimeout(() => {
    form.dataset.ready = "on";
    if (!kept) return writes.querySelector("[data-written]")?.scrollIntoView({ block: "center" });
    form.requestSubmit(event.submitter as HTMLElement | null);
    delete form.dataset.ready;
  }));
}, true);

const leave = () => { const form = writing(); if (form) void keep(form, true); };
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
window.addEventListener("pagehide", leave);
document.addEventListener("turbo:before-visit", leave);
