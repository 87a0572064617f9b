import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createImpersonationBackend, type BackendOptions, type Database } from '../../src/server/index.js';
import { createEventBatches } from '../../src/server/store/event-batches.js';
import type { NewEvent } from '../../src/server/store/store.js';
import { openEmbedded } from '../support/server/embedded.js';
import { openSite, origin, reason } from '../support/server/site.js';

/** The database, until it is told to break: then each statement that matches fails, as one that is gone does. */
function breakable(database: Database) {
  const fault = { on: null as RegExp | null };
  const query: Database['query'] = (sql, parameters) => {
    if (fault.on?.test(sql)) return Promise.reject(new Error('connection terminated: password=hunter2'));
    return database.query(sql, parameters);
  };
  const wrapped: Database = {
    ...database,
    query,
    transaction: (work) =>
      database.transaction((transaction) =>
        work({
          query: (sql, parameters) =>
            fault.on?.test(sql)
              ? Promise.reject(new Error('connection terminated: password=hunter2'))
              : transaction.query(sql, parameters),
        }),
      ),
  };
  return { database: wrapped, fault };
}

test('with the database away every call is told so, and no handler runs', async () => {
  const database = await openEmbedded();
  const site = await openSite(database);
  const { token, session } = await site.impersonate({ mode: 'full' });
  let ran = 0;
  const handler = site.backend.auth.withAuth(
    () => {
      ran++;
      return new Response();
    },
    { whileImpersonating: 'allow' },
  );
  await database.close();

  const post = { method: 'POST', body: { reason, ticket: 'x'.repeat(43), mode: 'read-only' } };
  const answers = await Promise.all([
    site.start(),
    site.send('/impersonations', { as: site.sam }),
    site.send(`/impersonations/${session.id}`, { as: site.sam }),
    site.send(`/impersonations/${session.id}/events`, { as: site.sam }),
    site.send(`/impersonations/${session.id}/revoke`, { ...post, as: site.sam }),
    site.send('/redeem', post),
    site.send('/current', { token }),
    ...['/token', '/current/end', '/current/extend', '/current/mode'].map((path) =>
      site.send(path, { ...post, token }),
    ),
  ]);
  for (const { status, body } of answers) assert.deepEqual([status, body.code], [503, 'unavailable']);
  for (const method of ['GET', 'POST']) {
    const request = new Request(`${origin}/api`, { method, headers: { authorization: `Bearer ${token}` } });
    assert.equal((await handler(request)).status, 503);
  }
  assert.equal(ran, 0);
  await site.close();
});

test('what fails half-way is not half done, and says nothing of the database', async () => {
  const opened = await openEmbedded();
  const { database, fault } = breakable(opened);
  const site = await openSite(database);
  const { token, session } = await site.impersonate({ mode: 'full' });
  const kim = site.sam.replace('sam', 'kim');

  fault.on = /insert into impersonation_kit\.audit_events/; // every change comes with a row: none without
  const failed = [
    await site.start({ userId: kim }),
    await site.send('/current/extend', { method: 'POST', token, body: {} }),
    await site.send('/current/mode', { method: 'POST', token, body: { mode: 'read-only' } }),
    await site.send('/current/end', { method: 'POST', token, body: {} }),
    await site.send(`/impersonations/${session.id}/revoke`, {
      method: 'POST',
      as: site.sam,
      body: { reason },
    }),
  ];
  for (const { status, body } of failed) {
    assert.deepEqual([status, body.code], [503, 'unavailable']);
    assert.doesNotMatch(JSON.stringify(body), /hunter2|terminated/);
  }
  assert.match(String(site.errors[0]), /connection terminated/, 'the host is told');
  fault.on = null;
  const current = await site.send('/current', { token });
  assert.deepEqual(current.body, session as never, 'as if nothing had been asked');
  assert.equal((await site.start({ userId: kim })).status, 201);
  await site.close();
  await opened.close();
});

test('a ticket whose redemption could not be recorded is not used up', async () => {
  const opened = await openEmbedded();
  const { database, fault } = breakable(opened);
  const site = await openSite(database);
  const { body } = await site.start();
  const ticket = body.kind === 'ticket' ? body.ticket : '';
  fault.on = /insert into impersonation_kit\.audit_events/;
  assert.equal((await site.redeem(ticket)).status, 503);
  fault.on = null;
  assert.equal((await site.redeem(ticket)).status, 200);
  await site.close();
  await opened.close();
});

