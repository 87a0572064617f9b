/**
 * One time that somebody was there.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from 'lit';

import type { AccessRecord } from '../../core/protocol.js';
import { isLive } from './access-entries.js';
import { icons } from './icons.js';
import { headline, timeTemplate, type Scene } from './words.js';

export interface AccessEntry extends Scene {
  readonly record: AccessRecord;
  end(): void;
}

export function accessEntry(entry: AccessEntry): TemplateResult {
  const { record } = entry;
  const live = isLive(record);
  return html`<li
    class="entry"
    part="entry ${live ? 'entry-live' : ''}"
    data-access=${record.id}
    ?data-live=${live}
    tabindex="-1"
  >
    ${live ? icons.eye : record.startedAt === null ? icons.clock : icons.check}
    <div class="head">
      <p class="title" part="title">${headline(entry, record)}</p>
      ${when(entry)}
    </div>
    ${endButton(entry)}
    <dl part="facts">${why(entry)} ${rightNow(entry)} ${whatWasDone(entry)} ${howItEnded(entry)}</dl>
  </li>`;
}

function when(entry: AccessEntry) {
  const { record, localize, now } = entry;
  const from = record.startedAt ?? record.createdAt;
  return html`<p class="second" part="time">
    <span>${timeTemplate(entry, from)}</span>
    <span>${isLive(record) ? left(entry) : localize.relative(Date.parse(from), now)}</span>
  </p>`;
}

function left({ record, localize, now }: AccessEntry) {
  const seconds = (Date.parse(record.expiresAt) - now) / 1000;
  const words = localize.messages.access;
  return seconds > 0 ? words.endsIn({ time: localize.countdown(seconds) }) : words.timeIsUp;
}

function endButton(entry: AccessEntry) {
  const { record, localize, end } = entry;
  if (!record.mayEnd) return nothing;
  const words = localize.messages.access.end;
  return html`<button
    class="button end"
    part="end-button"
    type="button"
    aria-label=${words.openFor({ what: headline(entry, record) })}
    aria-haspopup="dialog"
    @click=${end}
  >
    ${words.open}
  </button>`;
}

function why({ record, localize }: AccessEntry) {
  const { reason, category, caseNumber } = record;
  return fact(
    localize.messages.access.why,
    html`<span class="reason" part="reason"><bdi>${reason}</bdi></span> ${
        category || caseNumber
          ? html`<span class="second"
              >${category ? html`<bdi>${category}</bdi>` : nothing}
              ${caseNumber ? html`<bdi class="case">${caseNumber}</bdi>` : nothing}</span
            >`
          : nothing
      }`,
  );
}

/** Only while it goes on: the access may have been switched in between, so at the end the counts say more. */
function rightNow({ record, localize }: AccessEntry) {
  const words = localize.messages.access;
  return isLive(record) ? fact(words.mayDo, words.modes[record.mode]) : nothing;
}

function whatWasDone({ record, localize }: AccessEntry) {
  const { done } = record;
  if (!done || record.startedAt === null) return nothing;
  const words = localize.messages.access.did;
  const counted = (count: number) => ({ count, number: localize.number(count) });
  const lines = [
    words.changes(counted(done.changes)),
    words.looks(counted(done.looks)),
    ...(done.blocked ? [words.blocked(counted(done.blocked))] : []),
  ];
  return fact(
    isLive(record) ? words.soFar : words.label,
    html`<ul class="done" part="done">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`,
  );
}

function howItEnded({ record, localize }: AccessEntry) {
  const words = localize.messages.access;
  return isLive(record) ? nothing : fact(words.ended, words.endCauses[record.endCause ?? 'unknown']);
}

const fact = (label: string, text: unknown) =>
  html`<div class="fact">
    <dt>${label}</dt>
    <dd>${text}</dd>
  </div>`;
