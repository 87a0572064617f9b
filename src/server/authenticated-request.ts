/**
 * Who sent a request, and how a handler learns of it.
 *
 * @module
 */

import type { Session } from '../core/session.js';
import type { SignedIn } from './host.js';
import type { VerifiedSession } from './claims.js';

/** Who sent a request. `actor !== null`: this is an impersonation, and `userId` is the person acted as. */
export interface Auth extends Session {
  /** `jti` of the token; `null` when the host's own sign-in answered. */
  readonly tokenId: string | null;
  /** The token's claims as signed; none when the host's own sign-in answered. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** The host's own answer, when it was asked. */
  readonly person: SignedIn | null;
}

/** The very request that came in, knowing who sent it. */
export type AuthenticatedRequest = Request & { readonly auth: Auth };

/** Tells a request who sent it. The same object stays in use, so that a framework's own view of it holds. */
export function attachAuth(request: Request, auth: Auth): AuthenticatedRequest {
  return Object.defineProperty(request, 'auth', {
    value: Object.freeze(auth),
    configurable: true,
  }) as AuthenticatedRequest;
}

export const authOfToken = (session: VerifiedSession): Auth => ({ ...session, person: null });

/** A session by the host's own sign-in. It has no actor: the host's sign-in knows of none. */
export function authOfPerson(person: SignedIn): Auth {
  return {
    userId: person.id,
    sessionId: person.sessionId,
    actor: null,
    issuer: null,
    name: person.name,
    expiresAt: null,
    mode: null,
    endsAt: null,
    idleEndsAt: null,
    tokenId: null,
    claims: Object.freeze({}),
    person,
  };
}
