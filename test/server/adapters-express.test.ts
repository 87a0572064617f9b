import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';

import express, { Router, type RequestHandler } from 'express';

import { protect, routesOf } from '../../src/server/adapters/express.js';
import { reportCoverage } from '../../src/server/coverage.js';
import { protection } from '../support/protected.js';
import { behind, rooms, twice } from '../support/server/behind.js';

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
