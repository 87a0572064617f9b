import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';

import { getRequestListener } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';

import { mount } from '../../src/server/mount.js';

/** Says what it was asked. */
const echo = async (request: Request) =>
  Response.json({
    method: request.method,
    path: new URL(request.url).pathname + new URL(request.url).search,
    body: await request.text(),
    token: request.headers.get('authorization'),
  });

describe('a handler that is mounted', () => {
  const handle = mount('/impersonation', echo);
  const at = (path: string) => handle(new Request(`https://app.test${path}`));

  test('gets the path without the prefix, and all the rest as it was', async () => {
    const asked = await handle(
      new Request('https://app.test/impersonation/redeem?a=b', {
        method: 'POST',
        body: 'hello',
        headers: { authorization: 'Bearer x' },
      }),
    );

    assert.deepEqual(await asked.json(), {
      ...{ method: 'POST', path: '/redeem?a=b' },
      ...{ body: 'hello', token: 'Bearer x' },
    });
    assert.deepEqual(((await (await at('/impersonation/')).json()) as { path: string }).path, '/');
  });

  test('gets nothing that is elsewhere', async () => {
    for (const path of [
      '/',
      '/impersonation',
      '/impersonations/x',
      '/x/impersonation/y',
      '/impersonation/../x',
    ])
      assert.equal((await at(path)).status, 404, path);
  });

  test('needs a prefix that can be compared', () => {
    for (const prefix of ['', '/', 'impersonation', '/impersonation/', '/a//b', '/a?b'])
      assert.throws(() => mount(prefix, echo), TypeError, prefix);
  });
});

describe('the same below a prefix of', () => {
  async function asks(server: Server) {
    if (!server.listening) await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/impersonation/redeem?a=b`, {
      method: 'POST',
      body: '{"ticket":"t"}',
      headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
    });
    assert.deepEqual(await response.json(), {
      ...{ method: 'POST', path: '/redeem?a=b' },
      ...{ body: '{"ticket":"t"}', token: 'Bearer x' },
    });
    server.closeAllConnections();
  }

  test('node:http', async () => {
    const server = createServer(getRequestListener(mount('/impersonation', echo)));
    await asks(server);
    server.close();
  });

  test('Express, which takes the prefix off itself', async () => {
    const app = express();
    app.use('/impersonation', getRequestListener(echo));
    app.use(express.json());
    const server = createServer(app);
    await asks(server);
    server.close();
  });

  test('Fastify, which must be told to leave the body alone', async () => {
    const app = fastify();
    const listener = getRequestListener(mount('/impersonation', echo));
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _body, done) => done(null));
      scope.all('/impersonation/*', async (request, reply) => {
        reply.hijack();
        await listener(request.raw, reply.raw);
      });
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    await asks(app.server);
    await app.close();
  });
});
