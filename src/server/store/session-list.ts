/**
 * The list of sessions: filters, orders, pages and a count that knows when to stop.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import type { Page, SessionRecord, SessionSort } from '../../core/protocol.js';
import type { Queryable } from '../database/database.js';
import { conditionOf, contains, people } from './conditions.js';
import { readCursor, writeCursor } from './cursor.js';
import { toRecord, type SessionRow } from './rows.js';
import type { ListQuery, SessionFilter } from './store.js';

interface Order {
  readonly column: 'created_at' | 'actor_key' | 'subject_key';
  readonly type: 'timestamptz' | 'text';
  readonly descending: boolean;
}

const orders: Record<SessionSort, Order> = {
  createdAt: { column: 'created_at', type: 'timestamptz', descending: false },
  '-createdAt': { column: 'created_at', type: 'timestamptz', descending: true },
  actor: { column: 'actor_key', type: 'text', descending: false },
  '-actor': { column: 'actor_key', type: 'text', descending: true },
  subject: { column: 'subject_key', type: 'text', descending: false },
  '-subject': { column: 'subject_key', type: 'text', descending: true },
};

/** Counting further costs more than anybody learns from it. */
const countedAtMost = 1000;

export async function listSessions(database: Queryable, query: ListQuery): Promise<Page<SessionRecord>> {
  const filter = filterOf(query);
  const order = orders[query.sort];
  const list = JSON.stringify([query.sort, filter]);
  const after = query.cursor === undefined ? null : await readCursor(list, query.cursor);
  if (after && order.type === 'timestamptz' && !isInstant(after.key))
    throw new ImpersonationError('invalid_cursor');

  const [rows, total] = await Promise.all([
    selectPage(database, filter, order, after, query.limit + 1),
    countStopping(database, 'impersonations', filter),
  ]);
  const items = rows.slice(0, query.limit);
  const last = rows.length > items.length ? items.at(-1) : undefined;
  return {
    items: items.map(toRecord),
    nextCursor: last ? await writeCursor(list, { key: keyOf(last, order), id: last.id }) : null,
    total,
  };
}

/** Rows read at a time: few enough to be held, many enough to be quick. */
const atATime = 500;

export async function* everySession(
  database: Queryable,
  query: SessionFilter,
): AsyncGenerator<readonly SessionRecord[], void> {
  const filter = filterOf(query);
  const order = orders['-createdAt'];
  let after: { key: string; id: string } | null = null;
  do {
    const rows: SessionRow[] = await selectPage(database, filter, order, after, atATime);
    yield rows.map(toRecord);
    const last: SessionRow | undefined = rows.length < atATime ? undefined : rows.at(-1);
    after = last ? { key: keyOf(last, order), id: last.id } : null;
  } while (after);
}

export async function countSessions(
  database: Queryable,
  query: SessionFilter,
  most: number,
): Promise<number> {
  const { where, parameters } = filterOf(query);
  const [row] = await database.query<{ count: number }>(
    `select count(*)::integer as count
     from (select 1 from impersonation_kit.impersonations where ${where} limit $${parameters.length + 1}::integer) as counted`,
    [...parameters, most],
  );
  return row?.count ?? 0;
}

/** A condition on `impersonations`, and its parameters from `$1` on. */
interface Filter {
  readonly where: string;
  readonly parameters: readonly string[];
}

export function filterOf(query: SessionFilter): Filter {
  const parameters: string[] = [];
  const bind = (value: string) => `$${parameters.push(value)}`;
  const { subjectId, actor, subject, text, status, endCause, from, to, where = [] } = query;
  const conditions = [
    subjectId !== undefined && `subject_id = ${bind(subjectId)}`,
    actor && contains(actor, people.actor, bind),
    subject && contains(subject, people.subject, bind),
    text && contains(text, ['reason', 'category', 'case_number'], bind),
    status && `status = ${bind(status)}`,
    endCause && `end_cause = ${bind(endCause)}`,
    from !== undefined && `created_at >= ${bind(instantOf(from, 'from'))}::timestamptz`,
    to !== undefined && `created_at < ${bind(instantOf(to, 'to'))}::timestamptz`,
    ...where.map((condition) => conditionOf(condition, bind)),
  ].filter((condition) => typeof condition === 'string' && condition !== '');
  return { where: conditions.join(' and ') || 'true', parameters };
}

/** The shape was judged; whether there is such a day was not. */
function instantOf(text: string, field: string): string {
  const instant = new Date(text);
  if (!isInCalendar(instant)) throw new ImpersonationError('invalid_request', { field });
  return instant.toISOString();
}

/** The years from 1 to 9999: the ones that JavaScript and PostgreSQL write alike. An invalid date is in none. */
const isInCalendar = (instant: Date) =>
  instant.getTime() >= Date.parse('0001-01-01T00:00:00Z') &&
  instant.getTime() < Date.parse('+010000-01-01T00:00:00Z');

const isInstant = (key: string) => {
  const instant = new Date(key);
  return isInCalendar(instant) && instant.toISOString() === key;
};

function selectPage(
  database: Queryable,
  { where, parameters }: Filter,
  { column, type, descending }: Order,
  after: { key: string; id: string } | null,
  limit: number,
): Promise<SessionRow[]> {
  const next = parameters.length;
  const beyond = after
    ? `and (${column}, id) ${descending ? '<' : '>'} ($${next + 2}::${type}, $${next + 3}::text)`
    : '';
  const direction = descending ? 'desc' : 'asc';
  return database.query<SessionRow>(
    `select * from impersonation_kit.impersonations
     where ${where} ${beyond}
     order by ${column} ${direction}, id ${direction}
     limit $${next + 1}::integer`,
    [...parameters, limit, ...(after ? [after.key, after.id] : [])],
  );
}

/** How many rows match, or that there are more than are worth counting. */
export async function countStopping(
  database: Queryable,
  table: 'impersonations' | 'audit_events',
  { where, parameters }: Filter,
): Promise<{ count: number; atLeast: boolean }> {
  const rows = await database.query<{ count: number }>(
    `select count(*)::integer as count
     from (select 1 from impersonation_kit.${table} where ${where} limit ${countedAtMost + 1}) as counted`,
    parameters,
  );
  const count = rows[0]?.count ?? 0;
  return count > countedAtMost ? { count: countedAtMost, atLeast: true } : { count, atLeast: false };
}

function keyOf(row: SessionRow, { column }: Order): string {
  return column === 'created_at' ? row.created_at.toISOString() : row[column];
}
