/**
 * What a tab keeps its key in over a reload: IndexedDB, which can hold a key without being able to read it. Every tab of
 * the origin can use what lies there, as it can use this page; none can carry it away.
 *
 * @module
 */

export interface KeptKey {
  readonly pair: CryptoKeyPair;
  /** When its session is over at the latest: milliseconds since the epoch. */
  readonly until: number;
}

/** Keys by the id of their session. Whatever fails is as if nothing had been kept. */
export interface KeyStorage {
  load(sessionId: string): Promise<CryptoKeyPair | null>;
  /** Keeps it, and drops those that nobody came back for before `now`. */
  save(sessionId: string, kept: KeptKey, now: number): Promise<void>;
  remove(sessionId: string): Promise<void>;
}

const name = 'impersonation-kit';
const table = 'keys';

/** The page's own; `null` where there is none. */
export function pageKeys(): KeyStorage | null {
  try {
    return typeof indexedDB === 'undefined' ? null : keysIn(indexedDB);
  } catch {
    return null; // blocked by the person's settings
  }
}

function keysIn(factory: IDBFactory): KeyStorage {
  async function inStore<Result>(
    mode: IDBTransactionMode,
    work: (keys: IDBObjectStore) => Promise<Result>,
  ): Promise<Result> {
    const opening = factory.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(table);
    const database = await answer(opening);
    try {
      return await work(database.transaction(table, mode).objectStore(table));
    } finally {
      database.close(); // after what was asked; an open one would keep the page out of the back/forward cache
    }
  }

  return {
    load: (sessionId) =>
      inStore('readonly', async (keys) => {
        const kept = (await answer(keys.get(sessionId))) as KeptKey | undefined;
        return kept?.pair ?? null;
      }).catch(() => null),
    save: (sessionId, kept, now) =>
      inStore('readwrite', async (keys) => {
        const cursors = keys.openCursor();
        cursors.onsuccess = () => {
          const cursor = cursors.result;
          if (!cursor) return;
          if ((cursor.value as KeptKey).until < now) cursor.delete();
          cursor.continue();
        };
        await answer(keys.put(kept, sessionId));
      }).catch(() => undefined),
    remove: (sessionId) =>
      inStore('readwrite', (keys) => answer(keys.delete(sessionId))).catch(() => undefined),
  };
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}
