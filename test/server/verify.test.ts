import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { errors, type JSONWebKeySet } from 'jose';

import type { ErrorCode } from '../../src/core/errors.js';
import { createVerifier, type VerifierOptions } from '../../src/server/verify.js';
import { audience, createIssuer, impersonated, instant, issuer, ordinary } from '../support/issuer.js';
import { refuses } from '../support/refuses.js';

const es = await createIssuer();
const rs = await createIssuer('RS256', 'key_2');

const verifier = (options: Partial<VerifierOptions> = {}) =>
  createVerifier({ issuer, audience, jwks: es.jwks, now: () => instant * 1000, ...options });

describe('a good token', () => {
  test('says who is signed in, who is really there, and which token said so', async () => {
    const token = await es.mint({ ...impersonated, roles: ['user'], impersonation: { mode: 'full' } });
    const session = await verifier().verify(token);

    assert.equal(session.userId, 'ada');
    assert.equal(session.sessionId, 'session_1');
    assert.deepEqual(session.actor, { iss: issuer, sub: 'root', sid: 'root_1' });
    assert.equal(session.mode, 'full');
    assert.equal(session.tokenId, 'token_1');
    assert.deepEqual(session.claims['roles'], ['user']);
    assert.ok(Object.isFrozen(session.claims));
  });

  test('may be signed with RS256, unless the host wants ES256 alone', async () => {
    const token = await rs.mint();

    assert.equal((await verifier({ jwks: rs.jwks }).verify(token)).userId, 'ada');
    await refuses(verifier({ jwks: rs.jwks, algorithms: ['ES256'] }).verify(token), 'alg_not_allowed');
  });

  test('may be meant for any of several audiences', async () => {
    const token = await es.mint({ ...ordinary, aud: ['https://other.test', 'https://second.test'] });

    assert.ok(await verifier({ audience: [audience, 'https://second.test'] }).verify(token));
    await refuses(verifier().verify(token), 'aud_mismatch');
  });

  test('is the same however often and in whatever order it is shown', async () => {
    const { verify } = verifier();
    const token = await es.mint(impersonated);
    const sessions = await Promise.all(Array.from({ length: 64 }, () => verify(token)));

    assert.equal(new Set(sessions.map((session) => JSON.stringify(session))).size, 1);
  });
});

describe('the header', () => {
  const headers: [header: object, code: ErrorCode][] = [
    [{ typ: 'JWT' }, 'typ_not_allowed'],
    [{ typ: 'at+jwt; x=1' }, 'typ_not_allowed'],
    [{ kid: 7 }, 'kid_missing'],
    [{ kid: 'x'.repeat(256) }, 'kid_missing'],
    [{ kid: '../key_1' }, 'kid_unknown'],
    [{ b64: true }, 'crit_unsupported'],
    [{ jwk: {} }, 'header_not_allowed'],
    [{ jku: 'https://evil.test' }, 'header_not_allowed'],
    [{ x5u: 'https://evil.test' }, 'header_not_allowed'],
    [{ x5c: [] }, 'header_not_allowed'],
  ];
  for (const [header, code] of headers) {
    test(`with ${JSON.stringify(header).slice(0, 60)} is refused: ${code}`, async () => {
      await refuses(verifier().verify(await es.mint(ordinary, header)), code);
    });
  }

  test('may spell its media type as it likes', async () => {
    assert.ok(await verifier().verify(await es.mint(ordinary, { typ: 'Application/AT+JWT' })));
  });
});

describe('a token that is not one', () => {
  test('is refused for its size before anything else is done with it', async (context) => {
    const find = context.mock.fn(() => null);
    await refuses(verifier({ jwks: find }).verify('x'.repeat(8193)), 'token_too_large');
    await refuses(verifier({ jwks: find }).verify(`${'x'.repeat(8180)}.x.x`), 'malformed_token');

    assert.equal(find.mock.callCount(), 0);
  });

  test('is refused in any spelling but the canonical one', async () => {
    const token = await es.mint();
    const { verify } = verifier();
    const last = token.at(-1)!;
    // The last character of 64 bytes carries 4 bits that count and 2 that do not.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = alphabet[alphabet.indexOf(last) ^ 1]!;
    const spellings = [
      `${token}=`,
      `${token}==`,
      `${token} `,
      ` ${token}`,
      `${token}\n`,
      `${token}.`,
      `.${token}`,
      token.replace('.', '..'),
      token.slice(0, -1) + other,
      token.replaceAll('-', '+').replaceAll('_', '/').replace('.', '=.'),
    ];

    for (const spelling of spellings) await refuses(verify(spelling), 'malformed_token');
    assert.ok(await verify(token));
  });

  test('may be of any length, and is refused with a stray bit in any of its parts', async () => {
    const { verify } = verifier();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const padding of ['', 'x', 'xx']) {
      const token = await es.mint({ ...ordinary, padding }, { cty: padding });
      assert.ok(await verify(token));
      const parts = token.split('.');
      for (const [at, part] of parts.entries()) {
        if (part.length % 4 === 0) continue; // every bit counts
        const stray = part.slice(0, -1) + alphabet[alphabet.indexOf(part.at(-1)!) ^ 1]!;
        await refuses(verify(parts.with(at, stray).join('.')), 'malformed_token');
      }
    }
  });

  test('is refused without one of its parts', async () => {
    const [header, payload, signature] = (await es.mint()).split('.');
    const { verify } = verifier();
    for (const text of [
      '',
      '..',
      `.${payload}.${signature}`,
      `${header}..${signature}`,
      `${header}.${payload}.`,
    ])
      await refuses(verify(text), 'malformed_token');
  });

  test('is refused when it is no text at all', async () => {
    for (const value of [undefined, null, 7, {}, ['a.b.c']])
      await refuses(verifier().verify(value as string), 'malformed_token');
  });
});

