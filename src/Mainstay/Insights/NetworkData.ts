// The network as the server tells it, in columns of numbers; a person is their place in them.
interface Columns {
  months: string[];
  roles: { name: string; said: string; hue: number }[];
  needs: string[];
  organizations: string[];
  people: { id: string[]; name: string[]; layer: number[]; group: number[]; kind: number[]; roles: number[][]; organizations: number[][]; needs: number[][]; strengths: string[] };
  links: { count: number[]; further: number[]; strength: number[]; said: string };
}

export interface Network {
  count: number;
  columns: Columns;
  layer: Uint8Array;
  group: Int32Array;
  /** Per cent for each month; null where there never was a tie. */
  strengths: (Uint8Array | null)[];
  /** The ends of each link, and how well they know each other, per cent. */
  from: Int32Array;
  to: Int32Array;
  weight: Uint8Array;
  /** Whom each person knows: their places, from offsets[person] on. */
  offsets: Int32Array;
  known: Int32Array;
}

export async function read(address: string): Promise<Network> {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return unfold(await answer.json() as Columns);
}

function unfold(columns: Columns): Network {
  const { people, links } = columns, count = people.id.length, total = links.further.length;
  const from = new Int32Array(total), to = new Int32Array(total);
  for (let person = 0, link = 0; person < count; person++)
    for (let i = 0, end = person; i < links.count[person]!; i++, link++) {
      from[link] = person;
      to[link] = end += links.further[link]!;
    }
  return { count, columns, from, to, weight: Uint8Array.from(links.strength), layer: Uint8Array.from(people.layer), group: Int32Array.from(people.group), strengths: people.strengths.map(bytes), ...neighbours(count, from, to) };
}

function bytes(text: string): Uint8Array | null {
  return text === "" ? null : Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}

function neighbours(count: number, from: Int32Array, to: Int32Array): { offsets: Int32Array; known: Int32Array } {
  const offsets = new Int32Array(count + 1), known = new Int32Array(2 * from.length);
  for (let i = 0; i < from.length; i++) {
    offsets[from[i]! + 1]!++;
    offsets[to[i]! + 1]!++;
  }
  for (let i = 0; i < count; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, count);
  for (let i = 0; i < from.length; i++) {
    known[next[from[i]!]!++] = to[i]!;
    known[next[to[i]!]!++] = from[i]!;
  }
  return { offsets, known };
}

export const knownTo = (network: Network, person: number): Int32Array => network.known.subarray(network.offsets[person], network.offsets[person + 1]);

export const strengthAt = (network: Network, person: number, month: number): number => network.strengths[person]?.[month] ?? 0;
