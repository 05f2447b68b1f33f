// What is seen, kept as a file: drawn once more by the same rules, as lines of an SVG or on a larger canvas.
import { fontOf, mixed, plain, type Palette } from "./NetworkLook";
import type { Stage } from "./NetworkStage";

interface Pen {
  circle(x: number, y: number, radius: number, fill: string): void;
  line(from: { x: number; y: number }, to: { x: number; y: number }, wide: number, colour: string): void;
  text(x: number, y: number, text: string): void;
}

const sharper = 2, letters = 13;

export async function keepPng(stage: Stage, palette: Palette, name: string): Promise<void> {
  const { width, height } = stage.sigma.getDimensions(), canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * sharper, height * sharper];
  const context = canvas.getContext("2d")!;
  context.scale(sharper, sharper);
  context.fillStyle = plain(palette.paper);
  context.fillRect(0, 0, width, height);
  draw(stage, onCanvas(context, palette));
  const file = await new Promise<Blob | null>(done => canvas.toBlob(done, "image/png"));
  if (file) save(file, `${name}.png`);
}

export function keepSvg(stage: Stage, palette: Palette, name: string): void {
  const { width, height } = stage.sigma.getDimensions(), lines: string[] = [];
  draw(stage, inLines(lines, palette));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${escaped(palette.text)}" font-size="${letters}"><rect width="${width}" height="${height}" fill="${plain(palette.paper)}"/>${lines.join("")}</svg>`;
  save(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`);
}

function draw({ sigma, graph, written }: Stage, pen: Pen): void {
  const { width, height } = sigma.getDimensions(), isNear = (at: { x: number; y: number }) => at.x > -width && at.x < 2 * width && at.y > -height && at.y < 2 * height;
  const place = (node: string) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(node)!);
  const ties = graph.mapEdges(edge => edge).map(edge => ({ edge, data: sigma.getEdgeDisplayData(edge)! })).filter(({ data }) => !data.hidden).sort((one, other) => one.data.zIndex - other.data.zIndex);
  for (const { edge, data } of ties) {
    const [from, to] = graph.extremities(edge).map(place);
    if (isNear(from!) && isNear(to!)) pen.line(from!, to!, Math.max(.5, sigma.scaleSize(data.size)), data.color);
  }
  const people = graph.mapNodes(node => ({ data: sigma.getNodeDisplayData(node)!, at: place(node) })).filter(({ at }) => isNear(at)).sort((one, other) => one.data.zIndex - other.data.zIndex);
  for (const { data, at } of people) pen.circle(at.x, at.y, sigma.scaleSize(data.size), data.color);
  for (const { x, y, text } of written.places.values()) pen.text(x, y, text);
}

function onCanvas(context: CanvasRenderingContext2D, palette: Palette): Pen {
  context.font = fontOf(palette, letters);
  context.lineJoin = "round";
  return {
    circle(x, y, radius, fill) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = fill;
      context.fill();
    },
    line(from, to, wide, colour) {
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
      context.lineWidth = wide;
      context.strokeStyle = colour;
      context.stroke();
    },
    text(x, y, text) {
      context.lineWidth = 4;
      context.strokeStyle = plain(palette.paper);
      context.strokeText(text, x, y);
      context.fillStyle = plain(palette.ink);
      context.fillText(text, x, y);
    },
  };
}

function inLines(lines: string[], palette: Palette): Pen {
  const at = (number: number) => number.toFixed(1);
  return {
    circle: (x, y, radius, fill) => lines.push(`<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" fill="${fill}"/>`),
    line: (from, to, wide, colour) => lines.push(`<path d="M${at(from.x)} ${at(from.y)}L${at(to.x)} ${at(to.y)}" stroke="${colour}" stroke-width="${at(wide)}"/>`),
    text: (x, y, text) => lines.push(`<text x="${at(x)}" y="${at(y)}" fill="${plain(palette.ink)}" stroke="${mixed(palette.paper, palette.paper, 1)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escaped(text)}</text>`),
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
