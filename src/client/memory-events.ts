/**
 * The record of an impersonation that was seeded: what its admin could have done in it.
 *
 * @module
 */

import type { RequestCounts, SessionEvent, SessionRecord } from '../core/protocol.js';
import { iso, nth, randomFrom } from './memory-seed.js';

/** A row but for its place in the record. */
export type EventDraft = Omit<SessionEvent, 'id'>;

const visits: [method: string, route: string, action: string | null][] = [
  ['GET', '/api/projects', null],
  ['GET', '/api/notes', null],
  ['GET', '/api/notes/n_318', null],
  ['PATCH', '/api/notes/n_318', 'note.update'],
  ['GET', '/api/settings', null],
  ['DELETE', '/api/notes/n_207', 'note.delete'],
  ['POST', '/api/account/email', 'account.email'],
];

/** A row about `session`, with nothing in it but when and what. */
export function draftEvent(
  session: SessionRecord,
  at: number,
  type: SessionEvent['type'],
  rest: Partial<EventDraft> = {},
): EventDraft {
  return {
    at: iso(at),
    type,
    sessionId: session.id,
    actor: session.actor,
    subject: session.subject,
    request: null,
    action: null,
    code: null,
    detail: {},
    ...rest,
  };
}

/** The row with which an impersonation begins. */
export function requestedEvent(session: SessionRecord): EventDraft {
  const { reason, category, caseNumber, mode } = session;
  const durationSeconds = Math.round(
    (Date.parse(session.expiresAt) - Date.parse(session.startedAt ?? session.createdAt)) / 1000,
  );
  return draftEvent(session, Date.parse(session.createdAt), 'session.requested', {
    detail: { reason, category, caseNumber, mode, durationSeconds },
  });
}

/** What belongs to the row with which it ends. */
export function endDetail({ endCause, endedAt, endedBy, endReason }: SessionRecord): SessionEvent['detail'] {
  return {
    cause: endCause,
    endedAt,
    ...(endedBy && { by: endedBy.id }),
    ...(endReason !== null && { reason: endReason }),
  };
}

/** All rows of a seeded impersonation, oldest first. */
export function seedEvents(session: SessionRecord, now: number): EventDraft[] {
  const rows = [requestedEvent(session)];
  if (session.startedAt) {
    const start = Date.parse(session.startedAt);
    rows.push(draftEvent(session, start, 'session.started'));
    const until = session.endedAt ? Date.parse(session.endedAt) : now;
    rows.push(...seedRequests(session, start, until));
  }
  if (session.endedAt) {
    const detail = endDetail(session);
    rows.push(draftEvent(session, Date.parse(session.endedAt), 'session.ended', { detail }));
  }
  return rows;
}

function seedRequests(session: SessionRecord, start: number, until: number): EventDraft[] {
  const random = randomFrom([...session.id].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7));
  // Most people know better than to try what this access is not good for. (Near seeds begin with near numbers.)
  const tries = (random() * 997) % 1 < 0.15;
  const possible = visits.filter(
    ([method, , action]) =>
      method === 'GET' || tries || (session.mode === 'full' && action !== 'account.email'),
  );
  const rows: EventDraft[] = [];
  let at = start + 1500;
  for (let index = 0; at < until && index < 14; index++) {
    const [method, route, action] = nth(possible, Math.floor(random() * possible.length));
    const request = { id: `${session.id}-r${String(index + 1)}`, method, route };
    const row = (
      type: SessionEvent['type'],
      after: number,
      status: number | null,
      code: SessionEvent['code'],
    ) => rows.push(draftEvent(session, at + after, type, { request: { ...request, status }, action, code }));
    if (method === 'GET') row('request.made', 0, 200, null);
    else if (action === 'account.email') row('request.blocked', 0, 403, 'impersonation_blocked');
    else if (session.mode === 'read-only') row('request.blocked', 0, 403, 'read_only_mode');
    else {
      row('request.intended', 0, null, null);
      row('request.made', 38, 200, null);
    }
    at += 4000 + Math.floor(random() * 70_000);
  }
  return rows;
}

/** How much those rows say was done. */
export function countRequests(rows: readonly SessionEvent[]): RequestCounts {
  const of = (type: SessionEvent['type']) =>
    rows.flatMap(({ type: its, request }) => (its === type && request ? [request] : []));
  const looks = of('request.made').filter(isLook);
  const failed = of('request.made').filter((request) => !isLook(request) && (request.status ?? 0) >= 400);
  return {
    looks: looks.length,
    changes: of('request.intended').length - failed.length,
    blocked: of('request.blocked').length,
  };
}

const isLook = ({ method }: { readonly method: string }) => method === 'GET' || method === 'HEAD';
