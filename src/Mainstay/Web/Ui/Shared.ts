// A file that another application handed over is put where files are chosen, as if somebody had chosen it.
async function take(): Promise<void> {
  const url = new URL(location.href), input = document.querySelector<HTMLInputElement>("main input[type=file]");
  if (!url.searchParams.has("shared") || !input) return;
  url.searchParams.delete("shared");
  history.replaceState(history.state, "", url);
  const cache = await caches.open("shared"), kept = await cache.match("/share");
  if (!kept) return;
  await cache.delete("/share");
  const file = new File([await kept.blob()], decodeURIComponent(kept.headers.get("x-name") ?? "shared.vcf"), { type: kept.headers.get("content-type") ?? "" });
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("turbo:load", () => void take());

export {};
