/**
 * Counts attempts in a sliding minute, in the memory of this process.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';

const minute = 60_000;

/**
 * Answers with a function that counts one attempt under a key.
 *
 * @throws {ImpersonationError} (the function) `rate_limited` when there were too many; that one is not counted.
 */
export function createRateLimit(most: number, now: () => number): (key: string) => void {
  const attempts = new Map<string, number[]>();
  let forgotten = 0;

  /** Now and then: a look at every key on every attempt is what somebody with many keys would wait for. */
  function forget(at: number): void {
    if (Math.abs(at - forgotten) < minute / 6) return;
    forgotten = at;
    for (const [key, times] of attempts) {
      if ((times.at(-1) ?? 0) <= at - minute) attempts.delete(key);
    }
  }

  return (key) => {
    const at = now();
    forget(at);
    const recent = (attempts.get(key) ?? []).filter((time) => time > at - minute);
    const [oldest = at] = recent;
    if (recent.length >= most)
      throw new ImpersonationError('rate_limited', { retryAfter: Math.ceil((oldest + minute - at) / 1000) });
    attempts.set(key, [...recent, at]);
  };
}
