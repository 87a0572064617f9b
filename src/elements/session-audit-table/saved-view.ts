/**
 * What the table looks like: what it asks, and which columns it has.
 *
 * @module
 */

import type { SessionSort } from '../../core/protocol.js';
import { periods, type Period } from '../internal/session-filters.js';

/** What is left out is as usual, but for the zone and the columns, which stay as they are. */
export interface SavedView {
  readonly name: string;
  /** In the language of the record. */
  readonly query?: string;
  readonly period?: Period;
  /** ISO 8601, where the period is `custom`. */
  readonly from?: string;
  readonly to?: string;
  readonly sort?: SessionSort;
  readonly timezone?: string;
  /** As the table's attribute `columns` has it. */
  readonly columns?: string;
}

/** Where the views of a person are kept. Either may throw: the table says so, and nothing is lost. */
export interface ViewStore {
  /** What was kept last; `null` or nothing when nothing was. What is no view is left out, and kept. */
  get(): Promise<readonly SavedView[] | null | undefined> | readonly SavedView[] | null | undefined;
  set(views: readonly SavedView[]): Promise<void> | void;
}

/** What a view puts on the table. */
export type Look = Omit<Required<SavedView>, 'name'>;

const usual = { query: '', period: '30d', sort: '-createdAt' } as const;

/** What the table looks like with this view, where it looks like `now`. */
export function lookOf(view: SavedView, now: Look): Look {
  const { period = usual.period, from = '', to = '' } = view;
  return {
    query: view.query ?? usual.query,
    period,
    from: period === 'custom' ? from : '',
    to: period === 'custom' ? to : '',
    sort: view.sort ?? usual.sort,
    timezone: view.timezone ?? now.timezone,
    columns: view.columns ?? now.columns,
  };
}

/** Whether the table looks like this view. */
export function isShown(view: SavedView, now: Look): boolean {
  const look = lookOf(view, now);
  const real = lookOf({ name: '', ...now }, now);
  return (Object.keys(look) as (keyof Look)[]).every((key) => look[key] === real[key]);
}

/** Whether this may be put on the table: it may be from another version of the kit, or from somebody else. */
export function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false;
  const { name, period, ...others } = value as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    name.trim() !== '' &&
    (period === undefined || periods.some((known) => known === period)) &&
    ['query', 'from', 'to', 'sort', 'timezone', 'columns'].every(
      (key) => others[key] === undefined || typeof others[key] === 'string',
    )
  );
}

/** Two names that a person would take for one. */
export const sameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
