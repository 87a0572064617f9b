/**
 * Remembers tokens whose signature was good, so that the next request with the same one costs no second look.
 *
 * Only what cannot change is remembered: who signed, and what was said. The clock is asked again at each request, and
 * so are the gate, and the sender for the proof of a token that is bound to a key.
 *
 * @module
 */

import type { JudgedToken } from './claims.js';
import { sha256 } from './sha256.js';

/** Milliseconds after which a token proves itself again. A key that is withdrawn lets nobody in for longer. */
const longestMemory = 60_000;

export interface TokenCache {
  /** The name of exactly these bytes. The token itself is not kept. */
  nameOf(token: string): string | Promise<string>;
  /** @param now - Milliseconds since the epoch. */
  find(name: string, now: number): JudgedToken | null;
  keep(name: string, judged: JudgedToken, now: number): void;
  forget(name: string): void;
}

/**
 * @param size - How many tokens are remembered; the one that was not used for longest makes room.
 * @throws {TypeError} when it is no such number.
 */
export function createTokenCache(size = 1000): TokenCache {
  if (!Number.isInteger(size) || size < 1) throw new TypeError('cache.size must be a whole number from 1');
  /** The least recently used first: a `Map` keeps the order of insertion. */
  const entries = new Map<string, { readonly judged: JudgedToken; readonly since: number }>();

  return {
    nameOf: sha256,
    find(name, now) {
      const entry = entries.get(name);
      if (!entry) return null;
      entries.delete(name);
      const age = now - entry.since;
      // A clock that was set back, or that answers NaN, makes nothing younger.
      if (!(age >= 0 && age < longestMemory)) return null;
      entries.set(name, entry);
      return entry.judged;
    },
    keep(name, judged, now) {
      entries.delete(name);
      entries.set(name, { judged, since: now });
      const [oldest] = entries.keys();
      if (entries.size > size && oldest !== undefined) entries.delete(oldest);
    },
    forget: (name) => void entries.delete(name),
  };
}
