import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

import type { ImpersonationClient } from '../../client/client.js';
import type { ImpersonationError } from '../../core/errors.js';
import type { AccessRecord } from '../../core/protocol.js';
import { DialogTask } from '../internal/dialog-task.js';
import type { LocalizeController } from '../internal/localize.js';
import { icons } from './icons.js';
import { headline } from './words.js';

interface Answers {
  ended(record: AccessRecord): void;
  failed(error: ImpersonationError): void;
}

/** Asks whether to end it, then does. */
export class EndDialog {
  readonly #task: DialogTask;
  readonly #localize: LocalizeController<'access'>;
  readonly #answers: Answers;
  #question: { readonly client: ImpersonationClient; readonly record: AccessRecord } | undefined;

  constructor(host: ReactiveControllerHost, localize: LocalizeController<'access'>, answers: Answers) {
    this.#task = new DialogTask(host);
    this.#localize = localize;
    this.#answers = answers;
  }

  /** The id of what it asks about, while it waits for the person. */
  get asksAbout(): string | undefined {
    return this.#task.isOpen ? this.#question?.record.id : undefined;
  }

  open(client: ImpersonationClient, record: AccessRecord): void {
    this.#question = { client, record };
    this.#task.open();
  }

  close(): void {
    this.#task.close();
  }

  render(): TemplateResult | typeof nothing {
    const task = this.#task;
    if (!task.isShown || !this.#question) return nothing;
    const words = this.#localize.messages.access.end;
    const what = headline({ localize: this.#localize }, this.#question.record);
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="end-heading"
      aria-describedby="end-consequence"
      @cancel=${task.onCancel}
      @close=${task.onClose}
      ${ref(task.dialog)}
    >
      <h2 id="end-heading">${words.heading}</h2>
      <p id="end-consequence">${words.consequence({ what })}</p>
      ${this.#renderError()}
      <div class="dialog-buttons">
        <button
          class="button"
          part="cancel-button"
          type="button"
          aria-disabled=${task.isBusy}
          @click=${task.onCancel}
        >
          ${words.cancel}
        </button>
        <button
          class="button danger"
          part="submit-button"
          type="button"
          aria-disabled=${task.isBusy}
          @click=${this.#onSubmit}
        >
          ${task.isBusy ? words.busy : words.submit}
        </button>
      </div>
    </dialog>`;
  }

  #renderError() {
    const { error } = this.#task;
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

  readonly #onSubmit = () => {
    const question = this.#question;
    if (!question) return;
    const { client, record } = question;
    void this.#task.run((signal) => client.endAccess(record.id, { signal }), {
      done: (ended) => this.#answers.ended(ended),
      failed: (error) => this.#answers.failed(error),
    });
  };
}
