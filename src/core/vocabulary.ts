/**
 * The words and limits of the protocol, without what judges by them: a page that only shows things needs no more.
 *
 * @module
 */

/** What the actor may do: look, or also change what the host's handlers allow. */
export const modes = ['read-only', 'full'] as const;
export type Mode = (typeof modes)[number];

/** Whether `value` is a {@link Mode}. */
export const isMode = (value: unknown): value is Mode => modes.includes(value as Mode);

/** How an impersonation can come to its end. */
export const endCauses = [
  'ended',
  'expired',
  'idle',
  'revoked',
  'revoked-by-subject',
  'actor-lost-right',
  'actor-signed-out',
  'subject-protected',
  'never-redeemed',
  'unknown',
] as const;
export type EndCause = (typeof endCauses)[number];

/** `pending`: started, its tab not open yet. */
export const statuses = ['pending', 'active', 'ended'] as const;
export type Status = (typeof statuses)[number];

/** What the record keeps a row of. */
export const eventTypes = [
  'session.requested',
  'session.refused',
  'session.started',
  'session.redeem-refused',
  'session.ticket-replayed',
  'session.extended',
  'session.mode-changed',
  'session.ended',
  'request.intended',
  'request.made',
  'request.blocked',
  'record.exported',
] as const;
export type EventType = (typeof eventTypes)[number];

/** The reason's length, in visible characters. */
export const reasonLength = { min: 10, max: 500 } as const;

/** The longest an impersonation may be asked for, in seconds. */
export const longestDuration = 3600;

/** The orders a list of sessions comes in; `-` is descending. */
export const sessionSorts = ['-createdAt', 'createdAt', '-actor', 'actor', '-subject', 'subject'] as const;
export type SessionSort = (typeof sessionSorts)[number];

/** The lengths of a bucket of activity, shortest first. */
export const bucketSizes = ['hour', 'day', 'week'] as const;
export type BucketSize = (typeof bucketSizes)[number];

/** The most buckets in an answer. */
export const bucketLimit = 400;

/** Rows in a page of a list. */
export const pageLimit = { min: 1, max: 200, usual: 50 } as const;

/** How much may be asked for at once. */
export const conditionLimits = { conditions: 20, values: 20, characters: 200 } as const;

/** What a file of sessions can be. */
export const exportFormats = ['csv', 'ndjson', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];
