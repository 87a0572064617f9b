import { html, nothing, svg, type TemplateResult } from 'lit';

import { nameOf, peopleOf } from '../internal/people.js';
import { alert, disconnected, icon, pencil, twoPeople } from './icons.js';
import type { ActiveModel } from './model.js';
import { around, sayTime } from './sentences.js';

const larger = icon(svg`<path class="turn" d="m5 7.5 5 5 5-5" />`);

/** The bar, made small: whose page this is, how long still, and the way to the rest. */
export function pillView(model: ActiveModel): TemplateResult {
  const { state, moment, localize } = model;
  const { banner, modes } = localize.messages;
  const subject = peopleOf(state)?.subject;
  const mode = state.session.mode ?? 'read-only';
  return html`
    <section part="base" class="small bar ${moment.urgency}" aria-label=${banner.label}>
      <button
        part="pill"
        class="pill main"
        type="button"
        title=${banner.expand}
        aria-expanded="false"
        @click=${() => model.become('bar')}
      >
        ${mode === 'full' ? pencil : twoPeople}
        <span
          >${subject ? around(banner.actingAs, html`<bdi class="name">${nameOf(subject)}</bdi>`) : banner.label}</span
        >
        <span class="visually-hidden">${modes[mode]}</span>
        ${state.online ? nothing : html`${disconnected}<span class="visually-hidden">${banner.offline}</span>`}
        ${moment.left ? html`<span class="time">${moment.urgency === 'calm' ? nothing : alert} ${sayTime(moment.left, localize)}</span>` : nothing}
        ${larger}
      </button>
      ${model.rest?.printed(model)}
    </section>
  `;
}
