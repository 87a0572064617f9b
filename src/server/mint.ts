/**
 * Makes the token of an impersonation (RFC 9068, RFC 8693 §4.1), bound to the tab's key where it has one (RFC 9449 §6).
 *
 * @module
 */

import { SignJWT } from 'jose';

import type { SigningKeys } from './keys.js';
import type { StoredSession } from './store/store.js';

export interface Minting {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: SigningKeys;
  /** How long a token lives, at most. */
  readonly tokenSeconds: number;
}

/** The reason is not in it: whoever gets the token has no need to know. */
export async function mintToken(session: StoredSession, now: number, minting: Minting): Promise<string> {
  const { record, actorSessionId, endsAt, idleEndsAt, boundTo } = session;
  const { issuer, audience, keys, tokenSeconds } = minting;
  const issuedAt = seconds(now);
  const claims = {
    client_id: 'impersonation-kit',
    sid: record.id,
    act: { iss: issuer, sub: record.actor.id, sid: actorSessionId },
    impersonation: {
      mode: record.mode,
      exp: seconds(endsAt),
      ...(idleEndsAt !== null && { idle_exp: seconds(idleEndsAt) }),
    },
    ...(boundTo !== null && { cnf: { jkt: boundTo } }),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: keys.current.id })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(record.subject.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(Math.min(issuedAt + tokenSeconds, seconds(endsAt)))
    .setJti(crypto.randomUUID())
    .sign(keys.current.key);
}

const seconds = (instant: number) => Math.floor(instant / 1000);
