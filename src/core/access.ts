/**
 * A record as the person it is of may know it.
 *
 * @module
 */

import type { AccessRecord, RequestCounts, SessionRecord } from './protocol.js';

/**
 * When, why, how much was done and how it ended; who it was, where `seeActor` says so. Who ended it and with which words, and what else
 * the staff know of each other, stays with them.
 */
export function toAccess(
  session: SessionRecord,
  { seeActor, end }: { readonly seeActor: boolean; readonly end: boolean },
  done: RequestCounts | null,
): AccessRecord {
  const { id, actor, category, reason, caseNumber, mode, status } = session;
  const { createdAt, startedAt, expiresAt, endedAt, endCause } = session;
  return {
    id,
    actor: seeActor ? { name: actor.name ?? actor.id } : null,
    category,
    reason,
    caseNumber,
    mode,
    status,
    createdAt,
    startedAt,
    expiresAt,
    endedAt,
    endCause,
    done,
    mayEnd: end && status !== 'ended',
  };
}
