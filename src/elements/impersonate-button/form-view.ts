/**
 * The form: why, for how long, with what access; and what the record will say.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { reasonLength } from '../../core/vocabulary.js';
import type { Messages } from '../messages/en.js';
import { conflictView } from './conflict-view.js';
import type { DialogModel } from './dialog-model.js';
import { choicesView, fieldView, selectView } from './field-view.js';
import { icons } from './icons.js';
import { problemSentence, sentenceFor } from './sentences.js';
import type { StartFlow } from './start-flow.js';
import type { Asking } from './start-phase.js';
import { stepUpView } from './step-up-view.js';
import { isWebAddress } from './tabs.js';

/** More topics than this make a wall of chips: a list is quicker to read. */
const mostChips = 6;

export function formView(model: DialogModel, phase: Asking, summary: TemplateResult): TemplateResult {
  const { flow, localize, name, close, submit } = model;
  const { modes, button: messages } = localize.messages;
  const { draft, offer, error, stepUp, conflict } = phase;
  const { held } = flow;
  const failure = stepUp
    ? stepUpView(stepUp, localize)
    : error && conflict.length
      ? conflictView(model, conflict, sentenceFor(error, localize))
      : error &&
        html`<p class="failure danger" part="error">${icons.alert} ${sentenceFor(error, localize)}</p>`;
  return html`
    <form novalidate @submit=${submit} @keydown=${onKeydown} @click=${held ? holdChoices : nothing}>
      <div class="body">
        ${summary} ${categoryView(model, phase)} ${reasonView(model, phase)}
        ${offer.caseNumber === 'off' ? nothing : caseNumberView(model, phase)}
        <fieldset part="field mode">
          ${choicesView({
            name: 'mode',
            look: 'cards',
            legend: messages.mode,
            chosen: draft.mode,
            options: offer.modes.map((mode) => ({
              value: mode,
              label: modes[mode],
              hint: messages.modeHints[mode]({ name }),
              icon: mode === 'full' ? icons.edit : icons.view,
            })),
            choose: (mode) => flow.edit({ mode }),
          })}
        </fieldset>
        <fieldset part="field duration">
          ${choicesView({
            name: 'duration',
            look: 'segments',
            legend: messages.duration,
            chosen: draft.durationSeconds,
            options: offer.durations.map((value) => ({ value, label: localize.duration(value) })),
            choose: (durationSeconds) => flow.edit({ durationSeconds }),
          })}
        </fieldset>
        <ul class="disclosure" part="disclosure" aria-label=${messages.disclosure}>
          <li>${icons.record} ${messages.recorded}</li>
          <li>${icons.told} ${offer.tellsSubject ? messages.told({ name }) : messages.notTold({ name })}</li>
        </ul>
        ${model.acknowledge ? acknowledgementView(model, phase) : nothing}
      </div>
      ${stepUp?.is === 'confirming' ? failure : nothing}
      <div role="alert">${stepUp?.is === 'confirming' ? nothing : failure}</div>
      <footer>
        <button class="button" part="cancel" type="button" aria-disabled=${flow.busy} @click=${close}>
          ${messages.cancel}
        </button>
        <button
          class="button primary ${draft.mode}"
          part="submit"
          type="submit"
          aria-disabled=${held}
          aria-describedby=${stepUp ? 'step-up' : nothing}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          ${submitLabel(flow, phase, messages)}
        </button>
      </footer>
    </form>
  `;
}

function submitLabel({ busy }: StartFlow, { stepUp, draft }: Asking, messages: Messages['button']): string {
  if (busy) return messages.submitting;
  if (stepUp?.is === 'confirming') return messages.stepUp.confirming;
  return stepUp ? messages.retry : messages.submit[draft.mode];
}

function onKeydown(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.isComposing) return;
  event.preventDefault();
  (event.currentTarget as HTMLFormElement).requestSubmit();
}

/** Keeps what was chosen while it is being sent, and the focus where it is, which `disabled` would not. */
function holdChoices(event: Event): void {
  if (event.target instanceof HTMLInputElement && /radio|checkbox/.test(event.target.type))
    event.preventDefault();
}

