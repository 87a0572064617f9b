import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';

import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { streamText } from 'hono/streaming';

import { ImpersonationError } from '../../src/core/errors.js';
import { protect, routesOf } from '../../src/server/adapters/hono.js';
import { reportCoverage } from '../../src/server/coverage.js';
import { bearer, Notebook, protection, ran } from '../support/protected.js';
import { behind, rooms, twice } from '../support/server/behind.js';

behind('Hono', 200, ({ auth, enter, slow }) => {
  const app = new Hono();
  app.onError((_error, context) => context.text('Sorry', 500));
  app.get('/notes', protect(auth, rooms['GET /notes']), (context) => context.json(enter(context.var.auth)));
  app.post('/notes', protect(auth, rooms['POST /notes']), (context) => context.json(enter(context.var.auth)));
  app.post('/notes/:id', protect(auth, rooms['POST /notes/7']), (context) =>
    context.json(enter(context.var.auth)),
  );
  app.post('/settings/password', protect(auth, rooms['POST /settings/password']), (context) =>
    context.json(enter(context.var.auth)),
  );
  app.get('/slow', protect(auth, rooms['GET /slow']), async (context) => {
    await slow();
    return context.json(enter(context.var.auth));
  });
  app.post('/throws', protect(auth, rooms['POST /throws']), () => {
    throw new Error('secret');
  });
  for (const [path, [one, other]] of Object.entries(twice))
    app.post(
      path,
      protect(auth, { whileImpersonating: one }),
      protect(auth, { whileImpersonating: other }),
      (context) => context.json(enter(context.var.auth)),
    );
  return createServer(getRequestListener(app.fetch));
});

describe('a Hono app', () => {
  const allow = { whileImpersonating: 'allow' } as const;
  const at = async (app: Pick<Hono, 'request'>, method: string, path: string, init: RequestInit = {}) =>
    app.request(path, { method, headers: bearer('full'), ...init });

  test('can be protected as a whole', async () => {
    const gate = new Notebook();
    const app = new Hono().use(protect(protection({ gate }))).get('/notes', (context) => context.text('ok'));

    assert.equal((await app.request('/notes')).status, 401);
    assert.equal((await app.request('/nowhere')).status, 401);
    assert.equal(await (await at(app, 'GET', '/notes')).text(), 'ok');
    assert.equal((await at(app, 'GET', '/nowhere')).status, 404);
    assert.deepEqual(gate.lines, [
      'root as ada GET /notes - made 200',
      'root as ada GET /nowhere - made 404',
    ]);
  });

  test('streams, marked', async () => {
    const app = new Hono().get('/stream', protect(protection()), (context) =>
      streamText(context, async (stream) => {
        await stream.write('one ');
        await stream.write('two');
      }),
    );
    const response = await at(app, 'GET', '/stream');

    assert.equal(response.headers.get('impersonated-by'), 'root; sid=session_1');
    assert.equal(await response.text(), 'one two');
  });

  test('refuses in its own ways, and in the kit’s', async () => {
    const gate = new Notebook();
    const auth = protection({ gate });
    const app = new Hono()
      .post('/own', protect(auth, allow), () => {
        throw new HTTPException(409, { message: 'No' });
      })
      .post('/kit', protect(auth, allow), () => {
        throw new ImpersonationError('not_found');
      });
    const own = await at(app, 'POST', '/own');
    const kit = await at(app, 'POST', '/kit');

    assert.deepEqual([own.status, await own.text()], [409, 'No']);
    assert.deepEqual([kit.status, ((await kit.json()) as { code: string }).code], [404, 'not_found']);
    assert.deepEqual(
      gate.lines.filter((line) => line.includes('made')),
      ['root as ada POST /own - made 409', 'root as ada POST /kit - made 404'],
    );
  });

  test('keeps the headers of its other middleware, on answers and on refusals', async () => {
    const app = new Hono()
      .use(cors({ origin: 'https://page.test' }))
      .get('/notes', protect(protection()), (context) => context.text('ok'));
    for (const token of [null, 'ordinary', 'full']) {
      const headers = { ...bearer(token), origin: 'https://page.test' };
      const response = await app.request('/notes', { headers });

      assert.equal(response.status, token === null ? 401 : 200);
      assert.equal(response.headers.get('access-control-allow-origin'), 'https://page.test');
    }
  });

  test('shows no answer whose record is missing, nor a header of it', async () => {
    const gate = new Notebook();
    gate.fails.record = new Error();
    const app = new Hono().get('/notes', protect(protection({ gate, onError: () => undefined })), (context) =>
      context.text('private', 200, { 'x-private': '1' }),
    );
    const response = await at(app, 'GET', '/notes');

    assert.equal(response.status, 503);
    assert.equal(response.headers.get('x-private'), null);
    assert.doesNotMatch(await response.text(), /private/);
  });

  test('blocks a whole batch for one operation in it, by a policy that reads the body', async () => {
    const gate = new Notebook();
    const app = new Hono().post(
      '/batch',
      protect(protection({ gate }), {
        whileImpersonating: async ({ request, auth }) => {
          const operations = (await request.clone().json()) as { action: string }[];
          return auth.mode === 'full' && operations.every(({ action }) => action.startsWith('note.'));
        },
      }),
      async (context) => {
        gate.lines.push('handler');
        return context.json(await context.req.json());
      },
    );
    const batch = async (...actions: string[]) => {
      gate.lines.length = 0;
      const body = JSON.stringify(actions.map((action) => ({ action })));
      const { status } = await at(app, 'POST', '/batch', { body });
      return [status, ran(gate.lines)];
    };

    assert.deepEqual(await batch('note.update', 'note.delete'), [200, true]);
    assert.deepEqual(await batch('note.update', 'password.change', 'note.delete'), [403, false]);
  });
});