describe('the keys', () => {
  test('may come from a function, which is told the key name and the algorithm only', async () => {
    const asked: unknown[] = [];
    const { verify } = verifier({
      jwks: async (header) => {
        asked.push(header);
        return es.jwks.keys[0];
      },
    });

    assert.ok(await verify(await es.mint(ordinary, { other: 1 })));
    assert.deepEqual(asked, [{ alg: 'ES256', kid: 'key_1' }]);
  });

  test('that a function does not know, or cannot look for, let nobody in', async () => {
    const token = await es.mint();
    const throws = (error: Error) => () => Promise.reject(error);

    await refuses(verifier({ jwks: () => null }).verify(token), 'kid_unknown');
    await refuses(verifier({ jwks: throws(new errors.JWKSNoMatchingKey()) }).verify(token), 'kid_unknown');
    await refuses(verifier({ jwks: throws(new Error('down')) }).verify(token), 'unavailable');
  });

  test('of another kind than the token says are not tried', async () => {
    const [key] = es.jwks.keys;

    await refuses(verifier({ jwks: () => key }).verify(await rs.mint()), 'bad_signature');
    await refuses(
      verifier({ jwks: () => ({ ...key, alg: 'ES384' }) }).verify(await es.mint()),
      'bad_signature',
    );
    await refuses(
      verifier({ jwks: () => ({ kty: 'oct', k: 'AAAA' }) }).verify(await es.mint()),
      'bad_signature',
    );
  });

  test('under which anybody could sign are not used', async () => {
    const token = await rs.mint();
    const [key] = rs.jwks.keys;

    for (const e of ['AQ', 'AAE']) {
      await refuses(verifier({ jwks: { keys: [{ ...key!, e }] } }).verify(token), 'kid_unknown');
      await refuses(verifier({ jwks: () => ({ ...key!, e }) }).verify(token), 'kid_unknown');
    }
    assert.ok(await verifier({ jwks: () => key }).verify(token));
  });

  test('that are there twice under one name, or are meant for something else, are not used', async () => {
    const token = await es.mint();
    const [key] = es.jwks.keys;
    const sets: JSONWebKeySet[] = [
      { keys: [key!, { ...key! }] },
      { keys: [{ ...key!, use: 'enc' }] },
      { keys: [{ ...key!, alg: 'RS256' }] },
      { keys: [{ ...key!, kid: 'other' }] },
      { keys: [] },
    ];

    for (const jwks of sets) await refuses(verifier({ jwks }).verify(token), 'kid_unknown');
  });
});

describe('options that make no sense are said when the server starts', () => {
  const wrong: [what: string, options: object][] = [
    ['no issuer', { issuer: '' }],
    ['no audience', { audience: [] }],
    ['an empty audience', { audience: '' }],
    ['an algorithm that shares its secret', { algorithms: ['HS256'] }],
    ['no algorithm', { algorithms: [] }],
    ['a tolerance that is a text', { clockToleranceSeconds: '5' }],
    ['a size that is no number', { maxTokenBytes: NaN }],
    ['a life that is a text', { maxImpersonationTokenSeconds: '900' }],
    ['keys that are no set', { jwks: { keys: 'x' } }],
    ['no keys', { jwks: undefined }],
    ['keys over a line that anybody can change', { jwks: 'http://issuer.test/jwks' }],
    ['keys from a file', { jwks: 'file:///etc/keys' }],
    ['keys from nowhere', { jwks: 'issuer' }],
  ];
  for (const [what, options] of wrong) {
    test(what, () => {
      assert.throws(() => verifier(options), TypeError);
    });
  }
});
