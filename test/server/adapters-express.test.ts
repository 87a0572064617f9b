import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';

import express, { Router, type Express, type RequestHandler } from 'express';

import { protect, routesOf } from '../../src/server/adapters/express.js';
import { reportCoverage } from '../../src/server/coverage.js';
import { bearer, deferred, Notebook, protection } from '../support/protected.js';
import { ask, behind, rooms, twice } from '../support/server/behind.js';

behind('Express', 499, ({ auth, enter, slow }) => {
  const app = express();
  app.set('env', 'test'); // Express prints errors otherwise
  const serve: RequestHandler = (request, response) => void response.json(enter(request.auth));
  app.get('/notes', protect(auth, rooms['GET /notes']), serve);
  app.post('/notes', protect(auth, rooms['POST /notes']), serve);
  app.post('/notes/:id', protect(auth, rooms['POST /notes/7']), serve);
  app.post('/settings/password', protect(auth, rooms['POST /settings/password']), serve);
  app.get('/slow', protect(auth, rooms['GET /slow']), async (request, response) => {
    await slow();
    response.json(enter(request.auth));
  });
  app.post('/throws', protect(auth, rooms['POST /throws']), () => {
    throw new Error('secret');
  });
  for (const [path, [one, other]] of Object.entries(twice))
    app.post(
      path,
      protect(auth, { whileImpersonating: one }),
      protect(auth, { whileImpersonating: other }),
      serve,
    );
  return createServer(app);
});

describe('an Express app', () => {
  const listening = async (app: Express) => {
    const server = createServer(app);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return server;
  };

  test('judges the address that the page asked for, whatever was taken off it and whoever passed it on', async () => {
    const urls: string[] = [];
    const whileImpersonating = ({ request }: { request: Request }) => urls.push(request.url) > 0;
    const app = express().set('trust proxy', true);
    app.use(
      '/api',
      Router().get('/notes', protect(protection(), { whileImpersonating }), (_request, response) => {
        response.end();
      }),
    );
    const server = await listening(app);
    await ask(server, 'GET', '/api/notes?q=1', {
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'app.example' },
    });

    assert.deepEqual(urls, ['https://app.example/api/notes?q=1']);
    server.close();
  });

  test('streams, marked from the first byte on, and what it breaks off is in the record', async () => {
    const gate = new Notebook();
    const { promise: recorded, resolve } = deferred<string>();
    gate.record = async (_session, _request, outcome) => resolve(`${outcome.is} ${outcome.status}`);
    const app = express();
    app.get('/stream', protect(protection({ gate })), (_request, response) => {
      response.write('one ');
    });
    const server = await listening(app);
    const leaving = new AbortController();
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/stream`, {
      headers: bearer('full'),
      signal: leaving.signal,
    });

    assert.equal(answer.headers.get('impersonated-by'), 'root; sid=session_1');
    leaving.abort();
    assert.equal(await recorded, 'made 200');
    server.close();
  });
});

describe('the routes of an Express app', () => {
  const auth = protection();
  const guard = protect(auth);
  const decided = protect(auth, { whileImpersonating: 'allow' });
  const serve: RequestHandler = (_request, response) => void response.end();
  const pass: RequestHandler = (_request, _response, next) => next();

  test('show the handler that was forgotten, and the change that nobody thought about', () => {
    const app = express();
    app.use(express.json(), pass);
    app.get('/health', serve);
    app.get('/notes', guard, serve);
    app.post('/notes', guard, serve);
    app.post('/notes/:id', decided, pass, serve);
    app.route('/tags').get(guard, serve).put(serve).delete(decided, serve);
    app.all('/any', guard, serve);
    app.use('/hook', serve);

    assert.deepEqual(reportCoverage(routesOf(app), auth), {
      unprotected: [
        { method: 'GET', path: '/health' },
        { method: 'PUT', path: '/tags' },
        { method: 'ALL', path: '/hook' },
      ],
      undecided: [
        { method: 'POST', path: '/notes' },
        { method: 'ALL', path: '/any' },
      ],
    });
  });

  test('are protected by what stands in front of them, and by nothing that comes too late or stands elsewhere', () => {
    const app = express();
    app.get('/before', serve);
    app.use('/inside', decided);
    app.get('/inside/here', serve);
    app.get('/insider', serve);
    app.get('/late', serve, decided);
    app.get('/alone', decided);
    app.use(decided);
    app.get('/after', serve);

    assert.deepEqual(
      reportCoverage(routesOf(app), auth).unprotected.map(({ path }) => path),
      ['/before', '/insider', '/late', '/alone'],
    );
  });

  test('are found in routers, and in routers within those', () => {
    const app = express();
    const inner = Router().get('/deep', serve);
    const outer = Router().get('/open', serve).use('/inner', decided, inner);
    const closed = Router().use(decided).post('/closed', serve);
    app.use('/api', outer, closed);
    app.use('/sub', express().get('/hidden', serve));
    app.use('/safe', decided, express().get('/hidden', serve));

    assert.deepEqual(reportCoverage(routesOf(app), auth).unprotected, [
      { method: 'GET', path: '/api/open' },
      { method: 'ALL', path: '/sub' },
    ]);
    assert.deepEqual(
      routesOf(app).map(({ path }) => path),
      ['/api/open', '/api/inner/deep', '/api/closed', '/sub', '/safe'],
    );
    assert.deepEqual(
      routesOf(closed, '/api').map(({ path }) => path),
      ['/api/closed'],
    );
  });

  test('are reported rather than believed where Express does not say where a router is mounted', () => {
    const app = express();
    const router = Router().get('/notes', serve);
    app.use('/api', decided, router);
    for (const layer of app.router.stack) Reflect.deleteProperty(layer, 'rawPath'); // as it was before 5.3

    assert.deepEqual(reportCoverage(routesOf(app), auth).unprotected, [{ method: 'GET', path: '…/notes' }]);
    app.router.stack.length = 0;
    app.use(decided, router);
    assert.deepEqual(reportCoverage(routesOf(app), auth).unprotected, []);
  });

  test('are asked of an app or a router only', () => {
    assert.throws(() => routesOf({}), TypeError);
  });
});
