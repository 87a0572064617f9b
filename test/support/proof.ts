/**
 * A browser's key, and the proofs of possession it makes: good ones, and any other.
 *
 * @module
 */

import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';

import { sha256OfTheWeb } from '../../src/server/sha256.js';

export interface ProofKey {
  /** What a token that is bound to it says. */
  readonly cnf: { readonly jkt: string };
  readonly privateJwk: JWK;
  /** A proof; `claims` and `header` replace members, or take away those that are `undefined`. */
  prove(request: ProofRequest, claims?: object, header?: object): Promise<string>;
}

export interface ProofRequest {
  readonly method: string;
  readonly url: string;
  readonly token: string | null;
  /** Seconds since the epoch. */
  readonly at: number;
}

export async function createProofKey(): Promise<ProofKey> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return {
    cnf: { jkt: await calculateJwkThumbprint(jwk) },
    privateJwk: await exportJWK(privateKey),
    async prove({ method, url, token, at }, claims = {}, header = {}) {
      const ath = token === null ? undefined : await sha256OfTheWeb(token);
      const said = { jti: crypto.randomUUID(), htm: method, htu: url, iat: at, ath, ...claims };
      return new CompactSign(new TextEncoder().encode(JSON.stringify(said)))
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
        .sign(privateKey);
    },
  };
}
