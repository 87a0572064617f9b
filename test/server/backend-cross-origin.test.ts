import assert from 'node:assert/strict';
import { test } from 'node:test';

import { onEachEngine } from '../support/server/engines.js';
import { openSite, reason, type Sent, type Site } from '../support/server/site.js';

const elsewhere = 'https://tabs.example';
const tabCalls: [path: string, method: string][] = [
  ['/redeem', 'POST'],
  ['/token', 'POST'],
  ['/current', 'GET'],
  ['/current/end', 'POST'],
  ['/current/extend', 'POST'],
  ['/current/mode', 'POST'],
];
const otherCalls: [path: string, method: string][] = [
  ['/users', 'GET'],
  ['/users/x', 'GET'],
  ['/impersonations', 'GET'],
  ['/impersonations', 'POST'],
  ['/impersonations/x', 'GET'],
  ['/impersonations/x/events', 'GET'],
  ['/impersonations/x/revoke', 'POST'],
  ['/.well-known/jwks.json', 'GET'],
  ['/nowhere', 'GET'],
];

onEachEngine('A page of another origin', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  const preflight = (site: Site, path: string, method: string, origin = elsewhere) =>
    site.send(path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'content-type': null,
        'sec-fetch-site': 'cross-site',
        'access-control-request-method': method,
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  const from = (origin: string, more: Sent = {}): Sent => ({
    ...more,
    headers: { origin, 'sec-fetch-site': 'cross-site', ...more.headers },
  });

  test('that is named makes a tab’s calls, and reads what they say', () =>
    withSite(
      async (site) => {
        const { token } = await site.impersonate();
        for (const [path, method] of tabCalls) {
          const asked = await preflight(site, path, method);
          assert.deepEqual([asked.status, asked.body], [204, null], path);
          assert.deepEqual(
            ['allow-origin', 'allow-methods', 'allow-headers', 'max-age'].map((name) =>
              asked.headers.get(`access-control-${name}`),
            ),
            [elsewhere, method === 'GET' ? 'GET, HEAD' : 'POST', 'Authorization, Content-Type, DPoP, Idempotency-Key', '600'],
          ); // prettier-ignore
        }
        const mode = { method: 'POST', token, body: { mode: 'full', reason } };
        for (const answer of [
          await site.send('/current', from(elsewhere, { token })),
          await site.send('/current/mode', from(elsewhere, mode)),
        ]) {
          assert.equal(answer.status, 200);
          assert.equal(answer.headers.get('access-control-allow-origin'), elsewhere);
          assert.match(answer.headers.get('access-control-expose-headers') ?? '', /WWW-Authenticate/);
        }
      },
      { tabOrigins: [elsewhere] },
    ));

  test('that is named reads why it is refused, whatever went wrong', () =>
    withSite(
      async (site) => {
        const refused = [
          await site.send('/current', from(elsewhere)),
          await site.send('/token', from(elsewhere, { method: 'POST', token: 'nonsense' })),
          await site.send('/redeem', from(elsewhere, { method: 'POST', text: '{' })),
          await site.send('/redeem', from(elsewhere, { method: 'PUT' })),
          await site.send('/redeem', from(elsewhere, { method: 'POST', headers: { 'content-type': 'text/plain' } })),
        ]; // prettier-ignore
        assert.deepEqual(
          refused.map(({ status }) => status),
          [401, 401, 400, 405, 415],
        );
        for (const { headers } of refused)
          assert.equal(headers.get('access-control-allow-origin'), elsewhere);
      },
      { tabOrigins: [elsewhere] },
    ));

  test('that is named still starts, reads and revokes nothing as an admin', () =>
    withSite(
      async (site) => {
        for (const [path, method] of otherCalls) {
          const asked = await preflight(site, path, method);
          assert.notEqual(asked.status, 204, path);
          const answer = await site.send(path, from(elsewhere, { method, as: site.sam, body: method === 'GET' ? undefined : {} }));
          if (method === 'POST')
            assert.deepEqual([answer.status, answer.body.code], [403, 'cross_site_request']);
          for (const { headers } of [asked, answer])
            assert.equal(headers.get('access-control-allow-origin'), null, path);
        }
      },
      { tabOrigins: [elsewhere] },
    )); // prettier-ignore

  const strangers = [
    'null',
    `${elsewhere}.evil.example`,
    'https://evil-tabs.example',
    'https://sub.tabs.example',
    `${elsewhere}:8443`,
    'http://tabs.example',
    'https://TABS.example',
    '*',
  ];
  for (const origin of strangers) {
    test(`such as ${origin}, which is not named, is told nothing`, () =>
      withSite(
        async (site) => {
          const { token } = await site.impersonate();
          for (const [path, method] of tabCalls) {
            const asked = await preflight(site, path, method, origin);
            assert.equal(asked.status, 405, path);
            const answer = await site.send(path, from(origin, { method, token }));
            if (method === 'POST') assert.equal(answer.body.code, 'cross_site_request');
            for (const { headers } of [asked, answer])
              assert.equal(headers.get('access-control-allow-origin'), null, path);
          }
          assert.equal((await site.send('/current', { token })).status, 200, 'nothing was changed');
        },
        { tabOrigins: [elsewhere] },
      ));
  }

  test('is told nothing at all by a backend that names none, be it the app’s own', () =>
    withSite(async (site) => {
      for (const origin of ['https://app.example', elsewhere])
        for (const [path, method] of tabCalls) {
          const asked = await preflight(site, path, method, origin);
          assert.deepEqual([asked.status, asked.headers.get('access-control-allow-origin')], [405, null]);
        }
    }));

  test('never gets leave to send cookies, and no cache mixes up two of them', () =>
    withSite(
      async (site) => {
        for (const [path, method] of [...tabCalls, ...otherCalls])
          for (const answer of [
            await preflight(site, path, method),
            await site.send(path, from(elsewhere, { method, as: site.sam })),
            await site.send(path, { method }),
          ]) {
            assert.equal(answer.headers.get('access-control-allow-credentials'), null, path);
            assert.notEqual(answer.headers.get('access-control-allow-origin'), '*', path);
            assert.match(answer.headers.get('vary') ?? '', /\bOrigin\b/, path);
          }
      },
      { tabOrigins: [elsewhere] },
    ));

  test('cannot frame, sniff, cache or name any answer, be it a refusal', () =>
    withSite(
      async (site) => {
        const { ticket } = (await site.start()).body as { ticket: string };
        const answers = [
          await site.redeem(ticket),
          await site.send('/impersonations', { as: site.sam }),
          await site.send('/nowhere'),
          await site.send('/token'),
          await site.send('/users'),
          await site.start({}, 'nobody'),
          await site.redeem('x'),
          await site.send('/redeem', { method: 'POST', text: 'x'.repeat(70_000) }),
          await preflight(site, '/redeem', 'POST'),
        ];
        assert.deepEqual(
          answers.map(({ status }) => status),
          [200, 200, 404, 405, 401, 401, 400, 413, 204],
        );
        for (const { headers, status } of answers) {
          const said = (name: string) => headers.get(name);
          assert.equal(said('cache-control'), 'no-store', String(status));
          assert.equal(said('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
          assert.equal(said('cross-origin-opener-policy'), 'same-origin');
          assert.equal(said('cross-origin-resource-policy'), 'same-origin');
          assert.equal(said('referrer-policy'), 'no-referrer');
          assert.equal(said('x-content-type-options'), 'nosniff');
          assert.equal(said('set-cookie'), null);
        }
        assert.match(
          (await site.send('/.well-known/jwks.json')).headers.get('cache-control') ?? '',
          /^public/,
        );
      },
      { tabOrigins: [elsewhere] },
    ));
});
