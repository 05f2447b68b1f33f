// What is sent without a network is not lost: the form stays as it is, and says so. And the program can be read without one.
function say(): void {
  const words = document.querySelector<HTMLElement>("#offline");
  if (!words) return;
  document.documentElement.dataset.unsent = "";
  words.textContent = words.dataset.unsent!;
}

function done(): void {
  delete document.documentElement.dataset.unsent;
}

document.addEventListener("turbo:fetch-request-error", event => {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  say();
});
document.addEventListener("turbo:submit-end", event => {
  if ((event as CustomEvent<{ success: boolean }>).detail.success) done();
});
addEventListener("online", () => {
  done();
  navigator.serviceWorker?.controller?.postMessage("send");
});

if ("serviceWorker" in navigator) addEventListener("load", () => void navigator.serviceWorker.register("/worker.js"));

export {};
