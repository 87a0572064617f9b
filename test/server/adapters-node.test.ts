import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import { describe, test } from 'node:test';

import { toRequest } from '../../src/server/adapters/node-request.js';
import { protect, type AuthenticatedMessage } from '../../src/server/adapters/node.js';
import { ask, behind, rooms, twice } from '../support/server/behind.js';
import { protection } from '../support/protected.js';
import { refuses } from '../support/refuses.js';

behind('node:http', 499, ({ auth, enter, slow }) => {
  const serve = (request: AuthenticatedMessage, response: ServerResponse) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(enter(request.auth)));
  };
  const handlers = new Map(
    Object.entries({
      'GET /notes': protect(auth, serve, rooms['GET /notes']),
      'HEAD /notes': protect(auth, serve, rooms['GET /notes']),
      'POST /notes': protect(auth, serve, rooms['POST /notes']),
      'POST /notes/7': protect(auth, serve, rooms['POST /notes/7']),
      'POST /settings/password': protect(auth, serve, rooms['POST /settings/password']),
      'POST /throws': protect(auth, () => Promise.reject(new Error('secret')), rooms['POST /throws']),
      'GET /slow': protect(auth, async (request, response) => {
        await slow();
        serve(request, response);
      }),
    }),
  );
  for (const [path, [one, other]] of Object.entries(twice))
    handlers.set(
      `POST ${path}`,
      protect(auth, protect(auth, serve, { whileImpersonating: other }), {
        whileImpersonating: one,
      }),
    );
  return createServer((request, response) => {
    // As careless as a router may be: any spelling that leads to the same place is the same place.
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
      .toLowerCase()
      .replace(/;.*$|[/.\s]+$/g, '')
      .replace(/\/+/g, '/');
    const handle = handlers.get(`${request.method} ${path}`);
    if (handle) void handle(request, response);
    else response.writeHead(404).end();
  });
});

test('an answer that fails half-way is broken off, so that nobody takes it for a whole one', async () => {
  const errors: unknown[] = [];
  const auth = protection({ onError: (error) => errors.push(error) });
  const failing = protect(auth, (_request, response) => {
    response.write('half');
    throw new Error('secret');
  });
  const server = createServer((request, response) => void failing(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));

  await assert.rejects(ask(server, 'GET', '/'));
  assert.equal((errors[0] as Error).message, 'secret');
  server.close();
});

describe('what is judged of a request', () => {
  const incoming = (target: string, headers: string[] = [], method = 'GET') => ({
    method,
    url: target,
    rawHeaders: ['Host', 'app.test', ...headers],
    socket: {},
  });

  test('is its method, its address and its headers', () => {
    const request = toRequest(incoming('/notes?q=1', ['X-One', '1', 'x-one', '2'], 'PUT'));

    assert.deepEqual([request.method, request.url], ['PUT', 'http://app.test/notes?q=1']);
    assert.equal(request.headers.get('x-one'), '1, 2');
    assert.equal(request.body, null);
  });

  test('is where the request came to, whatever its address looks like', () => {
    const paths = {
      '//elsewhere.test/notes': '//elsewhere.test/notes',
      'http://elsewhere.test/notes?q': '/notes?q',
      '/a/../notes': '/notes',
      '/@elsewhere.test': '/@elsewhere.test',
      '*': '/*',
    };
    for (const [target, path] of Object.entries(paths))
      assert.equal(toRequest(incoming(target)).url, `http://app.test${path}`);
  });

  test('is what the framework says it is, where that knows better', () => {
    const { url } = toRequest(incoming('/7'), { protocol: 'https', host: 'app.example', target: '/notes/7' });

    assert.equal(url, 'https://app.example/notes/7');
  });

  test('is the same over HTTP/2', () => {
    const request = toRequest({
      method: 'GET',
      url: '/notes',
      rawHeaders: [':method', 'GET', ':authority', 'app.test:8443', ':path', '/notes', 'accept', '*/*'],
      socket: { encrypted: true },
    });

    assert.equal(request.url, 'https://app.test:8443/notes');
    assert.deepEqual([...request.headers.keys()].sort(), ['accept', 'host']);
  });

  test('is nothing at all when it makes no sense', async () => {
    const senseless = [
      { ...incoming('/notes'), rawHeaders: ['Host', 'app.test/admin?'] },
      { ...incoming('/notes'), rawHeaders: ['Host', 'user@app.test'] },
      incoming('elsewhere.test:443'),
      incoming('/notes', [], 'TRACE'),
      incoming('/notes', ['x y', '1']),
    ];
    for (const one of senseless) await refuses((async () => toRequest(one))(), 'invalid_request');
  });
});
