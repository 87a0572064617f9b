/**
 * The time of day, as far as a deadline may rely on it.
 *
 * @module
 */

/** What a clock is made of, both in milliseconds: one that may be set, and one that only counts. */
export interface ClockParts {
  /** Since the epoch. */
  readonly wall: () => number;
  /** Since any beginning. */
  readonly monotonic: () => number;
}

/**
 * Milliseconds since the epoch, by a clock that is never set back: what was due in an hour is due in an hour even if
 * somebody turns the clock back meanwhile. One that is set forward is believed, since that only ends things sooner.
 */
export function createSteadyClock({ wall, monotonic }: ClockParts): () => number {
  const offset = wall() - monotonic();
  return () => Math.max(wall(), offset + monotonic());
}

export const steadyNow = createSteadyClock({ wall: () => Date.now(), monotonic: () => performance.now() });
