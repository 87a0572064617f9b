/**
 * Words that more than one part of the table needs.
 *
 * @module
 */

import { html, type TemplateResult } from 'lit';

import type { EndCause, Party, SessionRecord } from '../../core/protocol.js';
import { dateFormat } from '../internal/formats.js';
import type { LocalizeController } from '../internal/localize.js';
import { icons } from './icons.js';

/** What a drawing function has to know about where and when it draws. */
export interface Scene {
  readonly localize: LocalizeController<'endCauses' | 'query' | 'record' | 'table'>;
  /** IANA name of the time zone. */
  readonly zone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export const nameOf = ({ name, email, id }: Party): string => name ?? email ?? id;

/** The two people of a session, for a sentence. */
export const peopleOf = ({ actor, subject }: SessionRecord) => ({
  actor: nameOf(actor),
  subject: nameOf(subject),
});

/** Date and time to the second, with the exact instant for machines and in the title. */
export function timeTemplate({ localize, zone }: Scene, instant: string): TemplateResult {
  const text = localize.dateTime(Date.parse(instant), zone);
  return html`<time datetime=${instant} title=${instant}>${text}</time>`;
}

/** The time of day alone, for what happened within the hour. */
export function clockTemplate({ localize, zone }: Scene, instant: string): TemplateResult {
  const clock = dateFormat(localize.lang, { timeStyle: 'medium', timeZone: zone });
  return html`<time datetime=${instant} title=${instant}>${clock.format(Date.parse(instant))}</time>`;
}

/** "5 minutes ago"; nothing that has to change every second. */
export function agoOf({ localize, now }: Scene, instant: string): string {
  const at = Date.parse(instant);
  return now - at < 60_000 ? localize.messages.table.justNow : localize.relative(at, now);
}

/** How an end is to be looked at: as usual, run out by itself, cut off by somebody, or not known. */
const ends: Record<EndCause, 'usual' | 'timed' | 'forced' | 'unknown'> = {
  ended: 'usual',
  expired: 'timed',
  idle: 'timed',
  'never-redeemed': 'timed',
  'actor-signed-out': 'usual',
  revoked: 'forced',
  'revoked-by-subject': 'forced',
  'actor-lost-right': 'forced',
  'subject-protected': 'forced',
  unknown: 'unknown',
};
const endIcons = { usual: icons.check, timed: icons.clock, forced: icons.stop, unknown: icons.unknown };

/** The status as an icon and a word; `tone` is what the styles color it by. */
export function statusTemplate({ localize }: Scene, { status, endCause }: SessionRecord): TemplateResult {
  const end = ends[endCause ?? 'unknown'];
  const [tone, icon] =
    status === 'active'
      ? ['active', icons.pulse]
      : status === 'pending'
        ? ['pending', icons.tab]
        : [end, endIcons[end]];
  return html`<span class="pill" part="status" data-tone=${tone}
    >${icon}${localize.messages.table.statuses[status]}</span
  >`;
}

export function modeTemplate({ localize }: Scene, mode: SessionRecord['mode']): TemplateResult {
  const icon = mode === 'full' ? icons.pencil : icons.eye;
  return html`<span class="mode" part="mode" data-mode=${mode}
    >${icon}${localize.messages.modes[mode]}</span
  >`;
}
