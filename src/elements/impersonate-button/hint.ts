import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Pixels kept free at the edge of the window. */
const edge = 8;

interface Parts {
  readonly control: HTMLElement;
  readonly hint: HTMLElement;
}

/**
 * Shows why a control cannot be used, beside it and above everything else, while it is hovered, focused or pressed.
 * Escape sends it away, and the pointer may rest on it (WCAG 1.4.13). Listens to the page only while it is shown.
 */
export class Hint implements ReactiveController {
  readonly #parts: () => Parts | null;
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost, parts: () => Parts | null) {
    this.#parts = parts;
    host.addController(this);
  }

  show(): void {
    const parts = this.#parts();
    if (!parts || this.#listening) return;
    const { control, hint } = parts;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    hint.showPopover();
    place(hint, control.getBoundingClientRect());
    window.addEventListener('scroll', () => this.hide(), { signal, capture: true, passive: true });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide(), {
      signal,
      capture: true,
    });
  }

  hide(): void {
    if (!this.#listening) return;
    this.#listening.abort();
    this.#listening = undefined;
    this.#parts()?.hint.hidePopover();
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#listening = undefined; // the popover closes by itself when it leaves the document
  }
}

/** Below the control, or above where there is no room; never over the edge. */
function place(hint: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { width, height } = hint.getBoundingClientRect();
  const room = document.documentElement.clientWidth - edge - width;
  hint.style.left = `${Math.max(edge, Math.min(left, room))}px`;
  hint.style.top = `${bottom + height > innerHeight && top > height ? top - height : bottom}px`;
}
