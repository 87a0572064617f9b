import type { TabState } from '../../client/tab-state.js';
import type { Party } from '../../core/protocol.js';

export interface People {
  readonly subject: Party;
  /** Who is really there; `null` when that is not known. */
  readonly actor: Party | null;
}

/** Both people of a tab's impersonation, by the record, or else by the token. */
export function peopleOf(state: TabState): People | null {
  if (state.status !== 'active' && state.status !== 'ended') return null;
  const { record, session } = state;
  if (record) return { subject: record.subject, actor: record.actor };
  if (!session) return null;
  const { actor } = session;
  return {
    subject: { id: session.userId, name: session.name, email: null },
    actor: actor && { id: actor.sub, name: actor.name ?? null, email: null },
  };
}

/** What to call somebody. */
export function nameOf({ name, email, id }: Party): string {
  const called = name?.trim();
  if (called) return called;
  return email ?? id;
}
