import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';

import { ImpersonationError } from '../../src/core/errors.js';
import { bearer, Notebook, protection, ran, send, type Scene } from '../support/protected.js';

describe('the record', () => {
  const allow = { whileImpersonating: 'allow', action: 'note.update' } as const;

  test('of a change: the intent before the handler, the outcome after it, under one id', async () => {
    const handler = () => new Response(null, { status: 204 });
    const { lines, gate } = await send({
      method: 'POST',
      policy: allow,
      handler,
      url: 'https://api.test/n/7?q=1',
    });

    assert.deepEqual(lines, [
      'root as ada POST /n/7 note.update intended',
      'handler',
      'root as ada POST /n/7 note.update made 204',
    ]);
    assert.equal(new Set(gate.requests.map(({ id }) => id)).size, 1);
    assert.match(gate.requests[0]!.id, /^[\da-f-]{36}$/);
  });

  test('of a look: its outcome', async () => {
    const { lines } = await send({});

    assert.deepEqual(lines, ['handler', 'root as ada GET /notes/7 - made 200']);
  });

  test('of what was blocked: why', async () => {
    const { lines } = await send({ method: 'DELETE', token: 'readOnly', policy: allow });

    assert.deepEqual(lines, ['root as ada DELETE /notes/7 note.update blocked 403 read_only_mode']);
  });

  test('of a handler that fails: 500', async () => {
    const { lines } = await send({ handler: () => assert.fail() });

    assert.deepEqual(lines, ['handler', 'root as ada GET /notes/7 - made 500']);
  });

  test('is complete even when the page has gone away meanwhile', async () => {
    const leaving = new AbortController();
    const gate = new Notebook();
    const { withAuth } = protection({ gate });
    const handle = withAuth(() => {
      leaving.abort();
      return new Response();
    });
    const headers = bearer('full');
    await handle(new Request('https://api.test/', { headers, signal: leaving.signal }));

    assert.deepEqual(gate.lines, ['root as ada GET / - made 200']);
  });

  test('holds neither the address behind the question mark, nor a header, nor the token', async () => {
    const { gate } = await send({ url: 'https://api.test/n?secret=1', headers: { 'x-secret': '2' } });

    assert.deepEqual(Object.keys(gate.requests[0]!), ['id', 'method', 'route', 'action']);
    assert.equal(gate.requests[0]!.route, '/n');
  });
});

describe('when the record cannot be written', () => {
  const down = new Error('connection to 10.0.0.1 lost');
  const failing = (...what: (keyof Notebook['fails'])[]) => {
    const gate = new Notebook();
    gate.fails = Object.fromEntries(what.map((one) => [one, down]));
    return gate;
  };
  const allow = { whileImpersonating: 'allow' } as const;

  const cases: [what: string, scene: Scene, runs: boolean][] = [
    [
      'before a change, the handler does not run',
      { gate: failing('intend'), method: 'POST', policy: allow },
      false,
    ],
    ['of a blocked request, it stays blocked', { gate: failing('record'), method: 'POST' }, false],
    ['nor the session be judged, the handler does not run', { gate: failing('check') }, false],
    ['after a look, its answer is not shown', { gate: failing('record') }, true],
    [
      'after a change, its answer is not shown',
      { gate: failing('record'), method: 'POST', policy: allow },
      true,
    ],
  ];
  for (const [what, scene, runs] of cases) {
    test(what, async () => {
      const { status, code, text, lines, errors } = await send({
        ...scene,
        handler: () => new Response('private'),
      });

      assert.deepEqual([status, code], [503, 'unavailable']);
      assert.doesNotMatch(text, /10\.0\.0\.1|private/);
      assert.equal(ran(lines), runs);
      assert.equal(errors.length, 1);
    });
  }

  test('after a change, nobody is told that nothing was done', async () => {
    const { text } = await send({ gate: failing('record'), method: 'POST', policy: allow });

    assert.match(text, /may have been made/);
  });

  test('the stream of an answer that is not shown is closed', async () => {
    const cancelled = mock.fn();
    const handler = () => new Response(new ReadableStream({ cancel: cancelled }));
    await send({ gate: failing('record'), handler });

    assert.equal(cancelled.mock.callCount(), 1);
  });

  test('nothing of this touches those who are really there', async () => {
    const gate = failing('check', 'intend', 'record');

    assert.equal((await send({ gate, token: 'ordinary', method: 'POST' })).status, 200);
  });
});

describe('the session as it is now', () => {
  test('counts more than the token: a session switched to read-only changes nothing any more', async () => {
    const gate = new Notebook();
    gate.mode = 'read-only';
    const policy = { whileImpersonating: 'allow' } as const;

    assert.equal((await send({ gate, token: 'full', method: 'POST', policy })).code, 'read_only_mode');
    assert.equal((await send({ gate, token: 'full' })).auth?.mode, 'read-only');
  });

  test('and one switched to full access does, with the token it has', async () => {
    const gate = new Notebook();
    gate.mode = 'full';
    const policy = { whileImpersonating: 'allow' } as const;

    assert.equal((await send({ gate, token: 'readOnly', method: 'POST', policy })).status, 200);
  });

  test('is never more than read-only when the gate speaks in riddles', async () => {
    const gate = new Notebook();
    gate.mode = 'god' as 'full';

    assert.equal((await send({ gate })).auth?.mode, 'read-only');
  });

  for (const code of ['session_revoked', 'session_expired'] as const) {
    test(`is over: ${code}`, async () => {
      const gate = new Notebook();
      gate.fails.check = new ImpersonationError(code);
      const answer = await send({ gate });

      assert.deepEqual([answer.status, answer.code], [401, code]);
      assert.equal(answer.response.headers.get('www-authenticate'), 'Bearer error="invalid_token"');
      assert.deepEqual(answer.lines, []);
    });
  }

  test('is what the token says, where there is no gate', async () => {
    const policy = { whileImpersonating: 'allow' } as const;
    const post = (token: 'full' | 'readOnly') =>
      protection().withAuth(
        () => new Response(),
        policy,
      )(
        new Request('https://api.test/', {
          method: 'POST',
          headers: bearer(token),
        }),
      );

    assert.equal((await post('full')).status, 200);
    assert.equal((await post('readOnly')).status, 403);
  });
});
