import { cut } from '../core/buckets.js';
import type { Activity, ActivityQuery } from '../core/protocol.js';
import { matchesSession } from './memory-query.js';
import { iso } from './memory-seed.js';
import type { MemorySessions } from './memory-sessions.js';

/** Counts as the real backend does. `now` in milliseconds since the epoch. */
export function countActivity(query: ActivityQuery, sessions: MemorySessions, now: number): Activity {
  const found = sessions
    .all()
    .filter((session) => matchesSession(session, query))
    .map(({ id, createdAt, endCause }) => ({
      at: Date.parse(createdAt),
      blocked: sessions.events(id).some(({ type }) => type === 'request.blocked'),
      revoked: endCause === 'revoked' || endCause === 'revoked-by-subject',
    }));
  const oldest = found.length ? Math.min(...found.map(({ at }) => at)) : null;
  const { size, edges } = cut(query, { oldest, now });
  const buckets = edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? start;
    const within = found.filter(({ at }) => at >= start && at < end);
    return {
      start: iso(start),
      end: iso(end),
      count: within.length,
      blocked: within.filter(({ blocked }) => blocked).length,
      revoked: within.filter(({ revoked }) => revoked).length,
    };
  });
  return { bucket: size, buckets };
}
