import { html, nothing, type TemplateResult } from 'lit';

import type { SessionRecord } from '../../core/protocol.js';
import { isoIn } from '../../core/time-zone.js';
import type { Asking, Pick } from './asking.js';
import { detailStyles } from './detail.styles.js';
import { eventList, type EventList } from './event-list.js';
import { factStyles } from './facts.styles.js';
import { inlineErrorStyles } from './inline-error.styles.js';
import { valueMenu } from './value-menu.js';
import { valueMenuStyles } from './value-menu.styles.js';
import { modeTemplate, nameOf, timeTemplate, type Scene } from './words.js';

export const styles = [factStyles, inlineErrorStyles, valueMenuStyles, detailStyles];

interface SessionDetail extends EventList, Asking {
  readonly record: SessionRecord;
  /** How many columns there are. */
  readonly span: number;
}

/** What stands in the row below a session's row: everything that is known of it, and what happened in it. */
export function detailCell(detail: SessionDetail): TemplateResult {
  return html`<td class="detail" role="cell" colspan=${detail.span}>
    <div class="detail-grid">${facts(detail, detail.record)} ${eventList(detail)}</div>
  </td>`;
}

function facts(scene: Scene & Asking, record: SessionRecord) {
  const { localize } = scene;
  const words = localize.messages.table.detail;
  const { columns } = localize.messages.table;
  const { extension, startedAt, endedAt, endCause } = record;
  const iso = isoIn(scene.zone);
  const at = (instant: string): Pick => ({ value: iso(Date.parse(instant)) });
  const rows: [term: string, value: unknown, pick?: Pick | null][] = [
    [words.reason, text(record.reason), { key: 'reason', value: record.reason }],
    [
      words.category,
      text(record.category),
      record.category === null ? null : { key: 'category', value: record.category },
    ],
    [
      words.caseNumber,
      text(record.caseNumber),
      record.caseNumber === null ? null : { key: 'case', value: record.caseNumber },
    ],
    [columns.actor, party(record.actor), { key: 'actor', value: nameOf(record.actor) }],
    [columns.subject, party(record.subject), { key: 'subject', value: nameOf(record.subject) }],
    [columns.mode, modeTemplate(scene, record.mode), { key: 'mode', value: record.mode }],
    [words.requested, timeTemplate(scene, record.createdAt), at(record.createdAt)],
    [
      words.opened,
      startedAt ? timeTemplate(scene, startedAt) : endedAt && words.neverOpened,
      startedAt ? at(startedAt) : null,
    ],
    endedAt
      ? [words.ended, timeTemplate(scene, endedAt), at(endedAt)]
      : [words.ends, timeTemplate(scene, record.expiresAt), at(record.expiresAt)],
    [
      words.cause,
      endCause && localize.messages.endCauses[endCause],
      endCause && { key: 'cause', value: endCause },
    ],
    [words.endedBy, record.endedBy && party(record.endedBy)],
    [words.endReason, text(record.endReason), record.endReason ? { value: record.endReason } : null],
    [words.idle, !endedAt && localize.duration(record.idleSeconds)],
    [
      words.extensions,
      extension.max > 0 &&
        words.extensionsUsed({ used: localize.number(extension.used), max: localize.number(extension.max) }),
    ],
    [words.id, html`<code>${record.id}</code>`, { key: 'session', value: record.id }],
  ];
  return html`<dl class="facts" part="facts">
    ${rows.map(([term, value, pick]) =>
      value
        ? html`<div>
            <dt>${term}</dt>
            <dd class="with-menu">
              <div>${value}</div>
              ${pick ? valueMenu(scene, `${record.id} ${term}`, [{ what: term, pick }]) : nothing}
            </dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}

const text = (value: string | null) => value && html`<bdi>${value}</bdi>`;

function party(who: SessionRecord['actor']) {
  const others = [who.email, who.id].filter((part) => part && part !== nameOf(who));
  return html`<bdi>${nameOf(who)}</bdi> ${others.map((part) => html`<bdi class="second">${part}</bdi>`)}`;
}
