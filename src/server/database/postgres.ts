/**
 * A PostgreSQL server, by node-postgres.
 *
 * @module
 */

import type { Database, Queryable, Row } from './database.js';
import { loadPeer } from './optional-peer.js';
import { listenOn, type ListenerLike } from './postgres-listener.js';

interface ClientLike {
  query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** What is used of a `pg.Pool`; its own type would make the package mandatory. */
export interface PoolLike extends ClientLike {
  connect(): Promise<ClientLike & ListenerLike>;
  end(): Promise<void>;
  readonly options?: { readonly max?: number };
}

/** A request would rather be told "unavailable" than wait longer than this. */
const patience = 2000;

export async function openPostgres(address: string): Promise<Database> {
  const { default: pg } = await loadPeer('pg', () => import('pg'));
  const pool = new pg.Pool({
    connectionString: address,
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
    query_timeout: 2 * patience, // a server that is gone cannot keep its own time
    idle_in_transaction_session_timeout: 2 * patience,
  });
  // A connection that breaks while nobody uses it emits an error that would otherwise end the process. While somebody
  // does, their query rejects as well.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const wrapped = wrapPool(pool);
  const listening = new Set<() => Promise<void>>();
  const close = async () => {
    for (const stop of listening) await stop(); // a pool waits for every connection that somebody holds
    await pool.end();
  };
  let closing: Promise<void> | undefined;
  return {
    ...wrapped,
    listen: async (channel, heard) => {
      const stop = await wrapped.listen?.(channel, heard);
      if (stop) listening.add(stop);
      return stop ?? null;
    },
    close: () => (closing ??= close()),
  };
}

/** A pool that the host opened, and closes. */
export function wrapPool(pool: PoolLike): Database {
  return {
    engine: 'postgres',
    ...queryable(pool),
    transaction: (work) => transact(pool, work),
    listen: (channel, heard) =>
      // Whoever listens keeps a connection to itself, and others must still get one.
      pool.options?.max === 1 ? Promise.resolve(null) : listenOn(pool, channel, heard),
    run: async (sql) => {
      await pool.query(sql); // without parameters: the simple protocol, which takes several statements
    },
    close: () => Promise.resolve(),
  };
}

async function transact<Result>(
  pool: PoolLike,
  work: (transaction: Queryable) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin');
    const result = await work(queryable(client));
    await client.query('commit');
    broken = false;
    return result;
  } catch (error) {
    broken = !(await rolledBack(client));
    throw error;
  } finally {
    client.release(broken); // a connection in an unknown state goes back to nobody
  }
}

const rolledBack = (client: ClientLike) =>
  client.query('rollback').then(
    () => true,
    () => false,
  );

function queryable(target: ClientLike): Queryable {
  return {
    query: async <Result extends Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await target.query(sql, [...parameters])).rows as Result[],
  };
}
