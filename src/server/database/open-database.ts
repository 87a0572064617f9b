/**
 * Opens the one database, whichever engine it is.
 *
 * @module
 */

import type { Database } from './database.js';
import { openPGlite, wrapPGlite, type PGliteLike } from './pglite.js';
import { openPostgres, wrapPool, type PoolLike } from './postgres.js';

/** An address, something open already, or a driver's own object (which its owner closes). */
export type DatabaseSource = string | Database | PGliteLike | PoolLike;

/**
 * `pglite://./folder` (PostgreSQL in this process), `pglite://memory` (the same, forgotten at the end) or
 * `postgres://…`; or an open PGlite or `pg.Pool`.
 *
 * @throws {TypeError} when the address is of no known kind, or the engine's package is not installed.
 * @throws {Error} when the folder is in use by another process.
 */
export async function openDatabase(source: DatabaseSource): Promise<Database> {
  if (typeof source === 'string') return openAddress(source);
  if ('engine' in source) return source;
  if ('exec' in source) return wrapPGlite(source);
  if ('connect' in source) return wrapPool(source);
  throw new TypeError('database must be an address, a Database, a PGlite or a pg.Pool');
}

function openAddress(address: string): Promise<Database> {
  if (address.startsWith('pglite://')) return openPGlite(address.slice('pglite://'.length));
  if (/^postgres(ql)?:\/\//.test(address)) return openPostgres(address);
  throw new TypeError('A database address starts with pglite:// or postgres://');
}
