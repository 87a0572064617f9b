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

/** A compact JWS without its signature, each part still in base64url. */
export interface TokenParts {
  readonly header: string;
  readonly payload: string;
}

/** What an issuer's tokens may say in their header. */
export interface HeaderRules {
  readonly algorithms: readonly Algorithm[];
  /** As {@link mediaType} writes them. */
  readonly types: readonly string[];
}

/**
 * One part in base64url, in its one canonical spelling: whole groups of four, and what is left over ends in a character
 * whose stray bits are zero. Decoders forgive padding, foreign characters and stray bits, and with them whoever remembers
 * tokens by their text would not know one again (RFC 8725bis §3.14).
 */
const part = String.raw`(?=[\w-])(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?`;
const compact = new RegExp(String.raw`^${part}\.${part}\.${part}$`);

/**
 * Takes a token apart.
 *
 * @throws {ImpersonationError} `malformed_token`.
 */
export function readToken(token: string): TokenParts {
  if (!compact.test(token)) throw new ImpersonationError('malformed_token');
  const [header = '', payload = ''] = token.split('.', 2);
  return { header, payload };
}

/** All tokens under one key have one header. Who makes up many makes it a little slower, and no larger. */
const mostHeaders = 16;

/**
 * @returns A function that reads a header in base64url.
 * @throws {ImpersonationError} (the function) what is wrong with the header.
 */
export function createHeaderReader(rules: HeaderRules): (text: string) => TokenHeader {
  const accepted = new Map<string, TokenHeader>();
  return (text) => {
    const before = accepted.get(text);
    if (before) return before;
    const header = judgeHeader(parseHeader(text), rules);
    if (accepted.size === mostHeaders) accepted.clear();
    accepted.set(text, header);
    return header;
  };
}

function parseHeader(text: string): Record<string, unknown> {
  try {
    return parseObject(base64url.decode(text));
  } catch (cause) {
    throw new ImpersonationError('malformed_token', { cause });
  }
}

function judgeHeader(header: Record<string, unknown>, rules: HeaderRules): TokenHeader {
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
