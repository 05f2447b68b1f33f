// A program that uses the API through the client that was made of its document. Every answer must have the shape the document promises, and every operation is used.
import fs from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./api.js";

type Operation = { operationId: string; responses: Record<string, { $ref?: string; content?: Record<string, object> }> };
type Description = { paths: Record<string, Record<string, Operation>>; components: object };

const description = JSON.parse(fs.readFileSync(new URL("openapi.json", import.meta.url), "utf8")) as Description;
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv, { formats: ["uuid", "date", "date-time"] });
for (const format of ["int32", "int64", "double"]) ajv.addFormat(format, true);
ajv.addSchema({ $id: "api:document", ...description });

const used = new Set<string>();
const shapes: Middleware = {
  async onResponse({ request, response, schemaPath }) {
    const operation = description.paths[schemaPath]?.[request.method.toLowerCase()];
    if (!operation) throw new Error(`${request.method} ${schemaPath} is not described`);
    used.add(operation.operationId);
    const status = String(response.status);
    if (!operation.responses[status]) throw new Error(`${operation.operationId} answered ${status}, which is not described: ${await response.text()}`);
    const type = (response.headers.get("Content-Type") ?? "").split(";")[0]!;
    if (!type.endsWith("json")) return;
    const place = operation.responses[status].$ref ?? `#/paths/${schemaPath.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/${request.method.toLowerCase()}/responses/${status}`;
    const check = ajv.compile({ $ref: `api:document${place}/content/${type.replaceAll("/", "~1")}/schema` });
    const body: unknown = await response.clone().json();
    if (!check(body)) throw new Error(`${operation.operationId} ${status} has another shape: ${ajv.errorsText(check.errors)}\n${JSON.stringify(body)}`);
  },
};

const [address, cookie, token, circle] = process.argv.slice(2) as [string, string, string, string];
const api = createClient<paths>({ baseUrl: address, headers: { Cookie: cookie, RequestVerificationToken: token } });
api.use(shapes);

const grace = await people();
await ties(grace);
await touches(grace);
await tasks(grace);
await needs(grace);
await asks(grace);
await board(grace);
await learnings(grace);
await feedback(grace);
await challenges(grace);
await commitments(grace);
await pulse();
await giving(grace);
await matching();
await sessions();
await reviews(grace);
await capture(grace);
await introductions(grace);
await reminders();
await outreach(grace);
await cards();
await gatherings(grace);
await calendars();
await organizations(grace);
await memberships();
await collaborations();
await lists();
await sharing();
await circles();
await inAndOut();

const unused = Object.values(description.paths).flatMap((path) => Object.values(path)).map((o) => o.operationId).filter((id) => !used.has(id));
if (unused.length > 0) throw new Error(`Not used: ${unused.join(", ")}`);
console.log(`${used.size} operations used`);

async function people(): Promise<string> {
  await ok(api.GET("/api/openapi.json"));
  const grace = await ok(api.POST("/api/people", { body: { name: "Grace Hopper", emails: [{ value: "grace@navy.example", label: "work" }], dates: [{ kind: "birthday", value: "--12-09" }], topics: ["compilers"] } }));
  const { id } = grace;
  const params = { path: { id } };
  const list = await ok(api.GET("/api/people", { params: { query: { limit: 1 } } }));
  const layer: components["schemas"]["ListedPerson"]["layer"] | undefined = list.items[0]?.layer;
  expect(layer === null, "Grace is in no layer yet");
  const read = await api.GET("/api/people/{id}", { params });
  await ok(api.PATCH("/api/people/{id}", { params: { path: { id }, header: { "If-Match": read.response.headers.get("ETag")! } }, body: { nickname: "Amazing Grace" } }));
  const late = await api.PUT("/api/people/{id}", { params: { path: { id }, header: { "If-Match": read.response.headers.get("ETag")! } }, body: { name: "Grace" } });
  expect(late.error?.code === "Api.TagOld", "the old version is refused");
  const nobody = await api.POST("/api/people", { body: {} });
  expect(nobody.error?.errors?.["name"]?.length === 1, "the name is missing");
  await ok(api.GET("/api/search", { params: { query: { q: "amazing" } } }));
  await done(api.DELETE("/api/people/{id}", { params }));
  expect((await ok(api.GET("/api/trash"))).items.length === 1, "Grace lies in the trash");
  await ok(api.POST("/api/people/{id}/restore", { params }));
  const gone = await ok(api.POST("/api/people", { body: { name: "Katherine Johnson" } }));
  await done(api.DELETE("/api/people/{id}", { params: { path: { id: gone.id } } }));
  await done(api.DELETE("/api/trash/{id}", { params: { path: { id: gone.id } } }));
  expect((await ok(api.DELETE("/api/trash"))).removed === 0, "nobody is left in the trash");
  await photo(id);
  const me = await ok(api.GET("/api/profile"));
  expect((await ok(api.PATCH("/api/profile", { body: { theme: "dark" } }))).name === me.name, "the name stays");
  expect((await ok(api.GET("/api/account"))).mail === me.mail, "the account says the same address");
  return id;
}

async function photo(id: string): Promise<void> {
  const params = { path: { id } };
  const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  await ok(api.PUT("/api/people/{id}/photo", { params, body: pixel, bodySerializer: (body) => body as Buffer, headers: { "Content-Type": "image/png" } }));
  const shown = await api.GET("/api/people/{id}/photo", { params, parseAs: "blob" });
  expect(shown.response.headers.get("Content-Type") === "image/jpeg", "the picture is shown");
  const { change } = await ok(api.DELETE("/api/people/{id}/photo", { params }));
  await done(api.POST("/api/changes/{id}/undo", { params: { path: { id: change! } } }));
}

async function ties(id: string): Promise<void> {
  const params = { path: { id } };
  const tie = await ok(api.PATCH("/api/people/{id}/tie", { params, body: { layer: "close", cadence: 30, closeness: 4, importance: "core", trust: "much", willing: "somewhat", standing: "not" } }));
  expect(tie.cadence === 30, "the cadence is kept");
  expect(tie.importance === "core" && tie.trust === "much" && tie.willing === "somewhat" && tie.standing === "not", "what was said of the tie is kept");
  await ok(api.GET("/api/people/{id}/tie", { params }));
  const layers = await ok(api.GET("/api/layers"));
  expect(layers.layers.find((l) => l.layer === "close")?.people.length === 1, "Grace is close");
  await ok(api.PUT("/api/budget", { body: { minutes: 120 } }));
  expect((await ok(api.GET("/api/budget"))).minutes === 120, "the time is kept");
}

async function touches(person: string): Promise<void> {
  const touch = await ok(api.POST("/api/touches", { body: { people: [person], kind: "call", on: "2026-02-01", minutes: 20, note: "about clocks" } }));
  const params = { path: { id: touch.id } };
  await ok(api.GET("/api/touches/{id}", { params }));
  await ok(api.GET("/api/touches"));
  expect((await ok(api.GET("/api/people/{id}/touches", { params: { path: { id: person } } }))).items[0]?.kind === "call", "the call is listed");
  await ok(api.GET("/api/people/{id}", { params: { path: { id: person } } }));
  const due = (await ok(api.GET("/api/today"))).items.find((card) => card.subject === person);
  expect(due !== undefined, "Grace is due");
  await done(api.POST("/api/today/{kind}/{subject}/aside", { params: { path: { kind: due!.kind, subject: due!.subject } } }));
  await done(api.POST("/api/today/{kind}/{subject}/back", { params: { path: { kind: due!.kind, subject: due!.subject } } }));
  await ok(api.PUT("/api/touches/{id}", { params, body: { people: [person], kind: "mail" } }));
  await ok(api.PATCH("/api/touches/{id}", { params, body: { note: null } }));
  await ok(api.DELETE("/api/touches/{id}", { params }));
}

