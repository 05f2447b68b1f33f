// Keeps Mainstay readable without a network: the files that never change, a page that says so, and the last Today. Nothing else is kept.
declare const self: ServiceWorkerGlobalScope;
declare const VERSION: string;

const files = `files-${VERSION}`, personal = "personal", shared = "shared", offline = "/offline", today = "/";

self.addEventListener("install", event => event.waitUntil(prepare()));
self.addEventListener("activate", event => event.waitUntil(tidy()));

self.addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && url.pathname === "/sign-out") event.waitUntil(Promise.all([caches.delete(personal), caches.delete(shared)]));
  if (request.method === "POST" && url.pathname === "/share") event.respondWith(share(request));
  if (request.method !== "GET") return;
  if (url.pathname.startsWith("/assets/") && url.searchParams.has("v")) event.respondWith(file(request));
  else if (isPage(request)) event.respondWith(page(event, url));
});

const isPage = (request: Request) => request.mode === "navigate" || (request.headers.get("accept") ?? "").includes("text/html");

/** The page without a network, and all that it is drawn with. It is asked for as a stranger, for nothing of anybody's belongs in it. */
async function prepare(): Promise<void> {
  const answer = await fetch(offline, { credentials: "omit", cache: "no-store" });
  if (!answer.ok) throw new Error(`${offline} answered ${answer.status}`);
  const html = await answer.clone().text();
  const cache = await caches.open(files);
  await cache.put(offline, answer);
  await cache.addAll([...new Set([...html.matchAll(/\/assets\/[^"#\s]+\?v=[^"#\s]+/g)].map(m => m[0]))]);
  await self.skipWaiting();
}

async function tidy(): Promise<void> {
  for (const name of await caches.keys()) if (name !== files && name !== personal && name !== shared) await caches.delete(name);
  await self.clients.claim();
}

async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(files)).put(request, answer.clone());
  return answer;
}

async function page(event: FetchEvent, url: URL): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    if (url.pathname === today) event.waitUntil(url.search === "" ? keep(answer.clone()) : keepToday());
    return answer;
  } catch {
    const cache = await caches.open(personal);
    const kept = url.pathname === today ? await cache.match(today) : undefined;
    if (kept) return marked(kept);
    return await caches.match(offline) ?? Response.error();
  }
}

/** Who is sent elsewhere is not signed in any more: what was kept for them goes. */
async function keep(answer: Response): Promise<void> {
  if (answer.type === "opaqueredirect" || answer.redirected || answer.status === 401 || answer.status === 403) await caches.delete(personal);
  else if (answer.ok) await (await caches.open(personal)).put(today, answer);
}

/** Something was done there: what is kept shall know it. */
async function keepToday(): Promise<void> {
  try {
    await keep(await fetch(today, { headers: { accept: "text/html" } }));
  } catch { /* without a network it stays as it was */ }
}

/** The page says by itself that it is not of this moment. */
async function marked(kept: Response): Promise<Response> {
  const html = (await kept.text()).replace("<html ", "<html data-offline ");
  return new Response(html, { status: 200, headers: kept.headers });
}

/** What another application hands over: a file is kept until the page that takes files asks for it, a text is read as a line. */
async function share(request: Request): Promise<Response> {
  const form = await request.formData(), file = form.get("file");
  if (file instanceof File && file.size > 0) {
    const headers = { "content-type": file.type || "text/vcard", "x-name": encodeURIComponent(file.name) };
    await (await caches.open(shared)).put("/share", new Response(file, { headers }));
    return Response.redirect("/import?shared", 303);
  }
  const note = ["title", "text", "url"].map(name => form.get(name)).filter(text => typeof text === "string" && text !== "").join("\n");
  return Response.redirect(`/capture?line=${encodeURIComponent(note)}`, 303);
}

export {};
