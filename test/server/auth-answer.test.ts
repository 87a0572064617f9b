import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { serve } from '@hono/node-server';
import { Hono } from 'hono';

import { ImpersonationError } from '../../src/core/errors.js';
import type { Handler } from '../../src/server/auth.js';
import { impersonated } from '../support/issuer.js';
import { bearer, deferred, keys, Notebook, protection, send, type Scene } from '../support/protected.js';

describe('the answer', () => {
  test('says who made it, whatever it is', async () => {
    const by = async (scene: Scene) => (await send(scene)).response.headers.get('impersonated-by');

    assert.equal(await by({}), 'root; sid=session_1');
    assert.equal(await by({ method: 'POST' }), 'root; sid=session_1');
    assert.equal(await by({ handler: () => assert.fail() }), 'root; sid=session_1');
  });

  test('says so in a form that no name can break out of', async () => {
    const act = { sub: 'rööt; sid=x, y' };
    const { response } = await send({ token: await keys.mint({ ...impersonated, act, sid: 'a;b' }) });

    assert.equal(response.headers.get('impersonated-by'), 'r%C3%B6%C3%B6t%3B%20sid%3Dx%2C%20y; sid=a%3Bb');
  });

  test('is otherwise the one the handler gave', async () => {
    const { response, text } = await send({
      handler: () => {
        const headers = new Headers({ 'x-own': '1', 'impersonated-by': 'nobody' });
        headers.append('set-cookie', 'a=1');
        headers.append('set-cookie', 'b=2');
        return new Response('made', { status: 201, statusText: 'Made', headers });
      },
    });

    assert.deepEqual([response.status, response.statusText, text], [201, 'Made', 'made']);
    assert.equal(response.headers.get('x-own'), '1');
    assert.deepEqual(response.headers.getSetCookie(), ['a=1', 'b=2']);
    assert.equal(response.headers.get('impersonated-by'), 'root; sid=session_1');
  });

  test('may be one whose headers are fixed', async () => {
    const { status, response } = await send({ handler: () => Response.redirect('https://app.test/', 303) });

    assert.equal(status, 303);
    assert.equal(response.headers.get('location'), 'https://app.test/');
    assert.equal(response.headers.get('impersonated-by'), 'root; sid=session_1');
  });

  test('may be what somebody else answered, body and all', async () => {
    const { text, response } = await send({ handler: () => fetch('data:text/plain,a note') });

    assert.equal(text, 'a note');
    assert.equal(response.headers.get('impersonated-by'), 'root; sid=session_1');
  });

  test('carries no mark into the answer to the next person', async () => {
    const shared = new Response(null, { status: 204 });
    await send({ handler: () => shared });
    const { response } = await send({ token: 'ordinary', handler: () => shared });

    assert.equal(response.headers.get('impersonated-by'), null);
  });

  test('flows while it is being made', async () => {
    const gate = new Notebook();
    const { withAuth } = protection({ gate });
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const headers = bearer('full');
    const response = await withAuth(() => new Response(readable))(
      new Request('https://api.test/', { headers }),
    );
    const writer = writable.getWriter();
    void writer.write(new TextEncoder().encode('first'));

    const { value } = (await response.body?.getReader().read()) ?? {};
    assert.equal(new TextDecoder().decode(value), 'first');
  });
});

describe('a handler that fails', () => {
  const noError = 'secret' as unknown as Error;
  const failures: [what: string, handler: () => unknown][] = [
    ['throws', () => assert.fail('secret')],
    ['rejects', () => Promise.reject(new Error('secret'))],
    ['throws what is no error', () => Promise.reject(noError)],
    ['answers nothing', () => undefined],
    ['answers with no answer', () => Response.error()],
  ];
  async function readBefore() {
    const response = new Response('secret');
    await response.text();
    return response;
  }

  test('and answers with what was read before is a problem, too, while impersonating', async () => {
    const { status, code, errors } = await send({ handler: readBefore });
    assert.deepEqual([status, code, errors.length], [500, 'internal', 1]);
  });

  for (const [what, handler] of failures) {
    for (const token of ['ordinary', 'full'] as const) {
      test(`and ${what} is a problem without a stack, in a session that is ${token}`, async () => {
        const { status, code, text, errors } = await send({ token, handler: handler as Handler<[]> });

        assert.deepEqual([status, code], [500, 'internal']);
        assert.doesNotMatch(text, /secret|stack|\.ts|Nothing was changed/);
        assert.equal(errors.length, 1);
      });
    }
  }

  test('with one of the kit’s own errors answers with that', async () => {
    const { status, code, lines, errors } = await send({
      handler: () => Promise.reject(new ImpersonationError('not_found')),
    });

    assert.deepEqual([status, code], [404, 'not_found']);
    assert.equal(lines.at(-1), 'root as ada GET /notes/7 - made 404');
    assert.deepEqual(errors, []);
  });

  test('is told to the host, and a host that cannot listen changes nothing', async (context) => {
    const printed = context.mock.method(console, 'error', () => undefined);
    const failure = new Error('secret');
    const handler = () => Promise.reject(failure);
    assert.deepEqual((await send({ handler })).errors, [failure]);

    const { status, lines } = await send({ handler, options: { onError: () => assert.fail('log is full') } });
    assert.equal(status, 500);
    assert.equal(lines.at(-1), 'root as ada GET /notes/7 - made 500');
    assert.equal(printed.mock.callCount(), 1);
  });
});

describe('over a real connection, in a real framework', () => {
  test('handlers, refusals and the mark arrive as they were made', async (context) => {
    const { withAuth } = protection({ gate: new Notebook() });
    const app = new Hono()
      .get('/me', (c) => withAuth(({ auth }) => Response.json([auth.userId, auth.actor?.sub]))(c.req.raw))
      .post('/me', (c) =>
        withAuth(async (request) => new Response(await request.text(), { status: 201 }), {
          whileImpersonating: 'allow',
        })(c.req.raw),
      );
    const { promise: listening, resolve } = deferred<number>();
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
    context.after(() => server.close());
    const url = `http://127.0.0.1:${await listening}/me`;
    const headers = bearer('full');

    const read = await fetch(url, { headers });
    assert.deepEqual(await read.json(), ['ada', 'root']);
    assert.equal(read.headers.get('impersonated-by'), 'root; sid=session_1');

    const made = await fetch(url, { headers, method: 'POST', body: 'a note' });
    assert.deepEqual([made.status, await made.text()], [201, 'a note']);
    assert.equal(made.headers.get('impersonated-by'), 'root; sid=session_1');

    const refused = await fetch(url);
    assert.equal(refused.status, 401);
    assert.equal(refused.headers.get('www-authenticate'), 'Bearer');
  });

  test('header fields that a handler gives to all its answers are not marked for all', async (context) => {
    const headers = new Headers({ 'content-type': 'text/plain' });
    const { withAuth } = protection({ gate: new Notebook() });
    const fetchHandler = withAuth(() => new Response('a note', { headers }));
    const { promise: listening, resolve } = deferred<number>();
    const server = serve({ fetch: fetchHandler, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(port),
    );
    context.after(() => server.close());
    const marks = [];
    for (const token of ['full', 'ordinary']) {
      const answer = await fetch(`http://127.0.0.1:${await listening}/`, { headers: bearer(token) });
      assert.equal(await answer.text(), 'a note');
      marks.push(answer.headers.get('impersonated-by'));
    }

    assert.deepEqual(marks, ['root; sid=session_1', null]);
    assert.equal(headers.get('impersonated-by'), null);
  });
});
