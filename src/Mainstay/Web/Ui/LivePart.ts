// A part of a page that is told when it is another on the server, and then fetches the page and takes over what differs. It only listens while the page
// is looked at. What somebody types, what is open and where the focus is stay as they are. Without all this the page is right whenever it is loaded.
import { morphChildren } from "@hotwired/turbo";

const soonest = 2_000, latest = 60_000, patience = 8, left = "live-part-left";

class LivePart extends HTMLElement {
  #source: EventSource | undefined;
  #failures = 0;
  #waiting = 0;
  #wanted = "";
  #fetching = false;

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.#look);
    addEventListener("pagehide", this.#close);
    addEventListener("pageshow", this.#look);
    this.addEventListener("turbo:before-morph-attribute", keepOpen);
    this.addEventListener("stale", this.#stale);
    this.#failures = 0;
    this.#look();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#look);
    removeEventListener("pagehide", this.#close);
    removeEventListener("pageshow", this.#look);
    this.#close();
  }

  #look = (): void => {
    if (document.visibilityState === "visible" && this.isConnected) this.#open();
    else this.#close();
  };

  #open(): void {
    const address = this.getAttribute("src");
    if (this.#source || !address) return;
    clearTimeout(this.#waiting);
    const source = this.#source = new EventSource(address);
    source.addEventListener("changed", event => {
      this.#failures = 0;
      this.#wanted = event.data as string;
      void this.#catchUp();
    });
    // A line that broke is taken up again by the browser; only where it was refused does it give up.
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED || source !== this.#source) return;
      this.#close();
      void this.#refresh(); // what was taken away is not to be seen any longer
      if (++this.#failures < patience) this.#waiting = setTimeout(this.#look, Math.min(soonest * 2 ** this.#failures, latest));
    };
  }

  #close = (): void => {
    clearTimeout(this.#waiting);
    this.#source?.close();
    this.#source = undefined;
  };

  #stale = (): void => {
    this.setAttribute("version", "");
    void this.#catchUp();
  };

  /** What comes while a page is on its way is caught up with after it. */
  async #catchUp(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    for (let wanted = ""; this.#wanted !== this.getAttribute("version") && this.#wanted !== wanted;) {
      wanted = this.#wanted;
      await this.#refresh();
    }
    this.#fetching = false;
  }

  async #refresh(): Promise<void> {
    const here = location.href;
    const answer = await fetch(here, { headers: { Accept: "text/html" }, redirect: "manual", cache: "no-store" }).catch(() => null);
    if (this.isConnected && location.href === here && (answer?.status === 404 || answer?.type === "opaqueredirect")) return leave();
    const text = answer?.ok ? await answer.text().catch(() => null) : null;
    // A form that is to be put right stands as it was answered, and is not on the page as it is fetched.
    if (text === null || !this.isConnected || location.href !== here || this.querySelector("[aria-invalid=true]")) return;
    const there = new DOMParser().parseFromString(text, "text/html").getElementById(this.id);
    if (!there) return;
    morphChildren(this, there, { callbacks: { beforeNodeMorphed: mayChange } });
    this.setAttribute("version", there.getAttribute("version") ?? "");
  }
}

/** Goes where the server leads now: once, since whoever is led back here stays. Asked for anew and not loaded again, since a form may have led here. */
function leave(): void {
  const here = location.pathname + location.search;
  if (remembered() === here) return;
  try {
    sessionStorage.setItem(left, here);
  } catch {
    return; // what is not remembered could go on for ever
  }
  location.replace(here);
}

function remembered(): string | null {
  try {
    if (!document.querySelector("live-part")) sessionStorage.removeItem(left); // it led elsewhere
    return sessionStorage.getItem(left);
  } catch {
    return null;
  }
}

/** A field is left alone while somebody is in it or has written in it; what holds such a field is not taken away. */
function mayChange(here: Element, there?: Element): boolean {
  return there ? !isTyped(here) : !isTyped(here) && ![...here.querySelectorAll("input, textarea, select, [contenteditable]")].some(isTyped);
}

function isTyped(field: Element): boolean {
  if (field instanceof HTMLInputElement) return field.type !== "hidden" && (field === document.activeElement || (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue));
  if (field instanceof HTMLTextAreaElement) return field === document.activeElement || field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) return field === document.activeElement || isChosen(field);
  return field instanceof HTMLElement && field.isContentEditable && field === document.activeElement;
}

/** Where none is marked, the first is chosen from the beginning. */
function isChosen(select: HTMLSelectElement): boolean {
  const options = [...select.options];
  return options.some(o => o.defaultSelected) ? options.some(o => o.selected !== o.defaultSelected) : select.selectedIndex > 0;
}

function keepOpen(event: Event): void {
  const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail;
  if (attributeName === "open" && event.target instanceof HTMLElement && event.target.matches("details, dialog")) event.preventDefault();
}

remembered();
customElements.define("live-part", LivePart);
