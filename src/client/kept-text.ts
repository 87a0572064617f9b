/**
 * Where a tab keeps over a reload what it knows about itself: in `sessionStorage`, which no other tab can read. What the
 * text says is for others to judge; whether there is any is known without them.
 *
 * @module
 */

/** The part of `Storage` that is used. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'impersonation-kit';

/** This tab's own storage; `null` where the browser blocks it, or where there is none. */
export function tabStorage(): TabStorage | null {
  try {
    return (globalThis as { sessionStorage?: Storage }).sessionStorage ?? null;
  } catch {
    return null; // blocked by the person's settings
  }
}

/** What is kept; `null` when nothing is. */
export function readText(storage: TabStorage | null): string | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null; // blocked: nothing can have been kept
  }
}

/** Keeps it if the browser lets it; else it lasts until the reload. */
export function keepText(storage: TabStorage | null, text: string | null): void {
  try {
    if (text === null) storage?.removeItem(key);
    else storage?.setItem(key, text);
  } catch {
    // blocked or full
  }
}
