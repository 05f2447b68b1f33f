// The drawing itself: sigma shows the graph, and this tells it how each person and each tie looks now.
import Graph from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram, EdgeRectangleProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { strengthAt, type Network } from "./NetworkData";
import { fontOf, hovers, labels, lineOf, mixed, plain, widthOf, write, Written, type Colour, type Palette } from "./NetworkLook";
import { rings, type Places } from "./NetworkPlaces";
import type { Shown } from "./NetworkShown";

export const me = "me";

/** From so many ties on they are drawn as hairlines, and rest while the picture moves. */
const many = 5_000;

/** So many people around somebody are named at once. */
const mostNamed = 40;

const sizes = [4.5, 11, 9, 7, 5.5], settle = 140, letters = 13, ringLetters = 11.5;

/** A stage as narrow as a phone has no room to spare at its sides. */
const narrow = 480;

export interface Words { me: string; layers: string[] }

export class Stage {
  readonly sigma: Sigma;
  readonly written = new Written();
  readonly graph = new Graph({ type: "undirected", multi: false });
  private readonly scale: number;
  private readonly isLarge: boolean;
  private readonly quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
  private moving = false;
  private settled: number | undefined;

  constructor(stage: HTMLElement, readonly network: Network, readonly places: Places, readonly shown: Shown, private palette: Palette, private readonly words: Words) {
    this.isLarge = network.from.length > many;
    this.scale = Math.min(1, Math.max(.3, Math.sqrt(300 / Math.max(1, network.count)))) * Math.min(1, Math.max(.66, stage.clientWidth / 560));
    this.fill();
    this.sigma = new Sigma(this.graph, stage, {
      ...this.settings(),
      nodeReducer: node => this.person(node),
      edgeReducer: (_, data) => this.tie(data as unknown as Tie),
      edgeProgramClasses: { line: this.resting(this.isLarge ? EdgeLineProgram : EdgeRectangleProgram) },
      defaultEdgeType: "line",
      labelRenderedSizeThreshold: this.isLarge ? 3 : 5,
      labelDensity: this.isLarge ? .7 : 1,
      labelGridCellSize: this.isLarge ? 110 : 84,
      labelSize: letters,
      stagePadding: stage.clientWidth < narrow ? 24 : 44,
      zIndex: true,
      minCameraRatio: .004,
      maxCameraRatio: 2.5,
      zoomDuration: this.quiet ? 0 : 160,
      inertiaDuration: this.quiet ? 0 : 180,
      allowInvalidContainer: true,
    });
    const far = Math.max(...places.bands.map(band => band[1])) * 1.02;
    this.sigma.setCustomBBox({ x: [-far, far], y: [-far, far] });
    this.sigma.on("beforeRender", () => this.written.begin(() => this.writeFirst()));
    this.drawRings();
    this.sigma.getCamera().on("updated", () => this.move());
  }

  /** In other colours, when it is dark now. */
  recolour(palette: Palette): void {
    this.palette = palette;
    this.sigma.setSettings(this.settings());
  }

  private settings() {
    return { defaultDrawNodeLabel: labels(this.palette, this.written), defaultDrawNodeHover: hovers(this.palette), labelFont: this.palette.text };
  }

  private fill(): void {
    const { network, places, graph } = this, { people } = network.columns;
    graph.addNode(me, { x: 0, y: 0, label: this.words.me });
    for (let person = 0; person < network.count; person++) graph.addNode(String(person), { x: places.x[person], y: places.y[person], label: people.name[person] });
    for (let link = 0; link < network.from.length; link++) {
      const one = network.from[link]!, other = network.to[link]!;
      graph.addUndirectedEdgeWithKey(`${link}`, String(one), String(other), { one, other, weight: network.weight[link] });
    }
    for (let person = 0; person < network.count; person++)
      if (network.layer[person] || network.strengths[person]) graph.addUndirectedEdgeWithKey(`me${person}`, me, String(person), { one: null, other: person, weight: 0 });
  }

