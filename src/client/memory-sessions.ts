/**
 * The life of the impersonations in a memory client: the rules of the real backend, as far as an element can see them.
 *
 * @module
 */

import { base64url } from 'jose';
import type { InferOutput } from 'valibot';

import { decodeSession } from '../core/decode.js';
import { ImpersonationError } from '../core/errors.js';
import type {
  EndCause,
  Grant,
  Mode,
  Party,
  RequestCounts,
  SessionEvent,
  SessionRecord,
  StartRequest,
} from '../core/protocol.js';
import {
  countRequests,
  draftEvent,
  endDetail,
  requestedEvent,
  seedEvents,
  type EventDraft,
} from './memory-events.js';
import { iso, sampleSession } from './memory-seed.js';
import { mintToken } from './memory-token.js';
import { judgeOffer, type MemoryUser } from './memory-users.js';

const ticketSeconds = 30;
const idleSeconds = 900;
const atOnce = 3;

interface Ticket {
  readonly sessionId: string;
  readonly expiresAt: number;
  used: boolean;
}

export class MemorySessions {
  readonly #sessions = new Map<string, SessionRecord>();
  readonly #events = new Map<string, SessionEvent[]>();
  readonly #tickets = new Map<string, Ticket>();
  readonly #admin: Party;
  readonly #now: () => number;
  readonly #seededAt: number;
  #made = 0;
  #eventId = 0;

  constructor(sessions: readonly SessionRecord[], admin: Party, now: () => number) {
    this.#admin = admin;
    this.#now = now;
    this.#seededAt = now();
    for (const session of sessions) this.#sessions.set(session.id, session);
  }

