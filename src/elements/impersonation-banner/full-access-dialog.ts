import { html, nothing, type TemplateResult } from 'lit';

import type { TabState } from '../../client/tab-state.js';
import { reasonLength } from '../../core/vocabulary.js';
import { dialogStyles } from '../internal/dialog.styles.js';
import type { LocalizeController } from '../internal/localize.js';
import { nameOf, peopleOf } from '../internal/people.js';
import { controls } from '../internal/tokens.js';
import { isBusy, type Task } from './task.js';

export interface FullAccessModel {
  readonly state: TabState;
  readonly task: Task;
  readonly localize: LocalizeController<'banner'>;
  readonly submit: (reason: string) => void;
  readonly closed: () => void;
}

/** Asks why looking is not enough. What was typed stays there through every failure. */
export function fullAccessDialog({ state, task, localize, submit, closed }: FullAccessModel): TemplateResult {
  const { messages } = localize;
  const { banner } = messages;
  const people = peopleOf(state);
  const busy = isBusy(task);
  const error = task.is === 'failed' ? task.error : null;
  const aboutReason = error?.code.startsWith('reason_') ?? false;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    submit(typeof reason === 'string' ? reason : '');
  };
  const onCancel = (event: Event) => {
    if (busy) event.preventDefault(); // the answer is on its way, and it belongs here
  };
  const close = (event: Event) => {
    if (!busy) (event.target as Element).closest('dialog')?.close();
  };
  return html`
    <dialog
      class="dialog"
      part="dialog"
      aria-labelledby="full-title"
      aria-describedby="full-advice"
      @cancel=${onCancel}
      @close=${closed}
    >
      <form novalidate @submit=${onSubmit}>
        <h2 id="full-title">${banner.fullTitle(people ? nameOf(people.subject) : '')}</h2>
        <p id="full-advice" class="hint">${banner.fullAdvice(people?.actor ? nameOf(people.actor) : '')}</p>
        <label for="reason">${banner.fullReason}</label>
        <textarea
          id="reason"
          name="reason"
          class="field"
          rows="3"
          required
          maxlength=${reasonLength.max}
          aria-invalid=${aboutReason ? 'true' : nothing}
          aria-describedby="reason-hint failure"
        ></textarea>
        <p id="reason-hint" class="hint">${banner.fullReasonHint(localize.number(reasonLength.min))}</p>
        <p id="failure" class="problem" role="alert">${error ? localize.error(error) : ''}</p>
        <div class="dialog-buttons">
          <button class="button" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${close}>
            ${banner.cancel}
          </button>
          <button
            class="button primary"
            type="submit"
            aria-disabled=${busy ? 'true' : nothing}
            aria-busy=${busy ? 'true' : nothing}
          >
            ${busy ? banner.switching : banner.fullSubmit}
          </button>
        </div>
      </form>
    </dialog>
  `;
}

export const styles = [controls, dialogStyles];
