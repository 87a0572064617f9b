import { nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

import { onDemand } from '../../client/on-demand.js';
import { dress } from '../internal/dress.js';
import type { FullAccessModel } from './full-access-dialog.js';

const dialogView = onDemand(() => import('./full-access-dialog.js'));

/** Asks for the reason for full access, in a dialog that is fetched when somebody wants it. */
export class FullAccessController implements ReactiveController {
  readonly #host: LitElement;
  #view: ((model: FullAccessModel) => TemplateResult) | undefined;
  #asks = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get asks(): boolean {
    return this.#asks;
  }

  /** @throws {ImpersonationError} `network` */
  async ask(): Promise<void> {
    if (!this.#view) {
      const { styles, fullAccessDialog } = await dialogView();
      dress(this.#host, ...styles);
      this.#view = fullAccessDialog;
    }
    this.#asks = true;
    this.#host.requestUpdate();
  }

  stop(): void {
    if (!this.#asks) return;
    this.#asks = false;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const dialog = this.#asks ? this.#dialog : null;
    if (dialog && !dialog.open) dialog.showModal();
  }

  draw(model: FullAccessModel): TemplateResult | typeof nothing {
    return this.#asks && this.#view ? this.#view(model) : nothing;
  }

  close(): void {
    this.#dialog?.close();
  }

  focus(): void {
    this.#dialog?.querySelector('textarea')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}
