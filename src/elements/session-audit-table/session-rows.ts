/**
 * What is done to lists of records, wherever they come from.
 *
 * @module
 */

import type { SessionRecord } from '../../core/protocol.js';

/** `rows`, but the very object of `before` where nothing changed, so that an unchanged row is not drawn again. */
export function settle(rows: readonly SessionRecord[], before: readonly SessionRecord[]): SessionRecord[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return rows.map((row) => {
    const old = known.get(row.id);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
}

export function newestFirst(rows: readonly SessionRecord[]): SessionRecord[] {
  return [...rows].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

/** The list begun at another place: each gets its turn when only a few are looked at each time. */
export function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const start = items.length ? by % items.length : 0;
  return [...items.slice(start), ...items.slice(0, start)];
}

/** Not over yet: its status may change at any moment. */
export const isLive = ({ status }: SessionRecord): boolean => status !== 'ended';
