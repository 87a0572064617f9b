/**
 * Lets better-auth, which speaks Kysely, use the same database as everything else.
 *
 * @module
 */

import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';

import type { Database, Queryable } from '../../src/server/index.js';

/** A Kysely over `database`. Closing it leaves the database open: others use it too. */
export function kyselyOver(database: Database): Kysely<unknown> {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new SharedDriver(database),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

class SharedDriver implements Driver {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  // Who opened the database closes it.
  readonly init = () => Promise.resolve();
  readonly destroy = () => Promise.resolve();
  readonly releaseConnection = () => Promise.resolve();

  acquireConnection(): Promise<SharedConnection> {
    return Promise.resolve(new SharedConnection(this.#database));
  }

  beginTransaction(connection: SharedConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: SharedConnection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: SharedConnection): Promise<void> {
    return connection.rollback();
  }
}

const rolledBack = new Error('Rolled back.');

class SharedConnection implements DatabaseConnection {
  readonly #database: Database;
  #open: { on: Queryable; finish: (error?: Error) => void; finished: Promise<void> } | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  async executeQuery<Result>(query: CompiledQuery): Promise<QueryResult<Result>> {
    const rows = await (this.#open?.on ?? this.#database).query(query.sql, query.parameters);
    return { rows: rows as Result[] };
  }

  // eslint-disable-next-line require-yield -- The interface asks for it; better-auth never calls it.
  async *streamQuery(): AsyncGenerator<never> {
    throw new TypeError('Streaming is not supported.');
  }

  /** `Database` runs a transaction around a function, Kysely begins and ends one: this holds the function open. */
  begin(): Promise<void> {
    return new Promise((begun, failed) => {
      const finished = this.#database.transaction(
        (on) =>
          new Promise<void>((commit, abort) => {
            const finish = (error?: Error) => (error === undefined ? commit() : abort(error));
            this.#open = { on, finish, finished };
            begun();
          }),
      );
      finished.catch(failed);
    });
  }

  async commit(): Promise<void> {
    const open = this.#close();
    open?.finish();
    await open?.finished;
  }

  async rollback(): Promise<void> {
    const open = this.#close();
    open?.finish(rolledBack);
    await open?.finished.catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
  }

  #close() {
    const open = this.#open;
    this.#open = undefined;
    return open;
  }
}
