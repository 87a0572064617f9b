/**
 * An issuer of tokens with keys of its own, to say anything a test wants said.
 *
 * @module
 */

import { CompactSign, exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';

/** The instant at which the tests' clocks stand, in seconds. */
export const instant = 1_800_000_000;
export const issuer = 'https://issuer.test';
export const audience = 'https://api.test';

/** An ordinary session of the user Ada. */
export const ordinary = {
  iss: issuer,
  aud: audience,
  sub: 'ada',
  sid: 'session_1',
  client_id: 'app',
  iat: instant - 10,
  exp: instant + 290,
  jti: 'token_1',
};

/** Root, signed in as root, acting as Ada. */
export const impersonated = { ...ordinary, act: { iss: issuer, sub: 'root', sid: 'root_1' } };

export interface Issuer {
  readonly jwks: JSONWebKeySet;
  /** A signed token; members that are `undefined` are left out. */
  mint(claims?: object, header?: object): Promise<string>;
  /** A signed token around the very text. */
  mintText(payload: string, header?: object): Promise<string>;
}

export async function createIssuer(alg: 'ES256' | 'RS256' = 'ES256', kid = 'key_1'): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
  const header = { alg, typ: 'at+jwt', kid };
  return {
    jwks: { keys: [jwk] },
    mint: (claims = ordinary, more = {}) =>
      new SignJWT({ ...claims }).setProtectedHeader({ ...header, ...more }).sign(privateKey),
    mintText: (payload, more = {}) =>
      new CompactSign(new TextEncoder().encode(payload))
        .setProtectedHeader({ ...header, ...more })
        .sign(privateKey),
  };
}
