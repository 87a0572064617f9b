/**
 * A backend that is not there, for stories and tests: the same rules, a clock that stands still until it is told to
 * move, and nothing left to chance.
 *
 * @module
 */

import { toAccess } from '../core/access.js';
import { ImpersonationError } from '../core/errors.js';
import {
  AccessQuery,
  ActivityQuery,
  EventQuery,
  ExportQuery,
  ExtendRequest,
  judge,
  ModeRequest,
  RedeemRequest,
  RevokeRequest,
  SessionQuery,
  StartRequest,
  UserQuery,
  type Party,
  type SessionRecord,
} from '../core/protocol.js';
import { allCapabilities, type Capabilities, type ImpersonationClient } from './client.js';
import { countActivity } from './memory-activity.js';
import { createControls, type MemoryControls } from './memory-controls.js';
import { exportFromMemory } from './memory-export.js';
import { includes, matchesSession, pageOf, sortSessions } from './memory-query.js';
import { seedAdmin, seedInstant, seedSessions, seedUsers } from './memory-seed.js';
import { MemorySessions } from './memory-sessions.js';
import { offerOf, summaryOf, type MemoryUser } from './memory-users.js';

export interface MemoryClientOptions {
  /** The directory. A believable one when absent. */
  readonly users?: readonly MemoryUser[];
  /** Impersonations there were: as they are, or how many to make up. 120 when absent. */
  readonly sessions?: readonly SessionRecord[] | number;
  /** Who asks. */
  readonly admin?: Party;
  /** Whose sign-in it pretends to have besides the admin's: Dana Fox, who is told no names and may end, when absent. */
  readonly subject?: Partial<MemorySubject>;
  /** The clock: an instant it stands at, or a clock of your own. In milliseconds since the epoch. */
  readonly now?: number | (() => number);
  /** Milliseconds each answer takes. */
  readonly latency?: number;
  readonly capabilities?: Partial<Capabilities>;
  /** Sessions in an exported file at most. 100,000 when absent. */
  readonly exportRows?: number;
  /** The app in which a new tab opens. */
  readonly url?: string;
}

/** The person impersonated, and what they may see and do about it. */
export interface MemorySubject {
  readonly id: string;
  readonly seeActor: boolean;
  readonly end: boolean;
}

const usualSubject: MemorySubject = { id: 'u_42', seeActor: false, end: true };

export interface MemoryClient extends ImpersonationClient, MemoryControls {
  /** Adds an impersonation, or replaces the one with its id: somebody else was busy. */
  put(session: SessionRecord): void;
}

