/**
 * The one store: SQL, on either engine.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import type { Database, Queryable } from '../database/database.js';
import { listEvents } from './events.js';
import { listSessions } from './session-list.js';
import { statementsOn } from './statements.js';
import type { Store } from './store.js';

/** Whatever goes wrong in the database is thrown as `unavailable`. */
export function createSqlStore(source: Database): Store {
  const database: Queryable = available(source);
  return {
    ...statementsOn(database),
    list: (query) => listSessions(database, query),
    events: (sessionId, query) => listEvents(database, sessionId, query),
    transaction: (work) =>
      source
        .transaction((raw) => {
          const transaction = available(raw);
          return work({
            ...statementsOn(transaction),
            lockActor: async (actorId) => {
              await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
                `impersonation-kit:actor:${actorId}`,
              ]);
            },
          });
        })
        .catch(refuse),
  };
}

const available = (target: Queryable): Queryable => ({
  query: (sql, parameters) => target.query<never>(sql, parameters).catch(refuse),
});

function refuse(error: unknown): never {
  throw ImpersonationError.from(error, 'unavailable');
}
