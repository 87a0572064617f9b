/**
 * The proofs of possession that were used, for all processes on one database.
 *
 * @module
 */

import type { Queryable } from '../database/database.js';
import type { ProofMemory } from '../proof-memory.js';

export interface UsedProofs extends ProofMemory {
  /** Forgets those that are too old to be used again, whichever process's clock is asked. */
  forget(now: number): Promise<void>;
}

/** How far the clocks of two processes may be apart, in milliseconds. */
const slack = 300_000;

const table = 'impersonation_kit.used_proofs';

/** Whatever goes wrong in the database is thrown: no proof counts that cannot be noted. */
export function createUsedProofs(database: Queryable): UsedProofs {
  return {
    async use(id, until) {
      const noted = await database.query(
        `insert into ${table} (id, until) values ($1, $2::timestamptz) on conflict do nothing returning id`,
        [id, iso(until)],
      );
      return noted.length === 1;
    },
    async forget(now) {
      await database.query(`delete from ${table} where until < $1::timestamptz`, [iso(now - slack)]);
    },
  };
}

const iso = (instant: number) => new Date(instant).toISOString();
