/**
 * How much was done in a session, told from the record.
 *
 * @module
 */

import type { RequestCounts } from '../../core/protocol.js';
import type { Queryable } from '../database/database.js';

const nothing: RequestCounts = { looks: 0, changes: 0, blocked: 0 };

/**
 * One request has one or two rows, by the way its handler is wrapped. The intent of a change is committed before it is
 * tried, so a change whose outcome nobody knows counts as one. So does a socket (101), since anything may follow.
 */
const select = `
  select session_id,
    (count(distinct request_id) filter (where method in ('GET', 'HEAD') and type <> 'request.blocked'))::integer as looks,
    (count(*) filter (where type = 'request.intended' and method not in ('GET', 'HEAD'))
      - count(*) filter (where type = 'request.made' and method not in ('GET', 'HEAD') and status >= 400)
      + count(*) filter (where type = 'request.made' and status = 101))::integer as changes,
    (count(*) filter (where type = 'request.blocked'))::integer as blocked
  from impersonation_kit.audit_events
  where session_id = any($1::text[]) and request_id is not null
  group by session_id`;

/** Answers with the counts of each session; of one without requests as well. */
export async function countRequests(
  database: Queryable,
  sessionIds: readonly string[],
): Promise<(sessionId: string) => RequestCounts> {
  const rows = sessionIds.length
    ? await database.query<RequestCounts & { readonly session_id: string }>(select, [sessionIds])
    : [];
  const counted = new Map(rows.map(({ session_id, ...counts }) => [session_id, counts]));
  return (sessionId) => counted.get(sessionId) ?? nothing;
}
