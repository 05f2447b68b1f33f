// Runs beside the page, in a worker: draws those together who know each other, keeps everybody apart and in their ring.
import { keepInBand, type Bands } from "./NetworkPlaces";

export interface LayoutAsked {
  x: Float32Array; y: Float32Array; layer: Uint8Array; bands: Bands;
  from: Int32Array; to: Int32Array; weight: Uint8Array;
  /** 1 for who stays where they are. */
  fixed: Uint8Array;
}

const apart = 1.55, push = .5, pull = .09, many = 2_000;

onmessage = (event: MessageEvent<LayoutAsked>) => {
  const asked = event.data;
  relax(asked);
  (postMessage as (message: unknown, transfer: Transferable[]) => void)({ x: asked.x, y: asked.y }, [asked.x.buffer, asked.y.buffer]);
};

function relax(asked: LayoutAsked): void {
  const count = asked.x.length, rounds = count > many ? 90 : 160;
  const pulled = { x: new Float32Array(count), y: new Float32Array(count), sum: new Float32Array(count) };
  for (let round = 0; round < rounds; round++) {
    // At the end nobody is drawn any more, only kept apart.
    const drawn = pull * Math.max(0, 1 - 1.25 * round / rounds);
    if (drawn > 0) draw(asked, pulled, drawn);
    part(asked);
    for (let i = 0; i < count; i++) if (!asked.fixed[i]) keepInBand(asked, i, asked.bands[asked.layer[i]!]!);
  }
}

/** Everybody turns a part of the way towards those they know; how far out they stand stays, or all would end in the middle. */
function draw({ x, y, from, to, weight, fixed }: LayoutAsked, pulled: { x: Float32Array; y: Float32Array; sum: Float32Array }, share: number): void {
  pulled.x.fill(0);
  pulled.y.fill(0);
  pulled.sum.fill(0);
  for (let link = 0; link < from.length; link++) {
    const one = from[link]!, other = to[link]!, how = weight[link]! + 1, dx = (x[other]! - x[one]!) * how, dy = (y[other]! - y[one]!) * how;
    pulled.x[one]! += dx;
    pulled.y[one]! += dy;
    pulled.sum[one]! += how;
    pulled.x[other]! -= dx;
    pulled.y[other]! -= dy;
    pulled.sum[other]! += how;
  }
  for (let i = 0; i < x.length; i++) {
    if (fixed[i] || pulled.sum[i] === 0) continue;
    const far = Math.hypot(x[i]!, y[i]!);
    x[i]! += share * pulled.x[i]! / pulled.sum[i]!;
    y[i]! += share * pulled.y[i]! / pulled.sum[i]!;
    const back = far / (Math.hypot(x[i]!, y[i]!) || 1);
    x[i]! *= back;
    y[i]! *= back;
  }
}

/** Who stands too near to somebody moves aside; only neighbouring squares of a grid are looked at. */
function part({ x, y, fixed }: LayoutAsked): void {
  const squares = new Map<number, number[]>(), place = (i: number) => Math.floor(x[i]! / apart) * 65_536 + Math.floor(y[i]! / apart);
  for (let i = 0; i < x.length; i++) {
    const square = squares.get(place(i));
    if (square) square.push(i);
    else squares.set(place(i), [i]);
  }
  for (const [at, here] of squares)
    for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1], [1, -1]] as const) {
      const there = squares.get(at + dx * 65_536 + dy);
      if (!there) continue;
      for (let i = 0; i < here.length; i++)
        for (let j = dx === 0 && dy === 0 ? i + 1 : 0; j < there.length; j++) separate(x, y, fixed, here[i]!, there[j]!);
    }
}

function separate(x: Float32Array, y: Float32Array, fixed: Uint8Array, one: number, other: number): void {
  if (fixed[one] && fixed[other]) return;
  // Two at the very same place part by their numbers, not by chance.
  const dx = x[other]! - x[one]! || (one < other ? 1e-3 : -1e-3), dy = y[other]! - y[one]!, far = Math.hypot(dx, dy);
  if (far >= apart) return;
  const by = push * (apart - far) / far * (fixed[one] || fixed[other] ? 1 : .5);
  if (!fixed[one]) {
    x[one]! -= dx * by;
    y[one]! -= dy * by;
  }
  if (!fixed[other]) {
    x[other]! += dx * by;
    y[other]! += dy * by;
  }
}
