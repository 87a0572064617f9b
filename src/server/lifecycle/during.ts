/**
 * What a tab may ask while it impersonates: a new token, more time, other access.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import type { Grant, Mode } from '../../core/protocol.js';
import type { Session } from '../../core/session.js';
import { mintToken } from '../mint.js';
import type { NewEvent, StoredSession, Transaction } from '../store/store.js';
import type { Context } from './context.js';
import { findLive, findStanding } from './standing.js';

/** A fresh token. It is nobody's activity: a tab left alone still runs out of time. */
export async function renew(context: Context, token: Session): Promise<Grant> {
  const { session } = await findStanding(context, token);
  return grant(context, session);
}

export async function extend(context: Context, token: Session, reason: string | null): Promise<Grant> {
  const { session, terms } = await findStanding(context, token);
  const { id, extension } = session.record;
  const { seconds } = extension;
  const max = Math.min(extension.max, terms.extension.max);
  return change(
    context,
    token,
    (transaction, at) => transaction.extend(id, { at, seconds, max }),
    ({ record }) => ({
      type: 'session.extended',
      detail: { seconds, expiresAt: record.expiresAt, reason },
    }),
    'extension_not_allowed',
  );
}

export async function setMode(
  context: Context,
  token: Session,
  { mode: to, reason }: { readonly mode: Mode; readonly reason: string | null },
): Promise<Grant> {
  const { session, terms } = await findStanding(context, token);
  const { id, mode: from } = session.record;
  if (from === to) return grant(context, session);
  if (to === 'full' && !terms.modes.includes('full'))
    throw new ImpersonationError('mode_not_allowed', { field: 'mode' });
  return change(
    context,
    token,
    (transaction, at) => transaction.setMode(id, { at, from, to }),
    () => ({ type: 'session.mode-changed', detail: { from, to, reason } }),
    'mode_not_allowed',
  );
}

/** One change and its row. Where the session was no longer fit for it, says why. */
async function change(
  context: Context,
  token: Session,
  apply: (transaction: Transaction, at: number) => Promise<StoredSession | null>,
  describe: (session: StoredSession) => Pick<NewEvent, 'type' | 'detail'>,
  otherwise: 'extension_not_allowed' | 'mode_not_allowed',
): Promise<Grant> {
  const at = context.now();
  const changed = await context.store.transaction(async (transaction) => {
    const session = await apply(transaction, at);
    if (session) await transaction.append([{ at, sessionId: session.record.id, ...describe(session) }]);
    return session;
  });
  if (changed) return grant(context, changed);
  await findLive(context, token);
  throw new ImpersonationError(otherwise);
}

const grant = async ({ now, minting }: Context, session: StoredSession): Promise<Grant> => ({
  token: await mintToken(session, now(), minting),
  session: session.record,
});
