/**
 * The table that the chart goes with: the chart counts what the table asks for, whoever changed that, and the range that
 * is picked in the chart is the table's time.
 *
 * @module
 */

import type { ReactiveController, ReactiveElement } from 'lit';

import { changeTerms, isTime } from '../../core/query/index.js';
import type { Filters } from '../internal/session-filters.js';
import type { TimeRange } from './brush.js';

type Asked = Omit<Filters, 'sort'>;
type Table = ReactiveElement & Asked;
type Chart = ReactiveElement & Asked & { htmlFor: string; selection: TimeRange | null };

export class Companion implements ReactiveController {
  readonly #chart: Chart;
  readonly #follower = { hostUpdated: () => this.#take() };
  #table: Table | null = null;
  /** What the table was asked when it was given a range. */
  #handed: string | null = null;

  constructor(chart: Chart) {
    this.#chart = chart;
    chart.addController(this);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** Finds the table, and takes over what it asks. */
  find(): void {
    const { htmlFor, isConnected } = this.#chart;
    const root = this.#chart.getRootNode() as Document | ShadowRoot;
    const found = isConnected && htmlFor ? root.getElementById(htmlFor) : null;
    if (found === this.#table) return;
    this.#leave();
    if (!found) return;
    if (!('addController' in found)) {
      void customElements.whenDefined(found.localName).then(() => this.#chart.requestUpdate());
      return;
    }
    this.#table = found as Table;
    this.#table.addController(this.#follower);
    this.#take();
  }

  /** Gives the table the range that was picked; the time of the chart again, when it is `null`. */
  give(range: TimeRange | null): void {
    if (!this.#table) return;
    const { query, period, from, to } = this.#chart;
    if (!range) {
      this.#handed = null;
      Object.assign(this.#table, { query, period, from, to });
      return;
    }
    // A time that is typed would count for more.
    this.#handed = changeTerms(query, (term) => (isTime(term) ? null : term));
    Object.assign(this.#table, { query: this.#handed, period: 'custom', ...range });
  }

  #leave(): void {
    this.#table?.removeController(this.#follower);
    this.#table = null;
    this.#handed = null;
  }

  #take(): void {
    const chart = this.#chart;
    if (!this.#table) return;
    const { query, actor, subject, status, endCause, timezone, period, from, to } = this.#table;
    Object.assign(chart, { actor, subject, status, endCause, timezone });
    if (query !== this.#handed) chart.query = query;
    // A range that was picked here is no other time to count.
    const { selection } = chart;
    if (period === 'custom' && from === selection?.from && to === selection.to) return;
    chart.selection = null;
    Object.assign(chart, { query, period, from, to });
  }
}
