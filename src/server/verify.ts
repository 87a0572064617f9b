/**
 * Verifies a token: the only place where one is trusted.
 *
 * Cheap checks come first, and no claim is read before the signature is. Each step has vectors in `test/vectors`.
 *
 * @module
 */

import { compactVerify } from 'jose';

import { ImpersonationError } from '../core/errors.js';
import { parseObject } from './claims-json.js';
import { judgeClaims, type ClaimRules, type VerifiedSession } from './claims.js';
import { createKeySource, type KeySource } from './key-source.js';
import { algorithms, readToken, type Algorithm } from './token-format.js';

export interface VerifierOptions {
  /** `iss`, exactly. */
  readonly issuer: string;
  /** What must stand in `aud`: this, or one of these, exactly. */
  readonly audience: string | readonly string[];
  readonly jwks: KeySource;
  /** Which signatures are accepted: ES256 and RS256 unless fewer are named. */
  readonly algorithms?: readonly Algorithm[];
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** How far two clocks may be apart. 5 by default. */
  readonly clockToleranceSeconds?: number;
  /** Longer tokens are refused unread. 8192 by default. */
  readonly maxTokenBytes?: number;
  /** How long a token that names an actor may live. 900 by default. */
  readonly maxImpersonationTokenSeconds?: number;
  /** How a published key set is fetched. */
  readonly fetch?: typeof fetch;
}

export interface Verifier {
  /** @throws {ImpersonationError} a token's code (401), or `unavailable` when the keys cannot be had. */
  readonly verify: (token: string) => Promise<VerifiedSession>;
}

/** @throws {TypeError} when an option makes no sense. */
export function createVerifier(options: VerifierOptions): Verifier {
  const { now = Date.now, maxTokenBytes = 8192, algorithms: accepted = algorithms } = options;
  assertAmount('maxTokenBytes', maxTokenBytes);
  if (accepted.length === 0 || !accepted.every((alg) => algorithms.includes(alg)))
    throw new TypeError(`algorithms may name ${algorithms.join(' and ')}, and must name one`);
  const rules = rulesOf(options);
  const findKey = createKeySource(options.jwks, options.fetch);

  return {
    async verify(token) {
      if (typeof token !== 'string') throw new ImpersonationError('malformed_token');
      if (token.length > maxTokenBytes) throw new ImpersonationError('token_too_large');
      const { header, payload } = readToken(token, accepted);
      const key = await findKey(header);
      try {
        await compactVerify(token, key, { algorithms: [header.alg] });
      } catch (cause) {
        throw new ImpersonationError('bad_signature', { cause });
      }
      return judgeClaims(parseObject(payload), rules, now() / 1000);
    },
  };
}

function rulesOf(options: VerifierOptions): ClaimRules {
  const { issuer, audience, clockToleranceSeconds = 5, maxImpersonationTokenSeconds = 900 } = options;
  const audiences = typeof audience === 'string' ? [audience] : [...audience];
  if (!issuer) throw new TypeError('issuer is missing');
  if (audiences.length === 0 || audiences.includes('')) throw new TypeError('audience is missing');
  assertAmount('clockToleranceSeconds', clockToleranceSeconds);
  assertAmount('maxImpersonationTokenSeconds', maxImpersonationTokenSeconds);
  return {
    issuer,
    audiences,
    tolerance: clockToleranceSeconds,
    longestLife: maxImpersonationTokenSeconds,
  };
}

/** A text from the environment would be appended where a number is added, and let everything pass. */
function assertAmount(name: string, value: unknown): void {
  if (typeof value !== 'number' || !(value >= 0))
    throw new TypeError(`${name} must be a number, not less than 0`);
}