function categoryView({ flow, localize, categories }: DialogModel, { draft }: Asking) {
  if (!categories.length) return nothing;
  const { button: messages } = localize.messages;
  const group = {
    name: 'category',
    legend: messages.category,
    optional: messages.optional,
    chosen: draft.category,
    options: categories.map((value) => ({ value, label: value })),
    choose: (category: string) => flow.edit({ category }),
  };
  return html`
    <fieldset part="field category">
      ${
        categories.length > mostChips
          ? selectView({ ...group, placeholder: messages.chooseCategory, disabled: flow.held })
          : choicesView({ ...group, look: 'chips' })
      }
    </fieldset>
  `;
}

function reasonView({ flow, localize }: DialogModel, { draft, problems }: Asking): TemplateResult {
  const { button: messages } = localize.messages;
  const used = [...draft.reason.trim()].length;
  return fieldView({
    id: 'reason',
    label: messages.reason,
    problem: problems.reason && problemSentence(problems.reason, localize),
    hint: messages.reasonHint({ min: localize.number(reasonLength.min) }),
    count: messages.reasonCount({ used: localize.number(used), max: localize.number(reasonLength.max) }),
    over: used > reasonLength.max,
    control: ({ describedBy, invalid }) => html`
      <textarea
        id="reason"
        class="field"
        part="reason"
        rows="3"
        aria-required="true"
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        data-first
        ?readonly=${flow.held}
        .value=${live(draft.reason)}
        @input=${(event: InputEvent) =>
          flow.edit({ reason: (event.currentTarget as HTMLTextAreaElement).value })}
      ></textarea>
    `,
  });
}

function caseNumberView({ flow, localize, caseHref }: DialogModel, { draft, offer, problems }: Asking) {
  const { button: messages } = localize.messages;
  const required = offer.caseNumber === 'required';
  const number = draft.caseNumber.trim();
  const href = number && caseHref ? caseHref.replaceAll('{case}', encodeURIComponent(number)) : '';
  return fieldView({
    id: 'case-number',
    label: messages.caseNumber,
    optional: required ? undefined : messages.optional,
    problem: problems.caseNumber && problemSentence(problems.caseNumber, localize),
    control: ({ describedBy, invalid }) => html`
      <div class="beside">
        <input
          id="case-number"
          class="field"
          part="case-number"
          autocomplete="off"
          spellcheck="false"
          autocapitalize="off"
          aria-required=${required}
          aria-invalid=${invalid}
          aria-describedby=${describedBy ?? nothing}
          ?readonly=${flow.held}
          .value=${live(draft.caseNumber)}
          @input=${(event: InputEvent) =>
            flow.edit({ caseNumber: (event.currentTarget as HTMLInputElement).value })}
        />
        ${
          href && isWebAddress(href)
            ? html`
                <a
                  class="button"
                  href=${href}
                  target="_blank"
                  rel="noopener noreferrer"
                  aria-label=${messages.openCase({ number })}
                  title=${messages.openCase({ number })}
                  >${icons.opening}</a
                >
              `
            : nothing
        }
      </div>
    `,
  });
}

function acknowledgementView({ flow, localize }: DialogModel, { draft, problems }: Asking): TemplateResult {
  const problem = problems.acknowledged && problemSentence(problems.acknowledged, localize);
  return html`
    <div class="entry" part="field">
      <label class="check">
        <input
          id="acknowledged"
          part="acknowledge"
          type="checkbox"
          aria-required="true"
          aria-invalid=${problem !== undefined}
          aria-describedby=${problem ? 'acknowledged-problem' : nothing}
          .checked=${live(draft.acknowledged)}
          @change=${(event: Event) =>
            flow.edit({ acknowledged: (event.currentTarget as HTMLInputElement).checked })}
        />
        <span>${localize.messages.button.acknowledge}</span>
      </label>
      ${
        problem
          ? html`<p class="problem" part="error" id="acknowledged-problem">${icons.alert} ${problem}</p>`
          : nothing
      }
    </div>
  `;
}
