// Sends what was jotted down without a network, and keeps what a form could not send. The server counts the same key once, so that a lost answer or two senders do no harm.
import { alone, forget, key, learn, learnt, put, remove, waiting, type Jotting, type Known, type Sent } from "../../Capture/Outbox";

declare const self: ServiceWorkerGlobalScope;

const away = [502, 503, 504], patience = 6_000;

/** Forms of which what was typed is kept. */
const met = /^\/gatherings\/([0-9a-f-]{36})\/met$/, line = /^\/capture(\/keep)?$/;

/** Pages in whose place something can be jotted down. */
const places = /^\/(capture|touches\/new|gatherings\/[0-9a-f-]{36}(\/capture)?)$/;

export const shell = "/capture/offline";

export const canJot = (path: string): boolean => places.test(path);

/** Forms only: the reading below the line, which is asked for while somebody types, is no reason to keep anything. */
export const isJotting = (request: Request, path: string): boolean => met.test(path) || (line.test(path) && (path.endsWith("/keep") || request.mode === "navigate"));

/** The answer, when one comes before somebody at a loud place loses patience. */
export async function answer(asked: Promise<Response>): Promise<Response | undefined> {
  try {
    return await Promise.race([asked, new Promise<undefined>(done => setTimeout(done, patience))]);
  } catch {
    return undefined;
  }
}

/** Sends a form; what cannot be sent is kept, and its page leads on to where that is said. */
export async function jot(request: Request, path: string): Promise<Response> {
  const typed = request.clone(), sent = await answer(fetch(request));
  if (sent && !away.includes(sent.status)) return sent;
  const form = await typed.formData(), one = read(form, path, (await learnt())?.account);
  if (!one) return sent ?? Response.error();
  await put(one);
  await remind();
  return Response.redirect(`${shell}?${new URLSearchParams(one.gathering ? { gathering: one.gathering, kept: one.id } : { kept: one.id })}`, 303);
}

/** The server takes no more letters than this. */
const most = 20_000;

/** What is no part of a reading. */
const apart = ["line", "once", "back", "__RequestVerificationToken"];

/** The reading of a line as it was changed before it was kept, for the server to keep it just so. One that is too long is left out, and the line waits to be looked at. */
function changes(form: FormData): { changes?: string } {
  const kept = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string" && !apart.includes(name)) kept.append(name, value);
  const said = kept.toString();
  return said.length > most ? {} : { changes: said };
}

function read(form: FormData, path: string, account: string | undefined): Jotting | undefined {
  const text = (name: string) => { const typed = form.get(name); return typeof typed === "string" && typed.trim() !== "" ? typed.trim() : undefined; };
  const gathering = met.exec(path)?.[1], named = gathering ? ["who", "about", "promised", "promisedToMe"] : ["line"], person = text("person");
  if (!account || !text(named[0]!)) return undefined;
  const one: Jotting = { id: text("once") ?? key(), account, at: new Date().toISOString() };
  return Object.assign(one, Object.fromEntries(named.map(name => [name, text(name)]).filter(([, value]) => value !== undefined)), gathering ? { gathering } : {}, gathering && person && person !== "new" ? { person } : {}, path.endsWith("/keep") ? changes(form) : {});
}

/** Asks the browser to wake the worker when there is a network again, where it can. */
async function remind(): Promise<void> {
  try {
    await (self.registration as unknown as { sync?: { register(tag: string): Promise<void> } }).sync?.register("outbox");
  } catch { /* refused: the next page sends it */ }
}

let sending: Promise<void> | undefined;

/** Sends all that waits, one at a time. Asked while it does so, it is the same sending. */
export const send = (): Promise<void> => sending ??= alone(sendAll).catch(() => undefined).finally(() => { sending = undefined; });

async function sendAll(): Promise<void> {
  if ((await waiting()).length === 0) return;
  const token = await ask();
  if (!token) return tell({ sent: 0, waiting: 0, left: (await waiting()).length });
  const { account } = (await learnt())!, said: Sent = { sent: 0, waiting: 0, left: 0 };
  for (const one of (await waiting()).filter(w => w.account === account)) {
    const state = await sendOne(one, token);
    if (!state) break;
    if (state === "refused") continue;
    said.sent++;
    if (state === "waiting") said.waiting++;
  }
  await tell({ ...said, left: (await waiting()).length });
}

/** Who is signed in, which gatherings are near, and by what the server knows its own pages. Undefined when nobody is, or there is no network. */
export async function ask(): Promise<string | undefined> {
  const answered = await fetch("/capture/outbox", { headers: { accept: "application/json" }, redirect: "manual", cache: "no-store" });
  if (answered.type === "opaqueredirect") return void await letGo();
  if (!answered.ok) return undefined;
  const { token, ...known } = await answered.json() as Known & { token: string };
  await learn(known);
  return token;
}

/** Nobody is signed in any more. What waits stays theirs; where they go to is let go. */
async function letGo(): Promise<void> {
  const known = await learnt();
  if (known && known.gatherings.length > 0) await learn({ account: known.account, gatherings: [] });
}

/** What became of it; undefined when it shall be tried again. */
async function sendOne({ account, problem, ...one }: Jotting, token: string): Promise<string | undefined> {
  const answered = await fetch("/api/jotted", { method: "POST", headers: { "content-type": "application/json", accept: "application/json", RequestVerificationToken: token }, body: JSON.stringify(one) });
  if (answered.ok) {
    await remove(one.id);
    return (await answered.json() as { state: string }).state;
  }
  const refused = [400, 403, 413, 422].includes(answered.status) ? await answered.json() as { code?: string; detail: string } : undefined;
  if (!refused || refused.code === "Hosting.StaleForm") return undefined;
  const { detail } = refused;
  if (detail !== problem) await put({ ...one, account, problem: detail });
  return "refused";
}

async function tell(said: Sent): Promise<void> {
  for (const page of await self.clients.matchAll()) page.postMessage(said);
}

/** Somebody signs out: what they jotted down is sent first. What cannot be sent would be lost, so they are asked. */
export async function leave(request: Request, clear: () => Promise<unknown>): Promise<Response> {
  if (!(await request.clone().formData()).has("anyway")) {
    await send();
    const left = (await waiting()).length;
    if (left > 0) return Response.redirect(`/sign-out?unsent=${left}`, 303);
  }
  const answered = await fetch(request);
  if (!answered.ok && answered.type !== "opaqueredirect") return answered; // still signed in: nothing is let go
  for (const one of await waiting()) await remove(one.id);
  await Promise.all([clear(), forget()]);
  return answered;
}