async function tasks(person: string): Promise<void> {
  const task = await ok(api.POST("/api/tasks", { body: { text: "Send the deck", dueOn: "2026-05-08", personId: person } }));
  const params = { path: { id: task.id } };
  await ok(api.GET("/api/tasks/{id}", { params }));
  await ok(api.GET("/api/tasks"));
  await ok(api.GET("/api/people/{id}/tasks", { params: { path: { id: person } } }));
  expect((await ok(api.PATCH("/api/tasks/{id}", { params, body: { done: true } }))).doneOn === "2026-05-01", "it is done");
  await ok(api.DELETE("/api/tasks/{id}", { params }));
}

async function needs(grace: string): Promise<void> {
  const goal = await ok(api.POST("/api/goals", { body: { text: "Ten clinics", dueOn: "2026-12-31" } }));
  const aim = { params: { path: { id: goal.id } } };
  await ok(api.GET("/api/goals/{id}", aim));
  const need = await ok(api.POST("/api/needs", { body: { kind: "knowledge", topic: "Pricing", importance: 4, goalId: goal.id } }));
  const params = { path: { id: need.id } };
  const supporter = { params: { path: { id: need.id, person: grace } } };
  const said = await ok(api.PUT("/api/needs/{id}/supporters/{person}", { ...supporter, body: { ability: "good", agreed: true, scope: "an hour a month" } }));
  expect(said.supporters[0]?.how === "agreed", "Grace agreed");
  const map = await ok(api.GET("/api/map"));
  expect(map.needs[0]?.supporters[0]?.p !== undefined && map.overall !== null, "the map says how surely Grace would help");
  expect((await ok(api.GET("/api/map/what-if", { params: { query: { without: grace } } }))).after === 0, "without Grace nobody would");
  expect((await ok(api.DELETE("/api/needs/{id}/supporters/{person}", supporter))).change !== null, "Grace could be said again");
  await ok(api.PUT("/api/needs/{id}", { params, body: { kind: "guidance", topic: "Pricing" } }));
  await ok(api.POST("/api/needs/{id}/close", { params }));
  await ok(api.POST("/api/needs/{id}/reopen", { params }));
  await ok(api.GET("/api/needs/{id}", { params }));
  expect((await ok(api.GET("/api/needs", { params: { query: { closed: true } } }))).items.length === 1, "there is one need");
  expect((await ok(api.GET("/api/goals"))).items[0]?.needs.length === 0, "the need is for the goal no more");
  await undone(api.DELETE("/api/needs/{id}", { params }));
  await ok(api.PUT("/api/goals/{id}", { ...aim, body: { text: "Ten clinics", reached: true } }));
  await undone(api.DELETE("/api/goals/{id}", aim));
  const offer = await ok(api.POST("/api/offers", { body: { text: "Feedback" } }));
  const gift = { params: { path: { id: offer.id } } };
  await ok(api.PUT("/api/offers/{id}", { ...gift, body: { text: "Feedback on one page", forWhom: "founders" } }));
  await ok(api.GET("/api/offers/{id}", gift));
  expect((await ok(api.GET("/api/offers"))).items[0]?.forWhom === "founders", "the offer is for founders");
  await undone(api.DELETE("/api/offers/{id}", gift));
}

async function organizations(person: string): Promise<void> {
  const params = { path: { id: person } };
  await ok(api.PUT("/api/people/{id}/affiliations", { params, body: { affiliations: [{ organization: "US Navy", title: "Rear admiral" }] } }));
  await ok(api.GET("/api/people/{id}/affiliations", { params }));
  const navy = (await ok(api.GET("/api/organizations"))).items[0]!;
  expect((await ok(api.GET("/api/organizations/{id}", { params: { path: { id: navy.id } } }))).people[0]?.name === "Grace Hopper", "Grace is in the Navy");
  const harvard = await ok(api.POST("/api/organizations", { body: { name: "Harvard" } }));
  const at = { path: { id: harvard.id } };
  await ok(api.PATCH("/api/organizations/{id}", { params: at, body: { notes: "Mark I" } }));
  expect((await ok(api.PUT("/api/organizations/{id}", { params: at, body: { name: "Harvard University" } }))).notes === null, "the notes are gone");
  await ok(api.POST("/api/organizations/{id}/people", { params: at, body: { person } }));
  await ok(api.POST("/api/organizations/{id}/merge", { params: { path: { id: navy.id } }, body: { other: harvard.id } }));
  const removed = await ok(api.DELETE("/api/organizations/{id}", { params: { path: { id: navy.id } } }));
  await done(api.POST("/api/changes/{id}/undo", { params: { path: { id: removed.change! } } }));
}

async function lists(): Promise<void> {
  expect((await ok(api.GET("/api/people/facets", { params: { query: { role: ["mentor", "-"] } } }))).total > 0, "somebody has no role");
  const edit = await ok(api.POST("/api/people/edits", { params: { query: { q: "grace" } }, body: { edit: "addLabel", value: "gold" } }));
  await ok(api.GET("/api/people/edits/{id}", { params: { path: { id: edit.id } } }));
  await ok(api.POST("/api/people/edits/{id}/undo", { params: { path: { id: edit.id } } }));
  const twice = await ok(api.POST("/api/people", { body: { name: "Maria Silva" } }));
  const once = await ok(api.POST("/api/people", { body: { name: "Silva, Maria" } }));
  const both = { path: { id: twice.id, other: once.id } };
  expect((await ok(api.GET("/api/duplicates"))).total > 0, "two have the same name");
  expect((await ok(api.GET("/api/people/{id}/duplicates", { params: { path: { id: twice.id } } }))).items.length === 1, "and she is one of them");
  expect((await ok(api.GET("/api/duplicates/compare", { params: { query: { keep: twice.id, other: once.id } } }))).differences.length === 1, "their names are written otherwise");
  await done(api.PUT("/api/people/{id}/apart/{other}", { params: both }));
  await done(api.DELETE("/api/people/{id}/apart/{other}", { params: both }));
  await ok(api.POST("/api/people/{id}/merge", { params: { path: { id: twice.id } }, body: { other: once.id, take: ["name"] } }));
  await done(api.DELETE("/api/people/{id}", { params: { path: { id: twice.id } } }));
  const view = await ok(api.POST("/api/views", { body: { name: "Mentors", wanted: "role=mentor" } }));
  const params = { path: { id: view.id } };
  await ok(api.GET("/api/views"));
  await ok(api.GET("/api/views/{id}", { params }));
  await ok(api.PATCH("/api/views/{id}", { params, body: { name: "My mentors" } }));
  await done(api.DELETE("/api/views/{id}", { params }));
  await ok(api.POST("/api/views/{id}/restore", { params }));
}

async function inAndOut(): Promise<void> {
  const { id } = (await ok(api.GET("/api/imports"))).items[0]!;
  await ok(api.GET("/api/imports/{id}", { params: { path: { id } } }));
  await ok(api.POST("/api/imports/{id}/undo", { params: { path: { id } } }));
  const file = { params: { query: { name: "bo.vcf" } }, body: "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Byron\r\nEND:VCARD\r\n", bodySerializer: (body: unknown) => body as string, headers: { "Content-Type": "text/vcard" } };
  expect((await ok(api.POST("/api/imports/preview", file))).files[0]?.added === 1, "Bo would come in");
  expect((await ok(api.POST("/api/imports", file))).import !== null, "Bo came in");
  const { data } = await api.GET("/api/export", { params: { query: { format: "vcard" } }, parseAs: "text" });
  expect(String(data).startsWith("BEGIN:VCARD"), "cards are exported");
}

async function ok<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked;
  if (data === undefined) throw new Error(`${response.status}: ${JSON.stringify(error)}`);
  return data;
}

