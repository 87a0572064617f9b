import { html, nothing, type TemplateResult } from 'lit';

import type { TabState } from '../../client/tab-state.js';
import type { ImpersonationError } from '../../core/errors.js';
import type { LocalizeController } from '../internal/localize.js';
import { done, question } from './icons.js';
import { nameOf, peopleOf } from '../internal/people.js';
import { isBusy, type Task } from './task.js';
import { becauseOf } from './what-to-say.js';

interface Unknown {
  readonly error: ImpersonationError | null;
  readonly task: Task;
  readonly localize: LocalizeController<'banner'>;
  readonly retry: () => void;
}

/** Nobody knows yet. A failure looks like an impersonation, since it may be one. */
export function unknownView({ error, task, localize, retry }: Unknown): TemplateResult {
  const { messages } = localize;
  if (!error) {
    return html`
      <section part="base" class="bar quiet" aria-label=${messages.banner.label}>
        <p part="message" class="message checking">${messages.banner.checking}</p>
      </section>
    `;
  }
  const busy = isBusy(task);
  const failure = task.is === 'failed' ? task.error : error;
  return html`
    <section part="base" class="bar" aria-label=${messages.banner.label}>
      ${question}
      <p part="message" class="message sentences" role="alert">
        <strong>${messages.banner.unclear}</strong> <span>${localize.error(failure)}</span>
      </p>
      <div part="actions" class="actions">
        <button
          class="action main solid"
          type="button"
          aria-disabled=${busy ? 'true' : nothing}
          aria-busy=${busy ? 'true' : nothing}
          @click=${retry}
        >
          ${busy ? messages.banner.trying : messages.banner.tryAgain}
        </button>
      </div>
    </section>
  `;
}

interface Ended {
  readonly state: Extract<TabState, { status: 'ended' }>;
  readonly staysOpen: boolean;
  /** Where the page says that there is a way on. */
  readonly returnTo: string | null;
  readonly localize: LocalizeController<'banner'>;
  readonly close: () => void;
}

/** It is over. The admin's own tab was never touched, so there is nothing to go back to but to close this one. */
export function endedView({ state, staysOpen, returnTo, localize, close }: Ended): TemplateResult {
  const { banner } = localize.messages;
  const subject = peopleOf(state)?.subject;
  const ranOut = state.cause === 'expired' || state.cause === 'idle';
  return html`
    <section part="base" class="bar quiet" aria-label=${banner.label}>
      ${done}
      <p part="message" class="message sentences">
        <strong>${subject ? banner.endedTitle(nameOf(subject)) : banner.endedTitleUnnamed}</strong>
        <span>${becauseOf(state, localize)}</span>
        <span class="aside">${banner.leftover}</span>
      </p>
      <div part="actions" class="actions">
        ${
          returnTo === null
            ? nothing
            : html`<a part="leave-link" class="action main" href=${returnTo}
                >${ranOut ? banner.startAgain : banner.leave}</a
              >`
        }
        <button part="close-button" class="action main" type="button" @click=${close}>
          ${banner.closeTab}
        </button>
      </div>
      ${staysOpen ? html`<p part="note" class="note" role="status">${banner.closeYourself}</p>` : nothing}
    </section>
  `;
}
