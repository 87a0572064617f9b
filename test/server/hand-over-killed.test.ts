import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { openCrowd, type Crowd } from '../support/server/crowd.js';
import { newPostgres, postgres } from '../support/server/engines.js';

type Place = () => Promise<readonly [address: string, forget: () => Promise<void>]>;

const folder: Place = async () => {
  const path = await mkdtemp(join(tmpdir(), 'impersonation-kit-'));
  return [`pglite://${join(path, 'data')}`, () => rm(path, { recursive: true })];
};
const server = postgres;
const places: Record<string, Place> = {
  pglite: folder,
  ...(server !== undefined && { postgres: () => newPostgres(server) }),
};

for (const [engine, open] of Object.entries(places)) {
  describe(`A server that is killed while it redeems, on ${engine}`, () => {
    /** A ticket is issued, a process dies over it, and another one takes over. */
    const afterDeath = async (
      moment: 'before' | 'after',
      look: (crowd: Crowd, ticket: string, pass: (seconds: number) => void) => Promise<void>,
    ) => {
      const [address, forget] = await open();
      const first = await openCrowd(address);
      const ticket = await first.start(1);
      await first.close();

      const child = fork(fileURLToPath(new URL('../support/server/redeem-and-die.ts', import.meta.url)), [
        address,
        ticket,
        moment,
      ]);
      const [, signal] = (await once(child, 'exit')) as [number | null, string];
      assert.equal(signal, 'SIGKILL');

      const clock = { ahead: 0 };
      const second = await openCrowd(address, { now: () => Date.now() + clock.ahead });
      await look(second, ticket, (seconds) => (clock.ahead += seconds * 1000));
      await second.close();
      await forget();
    };

    const sessions = ({ backend }: Crowd) =>
      backend.database.query('select status, end_cause from impersonation_kit.impersonations');

    test('has used the ticket up or not, never half: killed before, the ticket is still good once', () =>
      afterDeath('before', async (crowd, ticket) => {
        assert.deepEqual(await sessions(crowd), [{ status: 'pending', end_cause: null }]);
        assert.equal(await crowd.redeem(ticket), 200);
        assert.equal(await crowd.redeem(ticket), 400);
      }));

    test('killed after, the ticket is used, and the session that nobody got is idle and ends as such', () =>
      afterDeath('after', async (crowd, ticket, pass) => {
        assert.deepEqual(await sessions(crowd), [{ status: 'active', end_cause: null }]);
        pass(900);
        await crowd.backend.sweep();
        assert.deepEqual(await sessions(crowd), [{ status: 'ended', end_cause: 'idle' }]);
        assert.equal(await crowd.redeem(ticket), 400);
      }));
  });
}
