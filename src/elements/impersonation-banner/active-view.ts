import { html, nothing, type TemplateResult } from 'lit';

import type { Capabilities } from '../../client/client.js';
import type { TabState } from '../../client/tab-state.js';
import type { LocalizeController } from '../internal/localize.js';
import type { TimeLeft } from '../internal/time-left.js';
import { detailsPanel } from './details-panel.js';
import { alert, clock, disconnected, eye, pencil, twoPeople } from './icons.js';
import type { Moment } from './moment.js';
import { nameOf, peopleOf } from '../internal/people.js';
import { isBusy, type Task } from './task.js';

export interface ActiveModel {
  readonly state: Extract<TabState, { status: 'active' }>;
  readonly moment: Moment;
  readonly task: Task;
  readonly capabilities: Capabilities | undefined;
  readonly showsDetails: boolean;
  readonly shortcut: string;
  readonly localize: LocalizeController<'banner'>;
  readonly now: number;
  readonly end: () => void;
  readonly extend: () => void;
  readonly switchMode: () => void;
  readonly toggleDetails: (shown?: boolean) => void;
}

/** The bar while somebody is impersonated: who, what, how long, and the ways on. */
export function activeView(model: ActiveModel): TemplateResult {
  const { state, moment, localize } = model;
  const { banner } = localize.messages;
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && model.showsDetails) model.toggleDetails(false);
  };
  return html`
    <section part="base" class="bar ${moment.urgency}" aria-label=${banner.label} @keydown=${onKeydown}>
      ${twoPeople} ${names(model)} ${meta(model)} ${actions(model)} ${note(model)}
      ${model.showsDetails ? detailsPanel(model) : nothing}
      <p class="printed">${printed(model, state.session.sessionId ?? '')}</p>
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

function sayTime({ kind, seconds }: TimeLeft, localize: LocalizeController<'banner'>): string {
  const { banner } = localize.messages;
  const time = localize.countdown(seconds);
  if (kind === 'whole') return banner.timeLeft(time);
  return seconds > 0 ? banner.idleIn(time) : banner.idleOver;
}

function actions(model: ActiveModel): TemplateResult {
  const { state, task, capabilities, localize, shortcut } = model;
  const { banner } = localize.messages;
  const mode = state.session.mode ?? 'read-only';
  const [ending, extending, switching] = [isBusy(task, 'end'), isBusy(task, 'extend'), isBusy(task, 'mode')];
  const busy = isBusy(task);
  const end = capabilities?.end === 'sign-out' ? banner.signOut : banner.end;
  const extension = state.record?.extension;
  return html`
    <div part="actions" class="actions">
      <button
        part="end-button"
        class="action main solid"
        type="button"
        aria-keyshortcuts=${shortcut || nothing}
        aria-disabled=${ending ? 'true' : nothing}
        aria-busy=${ending ? 'true' : nothing}
        @click=${model.end}
      >
        ${ending ? banner.ending : end}
      </button>
      ${
        extension && canExtend(model)
          ? html`<button
              part="extend-button"
              class="action"
              type="button"
              title=${banner.extendBy(localize.duration(extension.seconds))}
              aria-disabled=${busy ? 'true' : nothing}
              aria-busy=${extending ? 'true' : nothing}
              @click=${model.extend}
            >
              ${extending ? banner.extending : banner.extend}
            </button>`
          : nothing
      }
      ${
        state.record && state.record.modes.length > 1 && capabilities?.setMode !== false
          ? html`<button
              part="mode-button"
              class="action"
              type="button"
              aria-haspopup=${mode === 'full' ? nothing : 'dialog'}
              aria-disabled=${busy ? 'true' : nothing}
              aria-busy=${switching ? 'true' : nothing}
              @click=${model.switchMode}
            >
              ${
                switching
                  ? banner.switching
                  : html`<span class="long">${mode === 'full' ? banner.toReadOnly : banner.toFull}</span>
                      <span class="short"
                        >${mode === 'full' ? banner.toReadOnlyShort : banner.toFullShort}</span
                      >`
              }
            </button>`
          : nothing
      }
      <button
        part="details-button"
        class="action details-button"
        type="button"
        aria-expanded=${model.showsDetails ? 'true' : 'false'}
        aria-controls=${model.showsDetails ? 'details' : nothing}
        @click=${() => model.toggleDetails()}
      >
        ${banner.details}
      </button>
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

function canExtend({ state: { record }, capabilities }: ActiveModel): boolean {
  return record !== null && record.extension.used < record.extension.max && capabilities?.extend !== false;
}

/** Paper keeps who looked at it. */
function printed({ state, localize, now }: ActiveModel, sessionId: string): string {
  const people = peopleOf(state);
  if (!people) return '';
  const actor = people.actor ? nameOf(people.actor) : '?';
  return localize.messages.banner.printed(actor, nameOf(people.subject), sessionId, localize.dateTime(now));
}

/** A sentence with markup where its argument goes, wherever a language puts it. */
function around(sentence: (argument: string) => string, argument: TemplateResult): TemplateResult {
  const [before = '', after = ''] = sentence('\u0000').split('\u0000');
  return html`${before}${argument}${after}`;
}
