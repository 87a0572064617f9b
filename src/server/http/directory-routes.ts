/**
 * The host's users, as an admin who may impersonate some of them sees them.
 *
 * @module
 */

import { base64url } from 'jose';

import { isIdentifier } from '../../core/actor.js';
import { ImpersonationError } from '../../core/errors.js';
import { judge, UserQuery, type Page, type UserDetail, type UserSummary } from '../../core/protocol.js';
import type { Person } from '../host.js';
import type { Context } from '../lifecycle/context.js';
import { askPolicy, type Verdict } from '../lifecycle/permission.js';
import { askHost } from '../lifecycle/standing.js';
import type { Desk } from './desk.js';
import { queryOf, type AddRoute } from './routes.js';

export function addDirectoryRoutes(add: AddRoute, context: Context, desk: Desk): void {
  add('/users', {
    get: async (c) => {
      const admin = await desk.admin(c.req.raw, 'search-users');
      const { query = '', limit, cursor } = judge(UserQuery, queryOf(c.req.raw), 'invalid_request');
      const found = await askHost(context, () =>
        context.users.search({ query, limit, cursor: cursor === undefined ? null : unwrap(cursor) }),
      );
      const items = await Promise.all(
        found.items.map(async (person) => summarise(person, await askPolicy(context, admin, person))),
      );
      const nextCursor = found.nextCursor === null ? null : base64url.encode(found.nextCursor);
      return Response.json({ items, nextCursor, total: null } satisfies Page<UserSummary>);
    },
  });

  add('/users/:id', {
    get: async (c) => {
      const { person: admin, allowed } = await desk.adminWith(c.req.raw, 'search-users');
      const id = c.req.param('id');
      const person = isIdentifier(id) ? await askHost(context, () => context.users.get(id)) : null;
      const verdict = person && (await askPolicy(context, admin, person));
      // Who may not look around may still see whom they may act as, and cannot tell the rest from nobody.
      if (!allowed && !verdict?.terms) throw new ImpersonationError('forbidden');
      if (!verdict) throw new ImpersonationError('user_not_found');
      return Response.json(describe(person, verdict, context.tellSubject !== null));
    },
  });
}

function summarise(person: Person, { refusal }: Verdict): UserSummary {
  const { id, name, email = null, organization = null, role = null } = person;
  return { id, name, email, organization, role, refusal };
}

function describe(person: Person, verdict: Verdict, tellsSubject: boolean): UserDetail {
  const { terms } = verdict;
  const offer = terms && {
    modes: terms.modes,
    durations: terms.durations,
    caseNumber: terms.caseNumber,
    tellsSubject,
  };
  return { ...summarise(person, verdict), offer };
}

/** The directory's own page marker may hold any character; on the way it is base64url. */
function unwrap(cursor: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(cursor));
  } catch (cause) {
    throw new ImpersonationError('invalid_cursor', { cause });
  }
}
