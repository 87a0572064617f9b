import { html, nothing, type TemplateResult } from 'lit';

import type { SessionRecord } from '../../core/protocol.js';
import type { Column, ColumnName } from './columns.js';
import { icons } from './icons.js';
import { isLive } from './session-rows.js';
import { agoOf, modeTemplate, nameOf, peopleOf, statusTemplate, timeTemplate, type Scene } from './words.js';

export interface SessionRow extends Scene {
  readonly record: SessionRecord;
  readonly expanded: boolean;
  readonly columns: readonly Column[];
  readonly canRevoke: boolean;
  toggle(): void;
  revoke(): void;
}

/** The id of the row that holds the details of a session. */
export const detailId = (sessionId: string) => `detail-${sessionId}`;

/**
 * What of the time a row shows, as text: it is drawn again when this changes, and not every second.
 */
export function timeShown({ now, localize }: Scene, record: SessionRecord): string {
  const left = record.status === 'active' ? Math.ceil((Date.parse(record.expiresAt) - now) / 1000) : '';
  return `${left} ${agoOf({ now, localize, zone: '' }, record.createdAt)}`;
}

const contents: Record<ColumnName, (row: SessionRow) => unknown> = {
  started: (row) =>
    html`${timeTemplate(row, row.record.createdAt)}
      <span class="second">${agoOf(row, row.record.createdAt)}</span>`,
  actor: ({ record }) => person(record.actor),
  subject: ({ record }) => person(record.subject),
  mode: (row) => modeTemplate(row, row.record.mode),
  reason: ({ record }) => html`<span class="clamp"><bdi>${record.reason}</bdi></span> ${filed(record)}`,
  status: (row) => html`${statusTemplate(row, row.record)} <span class="second">${statusHint(row)}</span>`,
};

/** What stands in the row of a session. The first column says which row it is. */
export function rowCells(row: SessionRow): TemplateResult {
  const labels = row.localize.messages.table.columns;
  return html`${row.columns.map(({ name }, index) =>
      index
        ? html`<td class=${`in-${name}`} part="cell" role="cell" data-label=${labels[name]}>
            ${contents[name](row)}
          </td>`
        : html`<th class=${`in-${name}`} part="cell" scope="row" role="rowheader" data-label=${labels[name]}>
            ${contents[name](row)}
          </th>`,
    )}
    <td class="actions" part="cell" role="cell">
      <span class="action-list">${revokeButton(row)} ${expander(row)}</span>
    </td>`;
}

function person(party: SessionRecord['actor']) {
  const name = nameOf(party);
  return html`<bdi class="first">${name}</bdi> ${
      party.email && party.email !== name ? html`<bdi class="second email">${party.email}</bdi>` : nothing
    }`;
}

function filed({ caseNumber, category }: SessionRecord) {
  if (!caseNumber && !category) return nothing;
  return html`<span class="second filed"
    >${caseNumber ? html`<bdi class="case">${caseNumber}</bdi>` : nothing}
    ${category ? html`<bdi>${category}</bdi>` : nothing}</span
  >`;
}

function statusHint({ record, now, localize }: SessionRow): string {
  const { endCauses, table } = localize.messages;
  if (record.status === 'pending') return table.waiting;
  if (record.status === 'ended') return endCauses[record.endCause ?? 'unknown'];
  return table.left({ time: localize.countdown((Date.parse(record.expiresAt) - now) / 1000) });
}

function revokeButton({ record, canRevoke, localize, revoke }: SessionRow) {
  if (!canRevoke || !isLive(record)) return nothing;
  const words = localize.messages.table.revoke;
  return html`<button
    class="button small revoke"
    part="revoke-button"
    type="button"
    aria-label=${words.openFor(peopleOf(record))}
    aria-haspopup="dialog"
    @click=${revoke}
  >
    ${words.open}
  </button>`;
}

function expander({ record, expanded, localize, zone, toggle }: SessionRow) {
  const time = localize.dateTime(Date.parse(record.createdAt), zone);
  return html`<button
    class="expander"
    part="expander"
    type="button"
    aria-label=${localize.messages.table.details({ ...peopleOf(record), time })}
    aria-expanded=${expanded}
    aria-controls=${expanded ? detailId(record.id) : nothing}
    @click=${toggle}
  >
    ${icons.chevron}
  </button>`;
}
