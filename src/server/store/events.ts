/**
 * The record: rows are added and read, and nothing else.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import type { Page, SessionEvent } from '../../core/protocol.js';
import type { Queryable } from '../database/database.js';
import { readCursor, writeCursor } from './cursor.js';
import { toEvent, type EventRow } from './rows.js';
import { countStopping } from './session-list.js';
import type { NewEvent } from './store.js';

/** Who is who is read from the session's own row, so that a row about a request needs only the session's id. */
const insert = `
  insert into impersonation_kit.audit_events (
    at, type, session_id, actor_id, actor_name, actor_email, subject_id, subject_name, subject_email,
    request_id, method, route, status, action, code, detail)
  select
    event.at, event.type, event.session_id,
    case when event.actor is null then session.actor_id else event.actor ->> 'id' end,
    case when event.actor is null then session.actor_name else event.actor ->> 'name' end,
    case when event.actor is null then session.actor_email else event.actor ->> 'email' end,
    case when event.subject is null then session.subject_id else event.subject ->> 'id' end,
    case when event.subject is null then session.subject_name else event.subject ->> 'name' end,
    case when event.subject is null then session.subject_email else event.subject ->> 'email' end,
    event.request ->> 'id', event.request ->> 'method', event.request ->> 'route',
    (event.request ->> 'status')::integer,
    event.action, event.code, event.detail
  from rows from (jsonb_to_recordset($1::jsonb) as (
    at timestamptz, type text, session_id text, actor jsonb, subject jsonb,
    request jsonb, action text, code text, detail jsonb)) with ordinality
    as event (at, type, session_id, actor, subject, request, action, code, detail, place)
  left join impersonation_kit.impersonations as session on session.id = event.session_id
  order by event.place`;

export async function appendEvents(database: Queryable, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ at, sessionId, detail = {}, ...rest }) => ({
    ...rest,
    at: new Date(at).toISOString(),
    session_id: sessionId,
    detail,
  }));
  await database.query(insert, [JSON.stringify(rows)]);
}

export async function listEvents(
  database: Queryable,
  sessionId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<SessionEvent>> {
  const list = JSON.stringify(['events', sessionId]);
  const after = cursor === undefined ? '0' : (await readCursor(list, cursor)).key;
  if (!/^\d{1,18}$/.test(after)) throw new ImpersonationError('invalid_cursor');
  const [rows, total] = await Promise.all([
    database.query<EventRow>(
      `select * from impersonation_kit.audit_events
       where session_id = $1 and seq > $2::bigint order by seq limit $3::integer`,
      [sessionId, after, limit + 1],
    ),
    countStopping(database, 'audit_events', { where: 'session_id = $1', parameters: [sessionId] }),
  ]);
  const items = rows.slice(0, limit).map(toEvent);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items,
    nextCursor: last ? await writeCursor(list, { key: last.id, id: sessionId }) : null,
    total,
  };
}