  private person(node: string): Partial<NodeDisplayData> {
    const { shown, palette, network } = this, person = node === me ? null : Number(node), data = this.graph.getNodeAttributes(node);
    if (person === null) return { x: 0, y: 0, label: this.words.me, size: Math.max(5, 13 * this.scale), color: plain(palette.ink), zIndex: 3, forceLabel: true };
    const isLit = shown.isLit(person), isHere = person === shown.cursor, size = sizes[network.layer[person]!]! * this.scale;
    const seen: Partial<NodeDisplayData> = { x: data.x as number, y: data.y as number, size, color: this.colour(person, isLit), label: isLit || isHere ? data.label as string : "", zIndex: isLit ? 2 : 1, highlighted: isHere };
    if (shown.isSome && isLit) {
      seen.size = Math.max(size, this.isLarge && this.isFew ? 4 : size);
      seen.forceLabel = this.isFew || person === shown.focus;
    }
    return seen;
  }

  /** Whether there are so few in what is looked at that each can have a name. */
  private get isFew(): boolean {
    return this.lit <= mostNamed;
  }

  private lit = 0;

  private colour(person: number, isLit: boolean): string {
    const { palette, shown } = this, hue = shown.hueOf(person), colour: Colour = hue >= 0 ? palette.hues[hue]! : palette.plain;
    if (!isLit) return mixed(palette.plain, palette.paper, .22);
    return mixed(colour, palette.paper, .5 + .5 * Math.min(1, strengthAt(this.network, person, shown.month) / 60));
  }

  private tie({ one, other, weight }: Tie): Partial<EdgeDisplayData> {
    const { shown, palette } = this;
    if (one === null) return this.own(other);
    if (shown.isStep(one, other) && shown.path.length > 0) return { color: plain(palette.accent), size: 4, zIndex: 3 };
    const isTold = shown.isTold(one, other);
    if (shown.isSome && !isTold) return { hidden: true };
    if (shown.focus !== null) return { color: mixed(palette.ink, palette.paper, .3 + .5 * weight / 100), size: .8 + 2.4 * weight / 100, zIndex: 2 };
    return this.isLarge ? { color: mixed(palette.plain, palette.paper, .12 + .2 * weight / 100), size: .5, zIndex: 0 } : { color: mixed(palette.plain, palette.paper, .35 + .5 * weight / 100), size: .6 + 2 * weight / 100, zIndex: 1 };
  }

  /** The owner's own tie: as strong as it was in that month. */
  private own(person: number): Partial<EdgeDisplayData> {
    const { shown, palette } = this, strength = strengthAt(this.network, person, shown.month) / 100;
    if (shown.path.length > 0) return shown.isStep(null, person) ? { color: plain(palette.accent), size: 4, zIndex: 3 } : { hidden: true };
    if (!shown.isLit(person) || strength === 0) return { hidden: true };
    return { color: mixed(palette.accent, palette.paper, this.isLarge && !shown.isSome ? .06 + .4 * strength : .12 + .7 * strength), size: .5 + 3 * strength, zIndex: 0 };
  }