async function undone(asked: Promise<{ data?: { change: string | null }; error?: unknown; response: Response }>): Promise<void> {
  await done(api.POST("/api/changes/{id}/undo", { params: { path: { id: (await ok(asked)).change! } } }));
}

async function done(asked: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await asked;
  if (response.status !== 204) throw new Error(`${response.status}: ${JSON.stringify(error)}`);
}

function expect(is: boolean, what: string): void {
  if (!is) throw new Error(`Not so: ${what}`);
}

async function asks(grace: string): Promise<void> {
  await ok(api.GET("/api/who", { params: { query: { q: "pricing", limit: 3 } } }));
  const ask = await ok(api.POST("/api/asks", { body: { personId: grace, what: "Look at my prices", weight: "fiveMinute" } }));
  const params = { path: { id: ask.id } };
  expect((await ok(api.POST("/api/asks/{id}/link", { params }))).text.includes("/answer/"), "the message holds the link");
  await ok(api.PATCH("/api/asks/{id}", { params, body: { sent: true, answer: { answer: "yes" }, outcome: "helped", thanked: true } }));
  expect((await ok(api.GET("/api/asks/{id}", { params }))).step === "nothing", "there is nothing left to do");
  await ok(api.GET("/api/asks/{id}/next", { params }));
  expect((await ok(api.GET("/api/asks"))).items.length === 1 && (await ok(api.GET("/api/people/{id}/asks", { params: { path: { id: grace } } }))).items.length === 1, "there is one ask");
  await undone(api.DELETE("/api/asks/{id}", { params }));
  const favour = await ok(api.POST("/api/favours", { body: { personId: grace, way: "given", what: "A review" } }));
  await ok(api.GET("/api/favours/{id}", { params: { path: { id: favour.id } } }));
  expect((await ok(api.GET("/api/favours"))).items.length === 2 && (await ok(api.GET("/api/people/{id}/favours", { params: { path: { id: grace } } }))).favours.length === 2, "help went both ways");
  expect((await ok(api.PUT("/api/favours/{id}", { params: { path: { id: favour.id } }, body: { personId: grace, way: "given", what: "Two reviews" } }))).what === "Two reviews", "it was two reviews");
  await undone(api.DELETE("/api/favours/{id}", { params: { path: { id: favour.id } } }));
  const wish = await ok(api.POST("/api/wishes", { body: { personId: grace, text: "Visas" } }));
  const need = { params: { path: { id: wish.id } } };
  await ok(api.PATCH("/api/wishes/{id}", { ...need, body: { closed: true } }));
  await ok(api.GET("/api/wishes/{id}", need));
  expect((await ok(api.GET("/api/wishes"))).items.length === 0, "nobody needs anything");
  expect((await ok(api.PUT("/api/wishes/{id}", { ...need, body: { personId: grace, text: "Work visas" } }))).closedOn !== null, "nobody needs it still");
  await undone(api.DELETE("/api/wishes/{id}", need));
  const opportunity = await ok(api.POST("/api/opportunities", { body: { personId: grace, what: "A talk" } }));
  const door = { params: { path: { id: opportunity.id } } };
  await ok(api.PATCH("/api/opportunities/{id}", { ...door, body: { state: "cameThrough", became: "Two clinics called" } }));
  await ok(api.GET("/api/opportunities/{id}", door));
  expect((await ok(api.GET("/api/opportunities"))).items.length === 1, "one door was opened");
  expect((await ok(api.PUT("/api/opportunities/{id}", { ...door, body: { personId: grace, what: "Two talks" } }))).state === "cameThrough", "what became of it stays");
  await undone(api.DELETE("/api/opportunities/{id}", door));
}

async function board(grace: string): Promise<void> {
  const seat = await ok(api.POST("/api/board/seats", { body: { function: "sage" } }));
  const params = { path: { id: seat.id } };
  expect((await ok(api.POST("/api/board/seats/{id}/ask", { params, body: { personId: grace, timesAYear: 4 } }))).isFirst, "they are asked to be one to lean on");
  expect((await ok(api.GET("/api/board/seats/{id}", { params }))).state === "asked", "the seat is asked for");
  await ok(api.PUT("/api/board/seats/{id}", { params, body: { function: "sage", personId: grace } }));
  expect((await ok(api.GET("/api/board"))).seats[0]?.state === "taken", "the seat is taken");
  const advice = await ok(api.POST("/api/advice", { body: { personId: grace, text: "Sleep" } }));
  const said = { params: { path: { id: advice.id } } };
  await ok(api.PATCH("/api/advice/{id}", { ...said, body: { decision: "Bed at ten" } }));
  expect((await ok(api.GET("/api/advice/{id}", said))).step === "sayResult", "something may come of it");
  expect((await ok(api.GET("/api/advice", { params: { query: { person: grace } } }))).items.length === 1, "there is one piece of advice");
  expect((await ok(api.GET("/api/people/{id}/brief", { params: { path: { id: grace } } }))).sections.length > 0, "there is something to know");
  await ok(api.DELETE("/api/advice/{id}", said));
  await ok(api.DELETE("/api/board/seats/{id}", { params }));
}

async function helpIn(params: { path: { id: string } }): Promise<string> {
  const friend = (await ok(api.POST("/api/people", { body: { name: "Annie Easley" } }))).id;
  expect((await ok(api.GET("/api/challenges/{id}/help", { params }))).about === "The big client left", "what was looked for");
  const ask = await ok(api.POST("/api/challenges/{id}/asks", { params, body: { as: "listen", personId: friend, what: "Half an hour?" } }));
  expect(ask.ask.isConfidential, "it is confidential");
  expect((await ok(api.GET("/api/challenges/{id}/asks", { params }))).items.length === 1, "one ask");
  await ok(api.PATCH("/api/asks/{id}", { params: { path: { id: ask.ask.id } }, body: { answer: { answer: "yes" } } }));
  return friend;
}

async function challenges(grace: string): Promise<void> {
  const begun = await ok(api.POST("/api/challenges", { body: { name: "The client left", topic: "losing a client", narrative: { happened: "On Friday." } } }));
  const params = { path: { id: begun.id } }, passphrase = "correct horse battery";
  await ok(api.PUT("/api/challenges/{id}", { params, body: { name: "The big client left" } }));
  await ok(api.POST("/api/challenges/{id}/write", { params, body: { feared: "More" } }));
  expect((await ok(api.POST("/api/challenges/{id}/lock", { params, body: { passphrase } }))).recoveryCode.length > 26, "a recovery code");
  expect((await ok(api.GET("/api/challenges/{id}", { params }))).narrative === null, "it is locked");
  expect((await ok(api.POST("/api/challenges/{id}/open", { params, body: { passphrase } }))).narrative?.happened === "On Friday.", "and opens");
  expect((await ok(api.POST("/api/challenges/{id}/passphrase", { params, body: { passphrase, newPassphrase: passphrase + "!" } }))).recoveryCode.length > 26, "another recovery code");
  await ok(api.POST("/api/challenges/{id}/unlock", { params, body: { passphrase: passphrase + "!" } }));
  expect((await ok(api.GET("/api/challenges", {}))).items.length === 1, "one hard time");
  const friend = await helpIn(params);
  await supportPlan(begun.id, grace);
  expect((await ok(api.PUT("/api/help-now", { body: { country: "PT" } }))).country === "PT", "the country that was said");
  expect((await ok(api.GET("/api/help-now", {}))).lines.length === 0, "none is listed");
  expect((await ok(api.POST("/api/challenges/{id}/close", { params, body: { lesson: "Two clients" } }))).learningId !== null, "the lesson stays");
  expect((await ok(api.GET("/api/challenges/thanks", {}))).items.some(p => p.id === friend), "who helped is to be thanked");
  expect((await ok(api.POST("/api/challenges/thanks/{id}", { params: { path: { id: friend } }, body: { thanked: true } }))).items.every(p => p.id !== friend), "and was");
}

