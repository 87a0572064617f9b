/**
 * What the chart looks like as a whole, and what can be done in it.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from 'lit';

import type { Activity } from '../../core/protocol.js';
import type { Brought } from '../internal/brought.js';
import { failureNotice } from '../internal/failure-notice.js';
import { isNarrowed } from '../internal/session-filters.js';
import type { bucketTable } from './bucket-table.js';
import type { Counting } from './counting.js';
import { emptyNotice } from './notices.js';
import type { Picking } from './picking.js';
import { plot } from './plot.js';
import { sayCounts, summarise, timeOf, type Scene } from './words.js';

interface ChartView extends Scene {
  readonly caption: string;
  readonly query: string;
  readonly counting: Counting;
  readonly picking: Picking;
  readonly asTable: boolean;
  readonly table: Brought<typeof bucketTable>;
  toggleTable(): void;
  clear(): void;
  retry(): void;
}

export function chartView(view: ChartView): TemplateResult {
  const { error, activity, asOf } = view.counting;
  const bars = activity?.buckets.some(({ count }) => count > 0) ? activity : null;
  return html`${head(view, bars)}
  ${error ? failureNotice({ ...view, error, asOf: activity ? asOf : null }) : nothing}
  ${bars ? shown(view, bars) : activity ? emptyNotice(view, isNarrowed(view)) : error ? nothing : skeleton(view)}`;
}

function head(view: ChartView, bars: Activity | null) {
  const { caption, picking, asTable } = view;
  const words = view.localize.messages.chart;
  return html`<div class="head">
    <p class="title">
      <span class="caption" part="caption">${caption}</span>
      ${bars ? html`<span class="summary" part="summary">${summarise(view, bars)}</span>` : nothing}
    </p>
    <div class="actions">
      ${
        picking.picked
          ? html`<button class="button small" part="clear-button" type="button" @click=${view.clear}>
              ${words.clear}
            </button>`
          : nothing
      }
      ${
        bars
          ? html`<button
              class="button small"
              part="table-toggle"
              type="button"
              aria-pressed=${asTable}
              @click=${view.toggleTable}
            >
              ${words.asTable}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

function shown(view: ChartView, activity: Activity) {
  const { picking, table } = view;
  const { sessions, blocked } = view.localize.messages.chart.columns;
  const drawn = { ...view, activity, picked: picking.picked };
  if (view.asTable) void table.bring();
  // The bars stay until there is something to put in their place.
  const asTable = view.asTable && (table.there !== null || table.failed);
  return html`${
      asTable
        ? table.show(
            (bucketTable) => bucketTable({ ...drawn, press: (index) => picking.press(index) }),
            view.localize,
          )
        : plot({
            ...drawn,
            hovered: picking.hovered,
            move: (edge, value) => picking.move(edge, value),
            key: picking.onKey,
            pointer: picking.onPointer,
          })
    }
    <div class="foot">
      <p class="readout" part="readout">${readout(view, activity)}</p>
      ${
        asTable
          ? nothing
          : html`<p class="legend" part="legend">
              <span class="swatch"></span>${sessions} <span class="swatch blocked"></span>${blocked}
            </p>`
      }
    </div>`;
}

function readout(view: ChartView, { bucket }: Activity): string {
  const { pointedAt } = view.picking;
  if (!pointedAt.length) return view.localize.messages.chart.hint;
  return sayCounts(view, pointedAt, timeOf(view, bucket, pointedAt));
}

function skeleton({ counting }: ChartView) {
  const slow = counting.waiting === 'slow';
  return html`<div class="bones">
    ${slow ? Array.from({ length: 24 }, () => html`<span class="bone" part="skeleton"></span>`) : nothing}
  </div>`;
}
