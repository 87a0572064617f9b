/**
 * What the table looks like as a whole, and what can be done in it.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from 'lit';

import type { SessionRecord } from '../../core/protocol.js';
import { failureNotice } from '../internal/failure-notice.js';
import type { Brought } from '../internal/brought.js';
import { columnMenu, type ColumnMenu } from './column-menu.js';
import type { Column, ColumnName } from './columns.js';
import { exportButton, type ExportButton } from './export-button.js';
import { filterBar, type FilterBar } from './filter-bar.js';
import type { Following } from './following.js';
import { icons } from './icons.js';
import type { detailCell } from './session-detail.js';
import { sessionTable } from './session-table.js';
import type { Views } from './viewing.js';
import type * as WithRows from './with-rows.js';

export interface TableView extends FilterBar, ExportButton, ColumnMenu, Views {
  readonly caption: string;
  readonly following: Following;
  readonly columns: readonly Column[];
  /** Whether it looks for news in any case. */
  readonly live: boolean;
  refresh(): void;
  follow(): void;
  more(): void;
  showFresh(): void;
  toggle(record: SessionRecord): void;
  revoke(record: SessionRecord): void;
  onKeyDown(event: KeyboardEvent): void;
  readonly detail: Brought<typeof detailCell>;
  /** Somebody may have come near the value of a cell. */
  onCell(event: Event): void;
  /** Whether single letters do something. */
  readonly shortcuts: boolean;
  readonly withRows: Brought<typeof WithRows>;
  /** Makes a column so many rem wide, or as wide as usual. */
  resize(name: ColumnName, width: number | null): void;
}

export function tableView(view: TableView): TemplateResult {
  const { following } = view;
  const { pages } = following;
  const hasRows = pages.count > 0;
  return html`${toolbar(view)} ${view.withRows.there?.printSummary(view) ?? nothing} ${filterBar(view)}
    ${
      pages.error
        ? failureNotice(
            {
              ...view,
              error: pages.error,
              asOf: hasRows ? pages.asOf : null,
              retry: () => void following.retry(),
            },
            { forbidden: icons.hand, offline: icons.pulse, failed: icons.alert },
          )
        : nothing
    }
    ${pages.error && !hasRows ? nothing : sessionTable(view)}
    <div class="foot" part="footer">
      ${pages.hasMore ? moreButton(view) : nothing}
      <slot name="footer"></slot>
    </div>`;
}

function toolbar(view: TableView) {
  const { localize, caption, live, follow, refresh } = view;
  const words = localize.messages.table;
  return html`<div class="toolbar" part="toolbar">
    <p class="title">
      <span class="caption" part="caption">${caption}</span>
      <span class="count" part="count">${count(view)}</span>
    </p>
    <button class="button small live" part="live-button" type="button" aria-pressed=${live} @click=${follow}>
      <span class="live-dot"></span>${words.live}
    </button>
    <button
      class="button small square"
      part="refresh-button"
      type="button"
      aria-label=${words.refresh}
      title=${words.refresh}
      @click=${refresh}
    >
      ${icons.refresh}
    </button>
    ${view.viewing.button(view)} ${columnMenu(view)} ${exportButton(view)}
    <slot name="toolbar-end"></slot>
  </div>`;
}

function count({ following, localize }: TableView) {
  const { rows, count, total } = following.pages;
  const words = localize.messages.table;
  if (!count) return nothing;
  if (!rows.length) return words.shown({ shown: localize.number(count) });
  const shown = localize.number(rows.length);
  if (!total) return words.shown({ shown });
  const number = localize.number(total.count);
  return words.shownOf({ shown, total: total.atLeast ? words.atLeast({ number }) : number });
}

function moreButton({ following, localize, more }: TableView) {
  const { phase } = following.pages;
  const busy = phase.is === 'loading' && phase.task === 'more';
  const { record, table } = localize.messages;
  return html`<button class="button" part="load-more" type="button" aria-disabled=${busy} @click=${more}>
    ${busy ? record.loading : table.loadMore}
  </button>`;
}
