/**
 * The hundred tokens of `test/vectors`: what each must come to, through `withAuth` as a handler meets it.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

import type { JSONWebKeySet } from 'jose';

import { ImpersonationError } from '../../src/core/errors.js';
import { createAuth } from '../../src/server/auth.js';
import type { Auth } from '../../src/server/authenticated-request.js';
import type { Gate } from '../../src/server/gate.js';
import type { WhileImpersonating } from '../../src/server/handler-policy.js';
import type { IssuerOptions } from '../../src/server/issuers.js';

interface Accepted {
  result: 'accept';
  userId: string;
  sessionId: string | null;
  impersonating: boolean;
  actor: { sub: string; iss?: string; sid?: string } | null;
}
interface Rejected {
  result: 'reject';
  httpStatus: number;
  wwwAuthenticate: string;
  reasons: string[];
}
type Expected = Accepted | Rejected;

interface Vector {
  id: string;
  title: string;
  token: string;
  expect: Expected | { anyOf: Expected[] };
  headerSafe?: boolean;
  never?: { actorSub?: string; userId?: string };
  noPrototypePollution?: boolean;
  noOutboundFetchTo?: string[];
  maxMillis?: number;
  policyChecks?: { policy: PolicyName; decision: 'allow' | 'deny'; httpStatus?: number }[];
}

type PolicyName = 'blockWhileImpersonating' | 'allowOnlyActors' | 'requireRoleAdmin';

const { config, vectors } = JSON.parse(
  readFileSync(new URL('../vectors/act-vectors.json', import.meta.url), 'utf8'),
) as {
  config: {
    now: number;
    issuer: string;
    audience: string;
    algorithms: IssuerOptions['algorithms'];
    clockToleranceSec: number;
    maxTokenBytes: number;
    maxActTokenLifetimeSec: number;
    revokedSessionIds: string[];
    jwks: JSONWebKeySet;
    policies: { allowOnlyActors: { actors: { iss: string; sub: string }[] } };
  };
  vectors: Vector[];
};

const gate: Gate = {
  check: async ({ sessionId, mode }) => {
    if (config.revokedSessionIds.includes(sessionId ?? '')) throw new ImpersonationError('session_revoked');
    return { mode: mode ?? 'read-only' };
  },
  intend: async () => undefined,
  record: async () => undefined,
};

/** The file's three policies, as a host would write them. An ordinary session is no impersonation, so it passes. */
const policies: Record<PolicyName, WhileImpersonating> = {
  blockWhileImpersonating: 'deny',
  allowOnlyActors: ({ auth: { actor, issuer } }) =>
    config.policies.allowOnlyActors.actors.some(
      ({ iss, sub }) => (actor?.iss ?? issuer) === iss && actor?.sub === sub,
    ),
  requireRoleAdmin: ({ auth }) => {
    const { roles } = auth.claims as { roles?: unknown };
    return Array.isArray(roles) && roles.includes('admin');
  },
};

const auth = createAuth({
  issuer: config.issuer,
  audience: config.audience,
  jwks: config.jwks,
  ...(config.algorithms && { algorithms: config.algorithms }),
  now: () => config.now * 1000,
  clockToleranceSeconds: config.clockToleranceSec,
  maxTokenBytes: config.maxTokenBytes,
  maxImpersonationTokenSeconds: config.maxActTokenLifetimeSec,
  gate,
});

describe('every token of the collection', () => {
  test('is here', () => {
    assert.equal(vectors.length, 100);
  });

  for (const vector of vectors) {
    test(`${vector.id} ${vector.title}`, async (context) => {
      const fetched = context.mock.method(globalThis, 'fetch', async () => Response.error());
      const show = vector.headerSafe === false ? verified : sent;
      const outcome = await show(vector.token);

      const expected = 'anyOf' in vector.expect ? vector.expect.anyOf : [vector.expect];
      assert.ok(
        expected.some((one) => agrees(outcome, one)),
        `${JSON.stringify(outcome)} is none of ${JSON.stringify(expected)}`,
      );
      if (vector.never?.actorSub) assert.notEqual(outcome.auth?.actor?.sub, vector.never.actorSub);
      if (vector.never?.userId) assert.notEqual(outcome.auth?.userId, vector.never.userId);
      if (vector.noPrototypePollution) {
        assert.deepEqual(Object.keys(Object.prototype), []);
        assert.equal(({} as { act?: unknown }).act, undefined);
      }
      if (vector.maxMillis) {
        const millis = await quickest(() => show(vector.token));
        assert.ok(millis < vector.maxMillis, `took ${millis.toFixed(1)} ms`);
      }
      assert.equal(fetched.mock.callCount(), 0);
    });

    for (const { policy, decision, httpStatus } of vector.policyChecks ?? []) {
      test(`${vector.id} under ${policy}: ${decision}`, async () => {
        const outcome = await sent(vector.token, policies[policy]);

        assert.equal(outcome.status, decision === 'allow' ? 200 : (httpStatus ?? 403));
        assert.equal(outcome.auth !== null, decision === 'allow');
      });
    }
  }
});

interface Outcome {
  status: number;
  code: string | null;
  challenge: string | null;
  auth: Auth | null;
}

/** What comes of a request with this token, and who the handler was told it is from. */
async function sent(token: string, whileImpersonating: WhileImpersonating = 'allow'): Promise<Outcome> {
  let told: Auth | null = null;
  const handle = auth.withAuth(
    (request) => {
      told = request.auth;
      return new Response();
    },
    { whileImpersonating },
  );
  const response = await handle(
    new Request('https://api.example.test/', { headers: { authorization: `Bearer ${token}` } }),
  );
  const refused = response.headers.get('content-type') === 'application/problem+json';
  const code = refused ? ((await response.json()) as { code: string }).code : null;
  return { status: response.status, code, challenge: response.headers.get('www-authenticate'), auth: told };
}

/** The same for tokens that no header can carry. */
async function verified(token: string): Promise<Outcome> {
  try {
    const session = await auth.verify(token);
    return { status: 200, code: null, challenge: null, auth: { ...session, person: null } };
  } catch (error) {
    const { status, code } = ImpersonationError.from(error);
    return { status, code, challenge: 'Bearer error="invalid_token"', auth: null };
  }
}

/** What the work itself takes: the least of several times, since everything else only adds to it. */
async function quickest(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < 10; time++) {
    const begun = performance.now();
    await work();
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}

function agrees({ status, code, challenge, auth }: Outcome, expected: Expected): boolean {
  if (expected.result === 'reject') {
    const named = code !== null && expected.reasons.includes(code);
    return named && status === expected.httpStatus && challenge === expected.wwwAuthenticate && auth === null;
  }
  return (
    status === 200 &&
    auth !== null &&
    auth.userId === expected.userId &&
    auth.sessionId === expected.sessionId &&
    (auth.actor !== null) === expected.impersonating &&
    auth.actor?.sub === expected.actor?.sub &&
    auth.actor?.iss === expected.actor?.iss &&
    auth.actor?.sid === expected.actor?.sid
  );
}
