/**
 * The backend's own signing keys: made on first start, kept in the database, shared by every process on it.
 *
 * @module
 */

import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JSONWebKeySet,
  type JWK,
} from 'jose';

import type { Database } from './database/database.js';

export interface SigningKeys {
  /** The key that signs, and its name. */
  readonly current: { readonly id: string; readonly key: CryptoKey };
  /** What may be published. */
  readonly jwks: JSONWebKeySet;
}

interface KeyRow extends Record<string, unknown> {
  readonly id: string;
  readonly private_jwk: JWK;
}

/** Loads the keys, and makes the first one. */
export async function loadSigningKeys(database: Database): Promise<SigningKeys> {
  const rows = await database.transaction(async (transaction) => {
    // Two processes that start at once must not each make one.
    await transaction.query('lock table impersonation_kit.signing_keys in share row exclusive mode');
    const select = 'select * from impersonation_kit.signing_keys order by created_at desc, id';
    const found = await transaction.query<KeyRow>(select);
    if (found.length) return found;
    const { id, jwk } = await generate();
    await transaction.query(
      'insert into impersonation_kit.signing_keys (id, private_jwk) values ($1, $2::jsonb)',
      [id, JSON.stringify(jwk)],
    );
    return transaction.query<KeyRow>(select);
  });
  const [newest] = rows;
  if (!newest) throw new Error('The signing key that was just stored is not there');
  const key = (await importJWK(newest.private_jwk, 'ES256')) as CryptoKey; // a Uint8Array only for `oct`
  return { current: { id: newest.id, key }, jwks: { keys: rows.map(publish) } };
}

async function generate(): Promise<{ id: string; jwk: JWK }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { id: await calculateJwkThumbprint(jwk), jwk };
}

/** Named one by one: what is not named stays private. */
function publish({ id, private_jwk: { kty, crv, x, y } }: KeyRow): JWK {
  return { kty, crv, x, y, kid: id, alg: 'ES256', use: 'sig' } as JWK;
}