async function supportPlan(challenge: string, grace: string): Promise<void> {
  const params = { path: { id: challenge } }, on = "2026-05-09";
  await ok(api.POST("/api/challenges/{id}/plan", { params, body: { opening: "A hand would help" } }));
  await ok(api.PUT("/api/challenges/{id}/plan", { params, body: { opening: "A hand would help much" } }));
  const helper = (await ok(api.POST("/api/challenges/{id}/plan/helpers", { params, body: { people: [grace] } }))).helpers[0]!, hers = { path: { id: helper.id } };
  expect((await ok(api.POST("/api/challenges/{id}/plan/coordinator", { params, body: { helperId: helper.id } }))).coordinatorId === helper.id, "she coordinates");
  expect((await ok(api.POST("/api/support-helpers/{id}/link", { params: hers }))).link.includes("/answer/"), "her link");
  await ok(api.POST("/api/support-helpers/{id}/written", { params: hers }));
  const task = (await ok(api.POST("/api/challenges/{id}/plan/tasks", { params, body: { what: "Cook", on } }))).tasks[0]!, its = { path: { id: task.id } };
  await ok(api.PUT("/api/support-tasks/{id}", { params: its, body: { what: "Cook for four", on } }));
  expect((await ok(api.POST("/api/support-tasks/{id}/done", { params: its }))).tasks[0]!.state === "done", "it is done");
  await ok(api.POST("/api/support-tasks/{id}/free", { params: its }));
  await ok(api.DELETE("/api/support-tasks/{id}", { params: its }));
  const update = (await ok(api.POST("/api/challenges/{id}/plan/updates", { params, body: { text: "We are home again" } }))).updates[0]!;
  await ok(api.DELETE("/api/support-updates/{id}", { params: { path: { id: update.id } } }));
  await ok(api.POST("/api/support-helpers/{id}/let-go", { params: hers }));
  await ok(api.POST("/api/challenges/{id}/plan/end", { params }));
  expect((await ok(api.GET("/api/challenges/{id}/plan", { params }))).closedOn !== null, "it is ended");
}

async function feedback(grace: string): Promise<void> {
  const asked = await ok(api.POST("/api/feedback", { body: { about: "My talk", questions: ["What should I keep?", "What should I change?"], people: [grace] } }));
  const params = { path: { id: asked.id } }, theirs = { path: { id: asked.people[0]!.id } };
  await ok(api.PUT("/api/feedback/{id}", { params, body: { about: "My talk in Lisbon", questions: ["What should I keep?"] } }));
  expect((await ok(api.POST("/api/feedback-invites/{id}/link", { params: theirs }))).link.includes("/answer/"), "a link to answer by");
  await ok(api.PATCH("/api/feedback-invites/{id}", { params: theirs, body: { sent: true } }));
  await ok(api.PATCH("/api/feedback-invites/{id}", { params: theirs, body: { said: ["The stories."] } }));
  expect((await ok(api.PATCH("/api/feedback/{id}", { params, body: { response: "I will tell more of them.", told: true } }))).step === "nothing", "told and thanked");
  expect((await ok(api.GET("/api/feedback/{id}", { params }))).answers[0]?.[0]?.text === "The stories.", "what was said is there");
  expect((await ok(api.GET("/api/feedback", {}))).items.length === 1, "one request");
  expect((await ok(api.PUT("/api/feedback-rhythm", { body: { months: 3 } }))).months === 3, "a rhythm of asking");
  expect((await ok(api.GET("/api/feedback-rhythm", {}))).nextOn !== null, "and when next");
  await ok(api.DELETE("/api/feedback-rhythm", {}));
  await ok(api.DELETE("/api/feedback/{id}", { params }));
}

async function learnings(grace: string): Promise<void> {
  const learning = await ok(api.POST("/api/learnings", { body: { text: "Ask first", topic: "pricing", personId: grace } }));
  const params = { path: { id: learning.id } };
  await ok(api.PUT("/api/learnings/{id}", { params, body: { text: "Ask before", personId: grace } }));
  await ok(api.POST("/api/learnings/{id}/confirm", { params }));
  await ok(api.POST("/api/learnings/{id}/rest", { params }));
  expect((await ok(api.GET("/api/learnings/{id}", { params }))).nextOn === null, "it rests");
  await ok(api.POST("/api/learnings/{id}/wake", { params }));
  await ok(api.POST("/api/learnings/{id}/used", { params, body: { what: "It helped" } }));
  expect((await ok(api.GET("/api/learnings", { params: { query: { person: grace } } }))).items.length === 1, "one thing was learned");
  await ok(api.DELETE("/api/learnings/{id}", { params }));
}

async function commitments(grace: string): Promise<void> {
  const commitment = await ok(api.POST("/api/commitments", { body: { outcome: "Send the offer", due: "2026-08-31", witnessId: grace } }));
  const params = { path: { id: commitment.id } };
  expect((await ok(api.POST("/api/commitments/{id}/witness/link", { params }))).link.includes("/answer/"), "there is a link");
  await ok(api.POST("/api/commitments/{id}/witness/answer", { params, body: { accepted: true } }));
  const changed = await ok(api.PUT("/api/commitments/{id}", { params, body: { outcome: "Send one offer", due: "2026-09-30" } }));
  expect(changed.outcome === "Send the offer" && changed.changes.length === 1, "a change is announced");
  await ok(api.POST("/api/commitments/{id}/withdraw-change", { params }));
  await ok(api.POST("/api/commitments/{id}/pause", { params, body: {} }));
  expect((await ok(api.GET("/api/commitments/{id}", { params }))).isPaused, "it rests");
  await ok(api.POST("/api/commitments/{id}/resume", { params }));
  await ok(api.POST("/api/commitments/{id}/go-on", { params }));
  const early = await api.POST("/api/commitments/{id}/check-ins", { params, body: { answer: "done" } });
  expect(early.response.status === 409, "no check-in waits yet");
  await ok(api.POST("/api/commitments/{id}/witness/release", { params }));
  await ok(api.POST("/api/commitments/{id}/witness", { params, body: { personId: grace } }));
  await ok(api.POST("/api/commitments/{id}/end", { params, body: { state: "kept" } }));
  expect((await ok(api.GET("/api/commitments", { params: { query: { witness: grace } } }))).items.length === 1, "one thing was promised");
  await ok(api.DELETE("/api/commitments/{id}", { params }));
}

async function pulse(): Promise<void> {
  const kept = await ok(api.POST("/api/pulse", { body: { confidence: 7, supported: 8 } }));
  const params = { path: { id: kept.pulse.id } };
  expect((await ok(api.GET("/api/pulse/{id}", { params }))).energy === null, "what was skipped is not there");
  expect((await ok(api.POST("/api/pulse/score", { body: { questionnaire: "WHO-5", answers: [3, 3, 3, 3, 3] } }))).percent === 60, "a questionnaire is scored");
  expect((await ok(api.GET("/api/pulse"))).items.length === 1, "there is one pulse a day");
  await ok(api.PUT("/api/pulse/plan", { body: { every: "month", weekday: "monday" } }));
  expect((await ok(api.GET("/api/pulse/plan"))).every === "month", "the plan is kept");
  await ok(api.DELETE("/api/pulse/{id}", { params }));
}

async function giving(grace: string): Promise<void> {
  const gift = await ok(api.POST("/api/giving", { body: { kind: "mentoring", what: "An hour a month", personId: grace, goesOn: true } }));
  const params = { path: { id: gift.id } };
  await ok(api.PUT("/api/giving/{id}", { params, body: { kind: "mentoring", what: "Two hours", personId: grace, goesOn: true, hours: 1.5 } }));
  await ok(api.POST("/api/giving/{id}/end", { params, body: {} }));
  await ok(api.POST("/api/giving/{id}/became", { params, body: { what: "A friend" } }));
  expect((await ok(api.GET("/api/giving/{id}", { params }))).until !== null, "it is over");
  expect((await ok(api.GET("/api/giving"))).items.length === 1, "one thing is given");
  await ok(api.DELETE("/api/giving/{id}", { params }));
}

