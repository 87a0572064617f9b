/**
 * What a tab knows about itself. Unknown is not none: until it is known, whatever protects must protect.
 *
 * @module
 */

import type { ImpersonationError } from '../core/errors.js';
import type { EndCause, SessionRecord } from '../core/protocol.js';
import type { Session } from '../core/session.js';

export type TabState =
  /** Not known: not looked yet, a ticket is being redeemed, or (`error`) what is there cannot be read. */
  | { readonly status: 'unknown'; readonly error: ImpersonationError | null }
  /** Nobody is impersonated here. `session` is the host's own, when it gave its token. */
  | { readonly status: 'none'; readonly session: Session | null }
  /** Somebody is. `record` is what the backend said last; `null` when the token did not come from it. */
  | {
      readonly status: 'active';
      readonly session: Session;
      readonly record: SessionRecord | null;
      /** Whether the backend answered last time. */
      readonly online: boolean;
    }
  /** It is over, and this tab is nobody. */
  | {
      readonly status: 'ended';
      readonly cause: EndCause;
      readonly session: Session | null;
      readonly record: SessionRecord | null;
    };

/** What a page without a framework asks: who is signed in here, and who is really there. */
export interface Auth {
  readonly status: TabState['status'];
  /** `undefined` while unknown; `null` when nobody is known to be signed in. */
  readonly userId: string | null | undefined;
  readonly sessionId: string | null | undefined;
  /** `null` means "no impersonation", and only that; so `actor !== null` holds while it is unknown. */
  readonly actor: Session['actor'] | undefined;
}

/** The same state in the four words a host needs. */
export function toAuth(state: TabState): Auth {
  if (state.status === 'unknown') {
    return { status: 'unknown', userId: undefined, sessionId: undefined, actor: undefined };
  }
  // An ended tab still shows what the actor saw: it stays marked as theirs.
  const { session } = state;
  const actor = session ? session.actor : state.status === 'ended' ? undefined : null;
  return {
    status: state.status,
    userId: session?.userId ?? null,
    sessionId: session?.sessionId ?? null,
    actor,
  };
}
