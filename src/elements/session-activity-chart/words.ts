/**
 * What buckets are called, and what is said of them.
 *
 * @module
 */

import type { Activity } from '../../core/protocol.js';
import { dateFormat } from '../internal/formats.js';
import type { LocalizeController } from '../internal/localize.js';
import type { Bucket } from './brush.js';

export interface Scene {
  readonly localize: LocalizeController<'chart' | 'record'>;
  /** IANA name of the time zone. */
  readonly zone: string;
}

/** How an instant is written in a sentence, and at the axis. */
const styles: Record<
  Activity['bucket'],
  { long: Intl.DateTimeFormatOptions; short: Intl.DateTimeFormatOptions }
> = {
  hour: {
    long: { dateStyle: 'medium', timeStyle: 'short' },
    short: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  },
  day: { long: { dateStyle: 'medium' }, short: { month: 'short', day: 'numeric' } },
  week: { long: { dateStyle: 'medium' }, short: { year: 'numeric', month: 'short', day: 'numeric' } },
};

/** The time of these buckets, which follow each other. */
export function timeOf(
  { localize, zone }: Scene,
  size: Activity['bucket'],
  buckets: readonly Bucket[],
): string {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (!first || !last) return '';
  const format = dateFormat(localize.lang, { ...styles[size].long, timeZone: zone });
  // A day ends with its last instant. An hour is known by its end: "from two to three".
  const end = Date.parse(last.end) - (size === 'hour' ? 0 : 1);
  return format.formatRange(Date.parse(first.start), end);
}

/** When this bucket begins, as short as can be. */
export function tickOf({ localize, zone }: Scene, size: Activity['bucket'], { start }: Bucket): string {
  const format = dateFormat(localize.lang, { ...styles[size].short, timeZone: zone });
  return format.format(Date.parse(start));
}

/** How many sessions began in these buckets, and how many of those are worth a look. */
export function sayCounts({ localize }: Scene, buckets: readonly Bucket[], when?: string): string {
  const words = localize.messages.chart;
  const { count, blocked, revoked } = sum(buckets);
  const number = localize.number(count);
  return [
    when === undefined ? words.counted({ count, number }) : words.countedIn({ when, count, number }),
    blocked ? words.someBlocked({ number: localize.number(blocked) }) : '',
    revoked ? words.someRevoked({ number: localize.number(revoked) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The chart in one breath: how many, where the peak is, and what is worth a look. */
export function summarise(scene: Scene, { bucket, buckets }: Activity): string {
  const { localize } = scene;
  const counts = sayCounts(scene, buckets);
  const peak = buckets.reduce<Bucket | undefined>(
    (most, one) => (one.count > (most?.count ?? 0) ? one : most),
    undefined,
  );
  const several = buckets.filter(({ count }) => count > 0).length > 1;
  if (!peak || !several) return counts;
  const when = timeOf(scene, bucket, [peak]);
  return `${counts} ${localize.messages.chart.peak({ when, number: localize.number(peak.count) })}`;
}

function sum(buckets: readonly Bucket[]) {
  const total = { count: 0, blocked: 0, revoked: 0 };
  for (const { count, blocked, revoked } of buckets) {
    total.count += count;
    total.blocked += blocked;
    total.revoked += revoked;
  }
  return total;
}
