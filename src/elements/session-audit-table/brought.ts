import { html, nothing, type ReactiveControllerHost } from 'lit';

import { ImpersonationError } from '../../core/errors.js';
import type { LocalizeController } from '../internal/localize.js';

/** What is not shown before somebody opens it: brought then, since few do. */
export class Brought<Look> {
  there: Look | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Look>;
  #phase: 'absent' | 'coming' | 'failed' = 'absent';

  constructor(host: ReactiveControllerHost, load: () => Promise<Look>) {
    this.#host = host;
    this.#load = load;
  }

  get isAsked(): boolean {
    return this.#phase !== 'absent';
  }

  /** Whether it could not be had. */
  get failed(): boolean {
    return this.#phase === 'failed';
  }

  /** Asks for it, unless it is there or was asked for. The host is drawn again once it is there, or is not to be had. */
  readonly bring = (): void => {
    if (this.there || this.#phase !== 'absent') return;
    this.#phase = 'coming';
    this.#load()
      .then(
        (look) => (this.there = look),
        () => (this.#phase = 'failed'),
      )
      .finally(() => this.#host.requestUpdate());
  };

  /** Brings it. Draws it once it is there, and says why it is not. */
  show(draw: (look: Look) => unknown, localize: LocalizeController<'record'>): unknown {
    if (this.there) return draw(this.there);
    this.bring();
    if (!this.failed) return nothing;
    const again = () => {
      this.#phase = 'absent';
      this.bring();
      this.#host.requestUpdate();
    };
    return html`<div class="missing" part="error" role="alert">
      <p>${localize.error(new ImpersonationError('network'))}</p>
      <button class="button small" part="retry-button" type="button" @click=${again}>
        ${localize.messages.record.retry}
      </button>
    </div>`;
  }
}
