/**
 * What the backend's answers mean for a tab that is impersonating.
 *
 * @module
 */

import { decodeSession } from '../core/decode.js';
import { ImpersonationError, type ErrorCode } from '../core/errors.js';
import type { EndCause, Grant, Party, SessionRecord } from '../core/protocol.js';
import type { Session } from '../core/session.js';
import type { TabState } from './tab-state.js';
import { isGrant, type Kept } from './tab-storage.js';

/** The session in a grant, whose token and record must be about the same impersonation. */
export function readGrant({ token, session: record }: Grant): Session {
  const session = decodeSession(token);
  if (!session.actor || session.sessionId !== record.id) throw new ImpersonationError('bad_answer');
  return session;
}

/** What a tab knows from what it kept over a reload, whatever time it is. */
export function stateOf(kept: Kept | 'unreadable' | null): TabState {
  if (kept === null) return { status: 'none', session: null };
  if (kept === 'unreadable') return { status: 'unknown', error: new ImpersonationError('malformed_token') };
  if (!isGrant(kept)) return { status: 'ended', cause: kept.ended, session: null, record: kept.session };
  try {
    return { status: 'active', session: readGrant(kept), record: kept.session, online: true };
  } catch (cause) {
    return { status: 'unknown', error: ImpersonationError.from(cause) };
  }
}

/** How it ended, if the error says that it did: a token that is refused is of no more use, whoever is asked. */
export function causeIn({ code, status, endCause }: ImpersonationError): EndCause | null {
  if (endCause) return endCause;
  if (code === 'session_revoked') return 'revoked';
  if (code === 'session_expired' || code === 'expired') return 'expired';
  return status === 401 && !aboutSomethingElse.includes(code) ? 'unknown' : null;
}

/** The last record of an impersonation, with what is known of its end. */
export function endedRecord(
  state: TabState,
  endCause: EndCause,
  endedBy: Party | null | undefined,
): SessionRecord | null {
  const record = 'record' in state ? state.record : null;
  return record && { ...record, status: 'ended', endCause, endedBy: endedBy ?? null };
}

/** Refusals that are no word on the token: of who signed in, or of the proof that came with it. */
const aboutSomethingElse: readonly ErrorCode[] = [
  'unauthenticated',
  'insufficient_user_authentication',
  'pop_required',
  'invalid_dpop_proof',
];

/** Whether nobody answered, or nobody who could. */
export function isUnanswered({ status }: ImpersonationError): boolean {
  return status === 0 || status >= 500;
}
