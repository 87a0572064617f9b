/**
 * Remembers for half a second how sessions were, so that a tab that sends many requests does not cost as many reads.
 *
 * Whatever changes a session makes it forgotten: at once in this process, and as soon as the database says so in the
 * others. Half a second is what a revocation costs where that word was lost.
 *
 * @module
 */

import type { StoredSession } from './store.js';

const longestMemory = 500;
const largest = 10_000;

export interface SessionMemory {
  recall(id: string): StoredSession | null;
  /** Before a session is read: what is read must not be kept when anything changed meanwhile. */
  begin(): (session: StoredSession) => void;
  readonly forget: (id: string) => void;
  readonly clear: () => void;
}

/** @param monotonic - Milliseconds of a clock that is never set back: this is about age, not about dates. */
export function createSessionMemory(monotonic = () => performance.now()): SessionMemory {
  const entries = new Map<string, { readonly session: StoredSession; readonly since: number }>();
  let changes = 0;

  return {
    recall(id) {
      const entry = entries.get(id);
      if (entry && monotonic() - entry.since < longestMemory) return entry.session;
      entries.delete(id);
      return null;
    },
    begin() {
      const before = changes;
      const since = monotonic();
      return (session) => {
        if (changes !== before) return;
        entries.delete(session.record.id);
        entries.set(session.record.id, { session, since });
        const [oldest] = entries.keys();
        if (entries.size > largest && oldest !== undefined) entries.delete(oldest);
      };
    },
    forget(id) {
      changes++;
      entries.delete(id);
    },
    clear() {
      changes++;
      entries.clear();
    },
  };
}
