/**
 * Time zones, as far as a field for a local date and time needs them.
 *
 * @module
 */

import { fromWall, isTimeZone, offsetsIn } from '../../core/time-zone.js';

/** The IANA zone meant by `local`, `utc` or a zone's own name. What is no zone is read as `local`. */
export function zoneOf(name: string): string {
  if (name.toLowerCase() === 'utc') return 'UTC';
  // Where it is used, the zone is named, so nobody is misled.
  if (name && name !== 'local' && isTimeZone(name)) return name;
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** An instant as `<input type="datetime-local">` wants it: the clock on the wall of that zone. */
export function toWallTime(instant: number, zone: string): string {
  return new Date(instant + offsetsIn(zone)(instant)).toISOString().slice(0, 16);
}

/** The instant at which the clock on that wall shows `wallTime`; `null` for what is no date. */
export function fromWallTime(wallTime: string, zone: string): number | null {
  const wall = Date.parse(`${wallTime}Z`);
  return Number.isNaN(wall) ? null : fromWall(wall, offsetsIn(zone));
}
