/**
 * The same tests on every engine: PGlite always, PostgreSQL where `TEST_DATABASE_URL` names one.
 *
 * @module
 */

import { after, before, describe } from 'node:test';

import type { Database } from '../../../src/server/index.js';
import { openDatabase } from '../../../src/server/index.js';

const addresses = ['pglite://memory', process.env['TEST_DATABASE_URL']].filter(
  (address) => address !== undefined,
);

/** Runs the tests that `define` adds once an engine; they share one database, so each brings its own people. */
export function onEachEngine(what: string, define: (database: () => Database) => void): void {
  for (const address of addresses) {
    describe(`${what}, on ${address.split(':')[0] ?? address}`, () => {
      let database: Database | undefined;
      before(async () => {
        database = await openDatabase(address);
      });
      after(() => database?.close());
      define(() => {
        if (!database) throw new Error('The database is open during tests only');
        return database;
      });
    });
  }
}
