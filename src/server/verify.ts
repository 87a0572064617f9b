/**
 * Verifies a token: the only place where one is trusted.
 *
 * Cheap checks come first, and no claim is believed before the signature is. Each step has vectors in `test/vectors`.
 *
 * @module
 */

import { compactVerify } from 'jose';

import { ImpersonationError } from '../core/errors.js';
import { steadyNow } from './clock.js';
import { parseObject } from './claims-json.js';
import { judgeClaims, judgeInstants, type JudgedToken, type VerifiedSession } from './claims.js';
import { trustIssuers, type IssuerChoice } from './issuers.js';
import type { VerificationKey } from './key-source.js';
import { createTokenCache } from './token-cache.js';
import { readToken, type Algorithm } from './token-format.js';

/** What holds for the tokens of every issuer. */
export interface VerifierSettings {
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** How far two clocks may be apart. 5 by default. */
  readonly clockToleranceSeconds?: number;
  /** Longer tokens are refused unread. 8192 by default. */
  readonly maxTokenBytes?: number;
  /** How long a token that names an actor may live. 900 by default. */
  readonly maxImpersonationTokenSeconds?: number;
  /** How many verified tokens are remembered, for a minute at most: 1000 by default. `false`: none. */
  readonly cache?: false | { readonly size: number };
  /** How a published key set is fetched. */
  readonly fetch?: typeof fetch;
}

export type VerifierOptions = VerifierSettings & IssuerChoice;

export interface Verifier {
  /**
   * Verifies a token that is bound to no key. One that is needs the request it came in, which `withAuth` has.
   *
   * @throws {ImpersonationError} a token's code (401), or `unavailable` when the keys cannot be had.
   */
  readonly verify: (token: string) => Promise<VerifiedSession>;
}

/** @throws {TypeError} when an option makes no sense. */
export function createVerifier(options: VerifierOptions): Verifier {
  return { verify: verifyUnbound(createTokenJudge(options)) };
}

/** For a token on its own: one that is bound to a key counts only in a request that proves to come from its holder. */
export function verifyUnbound(judge: TokenJudge): Verifier['verify'] {
  return async (token) => {
    const { boundTo, session } = await judge(token);
    if (boundTo !== null) throw new ImpersonationError('pop_required');
    return session;
  };
}

/** @throws {ImpersonationError} as {@link Verifier.verify}; whether its sender holds it is still to be seen. */
export type TokenJudge = (token: string) => Promise<JudgedToken>;

/** @throws {TypeError} when an option makes no sense. */
export function createTokenJudge(options: VerifierOptions): TokenJudge {
  const { now = steadyNow, maxTokenBytes = 8192, cache } = options;
  const { clockToleranceSeconds: tolerance = 5, maxImpersonationTokenSeconds: longestLife = 900 } = options;
  assertAmount('maxTokenBytes', maxTokenBytes);
  assertAmount('clockToleranceSeconds', tolerance);
  assertAmount('maxImpersonationTokenSeconds', longestLife);
  const issuerOf = trustIssuers(options, { tolerance, longestLife }, options.fetch);
  const known = cache === false ? null : createTokenCache(cache?.size);

  async function prove(token: string): Promise<JudgedToken> {
    const parts = readToken(token);
    const issuer = issuerOf(parts.payload);
    const header = issuer.readHeader(parts.header);
    const key = await issuer.findKey(header);
    const payload = await signed(token, key, header.alg);
    return judgeClaims(parseObject(payload), issuer.claims, now() / 1000);
  }

  return async (token) => {
    if (typeof token !== 'string') throw new ImpersonationError('malformed_token');
    if (token.length > maxTokenBytes) throw new ImpersonationError('token_too_large');
    if (!known) return prove(token);

    const name = await known.nameOf(token);
    const before = known.find(name, now());
    if (!before) {
      const since = now(); // before the key is asked for, which may take its time
      const judged = await prove(token);
      known.keep(name, judged, since);
      return judged;
    }
    try {
      judgeInstants(before.session, tolerance, now() / 1000);
    } catch (error) {
      known.forget(name);
      throw error;
    }
    return before;
  };
}

/** The payload of a token whose signature is good. */
async function signed(token: string, key: VerificationKey, alg: Algorithm): Promise<Uint8Array> {
  try {
    return (await compactVerify(token, key, { algorithms: [alg] })).payload;
  } catch (cause) {
    throw new ImpersonationError('bad_signature', { cause });
  }
}

/** A text from the environment would be appended where a number is added, and let everything pass. */
function assertAmount(name: string, value: unknown): void {
  if (typeof value !== 'number' || !(value >= 0))
    throw new TypeError(`${name} must be a number, not less than 0`);
}
