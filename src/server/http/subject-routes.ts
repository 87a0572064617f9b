/**
 * What somebody who was impersonated may see of it, and end: by their own sign-in, so never through the tab of whoever
 * impersonates them.
 *
 * @module
 */

import { toAccess } from '../../core/access.js';
import { isIdentifier } from '../../core/actor.js';
import { ImpersonationError } from '../../core/errors.js';
import { AccessQuery, judge, type AccessRecord, type Page } from '../../core/protocol.js';
import type { VerifiedSession } from '../claims.js';
import type { SubjectMay } from '../host.js';
import type { Context } from '../lifecycle/context.js';
import { endBySubject } from '../lifecycle/ending.js';
import { endOverdue } from '../lifecycle/overdue.js';
import { findLive } from '../lifecycle/standing.js';
import type { Callers } from './callers.js';
import { readJson } from './guards.js';
import { queryOf, type AddRoute } from './routes.js';

export function addSubjectRoutes(add: AddRoute, context: Context, callers: Callers, may: SubjectMay): void {
  const { store } = context;
  /** The person, and nobody who acts as them. */
  const themselves = (request: Request) =>
    callers.admin(request, (session) => refuseActor(context, session, request));

  if (!may.see) return;
  add('/me/access', {
    get: async (c) => {
      const person = await themselves(c.req.raw);
      const query = judge(AccessQuery, queryOf(c.req.raw), 'invalid_request');
      await endOverdue(context);
      const { items, ...page } = await store.list({ ...query, sort: '-createdAt', subjectId: person.id });
      const done = await store.countRequests(items.map(({ id }) => id));
      return Response.json({
        ...page,
        items: items.map((record) => toAccess(record, may, done(record.id))),
      } satisfies Page<AccessRecord>);
    },
  });

  add('/me/access/:id/end', {
    post: async (c) => {
      const person = await themselves(c.req.raw);
      if (!may.end) throw new ImpersonationError('forbidden');
      await readJson(c.req.raw);
      const id = c.req.param('id');
      const session = isIdentifier(id) ? await store.find(id) : null;
      if (session?.record.subject.id !== person.id) throw new ImpersonationError('not_found');
      const ended = await endBySubject(context, session.record.id, person);
      const done = await store.countRequests([ended.id]);
      return Response.json(toAccess(ended, may, done(ended.id)));
    },
  });
}

/** An actor who looked here would see what they hide, or end it in the person's name. The attempt is on record. */
async function refuseActor(context: Context, session: VerifiedSession, request: Request): Promise<never> {
  const { record } = await findLive(context, session);
  const error = new ImpersonationError('impersonation_blocked');
  const { code, status } = error;
  const { method } = request;
  const about = { id: crypto.randomUUID(), method, route: new URL(request.url).pathname, status };
  const at = context.now();
  await context.store.append([
    { at, type: 'request.blocked', sessionId: record.id, request: about, action: null, code },
  ]);
  throw error;
}
