/**
 * Brings the kit's own schema up to date: each change once, in order, and wholly or not at all.
 *
 * @module
 */

import type { Database, Queryable } from './database.js';
import { migrations, type Migration } from './migrations.js';

/** Any number that the host does not use as a lock itself: "ik" in ASCII, and a counter. */
const lock = 0x696b_0001;

/** Safe to call from several processes at once, and again after a crash. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(prepare);
  for (const migration of migrations) {
    await database.transaction((transaction) => apply(transaction, migration));
  }
}

async function prepare(transaction: Queryable): Promise<void> {
  await takeTurns(transaction);
  await transaction.query('create schema if not exists impersonation_kit');
  await transaction.query(`
    create table if not exists impersonation_kit.migrations (
      id text primary key,
      applied_at timestamptz not null default now()
    )`);
}

async function apply(transaction: Queryable, { id, statements }: Migration): Promise<void> {
  await takeTurns(transaction);
  const applied = await transaction.query('select id from impersonation_kit.migrations where id = $1', [id]);
  if (applied.length) return;
  for (const statement of statements) await transaction.query(statement);
  await transaction.query('insert into impersonation_kit.migrations (id) values ($1)', [id]);
}

async function takeTurns(transaction: Queryable): Promise<void> {
  await transaction.query('set local statement_timeout = 0'); // waiting for one's turn is no fault
  await transaction.query('select pg_advisory_xact_lock($1)', [lock]);
}
