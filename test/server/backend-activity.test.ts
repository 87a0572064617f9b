import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Activity, judge, type Problem } from '../../src/core/protocol.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, reason, sessionOf, type Site } from '../support/server/site.js';

type Answer = Activity & Problem;

onEachEngine('Sessions over time', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  const ask = (site: Site, query: Record<string, string> = {}, as: string | null = site.sam) =>
    site.send<Answer>(
      `/impersonations/activity?${new URLSearchParams({ actor: site.sam, ...query }).toString()}`,
      { as },
    );

  const start = async (site: Site, who = 'dana', what: Record<string, unknown> = {}) => {
    const { body } = await site.start({ userId: site.sam.replace('sam', who), ...what });
    return sessionOf(body);
  };

  test('an admin learns how many began in each hour', () =>
    withSite(async (site) => {
      await start(site);
      await start(site, 'kim');
      site.clock.pass(2 * 3600);
      await start(site, 'lou');
      const { status, body, headers } = await ask(site);

      assert.equal(status, 200);
      assert.equal(headers.get('content-type'), 'application/json');
      judge(Activity, body, 'bad_answer');
      assert.deepEqual(body, {
        bucket: 'hour',
        buckets: [
          { start: '2026-03-01T09:00:00.000Z', end: '2026-03-01T10:00:00.000Z', count: 2, blocked: 0, revoked: 0 },
          { start: '2026-03-01T10:00:00.000Z', end: '2026-03-01T11:00:00.000Z', count: 0, blocked: 0, revoked: 0 },
          { start: '2026-03-01T11:00:00.000Z', end: '2026-03-01T12:00:00.000Z', count: 1, blocked: 0, revoked: 0 },
        ],
      });
    })); // prettier-ignore

  test('a session counts from the first instant of the range, and not at its last', () =>
    withSite(async (site) => {
      const counted = async (from: string, to: string) =>
        (await ask(site, { from: `2026-03-01T${from}Z`, to: `2026-03-01T${to}Z` })).body.buckets.map(
          ({ start, end, count }) => [start.slice(11, 16), end.slice(11, 16), count],
        );
      await start(site); // at nine
      site.clock.pass(3600);
      await start(site, 'kim'); // at ten

      assert.deepEqual(await counted('09:00:00', '10:00:00'), [['09:00', '10:00', 1]]);
      assert.deepEqual(await counted('08:30:00', '09:00:00'), [['08:30', '09:00', 0]]);
      assert.deepEqual(await counted('09:30:00', '10:30:00'), [['09:30', '10:00', 0], ['10:00', '10:30', 1]]); // prettier-ignore
    }));

  test('a day is a day of the zone asked for', () =>
    withSite(async (site) => {
      site.clock.pass(15 * 3600); // midnight in UTC, and past one in Berlin
      await start(site);
      const days = async (timeZone: string) =>
        (await ask(site, { bucket: 'day', timeZone, from: '2026-03-01T12:00:00Z' })).body.buckets.map(
          ({ start, count }) => [start, count],
        );

      assert.deepEqual(await days('UTC'), [
        ['2026-03-01T12:00:00.000Z', 0],
        ['2026-03-02T00:00:00.000Z', 1],
      ]);
      assert.deepEqual(await days('America/New_York'), [['2026-03-01T12:00:00.000Z', 1]]);
    }));

  test('those in which something was blocked, and those that somebody else ended, are told apart', () =>
    withSite(async (site) => {
      const { session } = await site.impersonate();
      await start(site, 'kim');
      const cut = await start(site, 'lou');
      await site.backend.database.query(
        `insert into impersonation_kit.audit_events (at, type, session_id, actor_id, subject_id, detail)
         select now(), type, $1, 'a', 'b', '{}' from unnest(array['request.blocked', 'request.blocked', 'request.made']) as type`,
        [session.id],
      );
      await site.send(`/impersonations/${cut.id}/revoke`, { method: 'POST', as: site.sam, body: { reason } });
      const { body } = await ask(site);

      assert.deepEqual(
        body.buckets.map(({ count, blocked, revoked }) => ({ count, blocked, revoked })),
        [{ count: 3, blocked: 1, revoked: 1 }],
      );
    }));

  test('the filters of the list apply', () =>
    withSite(async (site) => {
      const first = await start(site, 'dana', { caseNumber: 'CASE-1' });
      await start(site, 'kim');
      await site.send(`/impersonations/${first.id}/revoke`, {
        method: 'POST',
        as: site.sam,
        body: { reason },
      });
      const total = async (query: Record<string, string>) =>
        (await ask(site, query)).body.buckets.reduce((sum, { count }) => sum + count, 0);

      assert.equal(await total({}), 2);
      assert.equal(await total({ subject: 'DANA@' }), 1);
      assert.equal(await total({ text: 'case-1' }), 1);
      assert.equal(await total({ status: 'pending' }), 1);
      assert.equal(await total({ endCause: 'revoked' }), 1);
      assert.equal(await total({ text: '%' }), 0);
      assert.deepEqual((await ask(site, { text: 'nothing like it' })).body.buckets, []);
    }));

  test('a session whose time is over is not counted as one that goes on', () =>
    withSite(async (site) => {
      await start(site);
      site.clock.pass(60);
      const { body } = await ask(site, { endCause: 'never-redeemed' });

      assert.equal(body.buckets[0]?.count, 1);
    }));

  test('there are never more than 400 buckets, however long the range', () =>
    withSite(async (site) => {
      await start(site);
      for (const bucket of ['auto', 'hour', 'day', 'week']) {
        const { body } = await ask(site, {
          bucket,
          from: '0001-01-01T00:00:00Z',
          to: '9999-12-31T23:59:59Z',
        });
        assert.ok(body.buckets.length <= 400);
        assert.equal(body.buckets.reduce((sum, { count }) => sum + count, 0), 1); // prettier-ignore
      }
    }));

  const wrongQueries: Record<string, string>[] = [
    { bucket: 'minute' },
    { bucket: '' },
    { timeZone: 'Mars/Olympus' },
    { timeZone: "UTC'; drop" },
    { timeZone: 'x'.repeat(1000) },
    { from: 'yesterday' },
    { from: '0000-01-01T00:00:00Z' },
    { to: '2026-99-99T99:99:99Z' },
    { status: 'odd' },
  ];
  for (const query of wrongQueries)
    test(`${JSON.stringify(query).slice(0, 60)} is refused`, () =>
      withSite(async (site) => {
        const { status, body } = await ask(site, query);
        assert.deepEqual([status, body.code], [400, 'invalid_request']);
      }));

  test('who may not read the sessions may not count them, and nor may a tab that impersonates', () =>
    withSite(
      async (site) => {
        const { token } = await site.impersonate();
        const query = '/impersonations/activity';
        assert.deepEqual((await site.send(query, { as: null })).status, 401);
        assert.deepEqual((await site.send(query, { as: site.sam })).status, 403);
        assert.ok((await site.send(query, { token })).status >= 401);
        assert.equal((await site.send(query, { method: 'POST', as: site.sam, body: {} })).status, 405);
      },
      { rights: () => false },
    ));
});
