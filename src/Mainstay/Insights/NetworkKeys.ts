// The drawing by keyboard: arrows walk to who stands nearest in that direction, first among those who know each other.
import { knownTo } from "./NetworkData";
import type { Stage } from "./NetworkStage";

const directions: Record<string, [number, number]> = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export interface Doings { walk(to: number): void; focus(person: number): void; open(person: number): void; back(): void; zoom(by: number): void }

export function press(event: KeyboardEvent, stage: Stage, doings: Doings): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { shown } = stage, direction = directions[event.key], here = shown.cursor;
  if (direction) {
    const to = towards(stage, direction);
    if (to !== null) doings.walk(to);
  } else if (event.key === "+" || event.key === "=") doings.zoom(1 / 1.5);
  else if (event.key === "-") doings.zoom(1.5);
  else if (event.key === "Enter" && here !== null) doings.open(here);
  else if (event.key === " " && here !== null) doings.focus(here);
  else if (event.key === "Escape") doings.back();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function towards(stage: Stage, direction: [number, number]): number | null {
  const { network, shown, places } = stage, here = shown.cursor;
  const from: [number, number] = here === null ? [0, 0] : [places.x[here]!, places.y[here]!];
  const lit = (person: number) => person !== here && shown.isLit(person);
  const friends = here === null ? [] : Array.from(knownTo(network, here)).filter(lit);
  return nearest(stage, from, direction, friends) ?? nearest(stage, from, direction, Array.from({ length: network.count }, (_, i) => i).filter(lit));
}

/** Who stands nearest within an eighth of a turn to either side. */
function nearest({ places }: Stage, [x, y]: [number, number], [dx, dy]: [number, number], people: number[]): number | null {
  let best: number | null = null, least = Infinity;
  for (const person of people) {
    const ax = places.x[person]! - x, ay = places.y[person]! - y, along = ax * dx + ay * dy, aside = Math.abs(ax * dy - ay * dx);
    if (along <= 0 || aside > along) continue;
    const far = Math.hypot(ax, ay);
    if (far < least) [best, least] = [person, far];
  }
  return best;
}
