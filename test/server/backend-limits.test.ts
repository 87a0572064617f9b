import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createRateLimit } from '../../src/server/http/rate-limit.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, reason, ticketOf, type Site } from '../support/server/site.js';

const addressOf = (request: Request) => request.headers.get('x-address');

onEachEngine('Too much', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  const guess = (site: Site, address: string | null) =>
    site.redeem('x'.repeat(43), address === null ? {} : { 'x-address': address });
  const start = (site: Site, as: string, address: string) =>
    site.send('/impersonations', {
      method: 'POST',
      as,
      body: { userId: 'nobody', reason, durationSeconds: 900 },
      headers: { 'x-address': address },
    });

  test('from one address has to wait, and another goes on', () =>
    withSite(
      async (site) => {
        const ticket = ticketOf((await site.start()).body);
        for (let count = 0; count < 20; count++) assert.equal((await guess(site, '192.0.2.1')).status, 400);
        const stopped = await guess(site, '192.0.2.1');
        assert.deepEqual([stopped.status, stopped.body.code], [429, 'rate_limited']);
        assert.equal(stopped.headers.get('retry-after'), '60');
        assert.equal((await guess(site, '192.0.2.2')).status, 400);
        assert.equal((await site.redeem(ticket, { 'x-address': '192.0.2.1' })).status, 200, 'a good one passes');
        site.clock.pass(60);
        assert.equal((await guess(site, '192.0.2.1')).status, 400);
      },
      { addressOf },
    )); // prettier-ignore

  for (const [what, tell] of [
    ['not told', undefined],
    ['not known', () => null],
    ['asked for in vain', () => { throw new Error('no'); }], // prettier-ignore
  ] as const) {
    test(`from an address that is ${what} counts for all together`, () =>
      withSite(
        async (site) => {
          for (let count = 0; count < 20; count++)
            assert.equal((await guess(site, String(count))).status, 400);
          assert.equal((await guess(site, 'new')).status, 429);
        },
        { addressOf: tell },
      ));
  }

  test('by many admins at one address has to wait as well', () =>
    withSite(
      async (site) => {
        const owner = site.sam.replace('sam', 'owner');
        const statuses = [];
        for (const as of [site.sam, owner, site.sam, owner])
          statuses.push((await start(site, as, '192.0.2.1')).status);
        assert.deepEqual(statuses, [404, 404, 404, 429]);
        assert.equal((await start(site, owner, '192.0.2.2')).status, 404);
      },
      { addressOf, limits: { startsPerMinuteFromAddress: 3 } },
    ));

  test('that is refused leaves nothing behind but the refusal', () =>
    withSite(
      async (site) => {
        await start(site, site.sam, '');
        const before = await site.backend.database.query('select 1 from impersonation_kit.audit_events');
        assert.equal((await start(site, site.sam, '')).status, 429);
        const after = await site.backend.database.query('select 1 from impersonation_kit.audit_events');
        assert.equal(after.length, before.length);
      },
      { limits: { startsPerMinute: 1 } },
    ));
});

test('a minute slides, and keys that are quiet are forgotten', () => {
  let now = 1_000_000;
  const count = createRateLimit(2, () => now);
  for (let key = 0; key < 1000; key++) count(String(key));
  now += 30_000;
  count('0');
  assert.throws(() => count('0'), { code: 'rate_limited', retryAfter: 30 });
  now += 30_000;
  count('0');
  assert.throws(() => count('0'), { code: 'rate_limited', retryAfter: 30 });
  now -= 3_600_000; // the clock is set back
  assert.doesNotThrow(() => count('1'));
});
