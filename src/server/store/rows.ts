/**
 * From a table's row to what the protocol says.
 *
 * @module
 */

import type { Party, SessionEvent, SessionRecord } from '../../core/protocol.js';
import type { StoredSession } from './store.js';

type Columns<Name extends string, Value> = Readonly<Record<Name, Value>>;

type Texts = Columns<
  | 'id'
  | 'actor_id'
  | 'actor_session_id'
  | 'actor_key'
  | 'subject_id'
  | 'subject_key'
  | 'reason'
  | 'app_origin',
  string
>;
type OptionalTexts = Columns<
  | 'actor_name'
  | 'actor_email'
  | 'subject_name'
  | 'subject_email'
  | 'category'
  | 'case_number'
  | 'ended_by_id'
  | 'ended_by_name'
  | 'ended_by_email'
  | 'end_reason'
  | 'key_thumbprint',
  string | null
>;
type Instants = Columns<'created_at' | 'expires_at' | 'ticket_expires_at', Date>;
type OptionalInstants = Columns<
  'started_at' | 'idle_expires_at' | 'ended_at' | 'ticket_used_at',
  Date | null
>;
type Counts = Columns<'idle_seconds' | 'extensions_used' | 'extensions_max' | 'extension_seconds', number>;

/** A row of `impersonations`, as both drivers parse it. */
export type SessionRow = Texts &
  OptionalTexts &
  Instants &
  OptionalInstants &
  Counts & {
    readonly mode: SessionRecord['mode'];
    readonly modes: SessionRecord['modes'];
    readonly status: SessionRecord['status'];
    readonly end_cause: SessionRecord['endCause'];
  };

export function toRecord(row: SessionRow): SessionRecord {
  return {
    id: row.id,
    actor: party(row.actor_id, row.actor_name, row.actor_email),
    subject: party(row.subject_id, row.subject_name, row.subject_email),
    category: row.category,
    reason: row.reason,
    caseNumber: row.case_number,
    mode: row.mode,
    status: row.status,
    createdAt: row.created_at.toISOString(),
    startedAt: iso(row.started_at),
    expiresAt: row.expires_at.toISOString(),
    idleExpiresAt: iso(row.idle_expires_at),
    endedAt: iso(row.ended_at),
    endCause: row.end_cause,
    endedBy: row.ended_by_id === null ? null : party(row.ended_by_id, row.ended_by_name, row.ended_by_email),
    endReason: row.end_reason,
    extension: { used: row.extensions_used, max: row.extensions_max, seconds: row.extension_seconds },
    modes: row.modes,
    idleSeconds: row.idle_seconds,
  };
}

export function toStored(row: SessionRow): StoredSession {
  return {
    record: toRecord(row),
    actorSessionId: row.actor_session_id,
    appOrigin: row.app_origin,
    ticketExpiresAt: row.ticket_expires_at.getTime(),
    boundTo: row.key_thumbprint,
    ticketUsed: row.ticket_used_at !== null,
    idleEndsAt: row.idle_expires_at?.getTime() ?? null,
    endsAt: row.expires_at.getTime(),
  };
}

/** A row of `audit_events`; one driver parses `bigint` as a number, the other as text. */
export interface EventRow extends Record<string, unknown> {
  readonly seq: string | number | bigint;
  readonly at: Date;
  readonly type: SessionEvent['type'];
  readonly session_id: string | null;
  readonly actor_id: string;
  readonly actor_name: string | null;
  readonly actor_email: string | null;
  readonly subject_id: string;
  readonly subject_name: string | null;
  readonly subject_email: string | null;
  readonly request_id: string | null;
  readonly method: string | null;
  readonly route: string | null;
  readonly status: number | null;
  readonly action: string | null;
  readonly code: SessionEvent['code'];
  readonly detail: SessionEvent['detail'];
}

export function toEvent(row: EventRow): SessionEvent {
  const { request_id: id, method, route, status } = row;
  return {
    id: String(row.seq),
    at: row.at.toISOString(),
    type: row.type,
    sessionId: row.session_id,
    actor: party(row.actor_id, row.actor_name, row.actor_email),
    subject: party(row.subject_id, row.subject_name, row.subject_email),
    request: id === null || method === null || route === null ? null : { id, method, route, status },
    action: row.action,
    code: row.code,
    detail: row.detail,
  };
}

const party = (id: string, name: string | null, email: string | null): Party => ({ id, name, email });
const iso = (instant: Date | null) => instant?.toISOString() ?? null;
