import { html, nothing, type TemplateResult } from 'lit';

import type { LocalizeController } from '../internal/localize.js';
import { nameOf, peopleOf } from '../internal/people.js';
import type { TimeLeft } from '../internal/time-left.js';
import type { ActiveModel } from './model.js';

export function sayTime({ kind, seconds }: TimeLeft, localize: LocalizeController<'banner'>): string {
  const { banner } = localize.messages;
  const time = localize.countdown(seconds);
  if (kind === 'whole') return banner.timeLeft(time);
  return seconds > 0 ? banner.idleIn(time) : banner.idleOver;
}

/** Paper keeps who looked at it. */
export function printed({ state, localize, now, prints }: ActiveModel): TemplateResult | typeof nothing {
  const people = peopleOf(state);
  if (!people || !prints) return nothing;
  const actor = people.actor ? nameOf(people.actor) : '?';
  const subject = nameOf(people.subject);
  const { sessionId } = state.session;
  return html`<p class="printed">
    ${localize.messages.banner.printed(actor, subject, sessionId ?? '', localize.dateTime(now))}
  </p>`;
}

/** A sentence with markup where its argument goes, wherever a language puts it. */
export function around(sentence: (argument: string) => string, argument: TemplateResult): TemplateResult {
  const [before = '', after = ''] = sentence('\u0000').split('\u0000');
  return html`${before}${argument}${after}`;
}
