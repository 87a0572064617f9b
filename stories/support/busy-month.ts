/**
 * A month of impersonations with its working days and its weekends.
 *
 * @module
 */

import { randomFrom, seedInstant, seedSessions, seedUsers } from '../../src/client/memory-seed.js';
import type { SessionRecord } from '../../src/core/protocol.js';

/** How busy each day of the week is, Sunday first. */
const weekdays = [0.1, 1, 0.8, 0.55, 0.7, 0.4, 0.05];

export function busyMonth(atMost = 600): SessionRecord[] {
  const random = randomFrom(7);
  return seedSessions(seedUsers, atMost, seedInstant).filter(({ createdAt }) => {
    const day = new Date(createdAt);
    const mood = 0.6 + 0.4 * Math.sin(day.getUTCDate() / 3);
    return random() < (weekdays[day.getUTCDay()] ?? 0) * mood;
  });
}
