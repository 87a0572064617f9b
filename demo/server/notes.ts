/**
 * A person's notes and projects. Each handler says itself what an impersonation may do with it; nothing is matched on a
 * path.
 *
 * @module
 */

import { randomUUID } from 'node:crypto';

import { Hono } from 'hono';

import type { Backend, Database } from '../../src/server/index.js';
import { bodyOf, refuse, type Fields } from './http.js';

export function notesApi(database: Database, { withAuth }: Backend['auth']): Hono {
  const list = withAuth(async ({ auth }) => {
    const projects = await database.query(
      `select id, name from demo.project where "userId" = $1 order by name`,
      [auth.userId],
    );
    const notes = await database.query(
      `select ${columns} from demo.note where "userId" = $1 order by "updatedAt" desc, id`,
      [auth.userId],
    );
    return Response.json({ projects, notes });
  });

  const create = withAuth(
    async (request) => {
      const { projectId } = await bodyOf(request);
      const [note] = await database.query(
        `insert into demo.note (id, "userId", "projectId", title, body)
         select $1, $2, p.id, 'Untitled note', '' from demo.project p where p.id = $3 and p."userId" = $2
         returning ${columns}`,
        [`note_${randomUUID()}`, request.auth.userId, projectId],
      );
      return note ? Response.json(note, { status: 201 }) : refuse(404, 'There is no such project.');
    },
    { whileImpersonating: 'allow', action: 'note.create' },
  );

  const update = withAuth(
    async (request, id: string) => {
      const fields = await bodyOf(request);
      if (!isNote(fields)) return refuse(422, 'Give the note a title, and keep it under 20,000 characters.');
      const [note] = await database.query(
        `update demo.note set title = $3, body = $4, "updatedAt" = now()
         where id = $1 and "userId" = $2 returning ${columns}`,
        [id, request.auth.userId, fields.title.trim(), fields.body],
      );
      return note ? Response.json(note) : refuse(404, 'There is no such note.');
    },
    { whileImpersonating: 'allow', action: 'note.update' },
  );

  const remove = withAuth(
    async ({ auth }, id: string) => {
      await database.query(`delete from demo.note where id = $1 and "userId" = $2`, [id, auth.userId]);
      return new Response(null, { status: 204 });
    },
    { whileImpersonating: 'allow', action: 'note.delete' },
  );

  const app = new Hono();
  app.get('/', (c) => list(c.req.raw));
  app.post('/', (c) => create(c.req.raw));
  app.patch('/:id', (c) => update(c.req.raw, c.req.param('id')));
  app.delete('/:id', (c) => remove(c.req.raw, c.req.param('id')));
  return app;
}

const columns = `id, "projectId", title, body, "updatedAt"`;

function isNote(fields: Fields): fields is { title: string; body: string } {
  const { title, body } = fields;
  return (
    typeof title === 'string' &&
    title.trim() !== '' &&
    title.length <= 200 &&
    typeof body === 'string' &&
    body.length <= 20_000
  );
}
