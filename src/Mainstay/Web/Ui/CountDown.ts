// Counts down to a moment of the server's, from what its clock said when it wrote the page: whatever the clock here says. At zero it waits for the server.
const asleep = 2_000;

class CountDown extends HTMLElement {
  static observedAttributes = ["until", "now"];

  #shown: ShadowRoot | undefined;
  #ends = 0;
  #drift = 0;
  #next = 0;

  connectedCallback(): void {
    this.#begin();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#next);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#begin();
  }

  #begin(): void {
    const left = Date.parse(this.getAttribute("until") ?? "") - Date.parse(this.getAttribute("now") ?? "");
    if (Number.isNaN(left)) return;
    this.#ends = performance.now() + left;
    this.#drift = Date.now() - performance.now();
    this.#shown ??= this.attachShadow({ mode: "open" });
    this.#tick();
  }

  #tick = (): void => {
    clearTimeout(this.#next);
    const left = Math.max(0, this.#ends - performance.now());
    this.#shown!.textContent = inWords(Math.ceil(left / 1_000));
    if (left > 0) this.#next = setTimeout(this.#tick, left % 1_000 || 1_000);
    this.#notice();
  };

  /** While a machine sleeps this count stands, and its clock goes on: then the server is asked again. */
  #notice(): void {
    const drift = Date.now() - performance.now();
    if (Math.abs(drift - this.#drift) < asleep) return;
    this.#drift = drift;
    this.dispatchEvent(new Event("stale", { bubbles: true }));
  }
}

function inWords(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

customElements.define("count-down", CountDown);

export {};