  /** Every record, each as it is by now. */
  all(): SessionRecord[] {
    return [...this.#sessions.keys()].map((id) => this.get(id));
  }

  get(id: string): SessionRecord {
    const session = this.#sessions.get(id);
    if (!session) throw new ImpersonationError('not_found');
    return this.#settle(session);
  }

  /** Adds a record, or replaces the one with its id. */
  put(session: SessionRecord): void {
    this.#sessions.set(session.id, session);
  }

  events(id: string): SessionEvent[] {
    const session = this.get(id);
    const known = this.#events.get(id);
    if (known) return known;
    const rows: SessionEvent[] = [];
    this.#events.set(id, rows);
    for (const row of seedEvents(session, this.#seededAt)) this.#record(row);
    return rows;
  }

  done(id: string): RequestCounts {
    return countRequests(this.events(id));
  }

  start(
    user: MemoryUser,
    request: InferOutput<typeof StartRequest>,
  ): { session: SessionRecord; ticket: string } {
    const offer = judgeOffer(user, request);
    const open = this.all().filter(({ actor, status }) => actor.id === this.#admin.id && status !== 'ended');
    const same = open.filter(({ subject }) => subject.id === user.id);
    if (same.length) throw new ImpersonationError('session_conflict', { sessionIds: idsOf(same) });
    if (open.length >= atOnce) throw new ImpersonationError('too_many_sessions', { sessionIds: idsOf(open) });

    const number = ++this.#made;
    const session = sampleSession(
      {
        id: `imp_new_${String(number)}`,
        actor: this.#admin,
        subject: { id: user.id, name: user.name, email: user.email ?? null },
        category: request.category ?? null,
        reason: request.reason,
        caseNumber: offer.caseNumber === 'off' ? null : (request.caseNumber ?? null),
        mode: request.mode,
        modes: offer.modes,
        status: 'pending',
        createdAt: iso(this.#now()),
        startedAt: null,
        expiresAt: iso(this.#now() + request.durationSeconds * 1000),
        idleExpiresAt: null,
        idleSeconds,
      },
      this.#now(),
    );
    this.put(session);
    this.#events.set(session.id, []);
    this.#record(requestedEvent(session));
    const ticket = base64url.encode(`ticket of the memory client ${String(number).padStart(4, '0')}`);
    this.#tickets.set(ticket, {
      sessionId: session.id,
      expiresAt: this.#now() + ticketSeconds * 1000,
      used: false,
    });
    return { session, ticket };
  }

  ticketExpiresAt(ticket: string): string {
    return iso(this.#tickets.get(ticket)?.expiresAt ?? this.#now());
  }

  redeem(value: string): Grant {
    const ticket = this.#tickets.get(value);
    if (!ticket) throw new ImpersonationError('ticket_invalid');
    const session = this.get(ticket.sessionId);
    if (ticket.used) {
      if (session.status !== 'ended') {
        this.#record(draftEvent(session, this.#now(), 'session.ticket-replayed'));
        this.#end(session, 'revoked', null, null);
      }
      throw new ImpersonationError('ticket_used');
    }
    if (session.endCause === 'never-redeemed') throw new ImpersonationError('ticket_expired');
    if (session.endCause) throw overError(session);
    ticket.used = true;
    const after = {
      status: 'active',
      startedAt: iso(this.#now()),
      idleExpiresAt: iso(this.#now() + idleSeconds * 1000),
    } as const;
    const started = this.#change(session, 'session.started', {}, after);
    return this.#grant(started);
  }

  renew(token: string): Grant {
    return this.#grant(this.held(token));
  }

  extend(token: string, reason: string | null): Grant {
    const session = this.held(token);
    const { used, max, seconds } = session.extension;
    if (used >= max) throw new ImpersonationError('extension_not_allowed');
    const expiresAt = iso(Date.parse(session.expiresAt) + seconds * 1000);
    const after = { expiresAt, extension: { used: used + 1, max, seconds } };
    return this.#grant(this.#change(session, 'session.extended', { seconds, expiresAt, reason }, after));
  }

  setMode(token: string, mode: Mode, reason: string | null): Grant {
    const session = this.held(token);
    if (!session.modes.includes(mode)) throw new ImpersonationError('mode_not_allowed', { field: 'mode' });
    if (session.mode === mode) return this.#grant(session);
    const detail = { from: session.mode, to: mode, reason };
    return this.#grant(this.#change(session, 'session.mode-changed', detail, { mode }));
  }

  end(token: string): SessionRecord {
    const session = this.held(token);
    return this.#end(session, 'ended', session.actor, null);
  }

  revoke(id: string, reason: string): SessionRecord {
    const session = this.get(id);
    return session.status === 'ended' ? session : this.#end(session, 'revoked', this.#admin, reason);
  }

  endBySubject(id: string, subjectId: string): SessionRecord {
    const session = this.get(id);
    if (session.subject.id !== subjectId) throw new ImpersonationError('not_found');
    if (session.status === 'ended') return session;
    return this.#end(session, 'revoked-by-subject', session.subject, null);
  }

  /** The session a token is for, when both are still good. */
  held(token: string): SessionRecord {
    const { sessionId, expiresAt } = decodeSession(token);
    const session = this.get(sessionId ?? '');
    if (session.status === 'ended') throw overError(session);
    if ((expiresAt ?? 0) <= this.#now()) throw new ImpersonationError('expired');
    return session;
  }

  /** Ends what the clock has overtaken. */
  #settle(session: SessionRecord): SessionRecord {
    if (session.status === 'ended') return session;
    const ends: [cause: EndCause, at: number][] =
      session.status === 'pending'
        ? [['never-redeemed', Date.parse(session.createdAt) + ticketSeconds * 1000]]
        : [
            ['expired', Date.parse(session.expiresAt)],
            ['idle', session.idleExpiresAt ? Date.parse(session.idleExpiresAt) : Infinity],
          ];
    const [cause, at] = ends.reduce((a, b) => (b[1] < a[1] ? b : a));
    return at <= this.#now() ? this.#end(session, cause, null, null, at) : session;
  }

  #end(
    session: SessionRecord,
    endCause: EndCause,
    endedBy: Party | null,
    endReason: string | null,
    at = this.#now(),
  ): SessionRecord {
    const after = { status: 'ended', endedAt: iso(at), endCause, endedBy, endReason } as const;
    return this.#change(session, 'session.ended', endDetail({ ...session, ...after }), after, at);
  }

  #change(
    session: SessionRecord,
    type: SessionEvent['type'],
    detail: SessionEvent['detail'],
    after: Partial<SessionRecord>,
    at = this.#now(),
  ): SessionRecord {
    const changed = { ...session, ...after };
    this.#sessions.set(session.id, changed);
    // Rows of a seeded session are made when somebody reads them, and those it had come first.
    if (!this.#events.has(session.id)) {
      this.#events.set(session.id, []);
      for (const row of seedEvents(session, this.#seededAt)) this.#record(row);
    }
    this.#record(draftEvent(changed, at, type, { detail }));
    return changed;
  }

  #record(row: EventDraft): void {
    this.#events.get(row.sessionId ?? '')?.push({ id: String(++this.#eventId), ...row });
  }

  #grant(session: SessionRecord): Grant {
    return { token: mintToken(session, this.#now(), `token_${String(++this.#made)}`), session };
  }
}

function overError({ endCause, endedBy }: SessionRecord): ImpersonationError {
  const ranOut = endCause === 'expired' || endCause === 'idle';
  return new ImpersonationError(ranOut ? 'session_expired' : 'session_revoked', {
    endCause: endCause ?? 'unknown',
    ...(endCause === 'revoked' && endedBy && { endedBy }),
  });
}

const idsOf = (sessions: readonly SessionRecord[]) => sessions.map(({ id }) => id);
