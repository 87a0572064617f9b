/**
 * Ends what nobody ended: sessions whose time is over, whose actor went away, whose tab never opened.
 *
 * @module
 */

import type { NewEvent, Scope, StoredSession } from '../store/store.js';
import type { Context } from './context.js';

/** Looks before it writes, since it is asked before every read and there is seldom anything to do. */
export async function endOverdue({ store, now }: Context, scope?: Scope): Promise<void> {
  const at = now();
  if (!(await store.hasOverdue(at, scope))) return;
  await store.transaction(async (transaction) => {
    const ended = await transaction.endOverdue(at, scope);
    await transaction.append(ended.map((session) => endedEvent(session, at)));
  });
}

/** The row of an end. It was recorded at `at`; the session ended at its own time, which may be earlier. */
export function endedEvent({ record }: StoredSession, at: number): NewEvent {
  const { id, endCause, endedAt, endedBy, endReason } = record;
  return {
    at,
    type: 'session.ended',
    sessionId: id,
    detail: {
      cause: endCause,
      endedAt,
      ...(endedBy && { by: endedBy.id }),
      ...(endReason !== null && { reason: endReason }),
    },
  };
}