async function memberships(): Promise<void> {
  const guild = await ok(api.POST("/api/organizations", { body: { name: "Guild of Founders" } }));
  const membership = await ok(api.POST("/api/memberships", { body: { organizationId: guild.id, kind: "peerGroup" } }));
  const params = { path: { id: membership.id } };
  expect(membership.stage === "considered" && (await ok(api.GET("/api/memberships", { params: { query: { stage: "joined" } } }))).items.length === 0, "it is considered");
  await undone(api.POST("/api/memberships/{id}/leave", { params, body: {} }));
  await ok(api.POST("/api/memberships/{id}/join", { params, body: { on: "2026-04-30" } }));
  const fields = { organizationId: guild.id, kind: "peerGroup", joinedOn: "2026-04-30", dues: "120", currency: "EUR", period: "yearly", renewsOn: "2026-04-30" } as const;
  expect((await ok(api.PUT("/api/memberships/{id}", { params, body: fields }))).nextRenewalOn === "2026-04-30", "it was due");
  await ok(api.POST("/api/memberships/{id}/renew", { params, body: {} }));
  await ok(api.POST("/api/memberships/{id}/stay", { params }));
  expect((await ok(api.GET("/api/memberships/{id}", { params }))).nextRenewalOn === "2027-04-30", "it is renewed");
  await undone(api.DELETE("/api/memberships/{id}", { params }));
}

async function collaborations(): Promise<void> {
  const studio = await ok(api.POST("/api/organizations", { body: { name: "Studio North" } }));
  const fields = { organizationId: studio.id, name: "Joint workshops" };
  const made = await ok(api.POST("/api/collaborations", { body: fields }));
  const params = { path: { id: made.id } };
  expect(made.stage === "idea" && (await ok(api.GET("/api/collaborations", { params: { query: { stage: "running" } } }))).items.length === 0, "it is an idea");
  await ok(api.PUT("/api/collaborations/{id}", { params, body: { ...fields, sharedGoal: "Ten of them" } }));
  await undone(api.POST("/api/collaborations/{id}/stage", { params, body: { stage: "letGo" } }));
  await ok(api.POST("/api/collaborations/{id}/next", { params, body: { nextStep: "Send the draft", nextOn: "2026-05-08" } }));
  await ok(api.POST("/api/collaborations/{id}/done", { params, body: { nextStep: "Print" } }));
  expect((await ok(api.GET("/api/collaborations/{id}", { params }))).doneStep === "Send the draft", "the step is done");
  const person = await ok(api.POST("/api/people", { body: { name: "Annie Easley" } }));
  await ok(api.POST("/api/collaborations/{id}/people", { params, body: { personId: person.id, side: "mine" } }));
  await undone(api.DELETE("/api/collaborations/{id}/people/{subject}", { params: { path: { id: made.id, subject: person.id } } }));
  await undone(api.DELETE("/api/collaborations/{id}", { params }));
}

async function reviews(grace: string): Promise<void> {
  const { needs } = await ok(api.GET("/api/review"));
  const review = await ok(api.POST("/api/reviews", { body: { note: "Fewer clinics", needs: needs.map(({ id }) => ({ id, importance: 4 })), ties: [{ id: grace, choice: "keep" }] } }));
  const params = { path: { id: review.id } };
  expect(review.passedOver.length === 0 && (await ok(api.GET("/api/reviews/{id}", { params }))).note === "Fewer clinics", "the review is kept");
  expect((await ok(api.GET("/api/review"))).kept?.id === review.id && (await ok(api.GET("/api/reviews"))).items.length === 1, "it is there");
  await undone(api.DELETE("/api/reviews/{id}", { params }));
}

async function reminders(): Promise<void> {
  expect((await ok(api.GET("/api/reminders"))).byMail === false, "nothing is sent unless it was asked for");
  expect((await api.PATCH("/api/reminders", { body: { webhook: "http://127.0.0.1:9/" } })).response.status === 422, "an address inside is refused");
  const set = await ok(api.PATCH("/api/reminders", { body: { webhook: "http://hook.invalid/", hour: 6, weekdays: ["monday", "friday"] } }));
  expect(set.hour === 6 && set.weekdays.length === 2 && set.nextAt !== null, "the next one is known");
  await ok(api.POST("/api/tasks", { body: { text: "Be reminded", dueOn: "2026-05-01" } }));
  const letter = (await ok(api.POST("/api/reminders/now"))).items[0]!;
  expect((await ok(api.GET("/api/letters"))).items.length === 1, "it stands in the log");
  const params = { path: { id: letter.id } };
  expect((await ok(api.GET("/api/letters/{id}", { params }))).way === "web", "it goes to the web");
  const again = await api.POST("/api/letters/{id}/again", { params });
  expect([200, 409].includes(again.response.status), "it waits, or was refused and is sent again");
  expect((await api.POST("/api/letters/{id}/bounced", { params })).response.status === 409, "what goes to the web cannot come back");
  expect((await ok(api.POST("/api/reminders/calendar"))).address.endsWith(".ics"), "calendars can subscribe");
  await done(api.DELETE("/api/reminders/calendar"));
  await ok(api.PATCH("/api/reminders", { body: { webhook: null } }));
}

async function cards(): Promise<void> {
  const card = await ok(api.POST("/api/cards", { body: { audience: "Investors", name: "Ada Lovelace", links: ["ada.example"] } }));
  const params = { path: { id: card.id } };
  expect(!card.isOn && card.address === null && card.links[0] === "https://ada.example", "it is off");
  const on = await ok(api.POST("/api/cards/{id}/on", { params, body: { for: "week" } }));
  expect(on.isOn && on.address !== null && (await ok(api.GET("/api/cards"))).items.length === 1, "it has an address");
  expect((await ok(api.PUT("/api/cards/{id}", { params, body: { audience: "Investors", name: "Ada" } }))).address === on.address, "which stays when it changes");
  expect((await ok(api.POST("/api/cards/{id}/renew", { params, body: {} }))).address !== on.address && (await ok(api.GET("/api/cards/{id}", { params }))).name === "Ada", "and is another one when asked for");
  expect((await ok(api.GET("/api/cards/{id}/vcard", { params, parseAs: "text" }))).startsWith("BEGIN:VCARD"), "address books take it");
  expect((await ok(api.GET("/api/cards/{id}/square", { params: { ...params, query: { whole: true } }, parseAs: "text" }))).startsWith("<svg"), "cameras read it");
  expect(!(await ok(api.POST("/api/cards/{id}/off", { params }))).isOn, "nobody sees it");
  await undone(api.DELETE("/api/cards/{id}", { params }));
}

