import type { TabState } from '../../client/tab-state.js';
import { nameOf, peopleOf } from '../internal/people.js';
import { settle } from '../internal/time-left.js';
import type { ImpersonationBlockedEvent } from '../events.js';
import type { Messages } from '../messages/en.js';

/**
 * When a guard holds: what changes things (`read-only`), what is for the person alone (`impersonating`), what makes no
 * sense once it is over (`ended`), what is for admins in somebody's place (`not-impersonating`).
 */
export type When = 'read-only' | 'impersonating' | 'ended' | 'not-impersonating';

/** Why something is held back. */
export type Verdict = ImpersonationBlockedEvent['reason'];

/** Why a guard holds at this moment; `null` when it does not. What is not known to be allowed is held. */
export function verdictOn(
  state: TabState,
  { when, unknown }: { readonly when: When; readonly unknown: 'block' | 'allow' },
  now: number,
): Verdict | null {
  const settled = settle(state, now);
  switch (settled.status) {
    case 'none':
      return when === 'not-impersonating' ? when : null;
    case 'active':
      if (when === 'impersonating') return when;
      return when === 'read-only' && settled.session.mode !== 'full' ? when : null;
    case 'unknown':
      return unknown === 'allow' ? null : 'unknown';
    case 'ended':
      return 'ended';
  }
}

/** Whether a reason is enough: where the access is full, and only the page is reluctant. */
export const isConfirmable = (verdict: Verdict, state: TabState): boolean =>
  verdict === 'impersonating' && state.status === 'active' && state.session.mode === 'full';

/** The sentence for why. */
export function reasonFor(verdict: Verdict, state: TabState, { guard }: Pick<Messages, 'guard'>): string {
  switch (verdict) {
    case 'impersonating': {
      const subject = peopleOf(state)?.subject;
      return guard.impersonating(subject ? nameOf(subject) : '');
    }
    case 'read-only': {
      const modes = state.status === 'active' ? state.record?.modes : undefined;
      return modes?.includes('full') ? guard.readOnlyForNow : guard.readOnly;
    }
    case 'not-impersonating':
      return guard.notImpersonating;
    case 'unknown':
    case 'ended':
      return guard[verdict];
  }
}
