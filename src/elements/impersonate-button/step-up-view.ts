import { html, type TemplateResult } from 'lit';

import type { LocalizeController } from '../internal/localize.js';
import { icons } from './icons.js';
import type { StepUp } from './step-up.js';

/** That a fresh sign-in is needed, why, and what to do when it did not come to it. */
export function stepUpView({ is, maxAge }: StepUp, localize: LocalizeController<'button'>): TemplateResult {
  const { stepUp: messages } = localize.messages.button;
  const why = maxAge === null ? messages.whyUnsaid : messages.why({ duration: localize.duration(maxAge) });
  return html`
    <div id="step-up" class="step-up ${is === 'confirming' ? 'accent' : 'warning'}" part="step-up">
      ${icons.confirm}
      <div>
        <strong>${messages.title}</strong>
        <p>
          ${is === 'confirming' || is === 'unanswered' ? why : ''} ${is === 'confirming' ? '' : messages[is]}
        </p>
      </div>
    </div>
  `;
}