async function outreach(grace: string): Promise<void> {
  const mary = await ok(api.POST("/api/candidates", { body: { name: "Mary Jackson", origin: "gathering", originText: "Design night" } }));
  const params = { path: { id: mary.id } };
  expect((await ok(api.PUT("/api/candidates/{id}", { params, body: { name: "Mary W. Jackson" } }))).origin === "other", "all of it is said anew");
  expect((await ok(api.PATCH("/api/candidates/{id}", { params, body: { stage: "contacted" } }))).contactedOn !== null && (await ok(api.GET("/api/candidates"))).items.length === 1, "she was written to");
  const template = await ok(api.POST("/api/templates", { body: { name: "Mine", subject: "Hello", text: "Dear {first name}, on {topic}" } }));
  const own = { path: { id: template.id } };
  await ok(api.PUT("/api/templates/{id}", { params: own, body: { name: "Mine", subject: "Hello again", text: "Dear {first name}, on {topic}" } }));
  expect((await ok(api.GET("/api/templates"))).items[0]?.own === true && (await ok(api.GET("/api/templates/{id}", { params: own }))).subject === "Hello again", "one's own stand first");
  const draft = await ok(api.POST("/api/drafts", { body: { personId: grace, template: template.id } }));
  const message = { path: { id: draft.id } };
  expect((await ok(api.PATCH("/api/drafts/{id}", { params: message, body: { text: "Dear Grace", sent: true } }))).sentOn !== null, "it is sent");
  expect((await ok(api.GET("/api/drafts/{id}", { params: message }))).gaps.length === 0 && (await ok(api.GET("/api/drafts"))).items.length === 1, "nothing is left open");
  await undone(api.DELETE("/api/drafts/{id}", { params: message }));
  await undone(api.DELETE("/api/templates/{id}", { params: own }));
  expect((await ok(api.GET("/api/candidates/{id}", { params }))).stage === "contacted", "she is there");
  await undone(api.DELETE("/api/candidates/{id}", { params }));
}

async function introductions(grace: string): Promise<void> {
  const alan = await ok(api.POST("/api/people", { body: { name: "Alan Turing" } }));
  const said = await ok(api.POST("/api/acquaintances", { body: { person: grace, others: [alan.id], strength: 0.8 } }));
  expect(said.items[0]?.said === true && (await ok(api.GET("/api/acquaintances", { params: { query: { person: grace } } }))).items.length === 1, "they know each other");
  expect((await ok(api.POST("/api/acquaintances/lines", { body: { lines: `${alan.id}, ${grace}, 0.5` } }))).known === 1, "that was known");
  expect((await ok(api.GET("/api/paths", { params: { query: { person: alan.id } } }))).targets[0]?.paths[0]?.steps.length === 2, "one person stands between");
  expect((await ok(api.GET("/api/structure"))).links === 1, "there is one link");
  expect((await ok(api.GET("/api/origins"))).groups.every((g) => g.count > 0), "nobody came in no way");
  expect((await ok(api.GET("/api/year", { params: { query: { year: 2025 } } }))).year === 2025, "a year is told");
  expect((await ok(api.GET("/api/network/export", { params: { query: { format: "svg" } }, parseAs: "text" }))).includes("Alan Turing"), "he is drawn");
  const network = await ok(api.GET("/api/network"));
  expect(network.links.length === 1 && network.people[network.links[0]!.first]?.circle === 0, "the whole network has one link");
  await undone(api.DELETE("/api/acquaintances/{person}/{other}", { params: { path: { person: grace, other: alan.id } } }));
  const introduction = await ok(api.POST("/api/introductions", { body: { second: alan.id, through: grace, purpose: "How he hires" } }));
  const params = { path: { id: introduction.id } };
  expect((await ok(api.POST("/api/introductions/{id}/link", { params, body: { to: "connector" } }))).text.includes("/answer/"), "the message holds the link");
  await ok(api.PATCH("/api/introductions/{id}", { params, body: { sent: true, passedOn: true, answer: { answer: "yes" } } }));
  expect((await ok(api.GET("/api/introductions/{id}", { params }))).step === "write" && (await ok(api.GET("/api/introductions"))).items.length === 1, "a first word is due");
  await undone(api.DELETE("/api/introductions/{id}", { params }));
}

async function gatherings(grace: string): Promise<void> {
  const made = await ok(api.POST("/api/gatherings", { body: { name: "Health founders", on: "2026-05-01", from: "18:00", to: "20:00", place: "Lisbon", state: "going" } }));
  const params = { path: { id: made.id } };
  expect((await ok(api.GET("/api/gatherings"))).items.length === 1 && (await ok(api.GET("/api/gatherings/{id}", { params }))).from === "18:00", "it lies ahead");
  expect((await ok(api.PUT("/api/gatherings/{id}", { params, body: { name: "Founders", on: "2026-05-01" } }))).startsAt === null, "it lasts the whole day");
  const met = await ok(api.POST("/api/gatherings/{id}/encounters", { params, body: { personId: grace, about: "Runs the clinic", promised: "Send the deck" } }));
  expect((await ok(api.GET("/api/encounters/{id}", { params: { path: { id: met.id } } }))).person.id === grace && (await ok(api.GET("/api/gatherings/{id}/encounters", { params }))).items.length === 1, "they met");
  const encounter = { params: { path: { id: met.id } } };
  expect((await ok(api.PATCH("/api/encounters/{id}", { ...encounter, body: { triage: "followUp", nextStep: "A call", wrote: true, layer: "extended" } }))).wroteOn !== null, "you wrote");
  expect((await ok(api.GET("/api/encounters/{id}/draft", encounter))).text.includes("A call"), "the draft says what comes next");
  expect((await ok(api.POST("/api/gatherings/{id}/expected", { params, body: { people: [grace] } }))).others.length + (await ok(api.GET("/api/gatherings/{id}/preparation", { params }))).talkTo.length === 1, "she is expected");
  expect((await ok(api.PATCH("/api/gatherings/{id}", { params, body: { afterMonth: "A pilot" } }))).afterMonth === "A pilot", "something came of it");
  expect((await ok(api.PUT("/api/encounters/{id}", { ...encounter, body: { about: "Runs two clinics", promised: "Send the deck" } }))).about === "Runs two clinics", "it was two clinics");
  const grit = { params: { path: { id: made.id, person: grace } } };
  expect((await ok(api.PUT("/api/gatherings/{id}/expected/{person}", { ...grit, body: { chosen: true, about: "Prices" } }))).talkTo[0]?.about === "Prices", "she is to be talked to");
  await undone(api.DELETE("/api/encounters/{id}", { params: { path: { id: met.id } } }));
  await undone(api.DELETE("/api/gatherings/{id}", { params }));
  const file = { body: "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:fair\r\nDTSTART;VALUE=DATE:20260510\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", bodySerializer: (body: unknown) => body as string, headers: { "Content-Type": "text/calendar" } };
  expect((await ok(api.POST("/api/gatherings/file/preview", file))).items[0]?.key === "fair", "the file has a fair");
  expect((await ok(api.POST("/api/gatherings/file", { ...file, params: { query: { key: ["fair"] } } }))).items[0]?.outcome === "added", "the fair is noted");
  expect((await ok(api.POST("/api/gatherings/file", file))).change === null, "the same file adds nothing");
}

async function sharing(): Promise<void> {
  const made = await ok(api.POST("/api/invitations", { body: { role: "member", mail: "grace@example.org", days: 7 } }));
  expect(made.link.includes("/join/") && (await ok(api.GET("/api/invitations"))).items[0]?.id === made.invitation.id, "the invitation is open");
  await done(api.DELETE("/api/invitations/{id}", { params: { path: { id: made.invitation.id } } }));
  expect((await ok(api.GET("/api/invitations"))).items.length === 0, "it was taken back");
  const owner = (await ok(api.GET("/api/sharing"))).items[0]!;
  const params = { path: { id: owner.id } };
  expect(owner.role === "owner" && (await ok(api.GET("/api/networks"))).items[0]?.isLookedAt === true, "it is their own network");
  expect((await api.PATCH("/api/sharing/{id}", { params, body: { role: "guest" } })).response.status === 409, "whoever owns it stays");
  expect((await api.DELETE("/api/sharing/{id}", { params })).response.status === 409, "and cannot leave");
}

