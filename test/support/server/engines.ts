/**
 * The same tests on every engine: PGlite always, PostgreSQL where `TEST_DATABASE_URL` names a server.
 *
 * @module
 */

import { after, before, describe } from 'node:test';

import { openDatabase, type Database } from '../../../src/server/index.js';

/** Opens a new, empty database; the second function forgets it. */
type Engine = () => Promise<readonly [Database, () => Promise<void>]>;

const pglite: Engine = async () => {
  const database = await openDatabase('pglite://memory');
  return [database, () => database.close()];
};

/** A database of its own on the server, since test files run side by side. */
const postgresAt =
  (address: string): Engine =>
  async () => {
    const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
    const server = await openDatabase(address);
    await server.run(`create database ${name}`);
    const own = new URL(address);
    own.pathname = `/${name}`;
    const database = await openDatabase(own.href);
    const forget = async () => {
      await database.close();
      await server.run(`drop database ${name} with (force)`);
      await server.close();
    };
    return [database, forget];
  };

const address = process.env['TEST_DATABASE_URL'];
const engines: Record<string, Engine> = { pglite, ...(address && { postgres: postgresAt(address) }) };

/** Runs the tests that `define` adds once an engine; they share one database, so each brings its own people. */
export function onEachEngine(what: string, define: (database: () => Database) => void): void {
  for (const [name, open] of Object.entries(engines)) {
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
}
