import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { ImpersonationError } from '../../src/core/errors.js';
import { createAuth, type AuthIssuer } from '../../src/server/auth.js';
import { createVerifier, type VerifierSettings } from '../../src/server/verify.js';
import { audience, createIssuer, impersonated, instant, issuer, ordinary } from '../support/issuer.js';
import { Notebook } from '../support/protected.js';
import { refuses } from '../support/refuses.js';

const keys = await createIssuer();

/** A verifier with a clock to be set, and a count of the signatures it looked at: each asks for its key once. */
function counting(options: VerifierSettings = {}) {
  const scene = { seconds: instant, proofs: 0, published: true };
  const { verify } = createVerifier({
    issuer,
    audience,
    jwks: () => {
      scene.proofs++;
      return scene.published ? keys.jwks.keys[0] : null;
    },
    now: () => scene.seconds * 1000,
    ...options,
  });
  return Object.assign(scene, { verify });
}

describe('a token that was verified before', () => {
  test('is not proved again, and says the same', async () => {
    const scene = counting();
    const token = await keys.mint(impersonated);
    const first = await scene.verify(token);

    assert.deepEqual(await scene.verify(token), first);
    assert.equal(scene.proofs, 1);
  });

  test('is proved again when the host wants no memory', async () => {
    const scene = counting({ cache: false });
    const token = await keys.mint(impersonated);
    await scene.verify(token);
    await scene.verify(token);

    assert.equal(scene.proofs, 2);
  });

  test('lends nothing to one that differs in a single character, wherever that is', async () => {
    const scene = counting();
    const token = await keys.mint(impersonated);
    await scene.verify(token);

    for (let at = 0; at < token.length; at++) {
      const swapped = token[at] === 'A' ? 'B' : 'A';
      const forged = token.slice(0, at) + swapped + token.slice(at + 1);
      await assert.rejects(scene.verify(forged), ImpersonationError);
    }
    await refuses(scene.verify(`${token}=`), 'malformed_token');
  });

  test('runs out like any other', async () => {
    const scene = counting();
    const token = await keys.mint({ ...ordinary, exp: instant + 20 });
    await scene.verify(token);

    scene.seconds = instant + 24;
    assert.ok(await scene.verify(token));
    scene.seconds = instant + 25;
    await refuses(scene.verify(token), 'expired');
    assert.equal(scene.proofs, 1);
  });

  test('is not good again because the clock was set back', async () => {
    const scene = counting();
    const token = await keys.mint({ ...impersonated, nbf: instant - 10 });
    await scene.verify(token);

    scene.seconds = instant - 60;
    await refuses(scene.verify(token), 'iat_in_future');
    scene.seconds = NaN;
    await refuses(scene.verify(token), 'expired');
  });

  test('ends when its impersonation does, with the same tolerance', async () => {
    const scene = counting();
    const short = await keys.mint({ ...impersonated, impersonation: { mode: 'full', exp: instant + 10 } });
    await scene.verify(short);

    scene.seconds = instant + 14;
    assert.ok(await scene.verify(short));
    scene.seconds = instant + 15;
    await refuses(scene.verify(short), 'session_expired');
  });

  test('proves itself anew after a minute, so that a key that is withdrawn lets it in no longer', async () => {
    const scene = counting();
    const token = await keys.mint(impersonated);
    await scene.verify(token);
    scene.published = false;

    scene.seconds = instant + 59;
    assert.ok(await scene.verify(token));
    scene.seconds = instant + 60;
    await refuses(scene.verify(token), 'kid_unknown');
  });

  test('cannot be rewritten for those who come after', async () => {
    const scene = counting();
    const token = await keys.mint({ ...impersonated, roles: ['user'], rights: { notes: ['read'] } });
    const session = await scene.verify(token);
    const { roles, rights } = session.claims as { roles: string[]; rights: { notes: string[] } };

    for (const meddle of [
      () => roles.push('admin'),
      () => rights.notes.push('write'),
      () => Object.assign(session, { actor: null }),
      () => Object.assign(session.actor!, { sub: 'ada' }),
    ])
      assert.throws(meddle, TypeError);
    assert.deepEqual((await scene.verify(token)).claims['roles'], ['user']);
  });
});

describe('what was refused', () => {
  test('is not remembered', async () => {
    const scene = counting();
    const token = await keys.mint(impersonated);
    scene.published = false;
    await refuses(scene.verify(token), 'kid_unknown');
    scene.published = true;

    assert.ok(await scene.verify(token));
    assert.equal(scene.proofs, 2);
  });

  test('is still refused for its size before anything is done with it', async () => {
    await refuses(counting().verify('x'.repeat(8193)), 'token_too_large');
  });
});

describe('the memory', () => {
  test('has an end: whoever was not seen for longest is forgotten', async () => {
    const scene = counting({ cache: { size: 2 } });
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((jti) => keys.mint({ ...impersonated, jti })));
    for (const token of [a, b, a, c]) await scene.verify(token!); // b makes room for c
    assert.equal(scene.proofs, 3);

    await scene.verify(a!);
    await scene.verify(c!);
    assert.equal(scene.proofs, 3);
    await scene.verify(b!);
    assert.equal(scene.proofs, 4);
  });

  test('must be a number of tokens', () => {
    for (const size of [0, -1, 1.5, NaN, Infinity, '10'])
      assert.throws(() => counting({ cache: { size: size as number } }), TypeError);
  });

  test('of one is no other’s', async () => {
    const [first, second] = [counting(), counting()];
    const token = await keys.mint(impersonated);
    await first.verify(token);
    second.published = false;

    await refuses(second.verify(token), 'kid_unknown');
  });
});

describe('a handler', () => {
  const gate = new Notebook();
  const options: AuthIssuer = { issuer, audience, jwks: keys.jwks, gate };
  const { withAuth } = createAuth({ ...options, now: () => instant * 1000 });
  const seen: object[] = [];
  const handle = withAuth((request) => {
    seen.push(request.auth);
    return new Response();
  });

  test('asks the gate at each request, so that a revocation holds at once', async () => {
    const authorization = `Bearer ${await keys.mint({ ...impersonated, impersonation: { mode: 'full' } })}`;
    const send = async () =>
      (await handle(new Request('https://api.test/', { headers: { authorization } }))).status;

    assert.equal(await send(), 200);
    gate.mode = 'read-only';
    assert.equal(await send(), 200);
    assert.deepEqual(
      seen.map((auth) => (auth as { mode: string }).mode),
      ['full', 'read-only'],
    );
    assert.equal(gate.lines.length, 2);
    gate.fails.check = new ImpersonationError('session_revoked');
    assert.equal(await send(), 401);
    assert.equal(seen.length, 2);
  });
});
