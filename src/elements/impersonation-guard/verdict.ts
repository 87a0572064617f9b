import type { TabState } from '../../client/tab-state.js';
import { nameOf, peopleOf } from '../internal/people.js';
import { settle } from '../internal/time-left.js';
import type { ImpersonationBlockedEvent } from '../events.js';
import type { Messages } from '../messages/en.js';

/** What a guard holds back: what changes things (`read-only`), or what is for the person alone (`impersonating`). */
export type When = 'read-only' | 'impersonating';

/** Why something is held back. */
export type Verdict = ImpersonationBlockedEvent['reason'];

/** Why a guard holds at this moment; `null` when it does not. What is not known to be allowed is held. */
export function verdictOn(state: TabState, when: When, now: number): Verdict | null {
  const settled = settle(state, now);
  switch (settled.status) {
    case 'none':
      return null;
    case 'active':
      if (when === 'impersonating') return 'impersonating';
      return settled.session.mode === 'full' ? null : 'read-only';
    case 'unknown':
    case 'ended':
      return settled.status;
  }
}

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
    case 'unknown':
    case 'ended':
      return guard[verdict];
  }
}
