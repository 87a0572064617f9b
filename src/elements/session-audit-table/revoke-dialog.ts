import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';

import type { SessionRecord } from '../../core/protocol.js';
import { reasonLength } from '../../core/vocabulary.js';
import { DialogTask } from '../internal/dialog-task.js';
import { dialogStyles } from '../internal/dialog.styles.js';
import { protocol } from '../internal/protocol.js';
import { icons } from './icons.js';
import { inlineErrorStyles } from './inline-error.styles.js';
import type { RevokeAnswers, RevokeQuestion } from './revoking.js';
import { peopleOf, type Scene } from './words.js';

export const styles = [dialogStyles, inlineErrorStyles];

/** Asks why, then revokes. */
export class RevokeDialog {
  readonly #task: DialogTask;
  readonly #localize: Scene['localize'];
  readonly #answers: RevokeAnswers;
  readonly #field = createRef<HTMLTextAreaElement>();
  #question: RevokeQuestion | undefined;

  constructor(host: ReactiveControllerHost, localize: Scene['localize'], answers: RevokeAnswers) {
    this.#task = new DialogTask(host, () => this.#field.value?.focus());
    this.#localize = localize;
    this.#answers = answers;
  }

  /** The session it asks about, while it does. */
  get session(): SessionRecord | undefined {
    return this.#task.isShown ? this.#question?.session : undefined;
  }

  open(question: RevokeQuestion): void {
    this.#question = question;
    this.#task.open();
  }

  render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const words = this.#localize.messages.table.revoke;
    const task = this.#task;
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="revoke-heading"
      aria-describedby="revoke-consequence"
      @cancel=${task.onCancel}
      @close=${task.onClose}
      ${ref(task.dialog)}
    >
      <form @submit=${this.#onSubmit} novalidate aria-busy=${task.isBusy}>
        <h2 id="revoke-heading">${words.heading(peopleOf(session))}</h2>
        <p id="revoke-consequence">${words.consequence}</p>
        ${this.#renderField()} ${this.#renderError()}
        <div class="dialog-buttons">
          <button
            class="button"
            part="cancel-button"
            type="button"
            @click=${task.onCancel}
            aria-disabled=${task.isBusy}
          >
            ${words.cancel}
          </button>
          <button class="button danger" part="submit-button" type="submit" aria-disabled=${task.isBusy}>
            ${task.isBusy ? words.busy : words.submit}
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
        ?readonly=${this.#task.isBusy}
        ${ref(this.#field)}
      ></textarea>
      <p class="hint" id="revoke-hint">${words.hint({ min: this.#localize.number(reasonLength.min) })}</p>`;
  }

  #renderError() {
    const { error } = this.#task;
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
    return this.#task.error?.field === 'reason';
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const question = this.#question;
    if (!question) return;
    const { client, session } = question;
    const reason = this.#field.value?.value;
    const revoke = async (signal: AbortSignal) => {
      const { judge, RevokeRequest } = await protocol();
      const request = judge(RevokeRequest, { reason }, 'invalid_request');
      return client.revoke(session.id, request, { signal });
    };
    void this.#task.run(revoke, {
      done: (revoked) => this.#answers.revoked(revoked),
      failed: (error) => {
        if (error.field === 'reason') this.#field.value?.focus();
        else this.#answers.failed(error);
      },
    });
  };
}
