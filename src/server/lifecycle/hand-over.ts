/**
 * Hands a started session over to its own tab: a ticket for a token, once.
 *
 * @module
 */

import { ImpersonationError, type ErrorCode } from '../../core/errors.js';
import type { Grant } from '../../core/protocol.js';
import { mintToken } from '../mint.js';
import type { NewEvent, StoredSession } from '../store/store.js';
import { hashTicket } from '../ticket.js';
import type { Context } from './context.js';
import { endSession, overError } from './ending.js';
import { endOverdue } from './overdue.js';
import { judgeGround } from './standing.js';

/**
 * @param origin the page that asks; a ticket is good at the app's own only.
 * @param findKey the key that the page proves to hold, and that its tokens are to be bound to.
 */
export async function redeem(
  context: Context,
  ticket: string,
  origin: string,
  findKey: () => Promise<string | null>,
): Promise<Grant> {
  const hash = await hashTicket(ticket);
  const found = await context.store.findByTicket(hash);
  if (!found) throw new ImpersonationError('ticket_invalid');
  if (found.appOrigin !== origin) return refuse(context, found, 'ticket_misplaced');
  if (found.ticketUsed) return replayed(context, found);
  await assertRedeemable(context, found);
  const boundTo = await keyFor(context, found, findKey);

  const ground = await judgeGround(context, found);
  if ('lost' in ground) {
    const code = ground.lost === 'subject-protected' ? 'subject_protected' : 'not_permitted';
    await endSession(context, found.record.id, { cause: ground.lost }, [refusedEvent(context, found, code)]);
    throw new ImpersonationError(code);
  }
  const session = await useTicket(context, hash, boundTo);
  if (!session) return tooLate(context, hash);
  void tell(context, session);
  return { token: await mintToken(session, context.now(), context.minting), session: session.record };
}

/** Being asked for a proof is an answer, and no attempt; a wrong one is. Either leaves the ticket as it was. */
async function keyFor(
  context: Context,
  found: StoredSession,
  findKey: () => Promise<string | null>,
): Promise<string | null> {
  try {
    return await findKey();
  } catch (error) {
    const { code } = ImpersonationError.from(error, 'unavailable');
    if (code === 'invalid_dpop_proof') await context.store.append([refusedEvent(context, found, code)]);
    throw error;
  }
}

function useTicket(
  { store, now }: Context,
  hash: string,
  boundTo: string | null,
): Promise<StoredSession | null> {
  const at = now();
  return store.transaction(async (transaction) => {
    const session = await transaction.redeem(hash, { at, boundTo });
    if (session) await transaction.append([{ at, type: 'session.started', sessionId: session.record.id }]);
    return session;
  });
}

async function assertRedeemable(context: Context, { record, ticketExpiresAt }: StoredSession): Promise<void> {
  if (record.status === 'pending' && context.now() < ticketExpiresAt) return;
  await endOverdue(context, { id: record.id });
  const ended = await context.store.find(record.id);
  if (ended?.record.endCause === 'never-redeemed') throw new ImpersonationError('ticket_expired');
  throw overError(ended?.record);
}

/** Between the look and the use somebody was quicker, or the time ran out. */
async function tooLate(context: Context, hash: string): Promise<never> {
  const latest = await context.store.findByTicket(hash);
  if (latest?.ticketUsed) return replayed(context, latest);
  if (latest) await assertRedeemable(context, latest);
  throw new ImpersonationError('ticket_expired');
}

async function refuse(context: Context, session: StoredSession, code: ErrorCode): Promise<never> {
  await context.store.append([refusedEvent(context, session, code)]);
  throw new ImpersonationError(code);
}

/** Two have held this ticket, and nobody can say which of them should have: neither goes on. */
async function replayed(context: Context, { record }: StoredSession): Promise<never> {
  await endOverdue(context, { id: record.id }); // what was over by then ended in its own way
  const event: NewEvent = { at: context.now(), type: 'session.ticket-replayed', sessionId: record.id };
  await endSession(context, record.id, { cause: 'revoked' }, [event]);
  throw new ImpersonationError('ticket_used');
}

const refusedEvent = ({ now }: Context, { record }: StoredSession, code: ErrorCode): NewEvent => ({
  at: now(),
  type: 'session.redeem-refused',
  sessionId: record.id,
  code,
});

/** The session has begun whether or not the message goes out; the host hears of it when it does not. */
async function tell({ tellSubject, onError }: Context, { record }: StoredSession): Promise<void> {
  try {
    await tellSubject?.(record);
  } catch (error) {
    onError(error);
  }
}
