import type { TabState } from '../../client/tab-state.js';
import { settle, timeLeft, type TimeLeft } from '../internal/time-left.js';

export type Urgency = 'calm' | 'warning' | 'critical';

/** What is true at one instant, judged once and then only shown. */
export interface Moment {
  readonly state: TabState;
  readonly left: TimeLeft | null;
  readonly urgency: Urgency;
}

export function momentOf(state: TabState, now: number): Moment {
  const settled = settle(state, now);
  const left = timeLeft(settled, now);
  return { state: settled, left, urgency: urgencyOf(left) };
}

function urgencyOf(left: TimeLeft | null): Urgency {
  if (!left || left.seconds > 300) return 'calm';
  return left.seconds > 60 ? 'warning' : 'critical';
}
