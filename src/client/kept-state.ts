/**
 * What a tab knows of itself before anybody is asked.
 *
 * @module
 */

import { decodeSession } from '../core/decode.js';
import { ImpersonationError } from '../core/errors.js';
import type { Grant } from '../core/protocol.js';
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
