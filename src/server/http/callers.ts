/**
 * Who calls: an admin by the host's own sign-in, or a tab by its token. Never both in one request.
 *
 * @module
 */

import { isIdentifier } from '../../core/actor.js';
import { ImpersonationError } from '../../core/errors.js';
import { readAuthorization } from '../authorization.js';
import type { VerifiedSession } from '../claims.js';
import type { Authenticate, SignedIn } from '../host.js';
import type { RequestVerifier } from '../request-verifier.js';

export interface Callers {
  /**
   * @param onNested told of an impersonation's token that came alone: whoever holds it is not an admin here.
   * @throws {ImpersonationError} `unauthenticated`, `ambiguous_credentials`, or what `onNested` throws.
   */
  admin(request: Request, onNested?: (session: VerifiedSession) => Promise<never>): Promise<SignedIn>;
  /** @throws {ImpersonationError} a token code. Whether its session still stands is not asked here. */
  tab(request: Request): Promise<VerifiedSession>;
}

export function createCallers(authenticate: Authenticate, verify: RequestVerifier): Callers {
  async function ask(request: Request): Promise<SignedIn | null> {
    const person = await authenticate(request);
    if (person && !(isIdentifier(person.id) && isIdentifier(person.sessionId)))
      throw new TypeError('authenticate answered somebody without an id or a sessionId');
    return person;
  }

  /** The session of a token of ours; `null` for any other, which the host's own sign-in may know. */
  const ours = (request: Request) => verify(request).catch(() => null);

  return {
    async admin(request, onNested) {
      if (readAuthorization(request.headers.get('authorization') ?? '')) {
        if (await ask(withoutAuthorization(request))) throw new ImpersonationError('ambiguous_credentials');
        const nested = await ours(request);
        if (nested) return refuseNested(nested, onNested);
      }
      const person = await ask(request);
      if (!person) throw new ImpersonationError('unauthenticated');
      return person;
    },

    async tab(request) {
      const session = await verify(request);
      if (!session.actor) throw new ImpersonationError('claim_missing', { field: 'act' });
      return session;
    },
  };
}

function refuseNested(session: VerifiedSession, onNested: Parameters<Callers['admin']>[1]): Promise<never> {
  if (onNested) return onNested(session);
  throw new ImpersonationError('unauthenticated');
}

function withoutAuthorization(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('authorization');
  return new Request(request.url, { headers }); // without its body, which is read elsewhere
}
