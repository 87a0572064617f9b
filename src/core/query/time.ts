/**
 * Instants and days, as they are typed.
 *
 * @module
 */

import { fromWall, offsetsIn } from '../time-zone.js';

/** Where and when a question is asked. */
export interface Here {
  /** IANA name of the time zone whose days and hours are meant. */
  readonly zone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** From the first up to and not including the second, in milliseconds since the epoch. */
export type Span = readonly [from: number, to: number];

const lengths: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const day = 86_400_000;

/**
 * What is meant by `2026-11-01` (the whole day, where one looks), `2026-11-01T10:00` (that minute there),
 * `2026-11-01T10:00:00Z` or `…+01:00` (that instant) and `-24h` (so long ago; `m`, `h`, `d`, `w`). `null`: by nothing.
 */
export function readTime(text: string, { zone, now }: Here): Span | null {
  const [, count, unit] = /^-(\d{1,5})([mhdw])$/iu.exec(text) ?? [];
  if (count !== undefined) return moment(now - Number(count) * (lengths[unit?.toLowerCase() ?? ''] ?? NaN));
  const [, date, time, offset] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?)?$/iu.exec(text) ?? [];
  if (date === undefined || !isDate(date)) return null;
  if (offset !== undefined) return moment(Date.parse(text.toUpperCase()));
  const wall = Date.parse(`${date}T${time ?? '00:00'}Z`);
  if (Number.isNaN(wall)) return null;
  const offsets = offsetsIn(zone);
  const length = time === undefined ? day : time.length === 5 ? 60_000 : time.length === 8 ? 1000 : 1;
  return [fromWall(wall, offsets), fromWall(wall + length, offsets)];
}

const moment = (instant: number): Span | null => (Number.isNaN(instant) ? null : [instant, instant + 1]);

/** `2026-02-30` is none, though `Date.parse` may think of March. */
function isDate(date: string): boolean {
  const instant = new Date(`${date}T00:00Z`);
  return (
    !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) && !date.startsWith('0000')
  );
}
