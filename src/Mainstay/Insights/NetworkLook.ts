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

/** Where names were written in this picture, so that none is written over another. */
export class Written {
  private boxes: [left: number, top: number, right: number, bottom: number][] = [];

  /** Whose name stands where. */
  readonly places = new Map<string, { x: number; y: number; text: string }>();

  begin(): void {
    this.boxes = [];
    this.places.clear();
  }

  /** Beside the person, on the other side, or beneath; null when there is no room anywhere. */
  place(person: string, x: number, y: number, size: number, wide: number, high: number, text: string): { x: number; y: number } | null {
    for (const [left, middle] of [[x + size + 4, y], [x - size - 4 - wide, y], [x - wide / 2, y + size + high * .8], [x - wide / 2, y - size - high * .8]] as const) {
      const box: [number, number, number, number] = [left - 2, middle - high / 2, left + wide + 2, middle + high / 2];
      if (this.boxes.some(other => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      this.boxes.push(box);
      const at = { x: left, y: middle + high * .3 };
      this.places.set(person, { ...at, text });
      return at;
    }
    return null;
  }
}

/** A name beside its person, with a little paper around the letters. */
export function labels(palette: Palette, written: Written): NodeLabelDrawingFunction {
  const draw: Drawing = (context, { key, x, y, size, label }, { labelSize }) => {
    if (!label) return;
    context.font = fontOf(palette, labelSize);
    const at = written.place(key!, x, y, size, context.measureText(label).width, labelSize * 1.15, label);
    if (!at) return;
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = sheer(palette.paper, .86);
    context.fillStyle = plain(palette.ink);
    context.strokeText(label, at.x, at.y);
    context.fillText(label, at.x, at.y);
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
