/**
 * What is done to lists of records.
 *
 * @module
 */

import type { AccessRecord } from '../../core/protocol.js';

/** Somebody is there, or about to be. */
export const isLive = ({ status }: AccessRecord): boolean => status !== 'ended';

/** What goes on first; then the newest first. */
export function inOrder(entries: readonly AccessRecord[]): AccessRecord[] {
  return [...entries].sort(
    (a, b) => Number(isLive(b)) - Number(isLive(a)) || Date.parse(b.createdAt) - Date.parse(a.createdAt),
  );
}

/** `entries`, with the newer record of each that has one, and with those that are new. */
export function merged(entries: readonly AccessRecord[], newer: readonly AccessRecord[]): AccessRecord[] {
  return inOrder([...new Map([...entries, ...newer].map((one) => [one.id, one])).values()]);
}

/** What somebody who does not look should hear of: a person who came, or is gone. */
export function newsIn(before: readonly AccessRecord[], after: readonly AccessRecord[]): AccessRecord[] {
  const known = new Map(before.map((one) => [one.id, one]));
  return after.filter((one) => {
    const old = known.get(one.id);
    return old ? old.status !== one.status : isLive(one);
  });
}
