/**
 * The admin area's list of users.
 *
 * @module
 */

import { Hono } from 'hono';

import type { Backend, Database } from '../../src/server/index.js';
import { refuse } from './http.js';
import { isStaff, whyNot } from './impersonation.js';
import { listPeople, personById } from './people.js';

const size = 20;

export function adminApi(database: Database, { withAuth }: Backend['auth']): Hono {
  const users = withAuth(
    async (request) => {
      const person = await personById(database, request.auth.userId);
      if (!person || !isStaff(person)) return refuse(403, 'Only the Fieldnotes team sees this page.');
      const { searchParams } = new URL(request.url);
      const page = Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1);
      const { items, total } = await listPeople(
        database,
        (searchParams.get('query') ?? '').slice(0, 100),
        page,
        size,
      );
      return Response.json({
        page,
        size,
        total,
        items: items.map((user) => ({ ...user, whyNot: whyNot(person, user) })),
      });
    },
    { whileImpersonating: 'deny', action: 'admin.users' },
  );

  const app = new Hono();
  app.get('/users', (c) => users(c.req.raw));
  return app;
}
