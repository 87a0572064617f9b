/**
 * One SQL, two engines: what the stores need of either.
 *
 * @module
 */

export type Row = Record<string, unknown>;

/** Runs one statement with `$1`-style parameters. */
export interface Queryable {
  query<Result extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]>;
}

export interface Database extends Queryable {
  readonly engine: 'pglite' | 'postgres';
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
  transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>;
  /**
   * Hears what is sent to a channel by `pg_notify`, until the returned function is called. Some of it may be lost, as when
   * a connection breaks. Absent, or answering `null`: nothing can be heard here.
   */
  listen?(channel: string, heard: (payload: string) => void): Promise<(() => Promise<void>) | null>;
  /** Runs several statements without parameters, as a migration does. */
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}