  /** Everything is looked at anew; places stay. */
  refresh(): void {
    this.lit = 0;
    if (this.shown.isSome) for (let person = 0; person < this.network.count; person++) if (this.shown.isLit(person)) this.lit++;
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Only these people look otherwise than before. */
  touch(people: (number | null)[]): void {
    const nodes = people.filter(person => person !== null).map(String);
    if (nodes.length > 0) this.sigma.refresh({ partialGraph: { nodes }, skipIndexation: true });
  }

  /** Everybody goes to their places. */
  settle(): void {
    const { x, y } = this.places;
    this.graph.updateEachNodeAttributes((node, data) => node === me ? data : { ...data, x: x[Number(node)], y: y[Number(node)] }, { attributes: ["x", "y"] });
  }

  /** Brings these people into the middle, as near as they all can be seen; the owner too, where a way begins with them. */
  centre(people: number[], withMe = false): void {
    const at = [...people.map(String), ...(withMe ? [me] : [])].map(node => this.sigma.getNodeDisplayData(node)).filter(data => data !== undefined);
    if (at.length === 0) return;
    const [left, right, low, high] = [Math.min(...at.map(d => d.x)), Math.max(...at.map(d => d.x)), Math.min(...at.map(d => d.y)), Math.max(...at.map(d => d.y))];
    const { ratio } = this.sigma.getCamera().getState();
    const aside = this.sigma.getDimensions().width < narrow ? 1.6 : 1.35; // names need as much room on a narrow stage as on a wide one
    const wanted = at.length === 1 ? Math.min(ratio, this.isLarge ? .12 : .6) : Math.min(1.1, Math.max(right - left, high - low, .05) * aside);
    this.go({ x: (left + right) / 2, y: (low + high) / 2, ratio: wanted });
  }

  go(to: { x?: number; y?: number; ratio?: number }): void {
    if (this.quiet) this.sigma.getCamera().setState(to);
    else void this.sigma.getCamera().animate(to, { duration: 260 });
  }

  private move(): void {
    this.moving = true;
    clearTimeout(this.settled);
    this.settled = setTimeout(() => {
      this.moving = false;
      this.sigma.scheduleRender();
    }, settle);
  }

  /** Very many ties rest while the picture moves: it follows the hand then, whatever draws it. */
  private resting(program: EdgeProgramType): EdgeProgramType {
    if (!this.isLarge) return program;
    const isMoving = () => this.moving;
    return class extends program {
      override render(...params: Parameters<InstanceType<EdgeProgramType>["render"]>): void {
        if (!isMoving()) super.render(...params);
      }
    };
  }

  /** Where each layer that holds anybody ends. */
  private ringsSeen(): { name: string; x: number; y: number; far: number }[] {
    const { x, y } = this.sigma.graphToViewport({ x: 0, y: 0 });
    return rings.filter(ring => this.places.bands[ring]![0] !== this.places.bands[ring]![1]).map(ring => {
      const edge = this.sigma.graphToViewport({ x: this.places.bands[ring]![1] + .4, y: 0 });
      return { name: this.words.layers[ring]!, x, y, far: Math.hypot(edge.x - x, edge.y - y) };
    });
  }

  /** Before all other names: those of the rings, which stay free, and of whom one looks at. */
  private writeFirst(): void {
    const { sigma, shown, written, palette, graph } = this;
    written.room = sigma.getDimensions();
    for (const { name, x, y, far } of this.ringsSeen()) {
      const half = widthOf(palette, ringLetters, name) / 2 + 4;
      written.keepFree([x - half, y - far + 2, x + half, y - far + 17]);
    }
    for (const node of (shown.focus === null ? shown.path : [shown.focus]).map(String)) {
      const data = sigma.getNodeDisplayData(node)!, { x, y } = sigma.framedGraphToViewport(data), name = graph.getNodeAttribute(node, "label") as string;
      written.place(node, x, y, sigma.scaleSize(data.size), widthOf(palette, letters, name), lineOf(letters), name);
    }
  }

  /** Where a layer ends, behind everything; what it is called, over ties and people. */
  private drawRings(): void {
    const { sigma } = this;
    sigma.createCanvasContext("rings", { beforeLayer: "edges" } as object);
    sigma.createCanvasContext("ring-names", { beforeLayer: "labels" } as object);
    sigma.resize(true);
    const [lines, names] = ["rings", "ring-names"].map(layer => sigma.getCanvases()[layer]!.getContext("2d")!) as [CanvasRenderingContext2D, CanvasRenderingContext2D];
    sigma.on("afterRender", () => {
      const { width, height } = sigma.getDimensions();
      lines.clearRect(0, 0, width, height);
      names.clearRect(0, 0, width, height);
      lines.lineWidth = 1;
      for (const { name, x, y, far } of this.ringsSeen()) {
        lines.strokeStyle = plain(this.palette.line);
        lines.beginPath();
        lines.arc(x, y, far, 0, 2 * Math.PI);
        lines.stroke();
        names.font = fontOf(this.palette, ringLetters);
        names.textAlign = "center";
        write(names, this.palette, name, x, y - far + 13, mixed(this.palette.ink, this.palette.paper, .62));
      }
    });
  }
}

interface Tie { one: number | null; other: number; weight: number }
