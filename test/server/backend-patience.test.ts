import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readJson } from '../../src/server/http/guards.js';
import type { BackendOptions } from '../../src/server/index.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, origin, type Site } from '../support/server/site.js';
import { refuses } from '../support/refuses.js';

const never = () => new Promise<never>(() => undefined);
const hostTimeoutSeconds = 0.02;

onEachEngine('A host that does not answer', (database) => {
  /** A site in order, with an impersonation; then the same with one function that hangs. */
  const hanging = async (options: Partial<BackendOptions>, run: (site: Site, token: string) => Promise<void>) => {
    const site = await openSite(database());
    const { token } = await site.impersonate();
    const stuck = await openSite(database(), {
      ...options,
      hostTimeoutSeconds,
      now: () => site.clock.now,
    });
    for (const person of site.people.values()) stuck.people.set(person.id, person);
    await run(stuck, token);
    await stuck.close();
    await site.close();
  }; // prettier-ignore

  const search = async () => ({ items: [], nextCursor: null });
  const get = async (id: string) => ({ id, name: id, role: 'member' });

  const cases: [name: string, options: Partial<BackendOptions>, path: string, status: number, code: string][] = [
    ['authenticate', { authenticate: never }, '/users', 503, 'unavailable'],
    ['users.search', { users: { get, search: never } }, '/users', 503, 'unavailable'],
    ['users.get', { users: { get: never, search } }, '/users/x', 503, 'unavailable'],
    ['rights', { rights: never }, '/impersonations', 403, 'forbidden'],
  ]; // prettier-ignore
  for (const [name, options, path, status, code] of cases) {
    test(`keeps no request waiting by ${name}, and is told which it was`, () =>
      hanging(options, async (site) => {
        const answer = await site.send(path, { as: site.sam });
        assert.deepEqual([answer.status, answer.body.code], [status, code]);
        assert.doesNotMatch(JSON.stringify(answer.body), /longer|authenticate|users|rights/);
        const told = site.errors.map((error) => String((error as Error).cause ?? error)).join();
        assert.match(told, new RegExp(`${name} took longer than 0.02 seconds`));
      }));
  }

  test('refuses a start by a policy that hangs, and one by a directory that does is not recorded as one', () =>
    hanging({ policy: never }, async (site) => {
      const answer = await site.start();
      assert.deepEqual([answer.status, answer.body.code], [403, 'not_permitted']);
      const broken = await openSite(database(), { users: { get: never, search }, hostTimeoutSeconds });
      assert.deepEqual((await broken.start()).status, 503);
      const rows = await broken.backend.database.query(
        'select 1 from impersonation_kit.audit_events where actor_id = $1',
        [broken.sam],
      );
      assert.deepEqual(rows, []);
      await broken.close();
    }));

  for (const [name, options] of [
    ['isSignedIn', { isSignedIn: never }],
    ['users.get', { users: { get: never, search } }],
  ] as const) {
    test(`lets no handler run while ${name} hangs, and ends nothing`, () =>
      hanging(options, async (site, token) => {
        let ran = 0;
        const handler = site.backend.auth.withAuth(() => {
          ran++;
          return new Response();
        });
        const headers = { authorization: `Bearer ${token}` };
        const response = await handler(new Request(`${origin}/api`, { headers }));
        assert.deepEqual([response.status, ran], [503, 0]);
        assert.equal((await site.send('/current', { token })).status, 200);
      }));
  }

  test('can be given more time, within reason', async () => {
    for (const seconds of [0, -1, NaN, 61, '5' as never])
      await assert.rejects(openSite(database(), { hostTimeoutSeconds: seconds }), TypeError);
  });
});

/** A body of which some arrives, and then nothing. */
const trickle = () => {
  const stream = { cancelled: false };
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":')),
    cancel: () => void (stream.cancelled = true),
  });
  const request = new Request(origin, { method: 'POST', body, duplex: 'half' } as RequestInit);
  return { stream, request };
};

test('a body that never ends is cut off, and read no further', async () => {
  const { stream, request } = trickle();
  await refuses(readJson(request, 0.02), 'invalid_request');
  assert.equal(stream.cancelled, true);
});

test('a body that arrives in pieces is read whole', async () => {
  const bytes = new TextEncoder().encode('{"name":"Zoë 🦊"}');
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte)); // in the middle of a character, too
      controller.close();
    },
  });
  const request = new Request(origin, { method: 'POST', body, duplex: 'half' } as RequestInit);
  assert.deepEqual(await readJson(request), { name: 'Zoë 🦊' });
});
