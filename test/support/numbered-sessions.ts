/**
 * As many sessions as a test wants, made when they are looked at: `imp_0` is the newest, each a minute older than the
 * one before.
 *
 * @module
 */

import { sampleSession } from '../../src/client/memory-seed.js';
import type { SessionQuery, SessionRecord } from '../../src/core/protocol.js';
import type { SessionSource } from '../../src/elements/session-audit-table/session-source.js';
import { at } from './audit-page.js';

export function numberedSession(index: number): SessionRecord {
  return sampleSession({
    id: `imp_${String(index)}`,
    reason: `Reason number ${String(index)}`,
    status: 'ended',
    endCause: 'ended',
    createdAt: at(-60 * (index + 60)),
    endedAt: at(-60 * (index + 50)),
  });
}

interface NumberedSource extends SessionSource {
  /** What was asked for. */
  readonly queries: SessionQuery[];
  readonly ranges: [start: number, end: number][];
}

/** A source that knows them all; `wait` holds its answers back, or makes them fail. */
export function numberedSource(count: number, wait?: () => Promise<void>): NumberedSource {
  const queries: SessionQuery[] = [];
  const ranges: [number, number][] = [];
  return {
    queries,
    ranges,
    open(query) {
      queries.push(query);
      const place = (index: number) => (query.sort === 'createdAt' ? count - 1 - index : index);
      const made = (start: number, end: number) =>
        Array.from({ length: end - start }, (_, index) => numberedSession(place(start + index)));
      return {
        count,
        rows(start, end) {
          ranges.push([start, end]);
          return wait ? wait().then(() => made(start, end)) : made(start, end);
        },
      };
    },
  };
}
