// The drawing of the network beside its list. Everything it shows the list says too, and the address says what is looked at.
import { read, knownTo, type Network } from "./NetworkData";
import { keepPng, keepSvg } from "./NetworkFiles";
import { exact, keep, keptOf, restore } from "./NetworkKept";
import { press } from "./NetworkKeys";
import type { LayoutAsked } from "./NetworkLayout";
import { paletteOf } from "./NetworkLook";
import { begin, type Places } from "./NetworkPlaces";
import { Shown } from "./NetworkShown";
import { me, Stage } from "./NetworkStage";

let current: Drawing | undefined;

class Drawing {
  private readonly stop = new AbortController();
  private readonly frame = document.querySelector<HTMLElement>("turbo-frame#network-list")!;
  private readonly form = document.querySelector<HTMLFormElement>("form#network-filter")!;
  private readonly canvas: HTMLElement;
  private layout: Worker | undefined;
  private stage!: Stage;
  private searching: number | undefined;

  constructor(readonly drawn: HTMLElement) {
    this.canvas = drawn.querySelector("[data-stage]")!;
  }

  async start(): Promise<void> {
    const { of, graph } = this.drawn.dataset;
    if (!canDraw()) return this.giveUp();
    const [network, kept] = await Promise.all([read(graph!), keptOf(of!)]);
    if (this.stop.signal.aborted) return;
    const places = begin(network), stood = restore(network, places, kept), shown = new Shown(network);
    shown.narrow(new FormData(this.form));
    this.stage = new Stage(this.canvas, network, places, shown, paletteOf(this.drawn), { me: this.drawn.dataset.me!, layers: JSON.parse(this.drawn.dataset.layers!) as string[] });
    this.drawn.dataset.drawn = "first";
    requestAnimationFrame(() => performance.mark("network-drawn"));
    this.listen();
    this.readAddress(location.href);
    if (stood.includes(0)) this.layOut(network, places, stood);
    else this.settled();
  }

  end(): void {
    this.stop.abort();
    this.layout?.terminate();
    (this.stage as Stage | undefined)?.sigma.kill();
  }

  private giveUp(): void {
    this.drawn.querySelector<HTMLElement>("[data-missing]")!.hidden = false;
    this.drawn.dataset.drawn = "never";
  }

  /** Beside the page, so that it can be looked at and moved meanwhile. */
  private layOut(network: Network, places: Places, stood: Uint8Array): void {
    this.layout = new Worker(this.drawn.dataset.layout!, { type: "module" });
    this.layout.onmessage = ({ data }: MessageEvent<{ x: Float32Array; y: Float32Array }>) => {
      this.layout?.terminate();
      for (let person = 0; person < network.count; person++) if (!this.dragged.has(person)) [places.x[person], places.y[person]] = [exact(data.x[person]!), exact(data.y[person]!)];
      this.stage.settle();
      if (this.stage.shown.isSome) this.centre();
      void keep(this.drawn.dataset.of!, network, places).then(() => this.settled());
    };
    const { layer, from, to, weight } = network;
    this.layout.postMessage({ x: places.x, y: places.y, bands: places.bands, layer, from, to, weight, fixed: stood } satisfies LayoutAsked);
  }

  private settled(): void {
    this.drawn.dataset.drawn = "settled";
  }

  private readonly dragged = new Set<number>();

