/**
 * Whether a session still stands: its row, its time, both people, the policy. Whatever lost its ground is ended.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import type { EndCause } from '../../core/protocol.js';
import type { Session } from '../../core/session.js';
import type { StoredSession } from '../store/store.js';
import type { Context } from './context.js';
import { endSession, overError } from './ending.js';
import { endOverdue } from './overdue.js';
import { askPolicy, type Terms } from './permission.js';

/**
 * The live session that a token speaks of.
 *
 * @throws {ImpersonationError} `session_revoked`, `session_expired`, `unavailable`.
 */
export async function findLive(
  context: Context,
  { sessionId, userId, actor }: Session,
): Promise<StoredSession> {
  const session = sessionId === null ? null : await context.store.find(sessionId);
  if (!session || !isAbout(session, { userId, actor })) throw overError(undefined);
  if (isLive(session, context.now())) return session;
  await endOverdue(context, { id: session.record.id });
  const ended = await context.store.find(session.record.id);
  throw overError(ended?.record);
}

/** Whether a row is of the session that a token speaks of. */
export const isAbout = ({ record }: StoredSession, { userId, actor }: Pick<Session, 'userId' | 'actor'>) =>
  record.subject.id === userId && record.actor.id === actor?.sub;

export const isLive = ({ record, endsAt, idleEndsAt }: StoredSession, now: number) =>
  record.status === 'active' && now < Math.min(endsAt, idleEndsAt ?? endsAt);

/** The same, and both people and the policy are asked again. */
export async function findStanding(
  context: Context,
  token: Session,
  find: typeof findLive = findLive,
): Promise<{ readonly session: StoredSession; readonly terms: Terms }> {
  const session = await find(context, token);
  const ground = await judgeGround(context, session);
  if ('terms' in ground) return { session, terms: ground.terms };
  const { record } = await endSession(context, session.record.id, { cause: ground.lost });
  throw overError(record, ground.lost);
}

type Lost = Extract<EndCause, 'actor-lost-right' | 'actor-signed-out' | 'subject-protected'>;

/** @throws {ImpersonationError} `unavailable` when the host cannot tell: that is nobody's end, and nobody's pass. */
export async function judgeGround(
  context: Context,
  { record, actorSessionId }: StoredSession,
): Promise<{ readonly terms: Terms } | { readonly lost: Lost }> {
  const [actor, subject, signedIn] = await askHost(context, () =>
    Promise.all([
      context.users.get(record.actor.id),
      context.users.get(record.subject.id),
      context.isSignedIn({ id: record.actor.id, sessionId: actorSessionId }),
    ]),
  );
  if ((signedIn as unknown) !== true) return { lost: 'actor-signed-out' };
  if (!actor) return { lost: 'actor-lost-right' };
  if (!subject) return { lost: 'subject-protected' };
  const { terms, refusal } = await askPolicy(context, actor, subject);
  if (terms) return { terms };
  return { lost: refusal === 'subject_protected' ? 'subject-protected' : 'actor-lost-right' };
}

/** Asks the host's directory or sign-in. @throws {ImpersonationError} `unavailable` when it throws. */
export async function askHost<Answer>(context: Context, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    context.onError(cause);
    throw ImpersonationError.from(cause, 'unavailable');
  }
}
