/**
 * Impersonations, as admins start, review and revoke them.
 *
 * @module
 */

import { isIdentifier, own } from '../../core/actor.js';
import { ImpersonationError } from '../../core/errors.js';
import {
  ActivityQuery,
  EventQuery,
  ExportQuery,
  judge,
  RevokeRequest,
  SessionQuery,
  StartRequest,
  type SessionRecord,
  type StartAnswer,
} from '../../core/protocol.js';
import type { VerifiedSession } from '../claims.js';
import type { Right, SignedIn } from '../host.js';
import type { Context } from '../lifecycle/context.js';
import { revoke } from '../lifecycle/ending.js';
import { endOverdue } from '../lifecycle/overdue.js';
import { recordRefusal, start, stranger } from '../lifecycle/start.js';
import type { Callers } from './callers.js';
import type { Desk } from './desk.js';
import { exportSessions } from './export.js';
import { readJson } from './guards.js';
import { createOnce, readIdempotencyKey } from './idempotency.js';
import { createRateLimit } from './rate-limit.js';
import { queryOf, type AddRoute } from './routes.js';

export function addSessionRoutes(add: AddRoute, context: Context, desk: Desk, callers: Callers): void {
  const { store, limits, now } = context;
  const countStart = createRateLimit(limits.startsPerMinute, now);
  const once = createOnce<StartAnswer>(context.ticketSeconds, now);
  const countExport = createRateLimit(limits.exportsPerMinute, now);
  const countStartFrom = createRateLimit(limits.startsPerMinuteFromAddress, now);

  add('/impersonations', {
    get: async (c) => {
      await desk.admin(c.req.raw, 'read-sessions');
      const query = judge(SessionQuery, queryOf(c.req.raw), 'invalid_request');
      await endOverdue(context);
      return Response.json(await store.list(query));
    },
    post: async (c) => {
      const admin = await callers.admin(c.req.raw, (session) => refuseNested(context, session, c.req.raw));
      const key = readIdempotencyKey(c.req.raw);
      const body = await readJson(c.req.raw);
      const begin = async () => {
        countStart(admin.id);
        const address = context.addressOf(c.req.raw);
        if (address !== '') countStartFrom(address);
        return start(context, admin, judge(StartRequest, body, 'invalid_request'), key);
      };
      const beginOnce = () => {
        // A key is the actor's own, and their sign-in's: nobody else gets what was answered to it.
        const mine = JSON.stringify([admin.id, admin.sessionId, key]);
        return once({ key: mine, body: JSON.stringify(judge(StartRequest, body, 'invalid_request')) }, begin);
      };
      try {
        return Response.json(await (key === null ? begin() : beginOnce()), { status: 201 });
      } catch (error) {
        throw (await desk.may(admin, 'search-users')) ? error : hideWhoIsThere(error);
      }
    },
  });

  // Before the paths with an id, which would take it for one.
  add('/impersonations/activity', {
    get: async (c) => {
      await desk.admin(c.req.raw, 'read-sessions');
      const query = judge(ActivityQuery, queryOf(c.req.raw), 'invalid_request');
      await endOverdue(context);
      return Response.json(await store.activity(query, now()));
    },
  });

  add('/impersonations/export', {
    get: async (c) => {
      const admin = await desk.admin(c.req.raw, 'read-sessions');
      const query = judge(ExportQuery, queryOf(c.req.raw), 'invalid_request');
      countExport(admin.id);
      await endOverdue(context);
      return exportSessions(context, admin, query);
    },
  });

  /** One's own sessions are always one's to see and to end; those of others with the right only. */
  async function reach(request: Request, id: string | undefined, right: Right) {
    const { person, allowed } = await desk.adminWith(request, right);
    if (isIdentifier(id)) await endOverdue(context, { id });
    const session = isIdentifier(id) ? await store.find(id) : null;
    if (!allowed && session?.record.actor.id !== person.id) throw new ImpersonationError('forbidden');
    if (!session) throw new ImpersonationError('not_found');
    return { person, record: session.record } satisfies { person: SignedIn; record: SessionRecord };
  }

  add('/impersonations/:id', {
    get: async (c) => Response.json((await reach(c.req.raw, c.req.param('id'), 'read-sessions')).record),
  });

  add('/impersonations/:id/events', {
    get: async (c) => {
      const { record } = await reach(c.req.raw, c.req.param('id'), 'read-sessions');
      const query = judge(EventQuery, queryOf(c.req.raw), 'invalid_request');
      return Response.json(await store.events(record.id, query));
    },
  });

  add('/impersonations/:id/revoke', {
    post: async (c) => {
      const { person, record } = await reach(c.req.raw, c.req.param('id'), 'revoke-sessions');
      const request = judge(RevokeRequest, await readJson(c.req.raw), 'invalid_request');
      return Response.json(await revoke(context, record.id, request, person));
    },
  });
}

/** Who may not look for people must not find out who there is, or who is protected, by trying to act as them. */
function hideWhoIsThere(error: unknown): unknown {
  const { code } = ImpersonationError.from(error);
  return code === 'user_not_found' || code === 'subject_protected'
    ? new ImpersonationError('not_permitted')
    : error;
}

/** The row stands in the session whose token was used. */
async function refuseNested(
  context: Context,
  { sessionId, actor }: VerifiedSession,
  request: Request,
): Promise<never> {
  const error = new ImpersonationError('nested_impersonation');
  const userId = own(await readJson(request), 'userId');
  if (actor && isIdentifier(userId))
    await recordRefusal(context, error, stranger(actor.sub), stranger(userId), sessionId);
  throw error;
}
