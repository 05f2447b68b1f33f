// What is jotted down without a network: kept on this device, shown, changed, and sent by the worker.
import { alone, key, learnt, put, remove, waiting, type Jotting, type Known, type Sent } from "./Outbox";

const again = 20_000;
const texts = ["gathering", "who", "about", "promised", "promisedToMe", "line"] as const;

class Outbox {
  private known: Known | undefined;

  /** A line that came back to be changed, with how its reading was changed: that holds as long as the line stays as it is. */
  private read: Jotting | undefined;

  constructor(private readonly page: HTMLElement) {}

  async start(): Promise<void> {
    if (!navigator.serviceWorker?.controller) return;
    this.part("without").hidden = true;
    this.known = await learnt();
    if (!this.known) return void (this.part("stranger").hidden = false);
    this.part("offline").hidden = false;
    this.offer(this.asked());
    await this.list();
    const kept = new URLSearchParams(location.search).get("kept"), one = (await waiting()).find(w => w.id === kept);
    if (one) this.say("kept", this.named(one));
    else this.page.querySelector<HTMLElement>("section:not([hidden]) :is(input, textarea)")?.focus();
    for (const form of this.page.querySelectorAll("form")) form.addEventListener("submit", event => {
      event.preventDefault();
      void this.keep(form);
    });
    send();
  }

  /** The worker said what became of what waits. */
  async heard({ sent, waiting: look }: Sent): Promise<void> {
    if (!this.known) return;
    await this.list();
    if (sent === 0) return;
    this.say(look > 0 ? "waiting" : "sent", String(sent));
    this.part("on").hidden = look === 0;
  }

  get isOpen(): boolean {
    return this.page.isConnected;
  }

  private part(name: string): HTMLElement {
    return this.page.querySelector<HTMLElement>(`[data-outbox=${name}]`)!;
  }

  /** The gathering that the address names. */
  private asked(): string | null {
    return /^\/gatherings\/([0-9a-f-]{36})/.exec(location.pathname)?.[1] ?? new URLSearchParams(location.search).get("gathering");
  }

  /** Whom somebody met can be noted where a gathering is near; at its own page that comes first. */
  private offer(asked: string | null): void {
    const choice = this.page.querySelector<HTMLSelectElement>("select[name=gathering]")!, near = [...this.known!.gatherings];
    if (asked && !near.some(g => g.id === asked)) near.unshift({ id: asked, name: this.page.dataset["this"]! });
    choice.replaceChildren(...near.map(g => new Option(g.name, g.id, g.id === asked, g.id === asked)));
    this.part("met").hidden = near.length === 0;
    this.part("line").hidden = false;
    if (!asked) this.part("met").before(this.part("line"));
    const [first, second] = this.page.querySelectorAll<HTMLElement>("section:not([hidden]) > h1");
    if (first && second) second.replaceWith(Object.assign(document.createElement("h2"), { id: second.id, textContent: second.textContent }));
  }

  private async keep(form: HTMLFormElement): Promise<void> {
    const typed = new FormData(form), filled = texts.map(name => [name, String(typed.get(name) ?? "").trim()] as const).filter(([, text]) => text !== "");
    const needed = form.querySelector<HTMLInputElement>("[required]:is(input, textarea)")!;
    if (needed.value.trim() === "") return needed.focus();
    const one: Jotting = { id: key(), account: this.known!.account, at: new Date().toISOString(), ...Object.fromEntries(filled) };
    if (this.read && this.read.line === one.line) Object.assign(one, { at: this.read.at, changes: this.read.changes });
    this.read = undefined;
    try {
      await put(one);
    } catch {
      return this.say("full");
    }
    for (const field of form.querySelectorAll<HTMLInputElement>("input, textarea")) field.value = "";
    needed.focus();
    this.say("kept", this.named(one));
    await this.list();
    send();
  }

  private async list(): Promise<void> {
    const mine = (await waiting()).filter(w => w.account === this.known!.account);
    this.part("waits").hidden = mine.length === 0;
    this.part("list").replaceChildren(...mine.map(one => this.row(one)));
  }

  private row(one: Jotting): HTMLElement {
    const row = document.createElement("li"), text = document.createElement("div"), problem = document.createElement("p");
    text.className = "text";
    text.append(Object.assign(document.createElement("bdi"), { textContent: this.named(one) }));
    if (one.problem) text.append(Object.assign(problem, { className: "problem", textContent: one.problem }));
    const buttons = Object.assign(document.createElement("div"), { className: "do" });
    buttons.append(this.button("change", one, () => this.change(one)), this.button("remove", one, () => this.take(one)));
    row.append(text, buttons);
    return row;
  }

  private button(name: "change" | "remove", one: Jotting, act: () => Promise<unknown>): HTMLElement {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button quiet small", textContent: this.page.dataset[name]! });
    button.append(Object.assign(document.createElement("span"), { className: "vh", textContent: ` ${this.named(one)}` }));
    button.addEventListener("click", () => void act());
    return button;
  }

  /** It comes back into its form, and waits no longer until it is kept again. */
  private async change(one: Jotting): Promise<void> {
    if (!await this.take(one)) return;
    this.read = one.changes ? one : undefined;
    const form = this.page.querySelector<HTMLFormElement>(`[data-outbox=${one.who ? "met" : "line"}] form`)!;
    for (const name of texts) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = one[name] ?? "";
    }
    form.querySelector<HTMLElement>("[required]")!.focus();
  }

  /** Takes it out, unless it was sent meanwhile. */
  private async take(one: Jotting): Promise<boolean> {
    const isThere = await alone(async () => {
      const there = (await waiting()).some(w => w.id === one.id);
      if (there) await remove(one.id);
      return there;
    });
    if (!isThere) this.say("gone");
    await this.list();
    return isThere;
  }

  private named(one: Jotting): string {
    const time = new Date(one.at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const at = this.known!.gatherings.find(g => g.id === one.gathering)?.name ?? "";
    const said = [one.about, one.promised, one.promisedToMe].filter(Boolean).join("; ");
    return one.who ? fill(this.page.dataset[at ? "met" : "line"]!, time, [one.who, said].filter(Boolean).join(": "), at) : fill(this.page.dataset["line"]!, time, one.line ?? "");
  }

  private say(sentence: string, ...inputs: string[]): void {
    this.part("said").textContent = fill(this.page.dataset[sentence]!, ...inputs);
  }
}

const fill = (sentence: string, ...inputs: string[]): string => sentence.replace(/\{(\d)\}/g, (_, at: string) => inputs[Number(at)] ?? "");

const send = (): void => navigator.serviceWorker?.controller?.postMessage("send");

let current: Outbox | undefined;

function begin(): void {
  const page = document.querySelector<HTMLElement>("#outbox:not([data-begun])");
  if (!page) return;
  page.dataset.begun = "";
  current = new Outbox(page);
  void current.start();
}

navigator.serviceWorker?.addEventListener("message", event => {
  if (current?.isOpen) void current.heard(event.data as Sent);
});
setInterval(() => { if (current?.isOpen) send(); }, again);
document.addEventListener("turbo:load", begin);
begin();
