// Where everybody stood the last time, so that a network is found again as it was left. It lies with what else is kept of somebody
// in this browser, and goes with it when they sign out.
import { knownTo, type Network } from "./NetworkData";
import { keepInBand, type Bands, type Places } from "./NetworkPlaces";

interface Kept { id: string[]; x: number[]; y: number[]; layer: number[]; bands: Bands }

const personal = "personal", address = (of: string) => `/network/layout?of=${of}`;

/** As exactly as it is kept, so that what is drawn is what is found again. */
export const exact = (number: number): number => Math.round(number * 1000) / 1000;

export async function keptOf(of: string): Promise<Kept | undefined> {
  if (!("caches" in window)) return undefined;
  try {
    return await (await (await caches.open(personal)).match(address(of)))?.json() as Kept | undefined;
  } catch {
    return undefined; // a browser may forbid it: then the network is laid out anew
  }
}

export async function keep(of: string, network: Network, places: Places): Promise<void> {
  if (!("caches" in window)) return;
  const round = (numbers: Float32Array) => Array.from(numbers, exact);
  const kept: Kept = { id: network.columns.people.id, x: round(places.x), y: round(places.y), layer: Array.from(network.layer), bands: places.bands };
  try {
    await (await caches.open(personal)).put(address(of), new Response(JSON.stringify(kept), { headers: { "content-type": "application/json" } }));
  } catch { /* no room, or forbidden */ }
}

/** Puts everybody where they stood; the answer is who stood somewhere: 1 for each of them. */
export function restore(network: Network, places: Places, kept: Kept | undefined): Uint8Array {
  const stood = new Uint8Array(network.count);
  if (!kept) return stood;
  const before = new Map(kept.id.map((id, place) => [id, place]));
  for (let person = 0; person < network.count; person++) {
    const place = before.get(network.columns.people.id[person]!);
    if (place === undefined) continue;
    const layer = network.layer[person]!, was = kept.bands[kept.layer[place]!]!, is = places.bands[layer]!;
    [places.x[person], places.y[person]] = [kept.x[place]!, kept.y[place]!];
    // Whose ring grew, or who belongs to another one now, is put there in the same direction.
    if (kept.layer[place] !== layer) keepInBand(places, person, is);
    else if (was[0] !== is[0] || was[1] !== is[1]) move(places, person, was, is);
    stood[person] = 1;
  }
  besideThoseTheyKnow(network, places, stood);
  return stood;
}

function move(places: Places, person: number, was: [number, number], is: [number, number]): void {
  const far = Math.hypot(places.x[person]!, places.y[person]!) || 1, share = was[1] === was[0] ? .5 : (far - was[0]) / (was[1] - was[0]);
  const wanted = is[0] + share * (is[1] - is[0]);
  places.x[person]! *= wanted / far;
  places.y[person]! *= wanted / far;
}

/** Who is new begins in the middle of those they know. */
function besideThoseTheyKnow(network: Network, places: Places, stood: Uint8Array): void {
  for (let person = 0; person < network.count; person++) {
    const there = stood[person] ? [] : Array.from(knownTo(network, person)).filter(one => stood[one]);
    if (there.length === 0) continue;
    places.x[person] = there.reduce((sum, one) => sum + places.x[one]!, 0) / there.length;
    places.y[person] = there.reduce((sum, one) => sum + places.y[one]!, 0) / there.length;
    keepInBand(places, person, places.bands[network.layer[person]!]!);
  }
}
