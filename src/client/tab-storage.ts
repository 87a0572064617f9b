/**
 * What a tab keeps over a reload: its grant, or that it is over. In `sessionStorage`, which no other tab can read.
 *
 * @module
 */

import * as v from 'valibot';

import { endCauses, Grant, SessionRecord } from '../core/protocol.js';

/** The part of `Storage` that is used. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'impersonation-kit';

const Kept = v.union([
  v.object({
    ...Grant.entries,
    /** When the token should be renewed: milliseconds since the epoch, by the server's clock. */
    renewAt: v.number(),
  }),
  // Over: so that a reload does not turn the tab into the admin's own without a word.
  v.object({ ended: v.picklist(endCauses), session: v.nullable(SessionRecord) }),
]);
export type Kept = v.InferOutput<typeof Kept>;

/** Whether what is kept still goes on. */
export function isGrant(kept: Kept | 'unreadable' | null): kept is Extract<Kept, Grant> {
  return kept !== null && kept !== 'unreadable' && 'token' in kept;
}

/** This tab's own storage; `null` where the browser blocks it, or where there is none. */
export function tabStorage(): TabStorage | null {
  try {
    return (globalThis as { sessionStorage?: Storage }).sessionStorage ?? null;
  } catch {
    return null; // blocked by the person's settings
  }
}

/** What is kept: `null` when nothing is, `'unreadable'` when something is that makes no sense. */
export function readKept(storage: TabStorage | null): Kept | 'unreadable' | null {
  let text: string | null;
  try {
    text = storage?.getItem(key) ?? null;
  } catch {
    return null; // blocked: nothing can have been kept
  }
  if (text === null) return null;
  try {
    const kept = v.safeParse(Kept, JSON.parse(text));
    return kept.success ? kept.output : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Keeps it if the browser lets it; else it lasts until the reload. */
export function keep(storage: TabStorage | null, kept: Kept | null): void {
  try {
    if (kept) storage?.setItem(key, JSON.stringify(kept));
    else storage?.removeItem(key);
  } catch {
    // blocked or full
  }
}