describe('the routes of a Hono app', () => {
  const auth = protection();
  const guard = protect(auth);
  const decided = protect(auth, { whileImpersonating: 'allow' });
  const serve = () => new Response('ok');
  const report = (app: Parameters<typeof routesOf>[0]) => reportCoverage(routesOf(app), auth);

  test('show the handler that was forgotten, and the change that nobody thought about', () => {
    const app = new Hono();
    app.get('/health', serve);
    app.get('/notes', guard, serve);
    app.post('/notes', guard, serve);
    app.post('/notes/:id', decided, serve);
    app.all('/any', serve);
    app.post('/late', serve, decided);
    app.post('/alone', decided);
    app.get('/wrapped', auth.withAuth(serve) as never);

    assert.deepEqual(report(app), {
      unprotected: [
        { method: 'GET', path: '/health' },
        { method: 'ALL', path: '/any' },
        { method: 'POST', path: '/late' },
        { method: 'POST', path: '/alone' },
      ],
      undecided: [{ method: 'POST', path: '/notes' }],
    });
  });

  test('are protected by what stands in front of them on a pattern, and by nothing beside it', () => {
    const app = new Hono();
    app.post('/before', serve);
    app.use('/api/*', decided);
    app.use('/:tenant/notes/*', decided);
    app.post('/api', serve);
    app.post('/api/notes/:id', serve);
    app.post('/apis', serve);
    app.post('/acme/notes/7', serve);
    app.post('/acme/tags/7', serve);
    app.post('/:any?/notes/7', serve);
    app.use(decided);
    app.post('/after', serve);

    assert.deepEqual(
      report(app).unprotected.map(({ path }) => path),
      ['/before', '/apis', '/acme/tags/7', '/:any?/notes/7'],
    );
  });

  test('are found in apps within apps, with an error handler of their own, too', () => {
    const inner = new Hono().get('/open', serve).post('/closed', decided, serve);
    inner.onError((_error, context) => context.text('Sorry', 500));
    const app = new Hono().route('/api', inner).basePath('/v2').get('/notes', serve);

    assert.deepEqual(report(app).unprotected, [
      { method: 'GET', path: '/api/open' },
      { method: 'GET', path: '/v2/notes' },
    ]);
  });
});
