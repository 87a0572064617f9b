/**
 * Asks for a reason before one thing is let through. A module of its own: it comes when it is asked for.
 *
 * @module
 */

import { html, render } from 'lit';

import { reasonLength } from '../../core/vocabulary.js';
import { dialogStyles } from '../internal/dialog.styles.js';
import { dress } from '../internal/dress.js';
import type { LocalizeController } from '../internal/localize.js';
import { controls } from '../internal/tokens.js';

interface Question {
  readonly localize: LocalizeController<'guard'>;
  /** Why it is held. */
  readonly why: string;
}

/** Resolves with the reason, or with `null` where somebody would rather not. */
export function askForReason(root: ShadowRoot, question: Question): Promise<string | null> {
  dress({ renderRoot: root }, controls, dialogStyles);
  const box = document.createElement('div');
  root.append(box);
  return new Promise((resolve) => {
    const draw = (tooShort: boolean) => render(dialogView(question, tooShort, answer), box);
    const dialog = () => box.querySelector('dialog');
    const answer = (reason: string | null): void => {
      if (reason !== null && [...reason].length < reasonLength.min) {
        draw(true);
        dialog()?.querySelector('textarea')?.focus();
        return;
      }
      dialog()?.close(); // gives the focus back
      box.remove();
      resolve(reason);
    };
    draw(false);
    dialog()?.showModal();
    dialog()?.querySelector('textarea')?.focus();
  });
}

function dialogView({ localize, why }: Question, tooShort: boolean, answer: (reason: string | null) => void) {
  const { guard } = localize.messages;
  const min = localize.number(reasonLength.min);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget as HTMLFormElement).get('reason');
    answer(typeof reason === 'string' ? reason.trim() : '');
  };
  const onCancel = (event: Event) => {
    event.preventDefault();
    answer(null);
  };
  // What is typed in here is nobody else's: a page's shortcuts and clickable rows must not hear it.
  return html`
    <dialog
      part="dialog"
      class="dialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-why"
      @cancel=${onCancel}
      @click=${stop}
      @keydown=${stop}
      @input=${stop}
    >
      <form novalidate @submit=${onSubmit}>
        <h2 id="confirm-title">${guard.confirmTitle}</h2>
        <p id="confirm-why">${why}</p>
        <label for="confirm-reason">${guard.confirmReason}</label>
        <textarea
          id="confirm-reason"
          class="field"
          name="reason"
          rows="3"
          maxlength=${reasonLength.max}
          aria-required="true"
          aria-invalid=${tooShort}
          aria-describedby=${tooShort ? 'confirm-problem' : 'confirm-hint'}
        ></textarea>
        ${
          tooShort
            ? html`<p id="confirm-problem" class="problem" role="alert">${guard.confirmTooShort({ min })}</p>`
            : html`<p id="confirm-hint" class="hint">${guard.confirmHint({ min })}</p>`
        }
        <div class="dialog-buttons">
          <button class="button" type="button" @click=${() => answer(null)}>${guard.confirmCancel}</button>
          <button class="button primary" type="submit">${guard.confirmSubmit}</button>
        </div>
      </form>
    </dialog>
  `;
}

const stop = (event: Event) => event.stopPropagation();
