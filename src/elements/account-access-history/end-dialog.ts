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
import type { AccessRecord } from '../../core/protocol.js';
import type { LocalizeController } from '../internal/localize.js';
import { icons } from './icons.js';
import { headline } from './words.js';

type Phase =
  | { readonly is: 'closed' }
  | { readonly is: 'open'; readonly error: ImpersonationError | null }
  | { readonly is: 'busy' };

interface Answers {
  ended(record: AccessRecord): void;
  failed(error: ImpersonationError): void;
}

/** Asks whether to end it, then does. Drawn only while it is open. */
export class EndDialog implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #localize: LocalizeController<'access'>;
  readonly #answers: Answers;
  readonly #dialog = createRef<HTMLDialogElement>();
  #phase: Phase = { is: 'closed' };
  #record: AccessRecord | undefined;
  #client: ImpersonationClient | undefined;
  #asking = new AbortController();

  constructor(host: ReactiveControllerHost, localize: LocalizeController<'access'>, answers: Answers) {
    this.#host = host;
    this.#localize = localize;
    this.#answers = answers;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#dialog.value;
    if (dialog && !dialog.open && this.#phase.is === 'open') dialog.showModal();
  }

  hostDisconnected(): void {
    this.#asking.abort();
    this.#enter({ is: 'closed' });
  }

  /** The id of what it asks about, while it waits for the person. */
  get asksAbout(): string | undefined {
    return this.#phase.is === 'open' ? this.#record?.id : undefined;
  }

  open(client: ImpersonationClient, record: AccessRecord): void {
    this.#client = client;
    this.#record = record;
    this.#enter({ is: 'open', error: null });
  }

  /** Through the dialog, which gives the focus back, rather than by taking it out of the page. */
  close(): void {
    this.#dialog.value?.close();
    this.#enter({ is: 'closed' });
  }

  render(): TemplateResult | typeof nothing {
    const record = this.#record;
    if (this.#phase.is === 'closed' || !record) return nothing;
    const busy = this.#phase.is === 'busy';
    const words = this.#localize.messages.access.end;
    const what = headline({ localize: this.#localize }, record);
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="end-heading"
      aria-describedby="end-consequence"
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
      ${ref(this.#dialog)}
    >
      <h2 id="end-heading">${words.heading}</h2>
      <p id="end-consequence">${words.consequence({ what })}</p>
      ${this.#renderError()}
      <div class="dialog-buttons">
        <button
          class="button"
          part="cancel-button"
          type="button"
          aria-disabled=${busy}
          @click=${() => {
            if (!busy) this.close();
          }}
        >
          ${words.cancel}
        </button>
        <button
          class="button danger"
          part="submit-button"
          type="button"
          aria-disabled=${busy}
          @click=${this.#onSubmit}
        >
          ${busy ? words.busy : words.submit}
        </button>
      </div>
    </dialog>`;
  }

  #renderError() {
    const error = this.#phase.is === 'open' ? this.#phase.error : null;
    return html`<p class="inline-error" part="error" role="alert" ?hidden=${!error}>
      ${
        error
          ? html`${icons.alert}<span
                >${this.#localize.error(error)}
                <code>${this.#localize.messages.access.code({ code: error.code })}</code></span
              >`
          : nothing
      }
    </p>`;
  }

  readonly #onCancel = (event: Event) => {
    event.preventDefault();
    if (this.#phase.is !== 'busy') this.close();
  };

  /** A second Escape closes a dialog whatever it says; what was asked is not answered yet. */
  readonly #onClose = () => {
    if (this.#phase.is === 'busy') this.#dialog.value?.showModal();
    else this.#enter({ is: 'closed' });
  };

  readonly #onSubmit = async () => {
    const client = this.#client;
    const record = this.#record;
    if (!client || !record || this.#phase.is !== 'open') return;
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#enter({ is: 'busy' });
    try {
      const ended = await client.endAccess(record.id, { signal });
      signal.throwIfAborted();
      this.close();
      this.#answers.ended(ended);
    } catch (cause) {
      if (signal.aborted) return;
      const error = ImpersonationError.from(cause);
      this.#enter({ is: 'open', error });
      this.#answers.failed(error);
    }
  };

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }
}