test('the sweep ends what nobody looks at', async () => {
  const database = await openEmbedded();
  const site = await openSite(database);
  const { session } = await site.impersonate();
  const idle = (await site.impersonate({ userId: site.sam.replace('sam', 'kim'), durationSeconds: 3600 }))
    .session;
  await site.start({ userId: site.sam.replace('sam', 'lou') });
  site.clock.pass(3600);
  await site.backend.sweep();
  await site.backend.sweep();

  const rows = await database.query(
    `select subject_name, end_cause, ended_at from impersonation_kit.impersonations order by subject_name`,
  );
  assert.deepEqual(
    rows.map(({ subject_name, end_cause, ended_at }) => [
      subject_name,
      end_cause,
      (ended_at as Date).toISOString(),
    ]),
    [
      ['Dana Fox', 'expired', '2026-03-01T09:15:00.000Z'],
      ['Kim Noor', 'idle', '2026-03-01T09:15:00.000Z'],
      ['Lou Reyes', 'never-redeemed', '2026-03-01T09:00:30.000Z'],
    ],
  );
  for (const { id } of [session, idle]) assert.equal((await site.record(id)).at(-1), 'session.ended');
  assert.equal((await site.record(session.id)).filter((type) => type === 'session.ended').length, 1);
  await site.close();
  await database.close();
});

test('one row that the database does not take is no reason to refuse those it waited with', async () => {
  const written: string[] = [];
  const write = createEventBatches((events) => {
    if (events.some(({ sessionId }) => sessionId === 'bad'))
      return Promise.reject(
        new Error('refused', { cause: Object.assign(new Error('null'), { code: '23502' }) }),
      );
    written.push(...events.map(({ sessionId }) => sessionId ?? ''));
    return Promise.resolve();
  });
  const event = (sessionId: string): NewEvent => ({ at: 0, type: 'request.made', sessionId });
  const outcomes = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((id) => write(event(id))));
  assert.deepEqual(outcomes.map(({ status }) => status), ['fulfilled', 'fulfilled', 'rejected', 'fulfilled']); // prettier-ignore
  assert.deepEqual(written, ['a', 'b', 'c']);
});

test('what waits while a batch is written goes out together, in order', async () => {
  const batches: string[][] = [];
  const write = createEventBatches((events) => {
    batches.push(events.map(({ sessionId }) => sessionId ?? ''));
    return Promise.resolve();
  });
  const all = ['a', 'b', 'c'].map((sessionId) => write({ at: 0, type: 'request.made', sessionId }));
  await Promise.all(all);
  assert.deepEqual(batches, [['a'], ['b', 'c']]);
});

const mistakes: [what: string, options: Partial<Record<keyof BackendOptions, unknown>>][] = [
  ['an address that is none', { app: { url: '/app' } }],
  ['no issuer', { issuer: '' }],
  ['no audience', { audience: undefined }],
  ['no sign-in', { authenticate: undefined }],
  ['no directory', { users: {} }],
  ['an origin with a path', { origins: ['https://app.example/'] }],
  ['any origin', { origins: ['*'] }],
  ['tabs of any origin', { tabOrigins: ['*'] }],
  ['tabs of an opaque origin', { tabOrigins: ['null'] }],
  ['tabs of every subdomain', { tabOrigins: ['https://*.app.example'] }],
  ['tokens that live an hour', { tokenSeconds: 3600 }],
  ['tickets that live an hour', { ticketSeconds: 3600 }],
  ['no idle time', { idleSeconds: 0 }],
];
for (const [what, options] of mistakes) {
  test(`${what} is a programmer’s mistake, found before anything is opened`, () =>
    assert.rejects(
      createImpersonationBackend({
        database: 'pglite://memory',
        issuer: origin,
        audience: origin,
        app: { url: origin },
        authenticate: () => null,
        users: { get: async () => null, search: async () => ({ items: [], nextCursor: null }) },
        ...options,
      } as BackendOptions),
      TypeError,
    ));
}
