/**
 * What the dialog shows in each phase of the conversation. Whatever should have the focus when a phase begins is marked
 * `data-first`.
 *
 * @module
 */

import { html, type TemplateResult } from 'lit';

import { ImpersonationError } from '../../core/errors.js';
import type { DialogModel } from './dialog-model.js';
import { formView } from './form-view.js';
import { icons } from './icons.js';
import { handOverView, noticeView, progressView } from './message-views.js';
import { sentenceFor } from './sentences.js';
import type { StartFlow } from './start-flow.js';
import { summaryView } from './summary-view.js';

/** Names what is on the screen: a new name is a new beginning for the focus. */
export function screenOf({ phase }: StartFlow): string {
  return phase.is === 'handing-over' ? phase.handOver.state : phase.is;
}

export function dialogView(model: DialogModel): TemplateResult {
  const { flow, localize, name, close } = model;
  const { button: messages } = localize.messages;
  return html`
    <header part="header">
      <h2 id="title" tabindex="-1">${messages.labelOf({ name })}</h2>
      <button
        class="close"
        type="button"
        aria-label=${messages.close}
        aria-disabled=${flow.busy}
        @click=${close}
      >
        ${icons.close}
      </button>
    </header>
    <p class="visually-hidden" role="status">${statusOf(model)}</p>
    ${bodyView(model)}
  `;
}

/** What goes on, for those who do not see it. */
function statusOf({ flow, localize, name }: DialogModel): string {
  const { button: messages } = localize.messages;
  if (flow.phase.is === 'loading') return messages.loading({ name });
  if (flow.busy) return messages.submitting;
  return flow.held ? messages.stepUp.title : '';
}

function bodyView(model: DialogModel): TemplateResult {
  const { flow, localize, name } = model;
  const { button: messages } = localize.messages;
  const { phase } = flow;
  switch (phase.is) {
    case 'loading':
      return html`<div class="body">${summaryView(model)} ${skeleton}</div>`;
    case 'unreachable':
      return noticeView(model, {
        tone: 'danger',
        title: messages.failedTitle,
        text: sentenceFor(phase.error, localize),
        action: { label: messages.retry, press: () => void flow.load() },
      });
    case 'refused':
      return noticeView(model, {
        tone: 'warning',
        title: messages.refusedTitle,
        text: sentenceFor(new ImpersonationError(phase.code), localize),
      });
    case 'asking':
      return formView(model, phase, summaryView(model));
    case 'handing-over':
      return handOverView(model, phase.handOver.state, () => phase.handOver.open());
    case 'leaving':
      return progressView({ icon: icons.opening, title: messages.leaving({ name }), moving: true });
  }
}

const skeleton = html`
  <div class="skeleton" aria-hidden="true"><i></i><i class="tall"></i><i></i><i class="tall"></i></div>
`;
