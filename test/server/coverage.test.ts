import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { reportCoverage } from '../../src/server/coverage.js';
import { bearer, Notebook, protection } from '../support/protected.js';

const done = () => new Response('done');

describe('a handler with its action said first', () => {
  test('is wrapped like any other, and recorded under that name', async () => {
    const gate = new Notebook();
    const handle = protection({ gate }).action('note.delete', done, { whileImpersonating: 'allow' });
    const response = await handle(
      new Request('https://api.test/notes/7', { method: 'DELETE', headers: bearer('full') }),
    );

    assert.equal(response.status, 200);
    assert.deepEqual(gate.lines, [
      'root as ada DELETE /notes/7 note.delete intended',
      'root as ada DELETE /notes/7 note.delete made 200',
    ]);
  });

  test('is blocked where the name is one that nobody does as somebody else', async () => {
    const handle = protection().action('password.change', done, { whileImpersonating: 'allow' });
    const response = await handle(
      new Request('https://api.test/', { method: 'POST', headers: bearer('full') }),
    );

    assert.equal(response.status, 403);
  });

  test('needs a name, which nothing else overrules', () => {
    const auth = protection();
    for (const name of ['', undefined, 7, 'a\nb'])
      assert.throws(() => auth.action(name as string, done), TypeError);
    auth.action('note.delete', done, { action: 'note.read' } as object);

    assert.deepEqual(
      auth.coverage().map(({ action }) => action),
      ['note.delete'],
    );
  });
});

describe('what was wrapped', () => {
  test('is listed with what was decided about it', () => {
    const auth = protection();
    auth.withAuth(done);
    auth.withAuth(done, { whileImpersonating: 'read-only' });
    auth.action('note.update', done);
    auth.action('note.delete', done, { whileImpersonating: 'deny' });
    auth.action('note.share', done, { whileImpersonating: () => true });
    auth.action('password.change', done);

    assert.deepEqual(auth.coverage(), [
      { action: null, policy: 'read-only', decided: false, handlers: 1 },
      { action: null, policy: 'read-only', decided: true, handlers: 1 },
      { action: 'note.update', policy: 'read-only', decided: false, handlers: 1 },
      { action: 'note.delete', policy: 'deny', decided: true, handlers: 1 },
      { action: 'note.share', policy: 'function', decided: true, handlers: 1 },
      { action: 'password.change', policy: 'read-only', decided: true, handlers: 1 },
    ]);
  });

  test('is counted rather than listed when it is wrapped over and over', () => {
    const auth = protection();
    for (let time = 0; time < 100; time++) auth.action('note.read', done);

    assert.deepEqual(auth.coverage(), [
      { action: 'note.read', policy: 'read-only', decided: false, handlers: 100 },
    ]);
  });
});

describe('a report on the routes of a host', () => {
  const auth = protection();
  const undecided = auth.withAuth(done);
  const decided = auth.withAuth(done, { whileImpersonating: 'allow' });

  test('names the handlers that ask nobody who is there', () => {
    const routes = [
      { method: 'GET', path: '/health', handler: done },
      { method: 'GET', path: '/notes', handler: undecided },
      { method: 'POST', path: '/hook', handler: undefined },
      { method: 'GET', path: '/inside', handler: (request: Request) => undecided(request) },
    ];

    assert.deepEqual(reportCoverage(routes, auth), {
      unprotected: [
        { method: 'GET', path: '/health' },
        { method: 'POST', path: '/hook' },
        { method: 'GET', path: '/inside' },
      ],
      undecided: [],
    });
  });

  test('names the handlers that may change something and that nobody thought about', () => {
    const methods = ['GET', 'head', 'post', 'PUT', 'ALL', 'OPTIONS', '*'];
    const routes = methods.flatMap((method) => [
      { method, path: '/notes', handler: undecided },
      { method, path: '/tags', handler: decided },
    ]);

    assert.deepEqual(reportCoverage(routes), {
      unprotected: [],
      undecided: ['post', 'PUT', 'ALL', 'OPTIONS', '*'].map((method) => ({ method, path: '/notes' })),
    });
  });

  test('can be about one auth alone', () => {
    const other = protection();
    const routes = [{ method: 'GET', path: '/notes', handler: other.withAuth(done) }];

    assert.deepEqual(reportCoverage(routes).unprotected, []);
    assert.deepEqual(reportCoverage(routes, auth).unprotected, [{ method: 'GET', path: '/notes' }]);
    assert.throws(() => reportCoverage(routes, { ...auth }), TypeError);
  });
});
