/**
 * Rows from elsewhere than the client's list: from memory, or from an index of the host's own, any place of which can be
 * looked at as quickly as the first.
 *
 * @module
 */

import type { SessionQuery, SessionRecord } from '../../core/protocol.js';

export interface SessionSource {
  /** What the query lets through, in its order. It has no `cursor`, and its `limit` means nothing here. */
  open(query: SessionQuery, options: { readonly signal: AbortSignal }): SessionSet | Promise<SessionSet>;
}

/** The same rows in the same places, for as long as it is used. */
export interface SessionSet {
  readonly count: number;
  /** From place `start` up to and not including `end`, which is at most `count`. */
  rows(start: number, end: number): readonly SessionRecord[] | Promise<readonly SessionRecord[]>;
}
