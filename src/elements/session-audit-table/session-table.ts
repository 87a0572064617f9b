import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';

import type { SessionRecord } from '../../core/protocol.js';
import { isNarrowed } from '../internal/session-filters.js';
import { icons } from './icons.js';
import { emptyNotice } from './notices.js';
import { sessionDetail } from './session-detail.js';
import { sessionRow, timeShown } from './session-row.js';
import { tableHead } from './table-head.js';
import type { TableView } from './table-view.js';

/** Rows that stand for those which are still to come. */
const skeletons = Array.from({ length: 6 });

/* eslint lit-a11y/no-redundant-role: 'off' -- a browser takes roles away where the styles turn rows into cards */

/** The table itself, in the box it scrolls in. */
export function sessionTable(view: TableView): TemplateResult {
  const { following, localize, filters, zone } = view;
  const words = localize.messages.table;
  const period = words.periods[filters.period || 'all'];
  return html`<div class="frame">
    ${freshButton(view)}
    <div class="scroller" part="scroller" role="region" tabindex="0" aria-labelledby="summary">
      <table
        part="table"
        role="table"
        aria-rowcount=${rowCount(view)}
        aria-busy=${following.pages.phase.is === 'loading'}
      >
        <caption id="summary" class="visually-hidden">
          ${words.summary({ caption: view.caption, period, zone })}
        </caption>
        ${tableHead({ ...view, sort: filters.sort, change: (sort) => view.change({ sort }) })}
        <tbody role="rowgroup">
          ${body(view)}
        </tbody>
      </table>
    </div>
  </div>`;
}

function body(view: TableView) {
  const { pages, situation, expanded: open } = view.following;
  if (situation === 'loading')
    return pages.phase.is === 'loading' && pages.phase.slow ? skeletonRows() : nothing;
  if (situation === 'empty') return wholeRow(emptyNotice(view, isNarrowed(view.filters), view.clear));
  let index = 1;
  return repeat(
    pages.rows,
    ({ id }) => id,
    (record) => {
      const expanded = open.has(record.id);
      const row = tableRow(view, record, expanded, ++index);
      return html`${row}${expanded ? detailRow(view, record, ++index) : nothing}`;
    },
  );
}

/** Draws a row again only when something in it changed: the clock of the others ticks every second. */
function tableRow(view: TableView, record: SessionRecord, expanded: boolean, index: number) {
  const { localize, zone } = view;
  const canRevoke = view.following.client?.capabilities.revoke ?? false;
  const parts = [
    record,
    expanded,
    index,
    canRevoke,
    zone,
    localize.lang,
    localize.messages,
    timeShown(view, record),
  ];
  return guard(parts, () =>
    sessionRow({
      ...view,
      record,
      expanded,
      index,
      canRevoke,
      toggle: () => view.toggle(record),
      revoke: () => view.revoke(record),
    }),
  );
}

function detailRow(view: TableView, record: SessionRecord, index: number) {
  return sessionDetail({
    ...view,
    record,
    index,
    events: view.following.eventsOf(record.id),
    more: () => view.following.moreEvents(record.id),
    retry: () => view.following.retryEvents(record.id),
  });
}

function freshButton({ following, localize, showFresh }: TableView) {
  const count = following.pages.fresh.length;
  if (!count) return nothing;
  const text = localize.messages.table.fresh({ count, number: localize.number(count) });
  return html`<div class="fresh">
    <button class="button small primary" part="fresh-button" type="button" @click=${showFresh}>
      ${icons.up}${text}
    </button>
  </div>`;
}

function skeletonRows() {
  return skeletons.map(
    () =>
      html`<tr class="skeleton-row" part="skeleton" aria-hidden="true">
        ${Array.from({ length: 7 }, () => html`<td><span class="bone"></span></td>`)}
      </tr>`,
  );
}

function wholeRow(content: TemplateResult) {
  return html`<tr role="row">
    <td role="cell" colspan="7">${content}</td>
  </tr>`;
}

/** -1 while nobody knows how many there are. */
function rowCount({ following }: TableView): number {
  const { rows, total, hasMore } = following.pages;
  if (hasMore && (!total || total.atLeast)) return -1;
  const details = rows.filter(({ id }) => following.expanded.has(id)).length;
  return 1 + details + (hasMore && total ? total.count : rows.length);
}
