// Keeps Mainstay readable without a network: the files that never change, a page that says so, and the last Today. Nothing else is kept but what is jotted down until it is sent.
import { answer, ask, canJot, isJotting, jot, leave, send, shell } from "./jot";

declare const self: ServiceWorkerGlobalScope;
declare const VERSION: string;

const files = `files-${VERSION}`, personal = "personal", shared = "shared", offline = "/offline", today = "/", leaving = "/sign-out";

self.addEventListener("install", event => event.waitUntil(prepare()));
self.addEventListener("activate", event => event.waitUntil(tidy()));
self.addEventListener("message", event => event.waitUntil(send()));
self.addEventListener("sync", event => (event as ExtendableEvent).waitUntil(send()));

self.addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && url.pathname === leaving) event.respondWith(leave(request, () => Promise.all([caches.delete(personal), caches.delete(shared)])));
  if (request.method === "POST" && isJotting(request, url.pathname)) event.respondWith(jot(request, url.pathname));
  if (request.method === "POST" && url.pathname === "/share") event.respondWith(share(request));
  if (request.method !== "GET") return;
  if (url.pathname.startsWith("/assets/") && url.searchParams.has("v")) event.respondWith(file(request));
  else if (isPage(request)) event.respondWith(page(event, url));
});

const isPage = (request: Request) => request.mode === "navigate" || (request.headers.get("accept") ?? "").includes("text/html");

async function prepare(): Promise<void> {
  const cache = await caches.open(files);
  for (const page of [offline, shell]) await hold(cache, page);
  await self.skipWaiting();
}

/** A page without a network, and all that it is drawn with. It is asked for as a stranger, for nothing of anybody's belongs in it. */
async function hold(cache: Cache, page: string): Promise<void> {
  const answered = await fetch(page, { credentials: "omit", cache: "no-store" });
  if (!answered.ok) throw new Error(`${page} answered ${answered.status}`);
  const html = await answered.clone().text();
  await cache.put(page, answered);
  for (const [file] of html.matchAll(/\/assets\/[^"#\s]+\?v=[^"#\s]+/g)) if (!await cache.match(file)) await cache.add(file);
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
  if (url.pathname === shell) return await held(shell) ?? fetch(event.request);
  const asked = fetch(event.request), answered = canJot(url.pathname) ? await answer(asked) : await asked.catch(() => undefined);
  if (answered) {
    if (url.pathname === today) event.waitUntil(url.search === "" ? keep(answered.clone()) : keepToday());
    event.waitUntil(send());
    return url.pathname === leaving && answered.ok ? anew(answered) : answered;
  }
  const kept = url.pathname === today ? await (await caches.open(personal)).match(today) : undefined;
  if (kept) return marked(kept);
  return await held(canJot(url.pathname) ? shell : offline) ?? Response.error();
}

async function held(page: string): Promise<Response | undefined> {
  const kept = await caches.match(page);
  return kept && anew(kept);
}

/** As an answer to whatever was asked, and not to the address from which it came: who was led on by the worker can tell that they were. */
const anew = (answered: Response): Response => new Response(answered.body, { status: answered.status, headers: answered.headers });

/** Who is sent elsewhere is not signed in any more: what was kept for them goes. */
async function keep(answer: Response): Promise<void> {
  if (answer.type === "opaqueredirect" || answer.redirected || answer.status === 401 || answer.status === 403) await Promise.all([caches.delete(personal), ask()]);
  else if (answer.ok) await Promise.all([(await caches.open(personal)).put(today, answer), ask()]);
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
