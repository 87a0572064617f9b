/**
 * Sessions in columns of numbers, any order of which is a list of places: what both contestants are given.
 *
 * @module
 */

import { sampleSession, seedInstant } from '../../../src/client/memory-seed.js';
import type { SessionQuery, SessionRecord } from '../../../src/core/protocol.js';
import type { SessionSet, SessionSource } from '../../../src/elements/session-audit-table/session-source.js';

const actors = 200;
const reasons = [
  'Notes saved on the phone do not show up on the desktop.',
  'Invoice for October shows two seats too many.',
  'Search finds nothing when the query has an umlaut.',
  'Cannot find the project that a colleague shared on Monday.',
];

export function sessionsInColumns(count: number): SessionSource {
  const actorOf = new Uint16Array(count);
  const reasonOf = new Uint8Array(count);
  let state = 7;
  for (let index = 0; index < count; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    actorOf[index] = (state >>> 8) % actors;
    reasonOf[index] = (state >>> 20) % reasons.length;
  }
  const record = (index: number): SessionRecord => {
    const at = (minutes: number) => new Date(seedInstant - (index + minutes) * 60_000).toISOString();
    const name = `Admin ${String(actorOf[index]).padStart(3, '0')}`;
    return sampleSession({
      id: `imp_${String(index)}`,
      actor: {
        id: `a_${String(actorOf[index])}`,
        name,
        email: `admin.${String(actorOf[index])}@host.example`,
      },
      subject: {
        id: `u_${String(index)}`,
        name: `Person ${String(index)}`,
        email: `p${String(index)}@host.example`,
      },
      reason: reasons[reasonOf[index] ?? 0] ?? '',
      status: 'ended',
      endCause: 'ended',
      createdAt: at(60),
      endedAt: at(50),
    });
  };
  return { open: (query) => ordered(query, { count, actorOf, reasonOf }, record) };
}

interface Columns {
  readonly count: number;
  readonly actorOf: Uint16Array;
  readonly reasonOf: Uint8Array;
}

function ordered(
  { sort, where }: SessionQuery,
  { count, actorOf, reasonOf }: Columns,
  record: (index: number) => SessionRecord,
): SessionSet {
  const word = typeof where === 'object' ? (where[0]?.values[0] ?? '') : '';
  const wanted = reasons.map((reason) => reason.includes(word));
  const key = sort?.includes('actor') ? actorOf : null;
  // A counting sort: how many there are of each, where each begins, and then every row to its place.
  const ends = new Uint32Array(actors + 1);
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (!wanted[reasonOf[index] ?? 0]) continue;
    const place = key ? (key[index] ?? 0) + 1 : actors;
    ends[place] = (ends[place] ?? 0) + 1;
    total++;
  }
  for (let value = 1; value <= actors; value++) ends[value] = (ends[value] ?? 0) + (ends[value - 1] ?? 0);
  const order = new Uint32Array(total);
  let next = 0;
  for (let index = 0; index < count; index++) {
    if (!wanted[reasonOf[index] ?? 0]) continue;
    if (!key) order[next++] = index;
    else {
      const value = key[index] ?? 0;
      const place = ends[value] ?? 0;
      order[place] = index;
      ends[value] = place + 1;
    }
  }
  return {
    count: total,
    rows: (start, end) => Array.from(order.subarray(start, end), record),
  };
}
