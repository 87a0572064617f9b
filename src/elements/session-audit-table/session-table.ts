import { html, nothing, type TemplateResult } from 'lit';

import { isNarrowed } from '../internal/session-filters.js';
import { columnWidth, tableWidth } from './column-width.js';
import { icons } from './icons.js';
import { emptyNotice } from './notices.js';
import { tableHead } from './table-head.js';
import { bones } from './table-rows.js';
import type { TableView } from './table-view.js';

/** Rows that stand for those which are still to come. */
const skeletons = Array.from({ length: 6 });

/* eslint lit-a11y/no-redundant-role: 'off' -- a browser takes roles away where the styles turn rows into cards */

/** The table itself, in the box it scrolls in. Its rows are drawn by the `RowWindow`. */
export function sessionTable(view: TableView): TemplateResult {
  const { following, localize, filters, zone, columns } = view;
  const words = localize.messages.table;
  const period = words.periods[filters.period || 'all'];
  return html`<div class="frame">
    ${freshButton(view)}
    <div
      class="scroller"
      part="scroller"
      role="region"
      tabindex="0"
      aria-labelledby="summary"
      aria-keyshortcuts=${view.shortcuts ? 'J K O F ?' : nothing}
      @keydown=${view.onKeyDown}
      @focusin=${view.onCell}
      @pointermove=${view.onCell}
      @pointerleave=${view.onCell}
      @click=${view.onCell}
    >
      <table
        part="table"
        role="table"
        ${tableWidth(columns)}
        aria-rowcount=${rowCount(view)}
        aria-busy=${following.pages.phase.is === 'loading'}
      >
        <caption id="summary" class="visually-hidden">
          ${words.summary({ caption: view.caption, period, zone })}
        </caption>
        <colgroup>
          ${columns.map((column) => html`<col class=${`in-${column.name}`} ${columnWidth(column)} />`)}
          <col class="in-actions" />
        </colgroup>
        ${tableHead({ ...view, sort: filters.sort, sortBy: (sort) => view.change({ sort }) })}
        ${
          following.pages.count
            ? html`<tbody class="rows" role="rowgroup"></tbody>`
            : html`<tbody role="rowgroup">
                ${body(view)}
              </tbody>`
        }
      </table>
    </div>
  </div>`;
}

function body(view: TableView) {
  const { pages, situation } = view.following;
  if (situation === 'loading') {
    return pages.phase.is === 'loading' && pages.phase.slow ? skeletonRows(view) : nothing;
  }
  return situation === 'empty' ? emptyRow(view) : nothing;
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

function skeletonRows({ columns }: TableView) {
  return skeletons.map(
    () =>
      html`<tr class="skeleton-row" part="skeleton" aria-hidden="true">
        ${bones(columns.length + 1)}
      </tr>`,
  );
}

function emptyRow(view: TableView) {
  return html`<tr role="row">
    <td role="cell" colspan=${view.columns.length + 1}>
      ${emptyNotice(view, isNarrowed(view.filters), view.clear)}
    </td>
  </tr>`;
}

/** -1 while nobody knows how many there are. */
function rowCount({ following }: TableView): number {
  const { count, total, hasMore } = following.pages;
  if (hasMore && (!total || total.atLeast)) return -1;
  return 1 + following.expanded.size + (hasMore && total ? total.count : count);
}