  private listen(): void {
    const { signal } = this.stop, { sigma } = this.stage;
    this.form.addEventListener("input", () => this.narrow(), { signal });
    this.form.addEventListener("change", event => { if ((event.target as HTMLElement).getAttribute("name") !== "q") this.form.requestSubmit(); }, { signal });
    this.frame.addEventListener("turbo:frame-load", () => this.told(), { signal });
    this.drawn.addEventListener("click", event => this.tool((event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do), { signal });
    this.canvas.addEventListener("keydown", event => press(event, this.stage, this.doings), { signal });
    this.canvas.addEventListener("blur", () => this.walk(null), { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.stage.recolour(paletteOf(this.drawn)), { signal });
    sigma.on("clickNode", ({ node }) => { if (node === me) this.show(null); else this.show(Number(node)); });
    sigma.on("clickStage", () => { if (this.stage.shown.focus !== null) this.show(null); });
    sigma.on("enterNode", ({ node }) => this.point(node === me ? null : Number(node)));
    sigma.on("leaveNode", () => this.point(null));
    this.dragging();
  }

  /** The list tells something else now: the drawing follows, and who read further down begins at its head. */
  private told(): void {
    this.readAddress((this.frame as HTMLElement & { src: string }).src);
    if (this.frame.getBoundingClientRect().top < 0) this.frame.scrollIntoView({ block: "start" });
  }

  private readonly doings = {
    walk: (to: number) => this.walk(to),
    focus: (person: number) => this.show(person),
    open: (person: number) => this.open(person),
    zoom: (by: number) => this.zoom(by),
    back: () => { if (this.stage.shown.focus !== null || this.stage.shown.path.length > 0) this.show(null); else this.walk(null); },
  };

  /** What was chosen in the form is seen at once; the list follows when it is sent. */
  private narrow(): void {
    const { shown } = this.stage, month = this.form.querySelector<HTMLInputElement>("[name=month]")!;
    shown.narrow(new FormData(this.form));
    const said = Number(month.value) === 0 ? this.drawn.dataset.now! : new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(shown.network.columns.months[shown.month]!));
    month.setAttribute("aria-valuetext", said);
    this.form.querySelector("output")!.textContent = said;
    clearTimeout(this.searching);
    this.searching = setTimeout(() => {
      if (shown.focus !== null) shown.lookAt(null);
      this.stage.refresh();
      this.find();
    }, 60);
  }

  private find(): void {
    const typed = this.form.querySelector<HTMLInputElement>("[name=q]")!.value.trim();
    if (typed === "") return;
    const found = this.stage.shown.found();
    if (found.length === 0) return this.say(this.drawn.dataset.none!);
    this.stage.centre([found[0]!]);
    this.say(this.drawn.dataset.found!, found.length, this.name(found[0]!));
  }

  /** The address says who is looked at, or which way is followed. */
  private readAddress(address: string): void {
    const asked = new URL(address, location.href).searchParams, { shown } = this.stage;
    const path = (asked.get("path") ?? "").split(",").map(id => shown.placeOf(id)).filter(person => person !== null);
    if (path.length > 0) shown.follow(path);
    else shown.lookAt(shown.placeOf(asked.get("person")));
    this.stage.refresh();
    if (shown.focus !== null || path.length > 0) this.centre();
  }

  private centre(): void {
    const { shown, network } = this.stage;
    if (shown.path.length > 0) this.stage.centre(shown.path, true);
    else if (shown.focus !== null) this.stage.centre([shown.focus, ...knownTo(network, shown.focus)]);
  }

  /** Looks at somebody with those they know, or at everybody again; the list goes along. */
  private show(person: number | null): void {
    const { shown, network } = this.stage, asked = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (value !== "" && !(name === "month" && value === "0") && !(name === "hue" && value === "support")) asked.set(name, String(value));
    if (person !== null) asked.set("person", network.columns.people.id[person]!);
    shown.lookAt(person);
    this.stage.refresh();
    this.centre();
    if (person === null) this.say(this.drawn.dataset.all!);
    else this.say(this.drawn.dataset.focused!, this.name(person), knownTo(network, person).length);
    const query = asked.toString();
    this.visit(query === "" ? "/network" : `/network?${query}`, this.frame.id);
  }

  private walk(to: number | null): void {
    const { shown, network } = this.stage, from = shown.cursor;
    if (from === to) return;
    shown.cursor = to;
    this.stage.touch([from, to]);
    if (to === null) return;
    const at = this.stage.sigma.getNodeDisplayData(String(to))!, { x, y } = this.stage.sigma.framedGraphToViewport(at), { width, height } = this.stage.sigma.getDimensions();
    if (x < 30 || y < 30 || x > width - 30 || y > height - 30) this.stage.go({ x: at.x, y: at.y });
    const { people, roles } = network.columns, layers = JSON.parse(this.drawn.dataset.layers!) as string[];
    const what = [people.name[to], ...people.roles[to]!.slice(0, 1).map(role => roles[role]!.said), network.layer[to] ? layers[network.layer[to]!] : null].filter(Boolean).join(", ");
    this.say(this.drawn.dataset.said!, what, knownTo(network, to).length);
  }

  /** Pointing at somebody names those they know. */
  private point(person: number | null): void {
    this.canvas.toggleAttribute("data-pointing", person !== null);
    const { shown } = this.stage;
    if (shown.pointed === person) return;
    const before = shown.pointed === null ? [] : Array.from(knownTo(this.stage.network, shown.pointed));
    shown.pointed = person;
    this.stage.touch([...before, ...(person === null ? [] : knownTo(this.stage.network, person))]);
  }

  private open(person: number): void {
    // No visit of Turbo's: a list that is still on its way would call it off when it arrives.
    location.assign(`/people/${this.stage.network.columns.people.id[person]!}`);
  }

  /** As a link to a part of the page would. */
  private visit(address: string, frame: string): void {
    const link = document.createElement("a");
    link.href = address;
    Object.assign(link.dataset, { turboFrame: frame, turboAction: "replace" });
    this.drawn.append(link);
    link.click();
    link.remove();
  }

  private tool(what: string | undefined): void {
    const name = this.drawn.dataset.file!, palette = paletteOf(this.drawn);
    if (what === "in") this.zoom(1 / 1.5);
    else if (what === "out") this.zoom(1.5);
    else if (what === "all") this.stage.go({ x: .5, y: .5, ratio: 1 });
    else if (what !== "png" && what !== "svg") return;
    else if (what === "png") void keepPng(this.stage, palette, name);
    else keepSvg(this.stage, palette, name);
    for (const menu of this.drawn.querySelectorAll("details")) menu.open = false;
  }

  private zoom(by: number): void {
    const camera = this.stage.sigma.getCamera();
    this.stage.go({ ratio: camera.getBoundedRatio(camera.getState().ratio * by) });
  }

  /** Somebody can be put elsewhere; they stay there until the next sign-out. */
  private dragging(): void {
    const { sigma, graph, places, network } = this.stage;
    let held: number | null = null, moved = false;
    sigma.on("downNode", ({ node }) => { if (node !== me) [held, moved] = [Number(node), false]; });
    sigma.on("moveBody", ({ event }) => {
      if (held === null) return;
      const { x, y } = sigma.viewportToGraph(event);
      [places.x[held], places.y[held], moved] = [x, y, true];
      graph.mergeNodeAttributes(String(held), { x, y });
      event.preventSigmaDefault();
    });
    const drop = () => {
      if (held !== null && moved) {
        this.dragged.add(held);
        void keep(this.drawn.dataset.of!, network, places);
      }
      held = null;
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
  }

  private name(person: number): string {
    return this.stage.network.columns.people.name[person]!;
  }

  private say(sentence: string, ...inputs: (string | number)[]): void {
    this.drawn.querySelector("[data-say]")!.textContent = inputs.reduce<string>((said, input, i) => said.replace(`{${i}}`, String(input)), sentence);
  }
}

function canDraw(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

function arrive(): void {
  const drawn = document.getElementById("network");
  if (drawn === (current?.drawn ?? null)) return;
  current?.end();
  current = drawn ? new Drawing(drawn) : undefined;
  void current?.start();
}

document.addEventListener("turbo:load", arrive);
arrive();
