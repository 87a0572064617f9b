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
  /** Runs several statements without parameters, as a migration does. */
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}
