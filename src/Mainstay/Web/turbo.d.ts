/** What we use of Turbo, which comes without types. */
declare module "@hotwired/turbo" {
  export function visit(address: string, options?: { action?: "advance" | "replace" }): void;
  export function morphChildren(here: Element, there: Element, options?: { callbacks?: { beforeNodeMorphed?: (here: Element, there?: Element) => boolean } }): void;
}
