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
  readonly header: TokenHeader;
  readonly payload: Uint8Array;
}

/**
 * Takes a token apart and judges its header.
 *
 * @throws {ImpersonationError} `malformed_token`, or what is wrong with the header.
 */
export function readToken(token: string, accepted: readonly Algorithm[]): TokenParts {
  const [header, payload, signature, ...rest] = token.split('.').map(decode);
  if (!header || !payload || !signature || rest.length > 0) throw new ImpersonationError('malformed_token');
  return { header: judgeHeader(parseHeader(header), accepted), payload };
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

function judgeHeader(header: Record<string, unknown>, accepted: readonly Algorithm[]): TokenHeader {
  const alg = own(header, 'alg');
  if (!isOneOf(accepted, alg)) throw new ImpersonationError('alg_not_allowed');
  // No extension is understood, and RFC 7797 §7 forbids `b64` in a JWT.
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(header, 'b64'))
    throw new ImpersonationError('crit_unsupported');
  if (['jwk', 'jku', 'x5c', 'x5u'].some((name) => Object.hasOwn(header, name)))
    throw new ImpersonationError('header_not_allowed');
  if (!isAccessToken(own(header, 'typ'))) throw new ImpersonationError('typ_not_allowed');
  const kid = own(header, 'kid');
  if (!isIdentifier(kid)) throw new ImpersonationError('kid_missing');
  return { alg, kid };
}

/** RFC 9068 §4. Media types know no case. */
function isAccessToken(typ: unknown): boolean {
  return typeof typ === 'string' && /^(application\/)?at\+jwt$/i.test(typ);
}

function isOneOf<Value>(values: readonly Value[], value: unknown): value is Value {
  return (values as readonly unknown[]).includes(value);
}
