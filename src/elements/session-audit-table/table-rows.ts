/**
 * What the rows of the table look like, one after the other.
 *
 * @module
 */

import { html } from 'lit';

import type { SessionRecord } from '../../core/protocol.js';
import { writeColumns } from './columns.js';
import type { RowLook } from './row-pool.js';
import type { Rows } from './row-window.js';
import { detailId, rowCells, timeShown } from './session-row.js';
import type { TableView } from './table-view.js';

/** Rows that stand for the next page, while it is waited for. */
const awaited = 3;

export class TableRows implements Rows {
  readonly #view: () => TableView;

  constructor(view: () => TableView) {
    this.#view = view;
  }

  get count(): number {
    const { pages } = this.#view().following;
    const { phase } = pages;
    const more = phase.is === 'loading' && phase.task === 'more' && phase.slow;
    return pages.count + (more ? awaited : 0);
  }

  need(first: number, last: number): void {
    this.#view().following.pages.need(first, last);
  }

  indexOf(sessionId: string): number {
    return this.#view().following.placeOf(sessionId);
  }

  reachedEnd(): void {
    const { following, more } = this.#view();
    if (following.pages.hasMore && following.pages.phase.is === 'ready') more();
  }

  looks(index: number, inView: boolean): readonly RowLook[] {
    const view = this.#view();
    const { following } = view;
    const record = following.pages.at(index);
    const kept = inView ? '' : ' kept';
    const row = 2 + index + following.openBefore(index);
    if (!record) return [placeholder(view, index, row)];
    const look = sessionLook(view, record, row, kept);
    return following.expanded.has(record.id) ? [look, detailLook(view, record, row + 1, kept)] : [look];
  }
}

function sessionLook(view: TableView, record: SessionRecord, row: number, kept: string): RowLook {
  const { localize, zone, columns, following } = view;
  const expanded = following.expanded.has(record.id);
  const canRevoke = following.client?.capabilities.revoke ?? false;
  const { lang, messages } = localize;
  return {
    key: record.id,
    parts: [record, expanded, row, kept, canRevoke, zone, columns, lang, messages, timeShown(view, record)],
    attributes: {
      class: `row${kept}`,
      part: expanded ? 'row row-expanded' : 'row',
      role: 'row',
      'aria-rowindex': String(row),
      'data-session': record.id,
      'data-status': record.status,
    },
    cells: () =>
      rowCells({
        ...view,
        record,
        expanded,
        canRevoke,
        toggle: () => view.toggle(record),
        revoke: () => view.revoke(record),
      }),
  };
}

function detailLook(view: TableView, record: SessionRecord, row: number, kept: string): RowLook {
  const { localize, zone, columns, following, disclosure } = view;
  const { lang, messages } = localize;
  const events = following.eventsOf(record.id);
  const { items, hasMore, loading, error } = events ?? {};
  return {
    key: detailId(record.id),
    parts: [
      record,
      row,
      kept,
      zone,
      columns,
      lang,
      messages,
      items,
      hasMore,
      loading,
      error,
      disclosure.name,
      view.detail.there,
      view.detail.failed,
    ],
    attributes: {
      class: `detail-row${kept}`,
      part: 'detail',
      id: detailId(record.id),
      role: 'row',
      'aria-rowindex': String(row),
      'data-session': record.id,
    },
    cells: () => {
      const span = columns.length + 1;
      const shown = view.detail.show(
        (detailCell) =>
          detailCell({
            ...view,
            record,
            span,
            events,
            more: () => following.moreEvents(record.id),
            retry: () => following.retryEvents(record.id),
          }),
        localize,
      );
      return view.detail.failed ? html`<td class="detail" role="cell" colspan=${span}>${shown}</td>` : shown;
    },
  };
}

/** Stands for a row that is still to come. */
function placeholder({ columns }: TableView, index: number, row: number): RowLook {
  return {
    key: `#${String(index)}`,
    parts: [writeColumns(columns), row],
    attributes: {
      class: 'skeleton-row',
      part: 'skeleton',
      role: 'row',
      'aria-rowindex': String(row),
      'aria-busy': 'true',
    },
    cells: () => bones(columns.length + 1),
  };
}

export const bones = (count: number) =>
  html`${Array.from({ length: count }, () => html`<td role="cell"><span class="bone"></span></td>`)}`;
