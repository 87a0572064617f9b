import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';

import { issuer } from '../support/issuer.js';
import { protection, send, tokens, type Scene } from '../support/protected.js';

const person = { id: 'grace', name: 'Grace', sessionId: 'cookie_1' };

describe('a handler learns who sent the request', () => {
  test('an ordinary user: no actor, and nothing is recorded', async () => {
    const { auth, status, lines, response } = await send({ token: 'ordinary', method: 'DELETE' });

    assert.equal(status, 200);
    assert.equal(auth?.userId, 'ada');
    assert.equal(auth.actor, null);
    assert.equal(auth.mode, null);
    assert.equal(auth.tokenId, 'token_1');
    assert.equal(auth.person, null);
    assert.deepEqual(lines, ['handler']);
    assert.equal(response.headers.get('impersonated-by'), null);
  });

  test('somebody who acts as a user: both, the way they act, and the session', async () => {
    const { auth, status } = await send({ token: 'full' });

    assert.equal(status, 200);
    assert.equal(auth?.userId, 'ada');
    assert.deepEqual(auth.actor, { iss: issuer, sub: 'root', sid: 'root_1' });
    assert.equal(auth.mode, 'full');
    assert.equal(auth.sessionId, 'session_1');
  });

  test('somebody signed in to the host itself, when there is no token', async () => {
    const { auth } = await send({ token: null, options: { authenticate: () => person } });

    assert.equal(auth?.userId, 'grace');
    assert.equal(auth.sessionId, 'cookie_1');
    assert.equal(auth.actor, null);
    assert.deepEqual(auth.person, person);
    assert.deepEqual(auth.claims, {});
  });

  test('in a way that it cannot change', async () => {
    const { auth, request } = await send({});

    assert.ok(Object.isFrozen(auth));
    assert.throws(() => Object.assign(request, { auth: null }), TypeError);
  });

  test('and gets whatever else its framework passes', async () => {
    const { withAuth } = protection({ authenticate: () => person });
    const handle = withAuth(
      (_request, context: { params: { id: string } }) => new Response(context.params.id),
    );

    const response = await handle(new Request('https://api.test/'), { params: { id: '7' } });
    assert.equal(await response.text(), '7');
  });
});

describe('without a way in, the handler does not run', () => {
  const cookie = { cookie: 'session=1' };
  const closed: [what: string, scene: Scene, status: number, code: string, challenge: string | null][] = [
    ['no token at all', { token: null }, 401, 'token_missing', 'Bearer'],
    ['another scheme', { headers: { authorization: 'Basic cm9vdDpyb290' } }, 401, 'token_missing', 'Bearer'],
    ['a scheme without a token', { headers: { authorization: 'Bearer ' } }, 401, 'token_missing', 'Bearer'],
    ['a longer scheme', { headers: { authorization: 'Bearers x.y.z' } }, 401, 'token_missing', 'Bearer'],
    [
      'rubbish',
      { headers: { authorization: 'Bearer x y' } },
      401,
      'malformed_token',
      'Bearer error="invalid_token"',
    ],
    [
      'two tokens in one field',
      { headers: { authorization: 'Bearer x.y.z, Bearer x.y.z' } },
      400,
      'invalid_request',
      'Bearer error="invalid_request"',
    ],
    [
      'two tokens in one field, without a space between them',
      { headers: { authorization: 'Bearer x.y.z,Bearer' } },
      400,
      'invalid_request',
      'Bearer error="invalid_request"',
    ],
    [
      'nobody signed in',
      { token: null, headers: cookie, options: { authenticate: () => null } },
      401,
      'unauthenticated',
      'Bearer',
    ],
    [
      'a sign-in that fails',
      { token: null, options: { authenticate: () => Promise.reject(new Error('secret')) } },
      503,
      'unavailable',
      null,
    ],
    [
      'a sign-in that names nobody',
      { token: null, options: { authenticate: () => ({ ...person, id: '' }) } },
      503,
      'unavailable',
      null,
    ],
    [
      'keys that cannot be found out',
      { options: { jwks: () => Promise.reject(new Error('secret')) } },
      503,
      'unavailable',
      null,
    ],
  ];

  for (const [what, scene, status, code, challenge] of closed) {
    test(`${what}: ${status} ${code}`, async () => {
      const { lines, response, text, ...answer } = await send(scene);

      assert.deepEqual([answer.status, answer.code], [status, code]);
      assert.equal(response.headers.get('www-authenticate'), challenge);
      assert.doesNotMatch(text, /secret|stack/);
      assert.deepEqual(lines, []);
    });
  }

  test('a token in the address or in the body is not one', async () => {
    const url = `https://api.test/?access_token=${tokens.ordinary}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `access_token=${tokens.ordinary}`;

    assert.equal((await send({ token: null, url })).code, 'token_missing');
    assert.equal((await send({ token: null, method: 'POST', headers, body })).code, 'token_missing');
  });

  test('the scheme may be written in any case', async () => {
    for (const scheme of ['bearer', 'BEARER', 'Bearer  '])
      assert.equal((await send({ headers: { authorization: `${scheme} ${tokens.full}` } })).status, 200);
  });
});

describe('a token and a cookie in one request', () => {
  const headers = { cookie: 'session=1' };

  test('the token counts, and the cookie is not even looked at', async () => {
    const authenticate = mock.fn(() => person);
    const { auth } = await send({ token: 'full', headers, options: { authenticate } });

    assert.equal(auth?.userId, 'ada');
    assert.equal(authenticate.mock.callCount(), 0);
  });

  test('a bad token is not made good by the cookie', async () => {
    const authenticate = mock.fn(() => person);
    for (const authorization of ['Bearer x.y.z', 'Basic x', ''])
      assert.equal(
        (await send({ headers: { ...headers, authorization }, options: { authenticate } })).status,
        401,
      );

    assert.equal(authenticate.mock.callCount(), 0);
  });
});
