import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';

import type { HandlerOptions } from '../../src/server/auth.js';
import { alwaysBlockedActions } from '../../src/server/handler-policy.js';
import { bearer, deferred, protection, ran, send } from '../support/protected.js';

describe('what may be done while impersonating', () => {
  const pass = 200;
  type Row = [
    policy: HandlerOptions['whileImpersonating'],
    token: 'readOnly' | 'full',
    ...(number | string)[],
  ];
  const matrix: Row[] = [
    // policy, session, GET, HEAD, POST, PUT, DELETE, OPTIONS
    [undefined, 'full', pass, pass, ...blockedTimes(4)],
    [undefined, 'readOnly', pass, pass, ...blockedTimes(4)],
    ['read-only', 'full', pass, pass, ...blockedTimes(4)],
    ['allow', 'full', pass, pass, pass, pass, pass, pass],
    ['allow', 'readOnly', pass, pass, ...Array<string>(4).fill('read_only_mode')],
    ['deny', 'full', ...blockedTimes(6)],
    ['deny', 'readOnly', ...blockedTimes(6)],
    [() => true, 'full', pass, pass, pass, pass, pass, pass],
    [async () => true, 'full', pass, pass, pass, pass, pass, pass],
    [() => false, 'full', ...blockedTimes(6)],
    [({ auth }) => auth.mode === 'full', 'readOnly', ...blockedTimes(6)],
    [({ request }) => request.auth.actor?.sub === 'root', 'full', pass, pass, pass, pass, pass, pass],
  ];
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];

  for (const [policy, token, ...expected] of matrix) {
    test(`${String(policy)} in a session that is ${token}`, async () => {
      for (const [index, method] of methods.entries()) {
        const whileImpersonating = policy;
        const { code, status, lines } = await send({
          token,
          method,
          policy: whileImpersonating === undefined ? {} : { whileImpersonating },
        });

        assert.equal(code ?? status, expected[index], method);
        assert.equal(ran(lines), expected[index] === pass, method);
        if (code) assert.equal(status, 403);
      }
    });
  }

  const doubtful: [what: string, policy: () => unknown][] = [
    ['throws', () => assert.fail()],
    ['rejects', () => Promise.reject(new Error())],
    ['answers nothing', () => undefined],
    ['answers 1', () => 1],
    ["answers 'true'", () => 'true'],
    ['answers an object', () => ({})],
    ['promises 1', async () => 1],
  ];
  for (const [what, policy] of doubtful) {
    test(`a policy that ${what} blocks`, async () => {
      const { code, lines } = await send({ policy: { whileImpersonating: policy as () => boolean } });

      assert.equal(code, 'impersonation_blocked');
      assert.ok(!ran(lines));
    });
  }

  test('a policy that does not answer within five seconds blocks', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const { promise: asked, resolve } = deferred<undefined>();
    const sent = send({
      policy: {
        whileImpersonating: () => {
          resolve(undefined);
          return new Promise<boolean>(() => undefined);
        },
      },
    });
    await asked;
    context.mock.timers.tick(5000);

    assert.equal((await sent).code, 'impersonation_blocked');
  });

  test('a policy that answered leaves no clock running', async () => {
    const clocks = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = clocks();
    await send({ policy: { whileImpersonating: () => true } });
    await send({ policy: { whileImpersonating: () => assert.fail() } });

    assert.equal(clocks(), before);
  });

  test('no policy is asked about somebody who is really there', async () => {
    const whileImpersonating = mock.fn(() => false);
    const { status } = await send({ token: 'ordinary', method: 'POST', policy: { whileImpersonating } });

    assert.equal(status, 200);
    assert.equal(whileImpersonating.mock.callCount(), 0);
  });

  test('a policy that is misspelt is said when the handler is wrapped', () => {
    const { withAuth } = protection();

    for (const whileImpersonating of ['alow', 'ALLOW', '', true, null, 'toString'])
      assert.throws(() => withAuth(() => new Response(), { whileImpersonating } as object), TypeError);
  });

  test('what is asked by the method counts, whatever a header says', async () => {
    const headers = { 'x-http-method-override': 'GET', 'x-method-override': 'GET' };

    assert.equal((await send({ method: 'POST', headers })).code, 'impersonation_blocked');
  });

  test('a socket is opened only where changes are allowed', async () => {
    const socket = { headers: { upgrade: 'WebSocket' }, policy: { whileImpersonating: 'allow' } } as const;

    assert.equal((await send({ ...socket, policy: {} })).code, 'impersonation_blocked');
    assert.equal((await send({ ...socket, token: 'readOnly' })).code, 'read_only_mode');
    assert.equal((await send({ ...socket, token: 'full' })).status, 200);
    assert.equal((await send({ headers: { upgrade: 'h2c, websocket' } })).code, 'impersonation_blocked');
  });

  test('of two policies the stricter counts, whichever is asked first', async () => {
    const auth = protection();
    for (const [outer, inner] of [
      ['allow', 'deny'],
      ['deny', 'allow'],
    ] as const) {
      const handle = auth.withAuth(
        auth.withAuth(() => new Response(), { whileImpersonating: inner }),
        { whileImpersonating: outer },
      );
      const post = (token: string) =>
        handle(new Request('https://api.test/', { method: 'POST', headers: bearer(token) }));

      assert.equal((await post('full')).status, 403);
      assert.equal((await post('ordinary')).status, 200);
    }
  });

  test('an address written in another way changes nothing', async () => {
    const paths = [
      '/Settings/password',
      '/settings//password',
      '/settings/%70assword',
      '/settings;a=b',
      '/x/%0a/.',
    ];
    for (const path of paths)
      assert.equal(
        (await send({ url: `https://api.test${path}`, method: 'POST' })).code,
        'impersonation_blocked',
      );
  });

  for (const action of alwaysBlockedActions) {
    test(`${action} is never done as somebody else, whatever the handler says`, async () => {
      for (const whileImpersonating of ['allow', () => true] as const)
        for (const method of ['GET', 'POST']) {
          const { code, lines } = await send({ method, policy: { action, whileImpersonating } });

          assert.equal(code, 'impersonation_blocked');
          assert.ok(!ran(lines));
        }
      assert.equal((await send({ token: 'ordinary', method: 'POST', policy: { action } })).status, 200);
    });
  }

  test('the list of those actions cannot be shortened', () => {
    assert.throws(() => (alwaysBlockedActions as unknown as string[]).pop(), TypeError);
  });
});

function blockedTimes(count: number): string[] {
  return Array<string>(count).fill('impersonation_blocked');
}
