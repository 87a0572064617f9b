/**
 * A host's site around the backend: people, a sign-in, a clock, and pages that send what a browser would.
 *
 * @module
 */

import { decodeJwt } from 'jose';

import type { Grant, Problem, SessionRecord, StartAnswer } from '../../../src/core/protocol.js';
import {
  createImpersonationBackend,
  type Backend,
  type BackendOptions,
  type Database,
  type Decision,
  type Person,
} from '../../../src/server/index.js';

export const origin = 'https://app.example';
export const reason = 'Looking into the missing invoice';
const began = Date.parse('2026-03-01T09:00:00.000Z');

/** A page's request: what a browser adds is there unless `headers` says otherwise; `null` takes a field away. */
export interface Sent {
  readonly method?: string;
  readonly as?: string | null;
  readonly token?: string;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
}

export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface Site {
  readonly backend: Backend;
  /** Ids of people that no other test knows. */
  readonly sam: string;
  readonly dana: string;
  readonly clock: { now: number; pass(seconds: number): void };
  readonly people: Map<string, Person>;
  /** What the policy answers; by default members may be acted as by support. */
  decide: (attempt: { actor: Person; subject: Person }) => Decision;
  readonly signedOut: Set<string>;
  readonly told: SessionRecord[];
  readonly errors: unknown[];
  send<Body = Problem>(path: string, request?: Sent): Promise<Answered<Body>>;
  start(request?: Record<string, unknown>, as?: string): Promise<Answered<StartAnswer & Problem>>;
  /** Starts and redeems. */
  impersonate(request?: Record<string, unknown>): Promise<Grant>;
  redeem(ticket: string, headers?: Sent['headers']): Promise<Answered<Grant & Problem>>;
  /** The types of a session's rows, oldest first. */
  record(sessionId: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function openSite(
  database: Database | string,
  options: Partial<BackendOptions> = {},
): Promise<Site> {
  const id = crypto.randomUUID().slice(0, 8);
  const sam = `sam_${id}`;
  const dana = `dana_${id}`;
  const people = new Map<string, Person>(
    [
      { id: sam, name: 'Sam Lee', email: 'sam@host.example', role: 'support' },
      { id: dana, name: 'Dana Fox', email: 'dana@acme.example', organization: 'Acme', role: 'member' },
      { id: `owner_${id}`, name: 'Olga Wood', role: 'owner' },
      { id: `kim_${id}`, name: 'Kim Noor', role: 'member' },
      { id: `lou_${id}`, name: 'Lou Reyes', role: 'member' },
      { id: `max_${id}`, name: 'Max Stern', role: 'member' },
    ].map((person) => [person.id, person]),
  );
  const clock = {
    now: began,
    pass(seconds: number) {
      clock.now += seconds * 1000;
    },
  };
  const signedOut = new Set<string>();
  const told: SessionRecord[] = [];
  const errors: unknown[] = [];

  const backend = await createImpersonationBackend({
    database,
    issuer: 'https://app.example/impersonation',
    audience: origin,
    app: { url: `${origin}/` },
    now: () => clock.now,
    onError: (error) => errors.push(error),
    authenticate: (request) => {
      const person = people.get(request.headers.get('cookie')?.replace('user=', '') ?? '');
      return person && !signedOut.has(person.id) ? { ...person, sessionId: `s_${person.id}` } : null;
    },
    isSignedIn: (actor) => !signedOut.has(actor.id),
    users: {
      get: async (userId) => people.get(userId) ?? null,
      search: async ({ query, limit, cursor }) => {
        const found = [...people.values()].filter(({ name }) =>
          name.toLowerCase().includes(query.toLowerCase()),
        );
        const from = Number(cursor?.replace('from:', '') ?? 0);
        const nextCursor = found.length > from + limit ? `from:${from + limit}` : null;
        return { items: found.slice(from, from + limit), nextCursor };
      },
    },
    policy: (attempt) => site.decide(attempt),
    rights: (person) => person.role === 'support' || person.role === 'owner',
    tellSubject: (session) => void told.push(session),
    ...options,
  });

  const site: Site = {
    backend,
    sam,
    dana,
    clock,
    people,
    signedOut,
    told,
    errors,
    decide: ({ actor, subject }) => {
      if (actor.role !== 'support') return false;
      return subject.role === 'member' || { refuse: 'subject_protected' };
    },
    async send(path, { method = 'GET', as = null, token, body, text, headers = {} } = {}) {
      const fields: Record<string, string | null> = {
        ...(method !== 'GET' && {
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
        }),
        ...(as !== null && { cookie: `user=${as}` }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      };
      const sent = Object.entries(fields).filter((field): field is [string, string] => field[1] !== null);
      const content = text ?? (body === undefined ? null : JSON.stringify(body));
      const response = await backend.fetch(
        new Request(new URL(path, origin), { method, headers: sent, body: content }),
      );
      const answer = await response.text();
      return {
        status: response.status,
        body: (answer === '' ? null : JSON.parse(answer)) as never,
        headers: response.headers,
      };
    },
    start: (request = {}, as = sam) =>
      site.send('/impersonations', {
        method: 'POST',
        as,
        body: { userId: dana, reason, durationSeconds: 900, ...request },
      }),
    redeem: (ticket, headers = {}) => site.send('/redeem', { method: 'POST', body: { ticket }, headers }),
    async impersonate(request) {
      const { body } = await site.start(request);
      return (await site.redeem(ticketOf(body))).body;
    },
    async record(sessionId) {
      const rows = await backend.database.query<{ type: string }>(
        'select type from impersonation_kit.audit_events where session_id = $1 order by seq',
        [sessionId],
      );
      return rows.map(({ type }) => type);
    },
    close: () => backend.close(),
  };
  return site;
}

export function ticketOf(answer: StartAnswer): string {
  if (answer.kind !== 'ticket') throw new Error('The answer holds no ticket');
  return answer.ticket;
}

export function sessionOf(answer: StartAnswer): SessionRecord {
  if (answer.kind !== 'ticket') throw new Error('The answer holds no session');
  return answer.session;
}

export const claimsOf = (grant: Grant) => decodeJwt(grant.token);
