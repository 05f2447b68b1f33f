// Keeps what is written while it is typed, so that nothing is lost when the page is left in the middle of a sentence. Without it, a button does.
const wait = 800;
let timer = 0;
let waiting: HTMLFormElement | undefined;

async function keep(form: HTMLFormElement, leaving = false): Promise<void> {
  clearTimeout(timer);
  waiting = undefined;
  const status = form.querySelector<HTMLElement>("[data-written]");
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  body.set("quietly", "on");
  try {
    // A browser lets a page that is left send 64 KB at most; what is longer was kept a moment before.
    const answer = await fetch(form.action, { method: "POST", body, keepalive: leaving && body.toString().length < 60_000 });
    if (status) status.textContent = answer.status === 204 ? status.dataset.kept! : status.dataset.lost!;
  } catch {
    if (status) status.textContent = status.dataset.lost!;
  }
}

document.addEventListener("input", event => {
  const form = (event.target as Element).closest<HTMLFormElement>("form[data-writing]");
  if (!form || (event.target as HTMLInputElement).type === "password") return;
  waiting = form;
  clearTimeout(timer);
  timer = window.setTimeout(() => void keep(form), wait);
});

const leave = () => { if (waiting) void keep(waiting, true); };
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
window.addEventListener("pagehide", leave);
document.addEventListener("turbo:before-visit", leave);
