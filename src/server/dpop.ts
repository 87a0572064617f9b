/**
 * Judges a proof of possession (RFC 9449 §4.3): that whoever sends a request holds a key, now, for this request.
 *
 * @module
 */

import { calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose';

import { isIdentifier, own } from '../core/actor.js';
import { ImpersonationError } from '../core/errors.js';
import { parseObject } from './claims-json.js';
import { sha256 } from './sha256.js';

/** What a proof is held against. */
export interface ProvenRequest {
  readonly method: string;
  /** As {@link proofAddress} writes it. */
  readonly address: string;
  /** The token that comes with it; `null` where there is none yet. */
  readonly token: string | null;
}

/** A proof that fits its request. Whether it was used before is not asked here. */
export interface Proof {
  /** The thumbprint of its key (RFC 7638). */
  readonly thumbprint: string;
  /** Its name: no two of one key share it. */
  readonly id: string;
  /** When it is too old to be used again: milliseconds since the epoch. */
  readonly until: number;
}

/** Seconds that a proof may be old, or early: clocks on desks differ more than clocks of servers. */
const window = 300;
/** An address may be long; nothing else in a proof is. */
const longestProof = 8192;

/**
 * @param now - Seconds since the epoch.
 * @throws {ImpersonationError} `invalid_dpop_proof`.
 */
export async function judgeProof(proof: string, request: ProvenRequest, now: number): Promise<Proof> {
  try {
    return await judge(proof, request, now);
  } catch (cause) {
    throw new ImpersonationError('invalid_dpop_proof', { cause });
  }
}

async function judge(proof: string, { method, address, token }: ProvenRequest, now: number): Promise<Proof> {
  expect(proof.length <= longestProof, 'length');
  let jwk: JWK | undefined;
  const { payload } = await compactVerify(
    proof,
    (header) => {
      expect(header.typ === 'dpop+jwt' && header.alg === 'ES256' && !Object.hasOwn(header, 'b64'), 'header');
      jwk = readKey(header.jwk);
      return importJWK(jwk, 'ES256');
    },
    { algorithms: ['ES256'] },
  );
  const claims = parseObject(payload);
  const { jti, iat } = claims;
  expect(own(claims, 'htm') === method, 'htm');
  expect(addressIn(own(claims, 'htu')) === address, 'htu');
  expect(own(claims, 'ath') === (token === null ? undefined : await sha256(token)), 'ath');
  expect(isIdentifier(jti), 'jti');
  expect(typeof iat === 'number' && Math.abs(now - iat) <= window, 'iat');
  const thumbprint = await calculateJwkThumbprint(jwk ?? {});
  return {
    thumbprint,
    id: await sha256(`${thumbprint} ${jti}`),
    until: (iat + window) * 1000,
  };
}

/** Its public members and no others, none of which may be there to be left out. */
function readKey(jwk: unknown): JWK {
  const [kty, crv, x, y] = ['kty', 'crv', 'x', 'y'].map((name) => own(jwk, name));
  expect(kty === 'EC' && crv === 'P-256', 'jwk');
  expect(isCoordinate(x) && isCoordinate(y), 'jwk');
  expect(!privateMembers.some((name) => Object.hasOwn(jwk as object, name)), 'jwk');
  return { kty, crv, x, y };
}

/** 32 bytes in base64url. */
const isCoordinate = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{43}$/.test(value);

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/**
 * An address as proofs are compared by: no query, no fragment, and one spelling (RFC 9449 §4.3, RFC 3986 §6.2).
 *
 * @throws {TypeError} when it is none.
 */
export function proofAddress(address: string | URL): string {
  const { origin, pathname } = new URL(address);
  const path = pathname.replace(/%[\da-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
  });
  return origin + path;
}

const addressIn = (htu: unknown): string | null => (typeof htu === 'string' ? proofAddress(htu) : null);

/** What did not fit is for whoever debugs; the sender learns only that it did not. */
function expect(fits: boolean, member: string): asserts fits {
  if (!fits) throw new TypeError(`${member} does not fit`);
}
