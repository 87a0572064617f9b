/**
 * Which buckets are picked: from `first` up to, and not including, `end`. Everything picked is nothing picked.
 *
 * @module
 */

import type { Activity } from '../../core/protocol.js';

export type Bucket = Activity['buckets'][number];

export interface Picked {
  readonly first: number;
  readonly end: number;
}

/** ISO 8601: from the first instant up to, and not including, the second. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** The buckets that a range of time touches. `null` when it is none of them, or all. */
export function pickedOf(buckets: readonly Bucket[], range: TimeRange | null): Picked | null {
  if (!range) return null;
  const [from, to] = [Date.parse(range.from), Date.parse(range.to)];
  const first = buckets.findIndex(({ end }) => Date.parse(end) > from);
  const end = buckets.findLastIndex(({ start }) => Date.parse(start) < to) + 1;
  return first < 0 || end <= first ? null : unlessAll({ first, end }, buckets.length);
}

/** The range of time that these buckets are. */
export function rangeOf(buckets: readonly Bucket[], picked: Picked | null): TimeRange | null {
  const [from, to] = picked ? [buckets[picked.first]?.start, buckets[picked.end - 1]?.end] : [];
  return from && to ? { from, to } : null;
}

/** From one bucket to another, whichever comes first. */
export function between(one: number, other: number, count: number): Picked | null {
  return unlessAll({ first: Math.min(one, other), end: Math.max(one, other) + 1 }, count);
}

/**
 * After a press on one bucket, without dragging. Beside what is picked, it reaches there; inside, it is picked alone;
 * on the only one, it lets go: so that two presses pick any range.
 */
export function press(picked: Picked | null, index: number, count: number): Picked | null {
  if (!picked) return between(index, index, count);
  const { first, end } = picked;
  if (index < first) return between(index, end - 1, count);
  if (index >= end) return between(first, index, count);
  return end - first === 1 ? null : between(index, index, count);
}

/** After one edge was moved to `value`. The other one gives way, so that there is always a bucket between them. */
export function moveEdge(picked: Picked, edge: 'first' | 'end', value: number, count: number): Picked | null {
  const { first, end } = picked;
  return unlessAll(
    edge === 'first'
      ? { first: value, end: Math.max(end, value + 1) }
      : { first: Math.min(first, value - 1), end: value },
    count,
  );
}

/** After everything was moved by `steps`, as far as there is room. */
export function shift({ first, end }: Picked, steps: number, count: number): Picked | null {
  const room = Math.min(Math.max(steps, -first), count - end);
  return unlessAll({ first: first + room, end: end + room }, count);
}

const unlessAll = (picked: Picked, count: number): Picked | null =>
  picked.first <= 0 && picked.end >= count ? null : picked;
