/**
 * What a tab keeps over a reload: its grant, or that it is over.
 *
 * @module
 */

import type { Grant, SessionRecord } from '../core/protocol.js';
import { endCauses, type EndCause } from '../core/vocabulary.js';
import { keepText, readText, type TabStorage } from './kept-text.js';
import { isNumber, isOneOf, isRecord, isText, object, orNull } from './shapes.js';

interface KeptGrant extends Grant {
  /** When the token should be renewed: milliseconds since the epoch, by the server's clock. */
  readonly renewAt: number;
}
/** Over: so that a reload does not turn the tab into the admin's own without a word. */
interface KeptEnd {
  readonly ended: EndCause;
  readonly session: SessionRecord | null;
}
export type Kept = KeptGrant | KeptEnd;

const isKeptGrant = object<KeptGrant>({ token: isText, session: isRecord, renewAt: isNumber });
const isKeptEnd = object<KeptEnd>({ ended: isOneOf(endCauses), session: orNull(isRecord) });

/** Whether what is kept still goes on. */
export function isGrant(kept: Kept | 'unreadable' | null): kept is KeptGrant {
  return kept !== null && kept !== 'unreadable' && 'token' in kept;
}

/** What is kept: `null` when nothing is, `'unreadable'` when something is that makes no sense. */
export function readKept(storage: TabStorage | null): Kept | 'unreadable' | null {
  const text = readText(storage);
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isKeptGrant(kept) || isKeptEnd(kept) ? kept : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Keeps it if the browser lets it; else it lasts until the reload. */
export function keep(storage: TabStorage | null, kept: Kept | null): void {
  keepText(storage, kept && JSON.stringify(kept));
}
