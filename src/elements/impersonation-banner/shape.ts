import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Urgency } from './moment.js';

/** The share of the window's height that the bar may cover. */
const mostOfTheWindow = 1 / 4;
const degrees: readonly Urgency[] = ['calm', 'warning', 'critical'];

export interface ShapedHost extends ReactiveControllerHost, HTMLElement {
  layout: string;
  collapsible: boolean;
  collapsed: boolean;
}

/**
 * Whether its host is a bar or a pill: a pill when a person made it small, or when the bar would cover too much of a small
 * window; a bar again when the end comes near. Neither can be dismissed.
 */
export class ShapeController implements ReactiveController {
  readonly #host: ShapedHost;
  #isPill = false;
  /** Whether the window is too small for the bar; `opened` when a person wants to see it all the same. */
  #squeezed: false | 'closed' | 'opened' = false;
  #urgency: Urgency = 'calm';
  #quiet = false;

  constructor(host: ShapedHost) {
    this.#host = host;
    host.addController(this);
  }

  get isPill(): boolean {
    return this.#isPill;
  }

  /** Whether a person may make it small. */
  get collapses(): boolean {
    return this.#host.collapsible || this.#host.layout === 'pill' || this.#squeezed !== false;
  }

  hostConnected(): void {
    window.addEventListener('resize', this.#onResize);
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.#onResize);
  }

  hostUpdated(): void {
    queueMicrotask(this.#judge); // before anything is painted, so that nobody sees the bar that was too high
  }

  /** @param quiet whether it has nothing to say that a pill has no room for */
  settle(urgency: Urgency, quiet: boolean): void {
    if (degrees.indexOf(urgency) > degrees.indexOf(this.#urgency)) this.#host.collapsed = false;
    this.#urgency = urgency;
    this.#quiet = quiet;
    this.#isPill = quiet && (this.#host.collapsed || this.#squeezed === 'closed');
  }

  become(shape: 'bar' | 'pill'): void {
    if (shape === 'pill' && !this.collapses) return;
    // What was closed for want of room opens when there is room.
    if (shape === 'bar' || !this.#squeezed) this.#host.collapsed = shape === 'pill';
    if (this.#squeezed) this.#squeezed = shape === 'bar' ? 'opened' : 'closed';
    this.#host.requestUpdate();
  }

  readonly #judge = () => {
    const host = this.#host;
    if (!this.#quiet || this.#isPill || host.layout === 'flow') return;
    const fits = host.getBoundingClientRect().height <= window.innerHeight * mostOfTheWindow;
    if (fits === !this.#squeezed) return;
    if (fits) this.#squeezed = false;
    else if (!this.#squeezed) this.#squeezed = 'closed';
    host.requestUpdate();
  };

  readonly #onResize = () => {
    if (this.#squeezed === 'closed') this.#squeezed = false;
    this.#host.requestUpdate();
  };
}
