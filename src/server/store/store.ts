/**
 * Where sessions and the record of them are kept.
 *
 * @module
 */

import type { ErrorCode } from '../../core/errors.js';
import type {
  Activity,
  ActivityQuery,
  EndCause,
  EventType,
  Mode,
  Page,
  Party,
  RequestCounts,
  SessionEvent,
  SessionQuery,
  SessionRecord,
} from '../../core/protocol.js';

/** A session with what only the server may know. Instants are milliseconds since the epoch. */
export interface StoredSession {
  readonly record: SessionRecord;
  /** The actor's own sign-in. */
  readonly actorSessionId: string;
  /** The only origin at which its ticket is good. */
  readonly appOrigin: string;
  readonly ticketExpiresAt: number;
  readonly ticketUsed: boolean;
  /** The thumbprint of the one key that its tokens are good for; `null` when they are bound to none. */
  readonly boundTo: string | null;
  readonly idleEndsAt: number | null;
  readonly endsAt: number;
}

/** A session about to begin. */
export interface NewSession {
  readonly id: string;
  readonly actor: Party;
  readonly actorSessionId: string;
  readonly subject: Party;
  readonly category: string | null;
  readonly reason: string;
  readonly caseNumber: string | null;
  readonly mode: Mode;
  readonly modes: readonly Mode[];
  readonly createdAt: number;
  readonly endsAt: number;
  readonly idleSeconds: number;
  readonly extension: { readonly max: number; readonly seconds: number };
  readonly appOrigin: string;
  readonly ticketHash: string;
  /** The caller's name for this start, under which there is no other of the same actor. */
  readonly idempotencyKey: string | null;
  readonly ticketExpiresAt: number;
}

export interface Ending {
  readonly at: number;
  readonly cause: EndCause;
  /** Who ended it, when a person did. */
  readonly by?: Party;
  readonly reason?: string;
}

/** A row of the record to be. Its parties are those of its session, when it has one. */
export interface NewEvent {
  readonly at: number;
  readonly type: EventType;
  readonly sessionId: string | null;
  readonly actor?: Party;
  readonly subject?: Party;
  readonly request?: NonNullable<SessionEvent['request']>;
  readonly action?: string | null;
  readonly code?: ErrorCode;
  readonly detail?: SessionEvent['detail'];
}

/** Which sessions to look at; all when nothing is said. */
export interface Scope {
  readonly id?: string;
  readonly actorId?: string;
}

/** What can be done, in a transaction or out of one. A change answers `null` when the session was no longer fit for it. */
export interface Statements {
  find(id: string): Promise<StoredSession | null>;
  findByTicket(ticketHash: string): Promise<StoredSession | null>;
  /** Whether this actor has started anything under this key. */
  hasStarted(actorId: string, idempotencyKey: string): Promise<boolean>;
  /** The impersonations of this actor that are not over, begun or not. */
  openOf(actorId: string): Promise<StoredSession[]>;
  insert(session: NewSession): Promise<StoredSession>;
  /** Uses the ticket: one caller in the world gets the session, and only in time. */
  redeem(ticketHash: string, use: { at: number; boundTo: string | null }): Promise<StoredSession | null>;
  /** Notes activity. */
  touch(id: string, at: number): Promise<StoredSession | null>;
  extend(id: string, extension: { at: number; seconds: number; max: number }): Promise<StoredSession | null>;
  setMode(id: string, change: { at: number; from: Mode; to: Mode }): Promise<StoredSession | null>;
  end(id: string, ending: Ending): Promise<StoredSession | null>;
  /** Whether any session's time is over that is not ended yet. */
  hasOverdue(at: number, scope?: Scope): Promise<boolean>;
  /** Ends each of them as of its own time. */
  endOverdue(at: number, scope?: Scope): Promise<StoredSession[]>;
  /** Adds rows to the record, in this order. */
  append(events: readonly NewEvent[]): Promise<void>;
}

export interface Transaction extends Statements {
  /** Makes all starts of one actor wait for each other until the transaction ends. */
  lockActor(actorId: string): Promise<void>;
}

export interface Store extends Statements {
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** @throws {ImpersonationError} `invalid_cursor`. */
  list(query: ListQuery): Promise<Page<SessionRecord>>;
  /** How many sessions match; no more than `most` are counted. */
  count(filter: SessionFilter, most: number): Promise<number>;
  /** Every session that matches, newest first, some at a time. @throws {ImpersonationError} `unavailable`, on the way. */
  every(filter: SessionFilter): AsyncGenerator<readonly SessionRecord[], void>;
  /** How many sessions began when. `now` in milliseconds since the epoch. */
  activity(query: ActivityFilter, now: number): Promise<Activity>;
  /** Oldest first. @throws {ImpersonationError} `invalid_cursor`. */
  events(
    sessionId: string,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<SessionEvent>>;
  /** How much was done in each of these sessions so far. */
  countRequests(sessionIds: readonly string[]): Promise<(sessionId: string) => RequestCounts>;
}

/** Which sessions are meant. */
export type SessionFilter = Omit<SessionQuery, 'sort' | 'limit' | 'cursor'> & {
  /** Whose they are, exactly. Never part of what a caller sends. */
  readonly subjectId?: string;
};

export type ActivityFilter = ActivityQuery & SessionFilter;

/** A judged query: what the protocol leaves out is filled in. */
export type ListQuery = SessionFilter & {
  readonly sort: NonNullable<SessionQuery['sort']>;
  readonly limit: number;
  readonly cursor?: SessionQuery['cursor'];
};
