import type { TabState } from '../../client/tab-state.js';
import { settle, timeLeft, type TimeLeft } from '../internal/time-left.js';

export type Urgency = 'calm' | 'warning' | 'critical';

/** What is true at one instant, judged once and then only shown. */
export interface Moment {
  readonly state: TabState;
  readonly left: TimeLeft | null;
  readonly urgency: Urgency;
}

/** Before anything was looked at. */
export const nothingYet: Moment = {
  state: { status: 'unknown', error: null },
  left: null,
  urgency: 'calm',
};

export function momentOf(state: TabState, now: number): Moment {
  const settled = settle(state, now);
  const left = timeLeft(settled, now);
  return { state: settled, left, urgency: urgencyOf(left) };
}

function urgencyOf(left: TimeLeft | null): Urgency {
  if (!left || left.seconds > 300) return 'calm';
  return left.seconds > 60 ? 'warning' : 'critical';
}

/** What a style can tell apart, and whether it is so. */
export function looksOf({ state, urgency }: Moment): readonly (readonly [look: string, on: boolean])[] {
  const mode = state.status === 'active' ? (state.session.mode ?? 'read-only') : null;
  return [
    ['unknown', state.status === 'unknown'],
    ['active', state.status === 'active'],
    ['ended', state.status === 'ended'],
    ['read-only', mode === 'read-only'],
    ['full', mode === 'full'],
    ['warning', urgency === 'warning'],
    ['critical', urgency === 'critical'],
    ['offline', state.status === 'active' && !state.online],
  ];
}
