/**
 * Time zones, as far as a field for a local date and time needs them.
 *
 * @module
 */

/** The IANA zone meant by `local`, `utc` or a zone's own name. What is no zone is read as `local`. */
export function zoneOf(name: string): string {
  const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!name || name === 'local') return local;
  if (name.toLowerCase() === 'utc') return 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return local; // the table's header names the zone that is used, so nobody is misled
  }
}

/** An instant as `<input type="datetime-local">` wants it: the clock on the wall of that zone. */
export function toWallTime(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 16);
}

/** The instant at which the clock on that wall shows `wallTime`; `null` for what is no date. */
export function fromWallTime(wallTime: string, zone: string): number | null {
  const wall = Date.parse(`${wallTime}Z`);
  if (Number.isNaN(wall)) return null;
  // The offset belongs to the instant, which is what is looked for: guess, then correct across a change of the clocks.
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

/** How far the zone is ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}