export function createMemoryClient(options: MemoryClientOptions = {}): MemoryClient {
  const { users = seedUsers, sessions: seeded = 120, admin = seedAdmin } = options;
  const { run, clock, ...controls } = createControls(options.now ?? seedInstant, options.latency ?? 0);
  const sessions = new MemorySessions(
    typeof seeded === 'number' ? seedSessions(users, seeded, clock.now()) : seeded,
    admin,
    clock.now,
  );
  const subject = { ...usualSubject, ...options.subject };
  const find = (id: string) => {
    const user = users.find((known) => known.id === id);
    if (!user) throw new ImpersonationError('user_not_found');
    return user;
  };

  return {
    ...controls,
    clock,
    capabilities: { ...allCapabilities, ...options.capabilities },
    now: clock.now,
    put: (session) => sessions.put(session),

    searchUsers: (query, call) =>
      run({ method: 'searchUsers', args: [query] }, call, () => {
        const { query: part, cursor, limit } = judge(UserQuery, query, 'invalid_request');
        const matches = ({ id, name, email, organization }: MemoryUser) =>
          includes([id, name, email, organization], part);
        const page = pageOf(users, matches, { cursor, limit });
        return { ...page, items: page.items.map(summaryOf) };
      }),
    getUser: (id, call) =>
      run({ method: 'getUser', args: [id] }, call, () => {
        const user = find(id);
        return { ...summaryOf(user), offer: user.refusal ? null : offerOf(user) };
      }),
    start: (request, call) =>
      run({ method: 'start', args: [request] }, call, () => {
        const judged = judge(StartRequest, request, 'invalid_request');
        const { session, ticket } = sessions.start(find(judged.userId), judged);
        const url = options.url ?? 'https://app.example/';
        return { kind: 'ticket', ticket, ticketExpiresAt: sessions.ticketExpiresAt(ticket), url, session };
      }),
    list: (query, call) =>
      run({ method: 'list', args: [query] }, call, () => {
        const judged = judge(SessionQuery, query, 'invalid_request');
        const { sort: order, cursor, limit } = judged;
        const sorted = sortSessions(sessions.all(), order);
        return pageOf(sorted, (session) => matchesSession(session, judged), { cursor, limit, order });
      }),
    get: (id, call) => run({ method: 'get', args: [id] }, call, () => sessions.get(id)),
    events: (id, query, call) =>
      run({ method: 'events', args: [id, query] }, call, () =>
        pageOf(sessions.events(id), () => true, judge(EventQuery, query, 'invalid_request')),
      ),
    activity: (query, call) =>
      run({ method: 'activity', args: [query] }, call, () =>
        countActivity(judge(ActivityQuery, query, 'invalid_request'), sessions, clock.now()),
      ),
    export: async (query, call) => {
      const judged = judge(ExportQuery, query, 'invalid_request');
      const found = await run({ method: 'export', args: [query] }, call, () =>
        sortSessions(sessions.all(), '-createdAt').filter((session) => matchesSession(session, judged)),
      );
      const pause = () => new Promise<void>((resolve) => setTimeout(resolve, options.latency ?? 0));
      const order = {
        query: judged,
        sessions: found,
        now: clock.now(),
        limit: options.exportRows ?? 100_000,
        pause,
      };
      return exportFromMemory(order, call);
    },
    revoke: (id, request, call) =>
      run({ method: 'revoke', args: [id, request] }, call, () =>
        sessions.revoke(id, judge(RevokeRequest, request, 'invalid_request').reason),
      ),

    listAccess: (query, call) =>
      run({ method: 'listAccess', args: [query] }, call, () => {
        const theirs = sortSessions(sessions.all(), '-createdAt').filter(
          (one) => one.subject.id === subject.id,
        );
        const page = pageOf(theirs, () => true, judge(AccessQuery, query, 'invalid_request'));
        return {
          ...page,
          items: page.items.map((session) => toAccess(session, subject, sessions.done(session.id))),
        };
      }),
    endAccess: (id, call) =>
      run({ method: 'endAccess', args: [id] }, call, () => {
        if (!subject.end) throw new ImpersonationError('forbidden');
        return toAccess(sessions.endBySubject(id, subject.id), subject, sessions.done(id));
      }),

    redeem: (ticket, call) =>
      run({ method: 'redeem', args: [] }, call, () =>
        sessions.redeem(judge(RedeemRequest, { ticket }, 'ticket_invalid').ticket),
      ),
    renew: (token, call) => run({ method: 'renew', args: [] }, call, () => sessions.renew(token)),
    current: (token, call) => run({ method: 'current', args: [] }, call, () => sessions.held(token)),
    extend: (token, request, call) =>
      run({ method: 'extend', args: [request] }, call, () =>
        sessions.extend(token, judge(ExtendRequest, request, 'invalid_request').reason ?? null),
      ),
    setMode: (token, request, call) =>
      run({ method: 'setMode', args: [request] }, call, () => {
        const { mode, reason } = judge(ModeRequest, request, 'invalid_request');
        return sessions.setMode(token, mode, reason ?? null);
      }),
    end: (token, call) => run({ method: 'end', args: [] }, call, () => sessions.end(token)),
  };
}
