/**
 * How many sessions began when.
 *
 * @module
 */

import { cut } from '../../core/buckets.js';
import type { Activity } from '../../core/protocol.js';
import type { Queryable } from '../database/database.js';
import { filterOf } from './session-list.js';
import type { ActivityFilter } from './store.js';

/** The buckets are cut here and not in SQL, so that no engine has to know the time zones of the world. */
export async function countActivity(
  database: Queryable,
  query: ActivityFilter,
  now: number,
): Promise<Activity> {
  const { where, parameters } = filterOf(query);
  const { size, edges } = cut(query, { oldest: await oldestOf(database, query), now });
  const instants = edges.map((edge) => new Date(edge).toISOString());
  const starts = instants.slice(0, -1);
  if (!starts.length) return { bucket: size, buckets: [] };

  const [first, last] = [parameters.length + 1, parameters.length + 2];
  const rows = await database.query<{ place: number; count: number; blocked: number; revoked: number }>(
    `select width_bucket(created_at, $${first}::text::timestamptz[]) as place, count(*)::integer as count,
       count(*) filter (where exists (
         select 1 from impersonation_kit.audit_events as event
         where event.session_id = session.id and event.type = 'request.blocked'
       ))::integer as blocked,
       count(*) filter (where end_cause in ('revoked', 'revoked-by-subject'))::integer as revoked
     from impersonation_kit.impersonations as session
     where ${where} and created_at < $${last}::timestamptz
     group by place`,
    [...parameters, `{${starts.join(',')}}`, instants.at(-1)],
  );
  const counted = new Map(rows.map((row) => [row.place, row]));
  const buckets = starts.map((start, index) => {
    const { count = 0, blocked = 0, revoked = 0 } = counted.get(index + 1) ?? {};
    return { start, end: instants[index + 1] ?? start, count, blocked, revoked };
  });
  return { bucket: size, buckets };
}

/** Needed only where the query does not say from when on. */
async function oldestOf(database: Queryable, query: ActivityFilter): Promise<number | null> {
  if (query.from !== undefined) return null;
  const { where, parameters } = filterOf(query);
  const [row] = await database.query<{ oldest: Date | null }>(
    `select min(created_at) as oldest from impersonation_kit.impersonations where ${where}`,
    parameters,
  );
  return row?.oldest?.getTime() ?? null;
}
