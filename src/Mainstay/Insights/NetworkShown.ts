// What of the network is to be seen: who was chosen in the form, who is looked at, which way is followed, which month it is.
import { knownTo, type Network } from "./NetworkData";

export class Shown {
  /** 1 for who answers to the form; null when all do. */
  matching: Uint8Array | null = null;

  hue = "support";

  /** The place of the month among all months. */
  month: number;

  /** Who is looked at with those they know. */
  focus: number | null = null;

  /** From the owner to somebody, one by one. */
  path: number[] = [];

  /** Where one is with the keyboard, and who is pointed at. */
  cursor: number | null = null;
  pointed: number | null = null;

  private readonly places: Map<string, number>;
  private readonly names: string[];
  private near = new Set<number>();

  constructor(readonly network: Network) {
    this.month = network.columns.months.length - 1;
    this.places = new Map(network.columns.people.id.map((id, place) => [id, place]));
    this.names = network.columns.people.name.map(fold);
  }

  placeOf(id: string | null): number | null {
    return id === null ? null : this.places.get(id) ?? null;
  }

  lookAt(person: number | null): void {
    this.focus = person;
    this.path = [];
    this.near = new Set(person === null ? [] : [person, ...knownTo(this.network, person)]);
  }

  follow(path: number[]): void {
    this.lookAt(null);
    this.path = path;
    this.near = new Set(path);
  }

  /** Reads what was chosen in the form. */
  narrow(form: FormData): void {
    const { columns, count } = this.network, { people } = columns;
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const need = columns.needs.indexOf(text("need")), organization = columns.organizations.indexOf(text("organization"));
    const role = columns.roles.findIndex(one => one.name.toLowerCase() === text("role").toLowerCase()), typed = fold(text("q"));
    this.hue = text("hue") || "support";
    this.month = Math.max(0, columns.months.length - 1 + Number(text("month") || 0));
    if (need < 0 && organization < 0 && role < 0 && typed === "") this.matching = null;
    else this.matching = Uint8Array.from({ length: count }, (_, i) => Number(
      (need < 0 || people.needs[i]!.includes(need)) && (organization < 0 || people.organizations[i]!.includes(organization))
      && (role < 0 || people.roles[i]!.includes(role)) && (typed === "" || this.names[i]!.includes(typed))));
  }

  /** Those who answer to the form, nearest layers first. */
  found(): number[] {
    const all: number[] = [];
    this.matching?.forEach((is, person) => { if (is) all.push(person); });
    return all.sort((one, other) => (this.network.layer[one]! || 9) - (this.network.layer[other]! || 9));
  }

  get isSome(): boolean {
    return this.near.size > 0 || this.matching !== null;
  }

  isLit(person: number): boolean {
    return this.near.size > 0 ? this.near.has(person) : this.matching === null || this.matching[person] === 1;
  }

  /** Whether these two stand next to each other on the way. */
  isStep(one: number | null, other: number): boolean {
    const at = this.path.indexOf(other);
    return at >= 0 && (one === null ? at === 0 : this.path[at - 1] === one || this.path[at + 1] === one);
  }

  /** Whether a tie between two belongs to what is looked at. */
  isTold(one: number, other: number): boolean {
    if (this.path.length > 0) return this.isStep(one, other);
    if (this.focus !== null) return one === this.focus || other === this.focus;
    return this.isLit(one) && this.isLit(other);
  }

  /** Which of the eight hues somebody has; -1 for none. */
  hueOf(person: number): number {
    const { people, roles } = this.network.columns;
    if (this.hue === "group") return people.group[person]! < 8 ? people.group[person]! : -1;
    if (this.hue === "role") return people.roles[person]!.length > 0 ? roles[people.roles[person]![0]!]!.hue : -1;
    return people.kind[person]!;
  }
}

/** As the server looks for names: without case and accents. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
