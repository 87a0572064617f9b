/**
 * The signed-in person: who they are, who signed in as them, and the end of their account.
 *
 * @module
 */

import { Hono } from 'hono';

import type { Backend, Database } from '../../src/server/index.js';
import { refuse } from './http.js';
import { isStaff } from './impersonation.js';
import { personById } from './people.js';

export function accountApi(database: Database, { withAuth }: Backend['auth']): Hono {
  const me = withAuth(async ({ auth }) => {
    const person = await personById(database, auth.userId);
    if (!person) return refuse(404, 'This account is gone.');
    return Response.json({ ...person, staff: isStaff(person) });
  });

  const notices = withAuth(async ({ auth }) =>
    Response.json(
      await database.query(
        `select id, "actorName", reason, at, seen from demo.notice where "userId" = $1 order by at desc limit 20`,
        [auth.userId],
      ),
    ),
  );

  // Whether they have read it is the person's own affair: nobody reads it for them.
  const see = withAuth(
    async ({ auth }, id: string) => {
      await database.query(`update demo.notice set seen = true where id = $1 and "userId" = $2`, [
        id,
        auth.userId,
      ]);
      return new Response(null, { status: 204 });
    },
    { whileImpersonating: 'deny', action: 'notice.see' },
  );

  const remove = withAuth(
    async ({ auth }) => {
      await database.query(`delete from demo."user" where id = $1`, [auth.userId]);
      return new Response(null, { status: 204 });
    },
    { whileImpersonating: 'deny', action: 'account.delete' },
  );

  const app = new Hono();
  app.get('/me', (c) => me(c.req.raw));
  app.get('/notices', (c) => notices(c.req.raw));
  app.put('/notices/:id', (c) => see(c.req.raw, c.req.param('id')));
  app.delete('/account', (c) => remove(c.req.raw));
  return app;
}
