import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, test } from 'node:test';

import { protectUpgrade, type AuthenticatedMessage } from '../../src/server/adapters/node.js';
import type { HandlerOptions } from '../../src/server/auth.js';
import { bearer, Notebook, protection, ran } from '../support/protected.js';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

const allow = { whileImpersonating: 'allow' } as const;

describe('a socket', () => {
  test('is opened for a person', async () => {
    const { answer, lines } = await open({ token: 'ordinary' });

    assert.match(answer, /^HTTP\/1\.1 101 /);
    assert.deepEqual(lines, ['handler']);
  });

  test('is opened for an actor where changes are allowed, and that is in the record', async () => {
    const { answer, lines } = await open({ token: 'full', options: allow });

    assert.match(answer, /^HTTP\/1\.1 101 /);
    assert.deepEqual(lines, [
      'root as ada GET /live - intended',
      'handler',
      'root as ada GET /live - made 101',
    ]);
  });

  test('is opened for an actor nowhere else', async () => {
    for (const visit of [{ token: 'full' }, { token: 'readOnly', options: allow }]) {
      const { answer, lines } = await open(visit);

      assert.match(answer, /^HTTP\/1\.1 403 /);
      assert.match(answer, /\r\nimpersonated-by: root; sid=session_1\r\n/i);
      assert.match(answer, /\r\n\r\n\{.*"code":"(?:impersonation_blocked|read_only_mode)"/);
      assert.ok(!ran(lines));
    }
  });

  test('is opened for nobody without a token, nor for what is no socket that policies know', async () => {
    assert.match((await open({ token: null })).answer, /^HTTP\/1\.1 401 /);
    for (const upgrade of ['h2c', 'h2c, websocket', 'TLS/1.0']) {
      const { answer, lines } = await open({ token: 'ordinary', upgrade });

      assert.match(answer, /^HTTP\/1\.1 400 /, upgrade);
      assert.ok(!ran(lines));
    }
  });

  test('is closed when its handler throws, and the record says so', async () => {
    const { answer, lines, errors } = await open({
      token: 'full',
      options: allow,
      handler: () => assert.fail('secret'),
    });

    assert.equal(answer, '');
    assert.equal(lines.at(-1), 'root as ada GET /live - made 500');
    assert.match((errors[0] as Error).message, /secret/);
  });
});

interface Visit {
  token: string | null;
  options?: HandlerOptions;
  upgrade?: string;
  handler?: () => void;
}

/** What comes back until the server closes the socket. */
async function open({ token, options, upgrade = 'websocket', handler }: Visit) {
  const gate = new Notebook();
  const errors: unknown[] = [];
  const auth = protection({ gate, onError: (error) => errors.push(error) });
  const greet = (_request: AuthenticatedMessage, socket: NodeJS.WritableStream) => {
    gate.lines.push('handler');
    handler?.();
    socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  };
  const listener = protectUpgrade(auth, greet, options);
  let settled: Promise<void> | undefined;
  const server = createServer().on('upgrade', (request: IncomingMessage, socket, head) => {
    settled = listener(request, socket, head);
  });
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));

  const page = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const fields = { host: 'app.test', connection: 'Upgrade', upgrade, ...bearer(token) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  page.write(`GET /live HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  let answer = '';
  for await (const chunk of page) answer += String(chunk);
  await settled;
  return { answer, lines: gate.lines, errors };
}
