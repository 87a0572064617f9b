/**
 * Whose tokens are trusted: each issuer with its own keys, audience and rules, none of which ever counts for another.
 *
 * @module
 */

import { base64url } from 'jose';

import { own, readActor } from '../core/actor.js';
import { ImpersonationError } from '../core/errors.js';
import { readActClaim } from '../core/session.js';
import { parseObject } from './claims-json.js';
import type { ActorReader, ClaimRules } from './claims.js';
import { createKeySource, type KeySource, type VerificationKey } from './key-source.js';
import {
  algorithms,
  createHeaderReader,
  mediaType,
  type Algorithm,
  type TokenHeader,
} from './token-format.js';

/** One issuer, and how its tokens are judged. */
export interface IssuerOptions {
  /** `iss`, exactly. */
  readonly issuer: string;
  /** What must stand in `aud`: this, or one of these, exactly. */
  readonly audience: string | readonly string[];
  readonly jwks: KeySource;
  /** Which signatures are accepted: ES256 and RS256 unless fewer are named. */
  readonly algorithms?: readonly Algorithm[];
  /** What `typ` may say, with or without `application/`: `at+jwt` (RFC 9068) unless the issuer writes another. */
  readonly typ?: string | readonly string[];
  /** What must be there besides `iss`, `aud`, `sub`, `iat` and `exp`: `['jti']` unless said otherwise. */
  readonly requiredClaims?: readonly string[];
  /** Where the actor stands: in `act` (RFC 8693), or where the function finds it. It is never guessed. */
  readonly actor?: 'act' | ActorReader;
}

/** Several issuers, or the one whose options stand alone. */
export type IssuerChoice<One extends IssuerOptions = IssuerOptions> =
  One | { readonly issuers: readonly One[] };

/** An issuer, ready to judge by. */
export interface TrustedIssuer {
  readonly readHeader: (text: string) => TokenHeader;
  readonly claims: ClaimRules;
  readonly findKey: (header: TokenHeader) => Promise<VerificationKey>;
}

/** @throws {TypeError} when two say different things, or none says anything. */
export function listIssuers<One extends IssuerOptions>(options: IssuerChoice<One>): readonly One[] {
  if (!('issuers' in options)) return [options];
  const { issuers, ...rest } = options;
  const stray = perIssuer.filter((name) => own(rest, name) !== undefined);
  if (stray.length > 0) throw new TypeError(`Beside issuers, say within them: ${stray.join(', ')}`);
  if (issuers.length === 0) throw new TypeError('issuers is empty');
  if (new Set(issuers.map(({ issuer }) => issuer)).size < issuers.length)
    throw new TypeError('issuers names one issuer twice');
  return issuers;
}

const perIssuer = [
  'issuer',
  'audience',
  'jwks',
  'algorithms',
  'typ',
  'requiredClaims',
  'actor',
  'gate', // a session's id means something to its own issuer only
];

/**
 * @returns A function that finds, by a token's payload in base64url, whose rules the token must be judged by. What it
 *   reads is not verified yet: it only decides by whose keys the token must prove itself.
 * @throws {TypeError} when an option makes no sense.
 */
export function trustIssuers(
  options: IssuerChoice,
  shared: Pick<ClaimRules, 'tolerance' | 'longestLife'>,
  fetch: typeof globalThis.fetch | undefined,
): (payload: string) => TrustedIssuer {
  const trusted = listIssuers(options).map((one) => trust(one, shared, fetch));
  const [only] = trusted;
  // With one issuer there is nothing to choose, and no claim is read before the signature is.
  if (only && trusted.length === 1) return () => only;
  const byName = new Map<unknown, TrustedIssuer>(trusted.map((one) => [one.claims.issuer, one]));
  return (payload) => {
    const named = own(parseObject(base64url.decode(payload)), 'iss');
    if (named === undefined) throw new ImpersonationError('claim_missing', { field: 'iss' });
    const found = byName.get(named);
    if (!found) throw new ImpersonationError('iss_mismatch');
    return found;
  };
}

function trust(
  options: IssuerOptions,
  shared: Pick<ClaimRules, 'tolerance' | 'longestLife'>,
  fetch: typeof globalThis.fetch | undefined,
): TrustedIssuer {
  const { issuer, algorithms: accepted = algorithms, requiredClaims = ['jti'], actor = 'act' } = options;
  const audiences = listed(options.audience);
  const types = listed(options.typ ?? 'at+jwt');
  if (!issuer) throw new TypeError('issuer is missing');
  if (audiences.length === 0 || audiences.includes('')) throw new TypeError('audience is missing');
  if (types.length === 0 || types.includes('')) throw new TypeError('typ must name a type');
  if (accepted.length === 0 || !accepted.every((alg) => algorithms.includes(alg)))
    throw new TypeError(`algorithms may name ${algorithms.join(' and ')}, and must name one`);
  if (typeof requiredClaims === 'string') throw new TypeError('requiredClaims must be a list of names');
  if (actor !== 'act' && typeof actor !== 'function')
    throw new TypeError("actor must be 'act' or a function");
  return {
    readHeader: createHeaderReader({ algorithms: [...accepted], types: types.map(mediaType) }),
    claims: {
      ...shared,
      issuer,
      audiences,
      required: [...requiredClaims],
      actor: actor === 'act' ? readActClaim : guarded(actor),
    },
    findKey: createKeySource(options.jwks, fetch),
  };
}

const listed = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : [...value];

/** A reader that fails, hesitates or overlooks an `act` must not make an impersonation look like none. */
function guarded(read: ActorReader): ActorReader {
  return (claims) => {
    let answer: unknown;
    try {
      answer = read(claims);
    } catch (cause) {
      throw ImpersonationError.from(cause, 'act_malformed');
    }
    if (answer !== null) return readActor(answer);
    if (Object.hasOwn(claims, 'act')) throw new ImpersonationError('act_malformed');
    return null;
  };
}
