/**
 * What the backend's answers mean for a tab that is impersonating.
 *
 * @module
 */

import type { ErrorCode, ImpersonationError } from '../core/errors.js';
import type { EndCause, Party, SessionRecord } from '../core/protocol.js';
import type { TabState } from './tab-state.js';

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
