/**
 * Clocks on the walls of the world.
 *
 * @module
 */

/** Whether `name` is a time zone that this platform knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Before this, nobody moved a clock; and no year is counted backwards here. */
const firstKnown = Date.UTC(1800, 0, 1);

/** Answers, for an instant, how far `zone` is ahead of UTC then. Everything in milliseconds. */
export function offsetsIn(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const at = Math.max(Math.floor(instant / 1000) * 1000, firstKnown);
    const parts = format.formatToParts(at);
    const part = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    const date = [part('year'), part('month') - 1, part('day')] as const;
    return Date.UTC(...date, part('hour'), part('minute'), part('second')) - at;
  };
}

/** The instant at which a clock with these offsets shows `wall`. */
export function fromWall(wall: number, offsetAt: (instant: number) => number): number {
  // The offset belongs to the instant, which is what is looked for: guess, then correct across a change of the clocks.
  const guess = wall - offsetAt(wall);
  return wall - offsetAt(guess);
}

/** Instants as the clock of a zone shows them, with how far that is from UTC: `2026-11-20T10:30:00.000+01:00`. */
export function isoIn(zone: string): (instant: number) => string {
  const offsetAt = offsetsIn(zone);
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return (instant) => {
    const minutes = Math.round(offsetAt(instant) / 60_000);
    const wall = new Date(instant + minutes * 60_000).toISOString().slice(0, -1);
    return `${wall}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
  };
}
