/**
 * The same tests on either engine: on the PostgreSQL that `TEST_DATABASE_URL` names, else on PGlite.
 *
 * @module
 */

import { after, before, describe } from 'node:test';

import { openDatabase, type Database } from '../../../src/server/index.js';
import { openEmbedded } from './embedded.js';

/** Opens a new, empty database; the second function forgets it. */
type Engine = () => Promise<readonly [Database, () => Promise<void>]>;

const pglite: Engine = async () => {
  const database = await openEmbedded();
  return [database, () => database.close()];
};

/** A database of its own on the server, since test files run side by side; the second one forgets it. */
export async function newPostgres(
  server: string,
): Promise<readonly [address: string, forget: () => Promise<void>]> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const administration = await openDatabase(server);
  await administration.run(`create database ${name}`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  const forget = async () => {
    await administration.run(`drop database ${name} with (force)`);
    await administration.close();
  };
  return [own.href, forget];
}

const postgresAt =
  (server: string): Engine =>
  async () => {
    const [address, forget] = await newPostgres(server);
    const database = await openDatabase(address);
    return [database, () => database.close().then(forget)];
  };

/** A PostgreSQL server for tests, where there is one. */
export const postgres = process.env['TEST_DATABASE_URL'];

const [name, open] = postgres ? ['PostgreSQL', postgresAt(postgres)] : ['PGlite', pglite];

/** Runs the tests that `define` adds on the engine of this run; they share one database, so each brings its own people. */
export function onEachEngine(what: string, define: (database: () => Database) => void): void {
  describe(`${what}, on ${name}`, () => {
    let opened: Awaited<ReturnType<Engine>> | undefined;
    before(async () => {
      opened = await open();
    });
    after(() => opened?.[1]());
    define(() => {
      if (!opened) throw new Error('The database is open during tests only');
      return opened[0];
    });
  });
}