async function calendars(): Promise<void> {
  const made = await ok(api.POST("/api/calendars", { body: { name: "Founders", address: "https://127.0.0.1:1/founders.ics", topics: "pricing" } }));
  const params = { path: { id: made.id } };
  expect(made.host === "127.0.0.1" && (await ok(api.GET("/api/calendars"))).items.length === 1, "its host alone is told");
  await api.POST("/api/calendars/{id}/look", { params }); // the server may look at it just now
  expect((await ok(api.GET("/api/calendars/{id}", { params }))).announces === 0, "nothing inside is called");
  expect((await ok(api.PUT("/api/calendars/{id}", { params, body: { name: "Guild", topics: "pricing" } }))).name === "Guild", "it has another name");
  expect((await ok(api.GET("/api/announced"))).items.length === 0, "nothing is announced");
  expect((await ok(api.GET("/api/gatherings/which"))).items.every((i) => i.reasons.length > 0), "each that fits says why");
  expect((await ok(api.PUT("/api/attending", { body: { howMany: 2, per: "quarter", places: "Lisbon, online" } }))).going === 0, "none is planned yet");
  expect((await ok(api.GET("/api/attending"))).per === "quarter", "two a quarter");
  await undone(api.DELETE("/api/attending"));
  const nothing = { params: { path: { id: made.id } } };
  expect((await api.GET("/api/announced/{id}", nothing)).response.status === 404, "that is no gathering");
  expect((await api.POST("/api/announced/{id}/keep", nothing)).response.status === 404, "so it is not kept");
  expect((await api.POST("/api/announced/{id}/aside", nothing)).response.status === 404, "nor put aside");
  expect((await api.POST("/api/announced/{id}/back", nothing)).response.status === 404, "nor brought back");
  await undone(api.DELETE("/api/calendars/{id}", { params }));
}

async function capture(grace: string): Promise<void> {
  const line = "called Grase yesterday";
  expect((await ok(api.POST("/api/capture/reading", { body: { line } }))).unclear[0]?.candidates[0]?.id === grace, "she may be meant");
  const kept = await ok(api.POST("/api/capture", { body: { line, who: [{ typed: "Grase", id: grace }] } }));
  expect(kept.touches[0]?.kind === "call" && kept.touches[0].people[0]?.id === grace, "the call is kept");
  await done(api.POST("/api/changes/{id}/undo", { params: { path: { id: kept.change! } } }));
  const [jotted, dropped] = [crypto.randomUUID(), crypto.randomUUID()];
  expect((await ok(api.POST("/api/jotted", { body: { id: jotted, line } }))).state === "waiting", "it waits to be looked at");
  await ok(api.POST("/api/jotted", { body: { id: dropped, line: "nothing much" } }));
  expect((await ok(api.GET("/api/jotted"))).items.length === 2, "both wait");
  expect((await ok(api.POST("/api/jotted/{id}/keep", { params: { path: { id: jotted } }, body: { who: [{ typed: "Grase", id: grace }] } }))).change !== null, "it is kept");
  await undone(api.DELETE("/api/jotted/{id}", { params: { path: { id: dropped } } }));
}

async function matching(): Promise<void> {
  const [mentees, mentors] = [[{ name: "Ana Ruiz", wants: ["pricing"] }], [{ name: "Grace Hopper", capacity: 2, offers: ["pricing strategy"] }]];
  const draft = await ok(api.POST("/api/match", { body: { mentees, mentors, mode: "stable", weights: { prefers: 0 }, pins: [{ mentee: "Ana Ruiz", mentor: "Grace Hopper" }] } }));
  expect(draft.pairs[0]?.mentor === "Grace Hopper" && draft.quality.blockingPairs === 0, "they are paired");
}

async function circles(): Promise<void> {
  const made = await ok(api.POST("/api/circles", { body: { name: "First founders", purpose: "We carry each other.", charter: "What is said stays." } }));
  const [circle, mine] = [{ circle: made.id }, (await ok(api.GET("/api/circles"))).items];
  const params = { path: circle };
  expect(mine[0]?.role === "owner" && (await ok(api.GET("/api/circles/{circle}", { params }))).charter === "What is said stays.", "they own it");
  expect((await ok(api.PUT("/api/circles/{circle}", { params, body: { name: "Founders", purpose: "We carry each other.", charter: "It stays here." } }))).name === "Founders", "it is called otherwise");
  const me = await ok(api.GET("/api/circles/{circle}/membership", { params }));
  expect((await ok(api.POST("/api/circles/{circle}/membership", { params, body: { name: "Ada" } }))).id === me.id, "who is in stays in");
  expect((await ok(api.PUT("/api/circles/{circle}/membership", { params, body: { name: "Ada", helps: ["pricing"], capacity: 1 } }))).helps[0] === "pricing", "they can help with pricing");
  const self = { params: { path: { ...circle, id: me.id } } };
  expect((await ok(api.GET("/api/circles/{circle}/members", { params }))).items.length === 1 && (await ok(api.GET("/api/circles/{circle}/members/{id}", self))).name === "Ada", "they are alone");
  expect((await api.PATCH("/api/circles/{circle}/members/{id}", { ...self, body: { role: "guest" } })).response.status === 409, "the last owner stays");
  expect((await api.DELETE("/api/circles/{circle}/members/{id}", self)).response.status === 409, "and is not taken out");
  expect((await api.PUT("/api/circles/{circle}/members/{id}/block", self)).response.status === 404, "nobody keeps apart from themselves");
  await done(api.DELETE("/api/circles/{circle}/members/{id}/block", self));
  await posts(circle, me.id);
  await rounds(circle, me.id);
  expect((await api.POST("/api/circles/{circle}/reports", { params, body: { why: "Odd", memberId: me.id } })).response.status === 404, "nor reports themselves");
  expect((await ok(api.GET("/api/circles/{circle}/reports", { params }))).items.length === 0, "nothing waits");
  expect((await api.POST("/api/circles/{circle}/reports/{id}", { ...self, body: { outcome: "leftAsItIs" } })).response.status === 404, "there is no such report");
  expect(!(await ok(api.POST("/api/circles/{circle}/introductions/looks", { params, body: { at: "Siemens" } }))).isKnown && (await ok(api.GET("/api/circles/{circle}/introductions", { params }))).items.length === 0, "nobody knows anybody there");
  expect((await ok(api.POST("/api/circles/{circle}/introductions", { params, body: { at: "Siemens", purpose: "How they buy" } }))).connector === null, "so it waits");
  expect((await api.POST("/api/circles/{circle}/introductions/{id}/step", { ...self, body: { step: "takeOn" } })).response.status === 404, "and there is nothing to take on");
  const invited = await ok(api.POST("/api/circles/{circle}/invitations", { params, body: { role: "member", days: 7 } }));
  expect(invited.link !== null && (await ok(api.GET("/api/circles/{circle}/invitations", { params }))).items[0]?.link === null, "the link is told once");
  await done(api.DELETE("/api/circles/{circle}/invitations/{id}", { params: { path: { ...circle, id: invited.id } } }));
  expect((await ok(api.POST("/api/circles/{circle}/copy", { params }))).members.length === 1, "a copy is made");
  expect((await ok(api.GET("/api/circles/{circle}/log", { params }))).items.at(-1)?.deed === "founded", "the log says who founded it");
  expect((await api.DELETE("/api/circles/{circle}/membership", { params })).response.status === 409, "the last host stays");
}

