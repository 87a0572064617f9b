/**
 * How long an impersonation still goes on, by the clock of whoever asks.
 *
 * @module
 */

import type { TabState } from '../../client/tab-state.js';

type Active = Extract<TabState, { status: 'active' }>;

export interface TimeLeft {
  /** `whole`: then it ends whatever happens. `idle`: then it ends unless something is done. */
  readonly kind: 'whole' | 'idle';
  /** May be fractional, or negative. */
  readonly seconds: number;
}

/** The nearer of the two ends. `null` when nothing says that there is one. */
export function timeLeft(state: TabState, now: number): TimeLeft | null {
  if (state.status !== 'active') return null;
  const whole = endOf(state);
  const idle = state.session.idleEndsAt ?? instant(state.record?.idleExpiresAt);
  if (idle !== null && (whole === null || idle < whole))
    return { kind: 'idle', seconds: (idle - now) / 1000 };
  return whole === null ? null : { kind: 'whole', seconds: (whole - now) / 1000 };
}

/** When it ends whatever happens, in milliseconds since the epoch. */
export const endOf = ({ session, record }: Active): number | null =>
  session.endsAt ?? instant(record?.expiresAt);

const instant = (iso: string | null | undefined) => (iso ? Date.parse(iso) : null);

/**
 * What a tab's state has come to by now. Timers are late in a hidden tab, so what is past its end counts as ended before
 * anybody says so. Idleness does not: another tab may be busy, so the backend is asked.
 */
export function settle(state: TabState, now: number): TabState {
  if (state.status !== 'active') return state;
  const { session, record } = state;
  const end = endOf(state);
  return end === null || end > now ? state : { status: 'ended', cause: 'expired', session, record };
}
