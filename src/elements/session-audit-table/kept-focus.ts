import type { ReactiveController, ReactiveElement } from 'lit';

/** The focus in the element: given to what is drawn next, and kept at `place` when what had it is gone. */
export class KeptFocus implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #place: string;
  #had: Element | null = null;

  constructor(host: ReactiveElement, place: string) {
    this.#host = host;
    this.#place = place;
    host.addController(this);
  }

  get #focused(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdate(): void {
    this.#had = this.#focused;
  }

  hostUpdated(): void {
    const had = this.#had;
    if (!had) return;
    // Later: other controllers draw, too, and somebody may have another place for it.
    void this.#host.updateComplete.then(() => {
      if (!had.isConnected && !this.#focused) this.#give(this.#place);
    });
  }

  /** Gives it to what is there once the element is drawn. */
  to(selector: string): void {
    void this.#host.updateComplete.then(() => this.#give(selector));
  }

  #give(selector: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
