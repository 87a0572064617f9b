/**
 * One small house of notes, built with each framework on a real server, and the visitors who come to it.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';

import type { Session } from '../../../src/core/session.js';
import type { HandlerOptions, RequestAuth } from '../../../src/server/auth.js';
import type { Auth } from '../../../src/server/authenticated-request.js';
import type { ImpersonatedRequest, Outcome } from '../../../src/server/gate.js';
import { bearer, deferred, Notebook, protection, ran } from '../protected.js';

/** What each framework is to serve, and under which options. */
export const rooms = {
  'GET /notes': {},
  'POST /notes': {},
  'POST /notes/7': { whileImpersonating: 'allow', action: 'note.update' },
  'GET /slow': {},
  'POST /throws': { whileImpersonating: 'allow' },
  'POST /settings/password': { whileImpersonating: 'allow', action: 'password.change' },
} as const satisfies Record<string, HandlerOptions>;

/** Routes with two guards in a row, the one's verdict and the other's. */
export const twice = {
  '/allow-deny': ['allow', 'deny'],
  '/deny-allow': ['deny', 'allow'],
} as const;

/** What the handlers of the house do, whatever they are written in. */
export interface House {
  readonly auth: RequestAuth;
  /** Says that a handler runs; answers what it should say. */
  readonly enter: (auth: Auth) => object;
  /** Resolves once the visitor of `/slow` has been seen off. */
  readonly slow: () => Promise<void>;
}

export interface Visit {
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** A gate that can be waited for. */
class Diary extends Notebook {
  #waiting: { line: string; resolve: () => void }[] = [];

  override async intend(session: Session, request: ImpersonatedRequest) {
    await super.intend(session, request);
    this.#tell();
  }

  override async record(session: Session, request: ImpersonatedRequest, outcome: Outcome) {
    await super.record(session, request, outcome);
    this.#tell();
  }

  async until(line: string): Promise<void> {
    const { promise, resolve } = deferred<undefined>();
    this.#waiting.push({ line, resolve: () => resolve(undefined) });
    this.#tell();
    await promise;
  }

  #tell() {
    this.#waiting = this.#waiting.filter(({ line, resolve }) => {
      if (!this.lines.includes(line)) return true;
      resolve();
      return false;
    });
  }
}

