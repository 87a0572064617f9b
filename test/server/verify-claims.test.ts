import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { ErrorCode } from '../../src/core/errors.js';
import { createVerifier, type VerifierOptions } from '../../src/server/verify.js';
import { audience, createIssuer, impersonated, instant, issuer, ordinary } from '../support/issuer.js';
import { refuses } from '../support/refuses.js';

const es = await createIssuer();

const verifier = (options: Partial<VerifierOptions> = {}) =>
  createVerifier({ issuer, audience, jwks: es.jwks, now: () => instant * 1000, ...options });

describe('the clock', () => {
  const edges: [claims: object, code: ErrorCode | null][] = [
    [{ exp: instant - 4 }, null],
    [{ exp: instant - 5 }, 'expired'],
    [{ iat: instant + 5, exp: instant + 300 }, null],
    [{ iat: instant + 6, exp: instant + 300 }, 'iat_in_future'],
    [{ nbf: instant + 5 }, null],
    [{ nbf: instant + 6 }, 'not_yet_valid'],
    [{ nbf: 'soon' }, 'claim_type'],
    [{ nbf: null }, 'claim_type'],
    [{ iat: null }, 'claim_type'],
    [{ exp: instant + 890 }, null],
    [{ exp: instant + 891 }, 'lifetime_too_long'],
    [{ impersonation: { mode: 'full', exp: instant - 4 } }, null],
    [{ impersonation: { mode: 'full', exp: instant - 5 } }, 'session_expired'],
  ];

  for (const [claims, code] of edges) {
    test(`${JSON.stringify(claims)} at ${instant}: ${code ?? 'accepted'}`, async () => {
      const verified = verifier().verify(await es.mint({ ...impersonated, ...claims }));

      await (code ? refuses(verified, code) : verified);
    });
  }

  test('lets an ordinary token live as long as its issuer likes', async () => {
    assert.ok(await verifier().verify(await es.mint({ ...ordinary, exp: instant + 86_400 })));
  });

  test('that is broken lets nothing pass', async () => {
    await refuses(verifier({ now: () => NaN }).verify(await es.mint()), 'expired');
  });
});

describe('claims', () => {
  const needed = ['iss', 'aud', 'sub', 'exp', 'iat', 'jti'] as const;
  for (const name of needed) {
    test(`without ${name} are refused`, async () => {
      await refuses(verifier().verify(await es.mint({ ...ordinary, [name]: undefined })), 'claim_missing');
    });
  }

  const wrong: [claims: object, code: ErrorCode][] = [
    [{ iss: `${issuer}/` }, 'iss_mismatch'],
    [{ aud: audience.toUpperCase() }, 'aud_mismatch'],
    [{ aud: [] }, 'aud_mismatch'],
    [{ aud: [audience, 7] }, 'claim_type'],
    [{ jti: 7 }, 'claim_type'],
    [{ jti: '' }, 'claim_type'],
    [{ sid: 7 }, 'claim_type'],
    [{ act: { sub: 'root' }, sid: undefined }, 'sid_missing'],
    [{ cnf: null }, 'pop_required'],
    [{ cnf: { jkt: 'x' } }, 'pop_required'],
  ];
  for (const [claims, code] of wrong) {
    test(`with ${JSON.stringify(claims)} are refused: ${code}`, async () => {
      await refuses(verifier().verify(await es.mint({ ...ordinary, ...claims })), code);
    });
  }
});

describe('the text of the claims', () => {
  const texts: [text: string, code: ErrorCode][] = [
    ['{"sub":"ada","sub":"bob"}', 'duplicate_claim'],
    [String.raw`{"act":{"sub":"root"},"\u0061ct":{"sub":"eve"}}`, 'duplicate_claim'],
    ['{"x":[{"y":{"a":1,"b":"a","a":2}}]}', 'duplicate_claim'],
    ['{"act":{"sub":"root","sub":"eve"}}', 'duplicate_claim'],
    ['{"__proto__":1,"__proto__":2}', 'duplicate_claim'],
    [`{"x":${'['.repeat(32)}${']'.repeat(32)}}`, 'claims_too_deep'],
    [`{"x":${'{"x":'.repeat(32)}1${'}'.repeat(32)}}`, 'claims_too_deep'],
    ['\u{feff}{"sub":"ada"}', 'claims_not_object'],
    ['{"sub":"ada"', 'claims_not_object'],
    ['{"sub":"ada\\"}', 'claims_not_object'],
    ['{"sub":"ada"}}', 'claims_not_object'],
    ['{sub:1}', 'claims_not_object'],
    ['{"a\nb":1}', 'claims_not_object'],
    ['null', 'claims_not_object'],
    ['[{"sub":"ada"}]', 'claims_not_object'],
    ['', 'malformed_token'],
  ];
  for (const [text, code] of texts) {
    test(`${JSON.stringify(text.slice(0, 60))}: ${code}`, async () => {
      await refuses(verifier().verify(await es.mintText(text)), code);
    });
  }

  test('may repeat a name in different objects, in lists and in values', async () => {
    const text = JSON.stringify({
      ...ordinary,
      x: [{ sub: 'sub' }, { sub: '{"sub":1,"sub":2}' }],
      'a\\"': 1,
    });

    assert.equal((await verifier().verify(await es.mintText(text))).userId, 'ada');
  });

  test('may not name an instant before all time', async () => {
    const text = JSON.stringify(ordinary).replace(/"iat":\d+/, '"iat":-1e999');

    await refuses(verifier().verify(await es.mintText(text)), 'claim_type');
  });

  test('is read as deep as 32 levels', async () => {
    const x = `${'['.repeat(31)}${']'.repeat(31)}`;
    const text = JSON.stringify(ordinary).replace('{', `{"x":${x},`);

    assert.ok(await verifier().verify(await es.mintText(text)));
  });
});
