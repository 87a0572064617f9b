/**
 * Which proofs of possession were used, so that none counts twice.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';

export interface ProofMemory {
  /**
   * Notes a proof. Answers `true` when it was not there yet, and only then; two who ask at once must not both hear it.
   * Whatever it throws refuses the request, as `unavailable`.
   *
   * @param id - A name of the proof: 43 characters, no secret.
   * @param until - How long it must be kept: milliseconds since the epoch. Forgetting it sooner lets it be used again.
   */
  use(id: string, until: number): boolean | Promise<boolean>;
}

const minute = 60_000;

/** Whole minutes are forgotten at once, so that nobody has to look through them. */
const minuteOf = (instant: number) => Math.floor(instant / minute);

/**
 * A memory of this process.
 *
 * @param size - How many proofs it holds. When it is full it refuses: it never forgets one too early.
 * @param now - Milliseconds since the epoch.
 * @throws {TypeError} when `size` is no such number.
 */
export function createProofMemory(size: number, now: () => number): ProofMemory {
  if (!Number.isInteger(size) || size < 1) throw new TypeError('A memory of proofs must hold one at least');
  const minutes = new Map<number, Set<string>>();
  let held = 0;
  /** The minutes before this one are forgotten, even if the clock is set back. */
  let first = -Infinity;

  function forget(): void {
    const current = minuteOf(now());
    if (current > first) first = current;
    for (const [at, ids] of minutes) {
      if (at >= first) continue;
      held -= ids.size;
      minutes.delete(at);
    }
  }

  return {
    use(id, until) {
      forget();
      const last = minuteOf(until);
      if (!(last >= first) || [...minutes.values()].some((ids) => ids.has(id))) return false;
      if (held >= size) throw new ImpersonationError('unavailable');
      const ids = minutes.get(last) ?? new Set();
      minutes.set(last, ids.add(id));
      held++;
      return true;
    },
  };
}
