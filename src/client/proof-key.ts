/**
 * Makes keys and proofs of possession (RFC 9449 §4.2). Loaded when a backend asks for one, and not before.
 *
 * @module
 */

import { base64url, exportJWK, generateKeyPair, SignJWT } from 'jose';

import type { ProvenRequest } from './proof.js';

/** A key that no script can read: it can be used where it is, and not carried away. */
export const makeKeyPair = (): Promise<CryptoKeyPair> => generateKeyPair('ES256', { extractable: false });

/** @param now - The server's time, in milliseconds since the epoch: a wrong clock on the desk must spoil no proof. */
export async function makeProof(
  { privateKey, publicKey }: CryptoKeyPair,
  { method, url, token }: ProvenRequest,
  now: number,
): Promise<string> {
  const { origin, pathname } = new URL(url);
  return new SignJWT({
    htm: method,
    htu: origin + pathname,
    ...(token !== null && { ath: await digestOf(token) }),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(publicKey) })
    .setIssuedAt(Math.floor(now / 1000))
    .setJti(crypto.randomUUID())
    .sign(privateKey);
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64url.encode(new Uint8Array(digest));
}
