import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fastify, { type FastifyRequest } from 'fastify';

import { protect, routesOf } from '../../src/server/adapters/fastify.js';
import { reportCoverage } from '../../src/server/coverage.js';
import { protection } from '../support/protected.js';
import { behind, rooms, twice } from '../support/server/behind.js';

behind('Fastify', 499, async ({ auth, enter, slow }) => {
  const app = fastify();
  const serve = async (request: FastifyRequest) => enter(request.auth);
  await app.register(async (scope) => {
    await scope.register(protect(auth));
    scope.get('/notes', serve);
    scope.post('/notes', serve);
    scope.post('/notes/:id', { config: rooms['POST /notes/7'] }, serve);
    scope.post('/settings/password', { config: rooms['POST /settings/password'] }, serve);
    scope.post('/throws', { config: rooms['POST /throws'] }, async () => {
      throw new Error('secret');
    });
    scope.get('/slow', async (request) => {
      await slow();
      return enter(request.auth);
    });
  });
  for (const [path, [one, other]] of Object.entries(twice))
    await app.register(async (scope) => {
      await scope.register(protect(auth, { whileImpersonating: one }));
      await scope.register(protect(auth, { whileImpersonating: other }));
      scope.post(path, serve);
    });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return app.server;
});

describe('the routes of a Fastify app', () => {
  const serve = async () => ({});

  test('show the handler that was forgotten, and the change that nobody thought about', async () => {
    const auth = protection();
    const app = fastify();
    const routes = routesOf(app);
    app.get('/health', serve);
    app.get('/too-early', serve);
    await app.register(protect(auth));
    app.get('/notes', serve);
    app.post('/notes', serve);
    app.put('/notes/:id', { config: { whileImpersonating: 'allow' } }, serve);
    app.delete('/account', { config: { action: 'account.delete' } }, serve);
    app.route({ method: ['PATCH', 'GET'], url: '/both', handler: serve });
    await app.register(async (scope) => scope.post('/', serve), { prefix: '/api' });
    await app.ready();

    assert.deepEqual(reportCoverage(routes, auth), {
      unprotected: [
        { method: 'GET', path: '/health' },
        { method: 'HEAD', path: '/health' },
        { method: 'GET', path: '/too-early' },
        { method: 'HEAD', path: '/too-early' },
      ],
      undecided: [
        { method: 'POST', path: '/notes' },
        { method: 'PATCH', path: '/both' },
        { method: 'POST', path: '/api' },
      ],
    });
    await app.close();
  });

  test('are protected where the plugin is registered, and not beside it', async () => {
    const auth = protection();
    const app = fastify();
    const routes = routesOf(app);
    await app.register(async (scope) => {
      await scope.register(protect(auth));
      scope.get('/inside', serve);
    });
    app.get('/beside', serve);
    await app.ready();

    assert.deepEqual(
      new Set(reportCoverage(routes, auth).unprotected.map(({ path }) => path)),
      new Set(['/beside']),
    );
    await app.close();
  });
});

describe('a Fastify app', () => {
  test('says at once that a policy is misspelt', async () => {
    const auth = protection();
    const app = fastify();
    const misspelt = { whileImpersonating: 'alow' } as object;

    assert.throws(() => protect(auth, misspelt), TypeError);
    await app.register(protect(auth));
    assert.throws(() => app.get('/notes', { config: misspelt }, async () => ({})), TypeError);
    await app.close();
  });
});
