import { html, nothing, type TemplateResult } from 'lit';

import { nameOf, peopleOf } from '../internal/people.js';
import { actions } from './actions.js';
import { alert, clock, disconnected, eye, pencil, twoPeople } from './icons.js';
import { canExtend, type ActiveModel } from './model.js';
import { around, sayTime } from './sentences.js';

/** The bar while somebody is impersonated: who, what, how long, and the ways on. */
export function activeView(model: ActiveModel): TemplateResult {
  const { moment, localize } = model;
  const { banner } = localize.messages;
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && model.showsDetails) model.toggleDetails(false);
  };
  return html`
    <section part="base" class="bar ${moment.urgency}" aria-label=${banner.label} @keydown=${onKeydown}>
      ${twoPeople} ${names(model)} ${meta(model)} ${actions(model)} ${note(model)}
      ${model.showsDetails ? model.rest?.details(model) : nothing} ${model.rest?.printed(model)}
    </section>
  `;
}

function names({ state, localize }: ActiveModel): TemplateResult | typeof nothing {
  const people = peopleOf(state);
  if (!people) return nothing;
  const { subject, actor } = people;
  const { banner } = localize.messages;
  const name = nameOf(subject);
  return html`
    <p part="message" class="message">
      <span class="subject">
        ${around(banner.actingAs, html`<strong part="subject"><bdi class="name" title=${name}>${name}</bdi></strong>`)}
        ${subject.email && subject.email !== name ? html`<bdi class="email" title=${subject.email}>${subject.email}</bdi>` : nothing}
      </span>
      ${
        actor
          ? html`<span part="actor" class="actor">
              ${around(banner.signedInAs, html`<bdi class="name" title=${nameOf(actor)}>${nameOf(actor)}</bdi>`)}
            </span>`
          : nothing
      }
    </p>
  `;
}

function meta({ state, moment, localize }: ActiveModel): TemplateResult {
  const { banner, modes } = localize.messages;
  const { left, urgency } = moment;
  const mode = state.session.mode ?? 'read-only';
  const time = left && sayTime(left, localize);
  return html`
    <div part="meta" class="meta">
      <span part="mode" class="chip ${mode}"
        >${mode === 'full' ? pencil : eye} <span class="word">${modes[mode]}</span></span
      >
      ${
        state.record?.caseNumber
          ? html`<bdi part="case-number" class="case">${state.record.caseNumber}</bdi>`
          : nothing
      }
      ${state.online ? nothing : html`<span class="chip offline">${disconnected} <span class="word">${banner.offline}</span></span>`}
      ${
        time
          ? html`<span class="time">
              ${urgency === 'calm' ? clock : alert}
              ${urgency === 'calm' ? nothing : html`<strong>${banner.urgency[urgency]}</strong>`}
              <span part="countdown" role="timer" aria-live="off">${time}</span>
            </span>`
          : nothing
      }
    </div>
  `;
}

function note(model: ActiveModel): TemplateResult | typeof nothing {
  const { state, task, moment, localize } = model;
  const { messages } = localize;
  if (task.is === 'failed') {
    return html`<p part="note" class="note" role="alert">${alert} ${localize.error(task.error)}</p>`;
  }
  if (!state.online) return html`<p part="note" class="note advice">${messages.banner.offlineAdvice}</p>`;
  if (moment.urgency !== 'calm' && state.record && !canExtend(model)) {
    return html`<p part="note" class="note">${messages.banner.notExtendable}</p>`;
  }
  return nothing;
}
