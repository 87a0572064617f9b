/**
 * Begins an impersonation, or refuses to. Either leaves a row.
 *
 * @module
 */

import type * as v from 'valibot';

import { ImpersonationError, type ErrorCode } from '../../core/errors.js';
import type { Party, StartAnswer, StartRequest } from '../../core/protocol.js';
import type { Person, SignedIn } from '../host.js';
import type { NewEvent, NewSession, StoredSession } from '../store/store.js';
import { hashTicket, makeTicket } from '../ticket.js';
import { partyOf, type Context } from './context.js';
import { endedEvent } from './overdue.js';
import { assertFresh } from './freshness.js';
import { askPolicy, type Terms } from './permission.js';
import { askHost } from './standing.js';

type Start = v.InferOutput<typeof StartRequest>;

/**
 * The actor is whoever the host says is signed in; the request names the subject only.
 *
 * @param idempotencyKey the caller's name for this start; nothing starts twice under one.
 */
export async function start(
  context: Context,
  actor: SignedIn,
  request: Start,
  idempotencyKey: string | null = null,
): Promise<StartAnswer> {
  let subject: Person | null = null;
  try {
    // Before anything is asked about the subject: an old sign-in learns nothing of anybody.
    assertFresh(context, actor, context.signInMaxAgeSeconds);
    subject = await askHost(context, () => context.users.get(request.userId));
    if (!subject) throw new ImpersonationError('user_not_found');
    const terms = await permit(context, actor, subject, request);
    const ticket = makeTicket();
    const names = { ticketHash: await hashTicket(ticket), idempotencyKey };
    const begun = await begin(context, actor, subject, request, terms, names);
    return {
      kind: 'ticket',
      ticket,
      ticketExpiresAt: new Date(begun.ticketExpiresAt).toISOString(),
      url: context.appUrl,
      session: begun.record,
    };
  } catch (error) {
    await recordRefusal(
      context,
      error,
      partyOf(actor),
      subject ? partyOf(subject) : stranger(request.userId),
    );
    throw error;
  }
}

async function permit(
  context: Context,
  actor: SignedIn,
  subject: Person,
  { durationSeconds, mode, caseNumber }: Start,
): Promise<Terms> {
  const { terms, refusal } = await askPolicy(context, actor, subject);
  if (!terms) throw new ImpersonationError(refusal);
  assertFresh(context, actor, terms.signInMaxAgeSeconds);
  const refuse = (code: ErrorCode, field: string) => new ImpersonationError(code, { field });
  if (!terms.durations.includes(durationSeconds)) throw refuse('duration_not_allowed', 'durationSeconds');
  if (!terms.modes.includes(mode)) throw refuse('mode_not_allowed', 'mode');
  if (terms.caseNumber === 'required' && !caseNumber) throw refuse('case_number_required', 'caseNumber');
  return terms;
}

/** One transaction, and one at a time for each actor: no other start gets between the count and the row. */
function begin(
  context: Context,
  actor: SignedIn,
  subject: Person,
  request: Start,
  terms: Terms,
  names: Pick<NewSession, 'ticketHash' | 'idempotencyKey'>,
): Promise<StoredSession> {
  return context.store.transaction(async (transaction) => {
    await transaction.lockActor(actor.id);
    if (names.idempotencyKey !== null && (await transaction.hasStarted(actor.id, names.idempotencyKey)))
      throw new ImpersonationError('already_started');
    const at = context.now();
    const overdue = await transaction.endOverdue(at, { actorId: actor.id });
    await transaction.append(overdue.map((ended) => endedEvent(ended, at)));
    assertRoom(await transaction.openOf(actor.id), subject.id, context.limits.openPerActor);
    const session = await transaction.insert({
      id: crypto.randomUUID(),
      actor: partyOf(actor),
      actorSessionId: actor.sessionId,
      subject: partyOf(subject),
      category: request.category === '' ? null : (request.category ?? null),
      reason: request.reason,
      caseNumber: terms.caseNumber === 'off' ? null : (request.caseNumber ?? null),
      mode: request.mode,
      modes: terms.modes,
      createdAt: at,
      endsAt: at + request.durationSeconds * 1000,
      idleSeconds: context.idleSeconds,
      extension: terms.extension,
      appOrigin: new URL(context.appUrl).origin,
      ...names,
      ticketExpiresAt: at + context.ticketSeconds * 1000,
    });
    await transaction.append([requestedEvent(session, at, request.durationSeconds)]);
    return session;
  });
}

/** The ids are the actor's own: who is in the way of themselves may know what to end. */
function assertRoom(open: readonly StoredSession[], subjectId: string, most: number): void {
  const idsOf = (sessions: readonly StoredSession[]) => sessions.map(({ record }) => record.id);
  const same = open.filter(({ record }) => record.subject.id === subjectId);
  if (same.length) throw new ImpersonationError('session_conflict', { sessionIds: idsOf(same) });
  if (open.length >= most) throw new ImpersonationError('too_many_sessions', { sessionIds: idsOf(open) });
}

function requestedEvent({ record }: StoredSession, at: number, durationSeconds: number): NewEvent {
  const { id, reason, category, caseNumber, mode } = record;
  return {
    at,
    type: 'session.requested',
    sessionId: id,
    detail: { reason, category, caseNumber, mode, durationSeconds },
  };
}

/** The row of a start that was refused. An error that is not about the start leaves none: nothing was attempted. */
export async function recordRefusal(
  { store, now }: Context,
  error: unknown,
  actor: Party,
  subject: Party,
  sessionId: string | null = null,
): Promise<void> {
  const { code } = ImpersonationError.from(error);
  if (code === 'unavailable' || code === 'internal') return;
  await store.append([{ at: now(), type: 'session.refused', sessionId, actor, subject, code }]);
}

/** Somebody of whom only the id is known. */
export const stranger = (id: string): Party => ({ id, name: null, email: null });
