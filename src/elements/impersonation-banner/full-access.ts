import { nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

import { dress } from '../internal/dress.js';
import { fullAccessDialog, styles, type FullAccessModel } from './full-access-dialog.js';

/** Asks for the reason for full access, in a dialog. */
export class FullAccessController implements ReactiveController {
  readonly #host: LitElement;
  #asks = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get asks(): boolean {
    return this.#asks;
  }

  ask(): void {
    dress(this.#host, ...styles);
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
    return this.#asks ? fullAccessDialog(model) : nothing;
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
