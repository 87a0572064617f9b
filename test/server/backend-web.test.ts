import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Hono } from 'hono';
import { mount } from 'hono/mount';

import { onEachEngine } from '../support/server/engines.js';
import { openSite, origin, reason, type Sent, type Site } from '../support/server/site.js';

onEachEngine('On the web', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  const start = (site: Site, more: Sent) =>
    site.send('/impersonations', {
      method: 'POST',
      as: site.sam,
      body: { userId: site.dana, reason, durationSeconds: 900 },
      ...more,
    });

  const foreign: [what: string, headers: Record<string, string | null>, status: number, code: string][] = [
    ['without an origin', { origin: null }, 403, 'cross_site_request'],
    ['from an opaque origin', { origin: 'null' }, 403, 'cross_site_request'],
    ['from another site', { origin: 'https://evil.example' }, 403, 'cross_site_request'],
    ['from a sibling', { origin: 'https://other.app.example' }, 403, 'cross_site_request'],
    ['from an origin that begins the same', { origin: `${origin}.evil.example` }, 403, 'cross_site_request'],
    ['from another port', { origin: `${origin}:8443` }, 403, 'cross_site_request'],
    ['without encryption', { origin: 'http://app.example' }, 403, 'cross_site_request'],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }, 403, 'cross_site_request'],
    ['with JSON as text', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    ['of a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    [
      'of a form with files',
      { 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'unsupported_media_type',
    ],
    [
      'of a type that begins the same',
      { 'content-type': 'application/json+x' },
      415,
      'unsupported_media_type',
    ],
    ['of two types', { 'content-type': 'text/plain, application/json' }, 415, 'unsupported_media_type'],
  ];
  for (const [what, headers, status, code] of foreign) {
    test(`a request ${what} changes nothing`, () =>
      withSite(async (site) => {
        const answer = await start(site, { headers });
        assert.deepEqual([answer.status, answer.body.code], [status, code]);
        assert.equal((await site.start()).status, 201, 'no session was there before');
      }));
  }

  test('a request without a type changes nothing', () =>
    withSite(async ({ backend, sam }) => {
      const response = await backend.fetch(
        new Request(`${origin}/impersonations`, {
          method: 'POST',
          headers: { origin, cookie: `user=${sam}` },
          body: new Uint8Array([123, 125]),
        }),
      );
      assert.equal(response.status, 415);
    }));

  test('a charset does no harm, nor do capitals', () =>
    withSite(async (site) => {
      const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
      assert.equal((await start(site, { headers })).status, 201);
    }));

  test('a browser that does not say where it came from is believed by its origin', () =>
    withSite(async (site) => {
      assert.equal((await start(site, { headers: { 'sec-fetch-site': null } })).status, 201);
    }));

  const bodies: [what: string, text: string, status: number, code: string][] = [
    ['that is no JSON', '{', 400, 'invalid_request'],
    ['that is null', 'null', 400, 'invalid_request'],
    ['that is a list', '[]', 400, 'invalid_request'],
    ['that is a number', '1e999', 400, 'invalid_request'],
    ['of nested lists', '['.repeat(20_000), 400, 'invalid_request'],
    ['that is too large', `{"reason":"${'x'.repeat(65 * 1024)}"}`, 413, 'payload_too_large'],
  ];
  for (const [what, text, status, code] of bodies) {
    test(`a body ${what} is refused`, () =>
      withSite(async (site) => {
        const answer = await start(site, { text });
        assert.deepEqual([answer.status, answer.body.code], [status, code]);
      }));
  }

  test('a body that is too large is refused though it does not say so, and is not read to its end', () =>
    withSite(async ({ backend, sam }) => {
      let pulled = 0;
      const body = new ReadableStream({
        pull(controller) {
          pulled++;
          controller.enqueue(new Uint8Array(16 * 1024).fill(32));
        },
      });
      const response = await backend.fetch(
        new Request(`${origin}/impersonations`, {
          method: 'POST',
          headers: { origin, cookie: `user=${sam}`, 'content-type': 'application/json' },
          body,
          duplex: 'half',
        } as RequestInit),
      );
      assert.equal(response.status, 413);
      assert.ok(pulled < 10, `${String(pulled)} chunks were read`);
    }));

  test('bytes that are no text are refused', () =>
    withSite(async ({ backend, sam }) => {
      const response = await backend.fetch(
        new Request(`${origin}/impersonations`, {
          method: 'POST',
          headers: { origin, cookie: `user=${sam}`, 'content-type': 'application/json' },
          body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]),
        }),
      );
      assert.equal(response.status, 400);
    }));

  test('nothing a body names can reach a prototype', () =>
    withSite(async (site) => {
      await start(site, { text: `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}` });
      await site.send('/impersonations?__proto__=1&a[__proto__][polluted]=1', { as: site.sam });
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    }));

  const methods: [path: string, method: string, allow: string][] = [
    ['/users', 'POST', 'GET, HEAD'],
    ['/users/x', 'DELETE', 'GET, HEAD'],
    ['/impersonations', 'DELETE', 'GET, HEAD, POST'],
    ['/impersonations/x', 'PATCH', 'GET, HEAD'],
    ['/impersonations/x/revoke', 'GET', 'POST'],
    ['/impersonations/x/revoke', 'HEAD', 'POST'],
    ['/token', 'GET', 'POST'],
    ['/current', 'POST', 'GET, HEAD'],
    ['/current/end', 'GET', 'POST'],
    ['/current/extend', 'PUT', 'POST'],
    ['/current/mode', 'GET', 'POST'],
    ['/.well-known/jwks.json', 'POST', 'GET, HEAD'],
  ];
  test('an address says which methods it takes', () =>
    withSite(async (site) => {
      for (const [path, method, allow] of methods) {
        const answer = await site.send(path, { method, as: site.sam });
        assert.deepEqual([path, answer.status, answer.headers.get('allow')], [path, 405, allow]);
      }
    }));

  test('a method in a field or a parameter is not taken for one', () =>
    withSite(async (site) => {
      const { session } = await site.impersonate();
      const answer = await site.send(`/impersonations/${session.id}/revoke?_method=POST`, {
        as: site.sam,
        headers: { 'x-http-method-override': 'POST' },
      });
      assert.equal(answer.status, 405);
    }));

  test('an unknown address is not found, in the form of every refusal', () =>
    withSite(async (site) => {
      const answer = await site.send('/nowhere');
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.deepEqual(answer.body, {
        type: 'urn:impersonation-kit:problem:not_found',
        title: 'There is nothing here, or it is not yours to see.',
        status: 404,
        code: 'not_found',
      });
    }));

  test('it can be mounted below a path', () =>
    withSite(async (site) => {
      const host = new Hono();
      host.all('/impersonation/*', mount(site.backend.fetch));
      const response = await host.request(`${origin}/impersonation/users/${site.dana}`, {
        headers: { cookie: `user=${site.sam}` },
      });
      assert.equal(response.status, 200);
      const posted = await host.request(`${origin}/impersonation/impersonations`, {
        method: 'POST',
        headers: { cookie: `user=${site.sam}`, origin, 'content-type': 'application/json' },
        body: JSON.stringify({ userId: site.dana, reason, durationSeconds: 900 }),
      });
      assert.equal(posted.status, 201);
    }));

  test('a host that signs its people in by a token of its own is asked for it', () =>
    withSite(
      async (site) => {
        assert.equal((await site.send('/users', { token: 'theirs' })).status, 200);
      },
      {
        authenticate: (request: Request) =>
          request.headers.get('authorization') === 'Bearer theirs'
            ? { id: 'lead', name: 'Lead', role: 'support', sessionId: 's_lead' }
            : null,
      },
    ));

  test('a host whose sign-in is out of order gets a 500 without a word of why', () =>
    withSite(
      async (site) => {
        const answer = await site.send('/users');
        assert.deepEqual([answer.status, answer.body.code], [500, 'internal']);
        assert.doesNotMatch(JSON.stringify(answer.body), /secret/);
        assert.match(String(site.errors[0]), /secret/);
      },
      { authenticate: () => Promise.reject(new Error('secret')) },
    ));
});
