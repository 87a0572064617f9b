import { html, nothing, type TemplateResult } from 'lit';

import type { SessionRecord } from '../../core/protocol.js';
import { eventList, type EventList } from './event-list.js';
import { modeTemplate, nameOf, timeTemplate, type Scene } from './words.js';

interface SessionDetail extends EventList {
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

function facts(scene: Scene, record: SessionRecord) {
  const { localize } = scene;
  const words = localize.messages.table.detail;
  const { columns } = localize.messages.table;
  const { extension, startedAt, endedAt, endCause } = record;
  const rows: [term: string, value: unknown][] = [
    [words.reason, text(record.reason)],
    [words.category, text(record.category)],
    [words.caseNumber, text(record.caseNumber)],
    [columns.actor, party(record.actor)],
    [columns.subject, party(record.subject)],
    [columns.mode, modeTemplate(scene, record.mode)],
    [words.requested, timeTemplate(scene, record.createdAt)],
    [words.opened, startedAt ? timeTemplate(scene, startedAt) : endedAt && words.neverOpened],
    endedAt
      ? [words.ended, timeTemplate(scene, endedAt)]
      : [words.ends, timeTemplate(scene, record.expiresAt)],
    [words.cause, endCause && localize.messages.endCauses[endCause]],
    [words.endedBy, record.endedBy && party(record.endedBy)],
    [words.endReason, text(record.endReason)],
    [words.idle, !endedAt && localize.duration(record.idleSeconds)],
    [
      words.extensions,
      extension.max > 0 &&
        words.extensionsUsed({ used: localize.number(extension.used), max: localize.number(extension.max) }),
    ],
    [words.id, html`<code>${record.id}</code>`],
  ];
  return html`<dl class="facts" part="facts">
    ${rows.map(([term, value]) =>
      value
        ? html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
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
