import { html, nothing, svg, type TemplateResult } from 'lit';

import type { TabState } from '../../client/tab-state.js';
import type { LocalizeController } from '../internal/localize.js';
import { nameOf, peopleOf } from '../internal/people.js';
import { icon } from './icons.js';
import { becauseOf } from './what-to-say.js';

const done = icon(svg`<circle cx="10" cy="10" r="7.5" /><path d="m6.8 10.2 2.3 2.3 4.2-4.8" />`);

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
