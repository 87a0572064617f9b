import { html, nothing, type CSSResult, type ReactiveControllerHost } from 'lit';

import { ImpersonationError } from '../../core/errors.js';
import { dress } from './dress.js';
import type { KitElement } from './kit-element.js';
import type { LocalizeController } from './localize.js';

/** What comes later of an element; the element wears the styles that come with it. */
export async function dressed<Part extends { readonly styles: readonly CSSResult[] }>(
  host: KitElement,
  coming: Promise<Part>,
): Promise<Part> {
  const part = await coming;
  dress(host, ...part.styles);
  return part;
}

/** What is not shown before somebody opens it: brought then, since few do. */
export class Brought<Look> {
  there: Look | null = null;
  /** Whether it could not be had. */
  failed = false;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Look>;
  #coming: Promise<Look | null> | null = null;

  constructor(host: ReactiveControllerHost, load: () => Promise<Look>) {
    this.#host = host;
    this.#load = load;
  }

  get isAsked(): boolean {
    return this.#coming !== null;
  }

  /**
   * Asks for it, unless it is there or was asked for; `null` when it is not to be had. The host is drawn again once that is
   * known.
   */
  readonly bring = (): Promise<Look | null> => (this.#coming ??= this.#ask());

  /** Asks for it once more, if it could not be had. */
  readonly again = (): Promise<Look | null> => {
    if (this.failed) this.#coming = null;
    this.failed = false;
    this.#host.requestUpdate();
    return this.bring();
  };

  /** Brings it. Draws it once it is there, and says why it is not. */
  show(draw: (look: Look) => unknown, localize: LocalizeController<'record'>): unknown {
    if (this.there) return draw(this.there);
    void this.bring();
    if (!this.failed) return nothing;
    return html`<div class="missing" part="error" role="alert">
      <p>${localize.error(new ImpersonationError('network'))}</p>
      <button class="button small" part="retry-button" type="button" @click=${this.again}>
        ${localize.messages.record.retry}
      </button>
    </div>`;
  }

  async #ask(): Promise<Look | null> {
    try {
      this.there = await this.#load();
    } catch {
      this.failed = true;
    }
    this.#host.requestUpdate();
    return this.there;
  }
}
