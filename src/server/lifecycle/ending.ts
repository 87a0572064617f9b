/**
 * Every way to an early end. Each is a change and its row, together or not at all.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import type { EndCause, RevokeRequest, SessionRecord } from '../../core/protocol.js';
import type { Person } from '../host.js';
import type { Ending, NewEvent, StoredSession } from '../store/store.js';
import { partyOf, type Context } from './context.js';
import { endedEvent, endOverdue } from './overdue.js';

/** Ends a session once; asking again changes nothing. Answers with it as it is then. */
export async function endSession(
  { store, now }: Context,
  id: string,
  ending: Omit<Ending, 'at'>,
  alongside: readonly NewEvent[] = [],
): Promise<StoredSession> {
  const at = now();
  return store.transaction(async (transaction) => {
    const ended = await transaction.end(id, { ...ending, at });
    await transaction.append([...alongside, ...(ended ? [endedEvent(ended, at)] : [])]);
    const session = ended ?? (await transaction.find(id));
    if (!session) throw new ImpersonationError('not_found');
    return session;
  });
}

/** By the actor, in the tab. */
export async function endByActor(context: Context, id: string): Promise<SessionRecord> {
  await endOverdue(context, { id });
  const session = await context.store.find(id);
  if (!session) throw new ImpersonationError('session_revoked', { endCause: 'unknown' });
  return (await endSession(context, id, { cause: 'ended', by: session.record.actor })).record;
}

/** By somebody in the admin area. */
export async function revoke(
  context: Context,
  id: string,
  { reason }: RevokeRequest,
  by: Person,
): Promise<SessionRecord> {
  await endOverdue(context, { id });
  return (await endSession(context, id, { cause: 'revoked', by: partyOf(by), reason })).record;
}

/** By the person it is of. */
export async function endBySubject(context: Context, id: string, by: Person): Promise<SessionRecord> {
  await endOverdue(context, { id });
  return (await endSession(context, id, { cause: 'revoked-by-subject', by: partyOf(by) })).record;
}

/** What to say of a session that is over, to whoever holds its token: the actor may know who revoked it. */
export function overError(
  record: Pick<SessionRecord, 'endCause' | 'endedBy'> | undefined,
  otherwise: EndCause = 'unknown',
): ImpersonationError {
  const { endCause, endedBy } = record ?? {};
  const cause = endCause ?? otherwise;
  const code = cause === 'expired' || cause === 'idle' ? 'session_expired' : 'session_revoked';
  return new ImpersonationError(code, {
    endCause: cause,
    ...(cause === 'revoked' && endedBy && { endedBy }),
  });
}
