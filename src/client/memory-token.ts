/**
 * Tokens as the real backend makes them, but for the signature: a page only decodes them.
 *
 * @module
 */

import { UnsecuredJWT } from 'jose';

import type { SessionRecord } from '../core/protocol.js';

const issuer = 'https://impersonation.example';
const life = 300;

/** A token for the session as it is `now`, that does not outlive it. */
export function mintToken(session: SessionRecord, now: number, id: string): string {
  const seconds = (instant: number | string) => Math.floor(new Date(instant).getTime() / 1000);
  const end = seconds(session.expiresAt);
  return new UnsecuredJWT({
    client_id: 'impersonation-kit',
    sid: session.id,
    act: { iss: issuer, sub: session.actor.id, sid: 'sign-in-1' },
    impersonation: {
      mode: session.mode,
      exp: end,
      ...(session.idleExpiresAt && { idle_exp: seconds(session.idleExpiresAt) }),
    },
  })
    .setIssuer(issuer)
    .setAudience('https://app.example')
    .setSubject(session.subject.id)
    .setIssuedAt(seconds(now))
    .setExpirationTime(Math.min(seconds(now) + life, end))
    .setJti(id)
    .encode();
}