/** @param gone - What is recorded when the page leaves before the answer: a framework may see the handler's own. */
export function behind(
  framework: string,
  gone: number,
  open: (house: House) => Promise<Server> | Server,
): void {
  describe(`behind ${framework}`, () => {
    const gate = new Diary();
    const errors: unknown[] = [];
    let reached = deferred<undefined>();
    let leave = deferred<undefined>();
    let server: Server;

    before(async () => {
      server = await open({
        auth: protection({ gate, onError: (error) => errors.push(error) }),
        enter: ({ userId, actor }) => {
          gate.lines.push('handler');
          return { userId, actor: actor?.sub ?? null };
        },
        slow: async () => {
          reached.resolve(undefined);
          await leave.promise;
        },
      });
      if (!server.listening)
        await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    });
    after(() => {
      server.close();
      server.closeAllConnections();
    });
    beforeEach(() => {
      gate.lines.length = 0;
      errors.length = 0;
      gate.fails = {};
      reached = deferred();
      leave = deferred();
    });

    const visit = (method: string, path: string, how?: Visit) => ask(server, method, path, how);
    const row = (what: string) => `root as ada ${what}`;

    test('nobody comes in without a token', async () => {
      const { status, code, headers } = await visit('GET', '/notes', { token: null });

      assert.deepEqual([status, code], [401, 'token_missing']);
      assert.equal(headers['content-type'], 'application/problem+json');
      assert.equal(headers['www-authenticate'], 'Bearer');
      assert.deepEqual(gate.lines, []);
    });

    test('nor with two', async () => {
      const authorization = ['ordinary', 'full'].map((token) => bearer(token)['authorization'] ?? '');
      const { status } = await visit('GET', '/notes', { token: null, headers: { authorization } });

      assert.equal(status, 400);
      assert.ok(!ran(gate.lines));
    });

    test('a person does as they like, and nothing is recorded of it', async () => {
      for (const [method, path] of [
        ['GET', '/notes'],
        ['POST', '/notes'],
        ['POST', '/settings/password'],
      ] as const) {
        const { status, body, headers } = await visit(method, path, { token: 'ordinary' });

        assert.equal(status, 200);
        assert.deepEqual(body, { userId: 'ada', actor: null });
        assert.equal(headers['impersonated-by'], undefined);
      }
      assert.deepEqual(gate.lines, ['handler', 'handler', 'handler']);
    });

    test('an actor looks, marked and in the record', async () => {
      const { status, body, headers } = await visit('GET', '/notes?q=1');
      await gate.until(row('GET /notes - made 200'));

      assert.equal(status, 200);
      assert.deepEqual(body, { userId: 'ada', actor: 'root' });
      assert.equal(headers['impersonated-by'], 'root; sid=session_1');
      assert.equal(new Set(gate.requests.slice(-1).map(({ route }) => route)).has('/notes'), true);
    });

    test('an actor asks for the head of it', async () => {
      const { status, text, headers } = await visit('HEAD', '/notes');
      await gate.until(row('HEAD /notes - made 200'));

      assert.deepEqual([status, text], [200, '']);
      assert.equal(headers['impersonated-by'], 'root; sid=session_1');
      assert.equal(gate.lines.filter((line) => line.includes('made')).length, 1);
    });

    test('an actor changes nothing by default, and that they tried is in the record', async () => {
      const { status, code, headers } = await visit('POST', '/notes');

      assert.deepEqual([status, code], [403, 'impersonation_blocked']);
      assert.equal(headers['content-type'], 'application/problem+json');
      assert.equal(headers['impersonated-by'], 'root; sid=session_1');
      assert.deepEqual(gate.lines, [row('POST /notes - blocked 403 impersonation_blocked')]);
    });

    test('an actor changes what the handler allows, the intent before and the outcome after it', async () => {
      const { status } = await visit('POST', '/notes/7');
      await gate.until(row('POST /notes/7 note.update made 200'));

      assert.equal(status, 200);
      assert.deepEqual(gate.lines, [
        row('POST /notes/7 note.update intended'),
        'handler',
        row('POST /notes/7 note.update made 200'),
      ]);
    });

    test('not so with read-only access', async () => {
      assert.equal((await visit('POST', '/notes/7', { token: 'readOnly' })).code, 'read_only_mode');
      assert.ok(!ran(gate.lines));
    });

    test('no record, no request', async () => {
      gate.fails.intend = new Error('connection to 10.0.0.1 lost');
      const { status, text } = await visit('POST', '/notes/7');

      assert.equal(status, 503);
      assert.doesNotMatch(text, /10\.0/);
      assert.ok(!ran(gate.lines));
    });

    test('a handler that throws is a 500 in the record, too, and says nothing of why', async () => {
      const { status, headers, text } = await visit('POST', '/throws');
      await gate.until(row('POST /throws - made 500'));

      assert.equal(status, 500);
      assert.equal(headers['impersonated-by'], 'root; sid=session_1');
      assert.doesNotMatch(text, /eyJ/);
    });

    test('a page that leaves before the answer has left a row', async () => {
      const leaving = new AbortController();
      const asked = ask(server, 'GET', '/slow', {}, leaving.signal).catch(() => 'left');
      await reached.promise;
      leaving.abort();
      assert.equal(await asked, 'left');
      if (gone < 400) leave.resolve(undefined);
      await gate.until(row(`GET /slow - made ${gone}`));
      leave.resolve(undefined);
    });

    test('an address written in another way is no way around', async () => {
      const paths = [
        '/settings/password', '/Settings/password', '/settings//password', '/settings/%70assword', '/settings/password;a=b',
        '/settings/password/', '/settings/password/.', '/settings/./password', '/x/../settings/password',
        '/settings/password%0a', '//settings/password', '/settings/password?x=/notes', '/settings%2fpassword',
        '/settings/password%2e', '/settings\\password', 'http://elsewhere.test/settings/password',
      ]; // prettier-ignore
      for (const path of paths) {
        gate.lines.length = 0;
        const { status } = await visit('POST', path, { token: 'ordinary' });
        const served = ran(gate.lines);
        gate.lines.length = 0;
        const { status: got, code } = await visit('POST', path);

        assert.ok(!ran(gate.lines), path);
        if (served) assert.deepEqual([status, code], [200, 'impersonation_blocked'], path);
        else assert.ok(got >= 400, path);
      }
    });

    test('a header does not make another method of it', async () => {
      const headers = (method: string) =>
        Object.fromEntries(
          ['x-http-method-override', 'x-http-method', 'x-method-override'].map((name) => [name, method]),
        );

      assert.equal((await visit('GET', '/notes', { headers: headers('POST') })).status, 200);
      assert.equal(
        (await visit('POST', '/notes', { headers: headers('GET') })).code,
        'impersonation_blocked',
      );
    });

    test('a look that wants to become a socket is no look', async () => {
      for (const upgrade of ['websocket', 'WebSocket', 'h2c, websocket']) {
        const headers = { connection: 'Upgrade', upgrade };

        assert.equal((await visit('GET', '/notes', { headers })).code, 'impersonation_blocked', upgrade);
      }
      assert.ok(!ran(gate.lines));
    });

    for (const path of Object.keys(twice))
      test(`of two guards the stricter counts: ${path}`, async () => {
        assert.equal((await visit('POST', path, { token: 'ordinary' })).status, 200);
        gate.lines.length = 0;

        assert.equal((await visit('POST', path)).code, 'impersonation_blocked');
        assert.ok(!ran(gate.lines));
      });
  });
}

/** Sends a request exactly as it is written. */
export function ask(server: Server, method: string, path: string, how: Visit = {}, signal?: AbortSignal) {
  const { port } = server.address() as AddressInfo;
  const { token = 'full', headers = {} } = how;
  const always = { host: `127.0.0.1:${port}`, 'content-length': '0', ...bearer(token) };
  const fields = Object.entries({ ...always, ...headers });
  const raw = fields.flatMap(([name, values]) => [values].flat().flatMap((value) => [name, value]));
  return new Promise<Answer>((resolve, reject) => {
    const sent = send(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: raw as never,
        agent: false,
        ...(signal && { signal }),
      },
      (answer) => void read(answer).then(resolve, reject),
    );
    sent.on('error', reject);
    sent.end();
  });
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly body: unknown;
  readonly code: string | undefined;
}

async function read(answer: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const json = answer.headers['content-type']?.includes('json') && text !== '';
  const body: unknown = json ? JSON.parse(text) : undefined;
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    text,
    body,
    code: (body as { code?: string } | undefined)?.code,
  };
}
