import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';

import type { ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import { judge, reasonLength, RevokeRequest, type SessionRecord } from '../../core/protocol.js';
import type { LocalizeController } from '../internal/localize.js';
import { icons } from './icons.js';
import { peopleOf } from './words.js';

type Phase =
  | { readonly is: 'closed' }
  | { readonly is: 'open'; readonly error: ImpersonationError | null }
  | { readonly is: 'busy' };

interface Answers {
  revoked(session: SessionRecord): void;
  failed(error: ImpersonationError): void;
}

/** Asks why, then revokes. Drawn only while it is open. */
export class RevokeDialog implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #localize: LocalizeController<'endCauses' | 'record' | 'table'>;
  readonly #answers: Answers;
  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #field = createRef<HTMLTextAreaElement>();
  #phase: Phase = { is: 'closed' };
  #session: SessionRecord | undefined;
  #client: ImpersonationClient | undefined;
  #asking = new AbortController();

  constructor(
    host: ReactiveControllerHost,
    localize: LocalizeController<'endCauses' | 'record' | 'table'>,
    answers: Answers,
  ) {
    this.#host = host;
    this.#localize = localize;
    this.#answers = answers;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#dialog.value;
    if (!dialog || dialog.open || this.#phase.is !== 'open') return;
    dialog.showModal();
    this.#field.value?.focus();
  }

  hostDisconnected(): void {
    this.#asking.abort();
    this.#enter({ is: 'closed' });
  }

  /** The session it asks about, while it does. */
  get session(): SessionRecord | undefined {
    return this.#phase.is === 'closed' ? undefined : this.#session;
  }

  open(client: ImpersonationClient, session: SessionRecord): void {
    this.#client = client;
    this.#session = session;
    this.#enter({ is: 'open', error: null });
  }

  render(): TemplateResult | typeof nothing {
    const session = this.#session;
    if (this.#phase.is === 'closed' || !session) return nothing;
    const words = this.#localize.messages.table.revoke;
    const busy = this.#phase.is === 'busy';
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="revoke-heading"
      aria-describedby="revoke-consequence"
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
      ${ref(this.#dialog)}
    >
      <form @submit=${this.#onSubmit} novalidate aria-busy=${busy}>
        <h2 id="revoke-heading">${words.heading(peopleOf(session))}</h2>
        <p id="revoke-consequence">${words.consequence}</p>
        ${this.#renderField()} ${this.#renderError()}
        <div class="dialog-buttons">
          <button
            class="button"
            part="cancel-button"
            type="button"
            @click=${this.#onCancel}
            aria-disabled=${busy}
          >
            ${words.cancel}
          </button>
          <button class="button danger" part="submit-button" type="submit" aria-disabled=${busy}>
            ${busy ? words.busy : words.submit}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  #renderField() {
    const words = this.#localize.messages.table.revoke;
    return html`<label for="revoke-reason">${words.reason}</label>
      <textarea
        class="field"
        part="field"
        id="revoke-reason"
        rows="3"
        required
        maxlength=${reasonLength.max}
        aria-describedby="revoke-hint revoke-error"
        aria-invalid=${this.#wrongField}
        ?readonly=${this.#phase.is === 'busy'}
        ${ref(this.#field)}
      ></textarea>
      <p class="second" id="revoke-hint">${words.hint({ min: this.#localize.number(reasonLength.min) })}</p>`;
  }

  #renderError() {
    const error = this.#phase.is === 'open' ? this.#phase.error : null;
    return html`<div class="inline-error" id="revoke-error" part="error" role="alert" ?hidden=${!error}>
      ${
        error
          ? html`${icons.alert}<span>
                ${this.#localize.error(error)}
                ${this.#wrongField ? nothing : html`<code>${error.code}</code>`}
              </span>`
          : nothing
      }
    </div>`;
  }

  get #wrongField(): boolean {
    return this.#phase.is === 'open' && this.#phase.error?.field === 'reason';
  }

  readonly #onCancel = (event: Event) => {
    event.preventDefault();
    if (this.#phase.is !== 'busy') this.#close();
  };

  /** A second Escape closes a dialog whatever it says; what was asked is not answered yet. */
  readonly #onClose = () => {
    if (this.#phase.is === 'busy') this.#dialog.value?.showModal();
    else this.#enter({ is: 'closed' });
  };

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const client = this.#client;
    const session = this.#session;
    if (!client || !session || this.#phase.is === 'busy') return;
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const reason = this.#field.value?.value;
      const request = judge(RevokeRequest, { reason }, 'invalid_request');
      this.#enter({ is: 'busy' });
      const revoked = await client.revoke(session.id, request, { signal });
      signal.throwIfAborted();
      this.#close();
      this.#answers.revoked(revoked);
    } catch (cause) {
      if (signal.aborted) return;
      const error = ImpersonationError.from(cause);
      this.#enter({ is: 'open', error });
      if (error.field === 'reason') this.#field.value?.focus();
      else this.#answers.failed(error);
    }
  };

  /** Through the dialog, which gives the focus back, rather than by taking it out of the page. */
  #close(): void {
    this.#dialog.value?.close();
    this.#enter({ is: 'closed' });
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }
}
