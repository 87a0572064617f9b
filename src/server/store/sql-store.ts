/**
 * The one store: SQL, on either engine.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import type { Database, Queryable } from '../database/database.js';
import { countActivity } from './activity.js';
import { withoutValues } from './database-error.js';
import { listEvents } from './events.js';
import { countRequests } from './request-counts.js';
import { countSessions, everySession, listSessions } from './session-list.js';
import type { SessionMemory } from './session-memory.js';
import { statementsOn } from './statements.js';
import type { Store } from './store.js';

/**
 * Whatever goes wrong in the database is thrown as `unavailable`.
 *
 * @param memory told of each session whose change is committed, and to forget everything when the database fails.
 */
export function createSqlStore(source: Database, memory: SessionMemory): Store {
  function refuse(error: unknown): never {
    const failure =
      error instanceof ImpersonationError
        ? error
        : new ImpersonationError('unavailable', { cause: withoutValues(error) });
    if (failure.code === 'unavailable') memory.clear();
    throw failure;
  }
  const available = (target: Queryable): Queryable => ({
    query: (sql, parameters) => target.query<never>(sql, parameters).catch(refuse),
  });
  const database = available(source);

  return {
    ...statementsOn(database, memory.forget),
    list: (query) => listSessions(database, query),
    count: (filter, most) => countSessions(database, filter, most),
    every: (filter) => everySession(database, filter),
    activity: (query, now) => countActivity(database, query, now),
    events: (sessionId, query) => listEvents(database, sessionId, query),
    countRequests: (sessionIds) => countRequests(database, sessionIds),
    transaction: (work) => {
      const changed = new Set<string>();
      return source
        .transaction((raw) => {
          const transaction = available(raw);
          return work({
            ...statementsOn(transaction, (id) => changed.add(id)),
            lockActor: async (actorId) => {
              await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
                `impersonation-kit:actor:${actorId}`,
              ]);
            },
          });
        })
        .catch(refuse)
        .finally(() => changed.forEach(memory.forget)); // also when nobody knows whether it was committed
    },
  };
}
