/**
 * Which sessions an element is asked to show, and the query that asks the backend for them.
 *
 * @module
 */

import type { SessionQuery } from '../../core/protocol.js';
import { pageLimit, type EndCause, type SessionSort, type Status } from '../../core/vocabulary.js';
import { compileQuery, parseQuery } from '../../core/query/index.js';
import { zoneOf } from './zone.js';

/** The time range: counted back from now, everything, or from one instant to another. */
export const periods = ['24h', '7d', '30d', 'all', 'custom'] as const;
export type Period = (typeof periods)[number];

/** Every filter; an empty one lets everything through. */
export interface Filters {
  /** A question in the language of the record. */
  query: string;
  actor: string;
  subject: string;
  status: Status | '';
  endCause: EndCause | '';
  period: Period | '';
  /** ISO 8601, used when the period is `custom`. */
  from: string;
  to: string;
  sort: SessionSort | '';
  /** `local`, `utc` or a zone's name: whose days the question means. */
  timezone: string;
}

/** What "Clear filters" goes back to. The period stays: it is where one looks, not what for; and what the host set. */
export const noFilters = { query: '' } as const;

const day = 86_400_000;
const lengths: Partial<Record<Period, number>> = { '24h': day, '7d': 7 * day, '30d': 30 * day };

/** The first page of what the filters let through, as seen at `now`. */
export function toQuery(filters: Filters, now: number, pageSize: number): SessionQuery {
  const { sort } = filters;
  return {
    ...toFilter(filters, now),
    sort: sort === '' ? '-createdAt' : sort,
    limit: Math.min(Math.max(Math.trunc(pageSize) || pageLimit.usual, pageLimit.min), pageLimit.max),
  };
}

/** What the filters let through, as seen at `now`. */
export function toFilter(
  filters: Omit<Filters, 'sort'>,
  now: number,
): Omit<SessionQuery, 'sort' | 'limit' | 'cursor'> {
  const { query, actor, subject, status, endCause, timezone } = filters;
  const asked = compileQuery(parseQuery(query), { zone: zoneOf(timezone), now }).filter;
  // Who types when it was means no other time.
  const { from, to } = asked.from || asked.to ? asked : toRange(filters, now);
  return {
    ...(asked.where && { where: asked.where }),
    ...(actor.trim() && { actor: actor.trim() }),
    ...(subject.trim() && { subject: subject.trim() }),
    ...(status && { status }),
    ...(endCause && { endCause }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function toRange({ period, from, to }: Omit<Filters, 'sort'>, now: number): { from?: string; to?: string } {
  if (period === 'custom') return { from, to };
  const length = lengths[period || 'all'];
  return length ? { from: new Date(now - length).toISOString() } : {};
}

/** Whether anything that can be cleared narrows what is shown. */
export const isNarrowed = ({ query }: Pick<Filters, 'query'>): boolean => query.trim() !== '';

/** The order after a press on a column's header: its own natural order first, then the other way round. */
export function nextSort(current: SessionSort | '', column: 'createdAt' | 'actor' | 'subject'): SessionSort {
  if (column === 'createdAt') return current === '-createdAt' ? 'createdAt' : '-createdAt';
  return current === column ? `-${column}` : column;
}
