// Where everybody stands at first: the owner in the middle, layers as rings around them, those who know each other side by side.
// It depends on nothing but who is there, so it is the same on every visit and on every machine.
import type { Network } from "./NetworkData";

/** From the nearest ring to the furthest: core, close, extended, wider, and who is in no layer. */
export const rings = [1, 2, 3, 4, 0];

/** Where each layer's ring begins and ends, by the layer's number. */
export type Bands = [inner: number, outer: number][];

export interface Places { x: Float32Array; y: Float32Array; bands: Bands }

const middle = 2.6, between = .8, thinnest = 1.2, room = 2.4, steps = 1.25;

export function bandsOf(layer: Uint8Array): Bands {
  const counts = [0, 0, 0, 0, 0];
  for (const one of layer) counts[one]!++;
  const bands: Bands = counts.map(() => [0, 0]);
  let inner = middle;
  for (const ring of rings) {
    const count = counts[ring]!;
    if (count === 0) {
      bands[ring] = [inner, inner];
      continue;
    }
    // Rings grow by steps, so that one person more seldom moves everybody.
    const roomy = Math.pow(steps, Math.ceil(Math.log(count) / Math.log(steps)));
    const outer = Math.max(inner + thinnest, Math.sqrt(inner * inner + roomy * room));
    bands[ring] = [inner, outer];
    inner = outer + between;
  }
  return bands;
}

export function begin(network: Network): Places {
  const { count, layer, group, columns: { people } } = network;
  const places = { x: new Float32Array(count), y: new Float32Array(count), bands: bandsOf(layer) };
  const sectors = sectorsOf(group);
  for (let person = 0; person < count; person++) {
    const chance = hash(people.id[person]!), [start, span] = sectors[group[person]! + 1]!, [inner, outer] = places.bands[layer[person]!]!;
    const angle = start + span * (.06 + .88 * (chance & 0xffff) / 0xffff);
    const radius = Math.sqrt(inner * inner + (outer * outer - inner * inner) * (.04 + .92 * (chance >>> 16) / 0xffff));
    places.x[person] = radius * Math.cos(angle);
    places.y[person] = radius * Math.sin(angle);
  }
  return places;
}

/** A slice of the whole for each group, as large as it has people; those whom nobody knows stand wherever there is room. */
function sectorsOf(group: Int32Array): [start: number, span: number][] {
  const sizes: number[] = [];
  for (const one of group) if (one >= 0) sizes[one] = (sizes[one] ?? 0) + 1;
  const whole = 2 * Math.PI / Math.max(1, sizes.reduce((sum, size) => sum + size, 0));
  let at = Math.PI / 2;
  const sectors: [number, number][] = [[0, 2 * Math.PI]];
  for (const size of sizes) {
    sectors.push([at, size * whole]);
    at += size * whole;
  }
  return sectors;
}

/** Back into the ring where somebody belongs, in the same direction. */
export function keepInBand(places: { x: Float32Array; y: Float32Array }, person: number, band: [number, number]): void {
  const x = places.x[person]!, y = places.y[person]!, far = Math.hypot(x, y);
  const wanted = Math.min(band[1], Math.max(band[0], far));
  if (wanted === far) return;
  places.x[person] = far === 0 ? wanted : x * wanted / far;
  places.y[person] = far === 0 ? 0 : y * wanted / far;
}

/** FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum ^= sum >>> 15;
  return Math.imul(sum, 0x2c1b3c6d) >>> 0;
}
