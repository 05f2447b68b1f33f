// How people, ties and words are drawn: the page's own colours, read from its style sheet, in light and dark alike.
import type { Settings } from "sigma/settings";
import type { NodeLabelDrawingFunction } from "sigma/rendering";

export type Colour = [red: number, green: number, blue: number];

export interface Palette { hues: Colour[]; plain: Colour; ink: Colour; paper: Colour; line: Colour; accent: Colour; text: string }

const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;

export function paletteOf(drawn: HTMLElement): Palette {
  const probe = (which: string) => colourOf(getComputedStyle(drawn.querySelector(`[data-probes] ${which}`)!).color);
  return {
    hues: Array.from({ length: 8 }, (_, hue) => probe(`[data-hue="${hue}"]`)),
    plain: probe(".plain"), ink: probe(".ink"), paper: probe(".paper"), line: probe(".line"), accent: probe(".accent"),
    text: getComputedStyle(drawn).fontFamily,
  };
}

/** Whatever way the style sheet writes it in. */
function colourOf(written: string): Colour {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = written;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

/** So much of the one over the other, as a colour that hides what is behind it. */
export function mixed(one: Colour, other: Colour, share: number): string {
  const part = (i: 0 | 1 | 2) => Math.round(one[i] * share + other[i] * (1 - share)).toString(16).padStart(2, "0");
  return `#${part(0)}${part(1)}${part(2)}`;
}

export function sheer([red, green, blue]: Colour, share: number): string {
  return `rgba(${red}, ${green}, ${blue}, ${share})`;
}

export const plain = (colour: Colour): string => mixed(colour, colour, 1);

type Drawing = (context: CanvasRenderingContext2D, data: { key?: string; x: number; y: number; size: number; label: string | null; color: string }, settings: Settings) => void;

export const fontOf = (palette: Palette, size: number): string => `500 ${size}px ${palette.text}`;

/** How wide a name is as it is written. */
export function widthOf(palette: Palette, size: number, text: string): number {
  canvas.font = fontOf(palette, size);
  return canvas.measureText(text).width;
}

type Box = [left: number, top: number, right: number, bottom: number];

/** Where names were written in this picture, so that none is written over another, nor cut off at an edge. */
export class Written {
  private boxes: Box[] = [];
  private first: (() => void) | null = null;

  /** How large the picture is. */
  room = { width: 0, height: 0 };

  /** Whose name stands where. */
  readonly places = new Map<string, { x: number; y: number; text: string }>();

  /** What comes first is asked for with the first name: only then is it known where everybody stands in this picture. */
  begin(first: () => void): void {
    this.boxes = [];
    this.places.clear();
    this.first = first;
  }

  /** No name is written here. */
  keepFree(box: Box): void {
    this.boxes.push(box);
  }

  /** Beside the person, on the other side, beneath, above, or aslant; null when there is no room anywhere. */
  place(person: string, x: number, y: number, size: number, wide: number, high: number, text: string): { x: number; y: number } | null {
    const { first } = this;
    this.first = null;
    first?.();
    const { width, height } = this.room, stands = this.places.get(person);
    if (stands || x < 0 || y < 0 || x > width || y > height) return stands ?? null;
    const [right, left, beneath, above] = [x + size + 4, x - size - 4 - wide, y + size + high * .8, y - size - high * .8];
    const middle = Math.min(Math.max(x - wide / 2, 2), Math.max(2, width - wide - 2));
    for (const [start, line] of [[right, y], [left, y], [middle, beneath], [middle, above], [right - 4, beneath - 4], [right - 4, above + 4], [left + 4, beneath - 4], [left + 4, above + 4], [middle, beneath + high], [middle, above - high]] as const) {
      const box: Box = [start - 2, line - high / 2, start + wide + 2, line + high / 2];
      if ((box[0] < 0 || box[2] > width) && wide + 4 < width || box[1] < 0 || box[3] > height) continue;
      if (this.boxes.some(other => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      this.boxes.push(box);
      const at = { x: start, y: line + high * .3 };
      this.places.set(person, { ...at, text });
      return at;
    }
    return null;
  }
}

/** Of the size of a name: how high its line is. */
export const lineOf = (size: number): number => size * 1.15;

/** Letters with a little paper around them, so that they can be read over whatever is behind. */
export function write(context: CanvasRenderingContext2D, palette: Palette, text: string, x: number, y: number, ink: string): void {
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = sheer(palette.paper, .86);
  context.fillStyle = ink;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/** A name beside its person, with a little paper around the letters. */
export function labels(palette: Palette, written: Written): NodeLabelDrawingFunction {
  const draw: Drawing = (context, { key, x, y, size, label }, { labelSize }) => {
    if (!label) return;
    context.font = fontOf(palette, labelSize);
    const at = written.place(key!, x, y, size, context.measureText(label).width, lineOf(labelSize), label);
    if (at) write(context, palette, label, at.x, at.y, plain(palette.ink));
  };
  return draw as NodeLabelDrawingFunction;
}

/** Who is pointed at or walked to: a ring, and the name on a little sheet. */
export function hovers(palette: Palette): NodeLabelDrawingFunction {
  const draw: Drawing = (context, { x, y, size, label }, { labelSize }) => {
    context.font = fontOf(palette, labelSize);
    const wide = label ? context.measureText(label).width : 0, high = labelSize + 10;
    if (label) {
      context.beginPath();
      context.roundRect(x + size + 1, y - high / 2, wide + 14, high, 6);
      context.fillStyle = plain(palette.paper);
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = plain(palette.line);
      context.stroke();
      context.fillStyle = plain(palette.ink);
      context.fillText(label, x + size + 7, y + labelSize * .34);
    }
    context.beginPath();
    context.arc(x, y, size + 3, 0, 2 * Math.PI);
    context.fillStyle = plain(palette.paper);
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = plain(palette.accent);
    context.stroke();
  };
  return draw as NodeLabelDrawingFunction;
}
