/**
 * What must hold for any actor and any claims, tried on thousands of made-up ones. A failure names its seed and path,
 * and the smallest value that still fails.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { ImpersonationError } from '../../src/core/errors.js';
import { createVerifier } from '../../src/server/verify.js';
import { audience, createIssuer, impersonated, instant, issuer, ordinary } from '../support/issuer.js';
import { heapInUse } from '../support/settled-memory.js';

const keys = await createIssuer();
const options = { issuer, audience, jwks: keys.jwks, now: () => instant * 1000, maxTokenBytes: 65_536 };
const { verify } = createVerifier({ ...options, cache: false });

const json = fc.jsonValue({ maxDepth: 4 });
const name = fc.string({ minLength: 1 });
const anything = fc.oneof(name, fc.string({ unit: 'binary' }), fc.constantFrom('', '\u2028'), json);
/** A third of them anything, a third not quite an actor, a third an actor in most cases. */
const anyAct = fc.oneof(
  json,
  fc.record(
    { sub: anything, iss: anything, sid: anything, act: fc.record({ sub: anything }) },
    { requiredKeys: [] },
  ),
  fc.record(
    { sub: name, iss: name, name: anything, act: fc.record({ sub: name }) },
    { requiredKeys: ['sub'] },
  ),
);

describe('whatever stands in act', () => {
  test('the token is refused, or its actor is exactly who stands there: never nobody', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(anyAct, async (act) => {
        const token = await keys.mintText(JSON.stringify({ ...ordinary, act }));
        const session = await verify(token).catch((error: unknown) => error);

        if (session instanceof Error) {
          assert.ok(session instanceof ImpersonationError);
          return;
        }
        accepted++;
        const { actor } = session as { actor: { sub: unknown } | null };
        assert.ok(typeof actor?.sub === 'string' && actor.sub !== '');
        assert.equal(actor.sub, (act as { sub: unknown }).sub);
      }),
      { numRuns: 10_000 },
    );
    assert.ok(accepted > 1000, `only ${accepted} were actors at all`);
  });
});

describe('claims that say nothing of who is who', () => {
  const meaningful = ['iss', 'aud', 'sub', 'sid', 'iat', 'exp', 'nbf', 'jti', 'act', 'cnf', 'impersonation'];
  const inAct = ['sub', 'iss', 'sid', 'name', 'act'];
  /** Names with the JSON of their values. A list keeps its order, and `__proto__`; an object would not. */
  type Members = [name: string, value: string][];
  const members = (claims: object): Members =>
    Object.entries(claims).map(([name, value]) => [name, JSON.stringify(value)]);
  const write = (entries: Members) =>
    `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`;

  const others = (reserved: readonly string[]) =>
    fc
      .dictionary(fc.string({ unit: 'binary' }), json, { maxKeys: 6 })
      .map((claims) => members(claims).filter(([name]) => !reserved.includes(name)));
  const inAnyOrder = (entries: Members) => fc.shuffledSubarray(entries, { minLength: entries.length });

  const { act, client_id: unneeded, ...needed } = impersonated;
  const actors = others(inAct).chain((more) => inAnyOrder([...members(act), ...more]));
  const claimSets = fc
    .tuple(others(meaningful), actors, fc.boolean())
    .chain(([more, actor, withUnneeded]) =>
      inAnyOrder([
        ...members(needed),
        ['act', write(actor)],
        ...(withUnneeded ? members({ client_id: unneeded }) : []),
        ...more.filter(([name]) => name !== 'client_id'),
      ]),
    );

  test('may be there or not, and in any order: the actor stays the same', async () => {
    await fc.assert(
      fc.asyncProperty(claimSets, async (claims) => {
        const session = await verify(await keys.mintText(write(claims)));

        assert.deepEqual(session.actor, act);
        assert.deepEqual([session.userId, session.sessionId], ['ada', 'session_1']);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('one token, shown 10,000 times by 64 at once', () => {
  for (const cache of [false, { size: 10 }] as const) {
    test(`always says the same and leaves nothing behind, ${cache ? 'remembered' : 'not remembered'}`, async () => {
      const verifier = createVerifier({ ...options, cache });
      const token = await keys.mint(impersonated);
      const expected = JSON.stringify(await verifier.verify(token));
      let left = 10_000;
      const worker = async () => {
        while (left-- > 0) assert.equal(JSON.stringify(await verifier.verify(token)), expected);
      };

      const before = heapInUse();
      await Promise.all(Array.from({ length: 64 }, worker));
      const grown = heapInUse() - before;
      assert.ok(grown < 20, `the heap grew by ${grown.toFixed(1)} MiB`);
    });
  }
});
