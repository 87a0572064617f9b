import { html, nothing, type TemplateResult } from 'lit';

import type { LocalizeController } from '../internal/localize.js';
import { nameOf, peopleOf } from '../internal/people.js';
import type { ActiveModel } from './model.js';

/** Paper keeps who looked at it. */
export function printed(
  state: ActiveModel['state'],
  now: number,
  localize: LocalizeController<'banner'>,
): TemplateResult | typeof nothing {
  const people = peopleOf(state);
  if (!people) return nothing;
  const actor = people.actor ? nameOf(people.actor) : '?';
  const subject = nameOf(people.subject);
  const { sessionId } = state.session;
  return html`<p class="printed">
    ${localize.messages.banner.printed(actor, subject, sessionId ?? '', localize.dateTime(now))}
  </p>`;
}