async function rounds(circle: { circle: string }, me: string): Promise<void> {
  const made = await ok(api.POST("/api/circles/{circle}/rounds", { params: { path: circle }, body: { title: "Summer", kind: "mentoring" } }));
  const params = { path: { ...circle, id: made.id } };
  expect((await ok(api.GET("/api/circles/{circle}/rounds", { params: { path: circle } }))).items.length === 1 && (await ok(api.GET("/api/circles/{circle}/rounds/{id}", { params }))).offerDays === 3, "it is announced");
  expect((await ok(api.PUT("/api/circles/{circle}/rounds/{id}", { params, body: { title: "Summer 2026" } }))).title === "Summer 2026", "it has another name");
  expect((await ok(api.PUT("/api/circles/{circle}/rounds/{id}/part", { params, body: { side: "mentor", places: 2, offers: ["pricing"] } }))).signUp?.places === 2, "they sign up");
  expect((await ok(api.POST("/api/circles/{circle}/rounds/{id}/pause", { params, body: { pause: false } }))).pairs.length === 0 && (await ok(api.GET("/api/circles/{circle}/rounds/{id}/part", { params }))).signUp?.side === "mentor", "they take part");
  expect((await ok(api.GET("/api/circles/{circle}/rounds/{id}/sign-ups", { params }))).items[0]?.memberId === me, "hosts see it");
  expect((await ok(api.POST("/api/circles/{circle}/rounds/{id}/draft", { params, body: { mode: "stable" } }))).pairs.length === 0 && !(await ok(api.GET("/api/circles/{circle}/rounds/{id}/draft", { params }))).isStale, "one alone makes no pair");
  expect((await api.POST("/api/circles/{circle}/rounds/{id}/publish", { params })).response.status === 409, "so nothing is published");
  expect((await api.POST("/api/circles/{circle}/rounds/{id}/pins", { params, body: { one: me, other: me } })).response.status === 422 && (await ok(api.GET("/api/circles/{circle}/rounds/{id}/pins", { params }))).items.length === 0, "nobody is put together with themselves");
  await done(api.DELETE("/api/circles/{circle}/rounds/{id}/pins/{pin}", { params: { path: { ...params.path, pin: me } } }));
  expect((await ok(api.GET("/api/circles/{circle}/rounds/{id}/pairs", { params }))).items.length + (await ok(api.GET("/api/circles/{circle}/rounds/{id}/groups", { params }))).items.length === 0, "nobody found anybody yet");
  const pair = { params: { path: { ...params.path, pair: me } } };
  expect((await api.POST("/api/circles/{circle}/rounds/{id}/pairs/{pair}/answer", { ...pair, body: { accept: true } })).response.status === 404, "nothing was offered");
  expect((await api.POST("/api/circles/{circle}/rounds/{id}/pairs/{pair}/fit", { ...pair, body: { fit: "good" } })).response.status === 404, "so nothing fits");
  expect((await api.POST("/api/circles/{circle}/rounds/{id}/pairs/{pair}/met", pair)).response.status === 404, "and nobody met");
  expect((await api.POST("/api/circles/{circle}/rounds/{id}/groups/{group}/week", { params: { path: { ...params.path, group: me } }, body: { went: "done" } })).response.status === 404, "nor is there a partner");
  expect((await api.POST("/api/circles/{circle}/rounds/{id}/end", { params })).response.status === 409, "what is not published does not end");
  await done(api.DELETE("/api/circles/{circle}/rounds/{id}/part", { params }));
  await done(api.DELETE("/api/circles/{circle}/rounds/{id}", { params }));
}

async function posts(circle: { circle: string }, me: string): Promise<void> {
  const made = await ok(api.POST("/api/circles/{circle}/posts", { params: { path: circle }, body: { kind: "ask", title: "How to price it", topics: ["pricing"] } }));
  const one = { params: { path: { ...circle, id: made.id } } };
  expect((await ok(api.GET("/api/circles/{circle}/posts", { params: { path: circle, query: { by: me } } }))).items[0]?.id === made.id && (await ok(api.GET("/api/circles/{circle}/posts/{id}", one))).until !== null, "it ends some day");
  expect((await ok(api.GET("/api/circles/{circle}/posts/{id}/fitting", one))).lessons.length === 0 && (await ok(api.GET("/api/circles/lessons", { params: { query: { about: "pricing" } } }))).items.length === 0, "nobody left a lesson yet");
  expect((await ok(api.PUT("/api/circles/{circle}/posts/{id}", { ...one, body: { kind: "ask", title: "How to price it well", isStanding: true } }))).until === null, "it stands");
  expect((await ok(api.POST("/api/circles/{circle}/posts/{id}/answers", { ...one, body: { kind: "word", text: "It is urgent." } }))).text === "It is urgent.", "more is said");
  expect((await ok(api.GET("/api/circles/{circle}/posts/{id}/answers", one))).items.length === 1, "in one answer");
  expect((await ok(api.POST("/api/circles/{circle}/posts/{id}/close", { ...one, body: { helped: true } }))).state === "helped", "it helped");
  expect((await ok(api.POST("/api/circles/{circle}/posts/{id}/extend", { ...one, body: {} }))).state === "open", "it is open again");
  expect((await ok(api.POST("/api/circles/{circle}/posts/{id}/hide", { ...one, body: { hide: true } }))).state === "hidden", "a host hides it");
  await done(api.DELETE("/api/circles/{circle}/posts/{id}", one));
}

/** The circle is there already, with nobody but its owner: what needs others is refused, and says so. */
async function sessions(): Promise<void> {
  const made = await ok(api.POST("/api/circles/{circle}/sessions", { params: { path: { circle } }, body: { kind: "ring", title: "Spring ring", isWritten: true } }));
  const path = { circle, id: made.session.id };
  const params = { path };
  expect(made.session.state === "running" && made.session.role === "facilitator", "a ring by writing is open at once");
  expect((await ok(api.GET("/api/circles/{circle}/sessions", { params: { path: { circle } } }))).items[0]?.id === path.id, "it is listed");
  const asked = await ok(api.POST("/api/circles/{circle}/sessions/{id}/entries", { params, body: { kind: "request", text: "Somebody who sold to hospitals" } }));
  const entry = { path: { ...path, entry: asked.entries[0]!.id } };
  expect(asked.report?.requests === 1 && asked.entries[0]!.isMine, "it is asked");
  expect((await ok(api.POST("/api/circles/{circle}/sessions/{id}/entries/{entry}/became", { params: entry, body: { what: "solved" } }))).entries[0]!.became[0] === "solved", "it is solved");
  await done(api.DELETE("/api/circles/{circle}/sessions/{id}/entries/{entry}", { params: entry }));
  expect((await ok(api.POST("/api/circles/{circle}/sessions/{id}/join", { params, body: {} }))).session.taken === 1, "whoever is in it is in it once");
  expect((await ok(api.POST("/api/circles/{circle}/sessions/{id}/role", { params, body: { member: null, role: "timekeeper" } }))).session.role === "timekeeper", "another role");
  expect((await api.POST("/api/circles/{circle}/sessions/{id}/begin", { params, body: { withFewer: true } })).response.ok, "it runs already");
  expect((await api.POST("/api/circles/{circle}/sessions/{id}/next", { params, body: { part: 0 } })).response.status === 409, "it has one part");
  expect((await api.POST("/api/circles/{circle}/sessions/{id}/pause", { params, body: { pause: true } })).response.status === 409, "and no clock");
  await api.POST("/api/circles/{circle}/sessions/{id}/turn", { params, body: { turn: path.id } });
  expect((await api.POST("/api/circles/{circle}/sessions/{id}/room", { params })).response.status === 404, "nobody asked for that");
  expect((await api.POST("/api/circles/{circle}/sessions/{id}/ask", { params, body: { helper: path.id } })).response.status === 404, "nor for another");
  expect((await api.POST("/api/circles/{circle}/sessions/{id}/stop", { params })).response.status === 404, "it is no peer support");
  expect((await api.DELETE("/api/circles/{circle}/sessions/{id}/record", { params })).response.status === 404, "nor a hot seat");
  await done(api.POST("/api/circles/{circle}/sessions/{id}/end", { params }));
  expect((await ok(api.GET("/api/circles/{circle}/sessions/{id}", { params }))).session.state === "over", "it is over");
  await done(api.POST("/api/circles/{circle}/sessions/{id}/leave", { params }));
}
