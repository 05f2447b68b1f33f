// Suggests people while one types a name. Without it, names are found when the form is sent.
interface Found { kind: string; id: string; title: string; subtitle: string | null }

const wait = 120, most = 8;

document.addEventListener("focusin", event => {
  const input = event.target as HTMLInputElement;
  if (input.matches?.("input[data-people]") && !input.dataset.begun) new PeopleField(input);
});

class PeopleField {
  private readonly list = document.createElement("ul");
  private found: Found[] = [];
  private at = -1;
  private timer = 0;
  private asking?: AbortController;

  constructor(private readonly input: HTMLInputElement) {
    input.dataset.begun = "";
    this.list.id = `${input.id}-people`;
    this.list.className = "suggested";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.dataset.label ?? input.labels?.[0]?.textContent ?? "");
    input.after(this.list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": this.list.id, "aria-expanded": "false", "aria-autocomplete": "list" })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", event => this.press(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  /** Several names have commas between them: the last one is being typed. */
  private typed(): string {
    return (this.input.dataset.people === "chips" ? this.input.value.split(",").pop() : this.input.value)?.trim() ?? "";
  }

  private later(): void {
    this.forget();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), wait);
  }

  private async ask(): Promise<void> {
    this.asking?.abort();
    const text = this.typed();
    if (text.length < 2) return this.close();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`/api/search?limit=${most}&q=${encodeURIComponent(text)}`, { headers: { Accept: "application/json" }, signal: this.asking.signal });
      if (!answer.ok) return this.close();
      const { results } = (await answer.json()) as { results: Found[] };
      this.show(results.filter(r => r.kind === "person"));
    } catch {
      this.close(); // typed on, or nobody answers: the name alone will do
    }
  }

  private show(found: Found[]): void {
    this.found = found;
    this.at = -1;
    this.list.replaceChildren(...found.map((person, i) => this.option(person, i)));
    this.list.hidden = found.length === 0;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  private option(person: Found, i: number): HTMLElement {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${i}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const name = document.createElement("bdi");
    name.textContent = person.title;
    option.append(name);
    if (person.subtitle) {
      const beside = document.createElement("small");
      beside.textContent = person.subtitle;
      option.append(beside);
    }
    option.addEventListener("pointerdown", event => {
      event.preventDefault();
      this.take(person);
    });
    return option;
  }

  private press(event: KeyboardEvent): void {
    if (this.list.hidden) return;
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.at >= 0) this.take(this.found[this.at]!);
    else if (event.key === "ArrowDown") this.mark((this.at + 1) % this.found.length);
    else if (event.key === "ArrowUp") this.mark((this.at - 1 + this.found.length) % this.found.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private mark(at: number): void {
    this.at = at;
    Array.from(this.list.children).forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    this.input.setAttribute("aria-activedescendant", `${this.list.id}-${at}`);
  }

  private take(person: Found): void {
    if (this.input.dataset.people === "chips") this.choose(person);
    else this.link(person);
    this.close();
  }

  private choose(person: Found): void {
    const chosen = this.input.closest("[data-who]")?.querySelector("[data-chosen]");
    this.input.value = this.input.value.split(",").slice(0, -1).join(", ");
    if (!chosen || chosen.querySelector(`input[value="${CSS.escape(person.id)}"]`)) return;
    const pick = document.createElement("label");
    pick.className = "pick";
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "person", value: person.id, checked: true });
    const words = document.createElement("span");
    const name = document.createElement("bdi");
    name.textContent = person.title;
    words.append(name);
    pick.append(box, words);
    const item = document.createElement("li");
    item.append(pick);
    chosen.append(item);
  }

  /** The name stands in the field, the id in the hidden one beside it. */
  private link(person: Found): void {
    this.input.value = person.title;
    const id = this.hidden();
    if (id) id.value = person.id;
  }

  private forget(): void {
    const id = this.input.dataset.people === "chips" ? null : this.hidden();
    if (id) id.value = "";
  }

  private hidden(): HTMLInputElement | null {
    if (!this.input.name.endsWith(".name")) return null; // this one has no id beside it
    return this.input.form?.elements.namedItem(this.input.name.replace(/\.name$/, ".other")) as HTMLInputElement | null;
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}

export {};
