/**
 * Time cut into buckets by the calendar of one zone, so that a day is a day where it is looked at.
 *
 * @module
 */

import type { ActivityQuery } from './protocol.js';
import { bucketLimit, bucketSizes, type BucketSize } from './vocabulary.js';
import { fromWall, offsetsIn } from './time-zone.js';

export interface Buckets {
  readonly size: BucketSize;
  /**
   * Where each begins, and where the last one ends: ascending, in milliseconds since the epoch. Empty when there is no
   * bucket.
   */
  readonly edges: readonly number[];
}

/** More bars than this say less, when nobody asked for a size. */
const comfortable = 200;

const hour = 3_600_000;
const day = 24 * hour;
const lengths: Record<BucketSize, number> = { hour, day, week: 7 * day };

/** Monday, 29 December 1969, by the clock on the wall. Weeks begin on Mondays (ISO 8601). */
const someMonday = -3 * day;

/**
 * The buckets of a query: of the size asked for, or of the next larger one where there would be more than
 * {@link bucketLimit}; where even weeks are too many, several of them go into each.
 *
 * @param oldest when the first session began that the query lets through; `null` when there is none.
 */
export function cut(query: ActivityQuery, { oldest, now }: { oldest: number | null; now: number }): Buckets {
  const { bucket = 'auto', timeZone = 'UTC' } = query;
  const from = query.from === undefined ? (oldest ?? Infinity) : Date.parse(query.from);
  const to = query.to === undefined ? now + 1 : Date.parse(query.to);
  if (!(from < to)) return { size: bucket === 'auto' ? 'day' : bucket, edges: [] };

  const offsetAt = offsetsIn(timeZone);
  const [wallFrom, wallTo] = [from + offsetAt(from), to + offsetAt(to)];
  const countOf = (size: BucketSize) =>
    Math.ceil((wallTo - floorTo(wallFrom, lengths[size])) / lengths[size]) + 1; // one more where clocks are set back
  const limit = bucket === 'auto' ? comfortable : bucketLimit;
  const sizes = bucketSizes.slice(bucket === 'auto' ? 0 : bucketSizes.indexOf(bucket));
  const size = sizes.find((candidate) => countOf(candidate) <= limit) ?? 'week';

  const step = lengths[size] * Math.ceil(countOf(size) / bucketLimit);
  const first = floorTo(wallFrom, lengths[size]);
  const edgeAt = (index: number) =>
    size === 'hour' ? first - offsetAt(from) + index * step : fromWall(first + index * step, offsetAt);
  const edges = [query.from === undefined ? edgeAt(0) : from];
  for (let index = 1; (edges.at(-1) ?? to) < to; index++) edges.push(edgeAt(index));
  if (query.to !== undefined) edges[edges.length - 1] = to;
  return { size, edges };
}

const floorTo = (wall: number, length: number) =>
  Math.floor((wall - someMonday) / length) * length + someMonday;
