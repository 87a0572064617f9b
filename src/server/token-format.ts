/**
 * The outside of a token: its three parts and its header. All of it is hostile until the signature is checked.
 *
 * @module
 */

import { base64url } from 'jose';

import { isIdentifier, own } from '../core/actor.js';
import { ImpersonationError } from '../core/errors.js';
import { parseObject } from './claims-json.js';

/** The signatures that can be accepted at all: asymmetric, and one kind of key each. */
export const algorithms = ['ES256', 'RS256'] as const;
export type Algorithm = (typeof algorithms)[number];

/** What a key is looked for by. Nothing else of the header is used. */
export interface TokenHeader {
  readonly alg: Algorithm;
  readonly kid: string;
}

/** What is needed of a compact JWS besides its text. */
export interface TokenParts {
  readonly header: Record<string, unknown>;
  readonly payload: Uint8Array;
}

/** What an issuer's tokens may say in their header. */
export interface HeaderRules {
  readonly algorithms: readonly Algorithm[];
  /** As {@link mediaType} writes them. */
  readonly types: readonly string[];
}

/**
 * Takes a token apart.
 *
 * @throws {ImpersonationError} `malformed_token`.
 */
export function readToken(token: string): TokenParts {
  const [header, payload, signature, ...rest] = token.split('.').map(decode);
  if (!header || !payload || !signature || rest.length > 0) throw new ImpersonationError('malformed_token');
  return { header: parseHeader(header), payload };
}

/**
 * Only the one canonical spelling of each part is a token: decoders forgive padding, foreign characters and stray
 * bits, and with them whoever remembers tokens by their text would not know one again (RFC 8725bis §3.14).
 */
function decode(part: string): Uint8Array {
  if (!/^[\w-]+$/.test(part)) throw new ImpersonationError('malformed_token');
  const bytes = decodeLoosely(part);
  if (base64url.encode(bytes) !== part) throw new ImpersonationError('malformed_token');
  return bytes;
}

function decodeLoosely(part: string): Uint8Array {
  try {
    return base64url.decode(part);
  } catch (cause) {
    throw new ImpersonationError('malformed_token', { cause });
  }
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  try {
    return parseObject(bytes);
  } catch (cause) {
    throw new ImpersonationError('malformed_token', { cause });
  }
}

/** @throws {ImpersonationError} what is wrong with the header. */
export function judgeHeader(header: Record<string, unknown>, rules: HeaderRules): TokenHeader {
  const alg = own(header, 'alg');
  if (!isOneOf(rules.algorithms, alg)) throw new ImpersonationError('alg_not_allowed');
  // No extension is understood, and RFC 7797 §7 forbids `b64` in a JWT.
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(header, 'b64'))
    throw new ImpersonationError('crit_unsupported');
  if (['jwk', 'jku', 'x5c', 'x5u'].some((name) => Object.hasOwn(header, name)))
    throw new ImpersonationError('header_not_allowed');
  const typ = own(header, 'typ');
  if (typeof typ !== 'string' || !rules.types.includes(mediaType(typ)))
    throw new ImpersonationError('typ_not_allowed');
  const kid = own(header, 'kid');
  if (!isIdentifier(kid)) throw new ImpersonationError('kid_missing');
  return { alg, kid };
}

/** Media types know no case, and a `typ` may leave out `application/` (RFC 7515 §4.1.9). */
export const mediaType = (typ: string): string => typ.toLowerCase().replace(/^application\//, '');

function isOneOf<Value>(values: readonly Value[], value: unknown): value is Value {
  return (values as readonly unknown[]).includes(value);
}
