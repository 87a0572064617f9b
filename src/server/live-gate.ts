/**
 * The gate of a backend in this process: each request is judged by the session's row as it is now.
 *
 * @module
 */

import type { Session } from '../core/session.js';
import type { Gate, ImpersonatedRequest } from './gate.js';
import type { Context } from './lifecycle/context.js';
import { findLive, findStanding, isAbout, isLive } from './lifecycle/standing.js';
import { createEventBatches } from './store/event-batches.js';
import type { SessionMemory } from './store/session-memory.js';
import type { NewEvent, StoredSession } from './store/store.js';

/** Activity is noted to the second, not to the request. */
const touchedEvery = 1000;

/** @param memory where changes made elsewhere are heard of; `null`: every request reads the row. */
export function createLiveGate(context: Context, memory: SessionMemory | null): Gate {
  const { store, now } = context;
  const write = createEventBatches(store.append);

  /** What is remembered can only say yes: anything else is read again, and judged by what is there now. */
  async function find(_: Context, token: Session): Promise<StoredSession> {
    const known = memory?.recall(token.sessionId ?? '');
    if (known && isAbout(known, token) && isLive(known, now())) return known;
    const keep = memory?.begin();
    const session = await findLive(context, token);
    keep?.(session);
    return session;
  }

  async function touch(token: Session, session: StoredSession): Promise<void> {
    const at = now();
    const idleEndsAt = at + session.record.idleSeconds * 1000;
    if (session.idleEndsAt !== null && idleEndsAt - session.idleEndsAt < touchedEvery) return;
    const touched = await store.touch(session.record.id, at);
    if (!touched) await findLive(context, token); // it ended just now: this throws how
  }

  return {
    async check(token) {
      const { session, terms } = await findStanding(context, token, find);
      await touch(token, session);
      // A policy that no longer grants full access takes it away at once.
      const full = session.record.mode === 'full' && terms.modes.includes('full');
      return { mode: full ? 'full' : 'read-only' };
    },
    intend: (token, request) => write(requestEvent(now(), token, request, 'request.intended')),
    record: (token, request, outcome) =>
      write(
        outcome.is === 'made'
          ? requestEvent(now(), token, request, 'request.made', { status: outcome.status })
          : requestEvent(now(), token, request, 'request.blocked', outcome),
      ),
  };
}

function requestEvent(
  at: number,
  { sessionId }: Session,
  { id, method, route, action }: ImpersonatedRequest,
  type: NewEvent['type'],
  { status = null, code }: { status?: number | null; code?: NonNullable<NewEvent['code']> } = {},
): NewEvent {
  return { at, type, sessionId, request: { id, method, route, status }, action, ...(code && { code }) };
}
