/**
 * What a tab keeps over a reload: its grant, or that it is over.
 *
 * @module
 */

import * as v from 'valibot';

import { endCauses, Grant, SessionRecord } from '../core/protocol.js';
import { keepText, readText, type TabStorage } from './kept-text.js';

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

/** What is kept: `null` when nothing is, `'unreadable'` when something is that makes no sense. */
export function readKept(storage: TabStorage | null): Kept | 'unreadable' | null {
  const text = readText(storage);
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
  keepText(storage, kept && JSON.stringify(kept));
}
