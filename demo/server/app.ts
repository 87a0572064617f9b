/**
 * Fieldnotes in one piece: its sign-in, its API, its pages, and the kit mounted beside them.
 *
 * @module
 */

import { Hono } from 'hono';
import { mount } from 'hono/mount';

import { openDatabase, type DatabaseSource } from '../../src/server/index.js';
import { seed } from '../seed/seed.js';
import { accountApi } from './account.js';
import { adminApi } from './admin.js';
import { refuse } from './http.js';
import { createImpersonation } from './impersonation.js';
import { notesApi } from './notes.js';
import { createPages } from './pages.js';
import { createSchema, secretOf } from './schema.js';
import { createSignIn } from './sign-in.js';

export interface Fieldnotes {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly people: number;
  readonly close: () => Promise<void>;
}

/** `origin` is where the app is reached: the only one it takes changes from. */
export async function createFieldnotes(options: {
  database: DatabaseSource;
  origin: string;
}): Promise<Fieldnotes> {
  const { origin } = options;
  const [pages, database] = await Promise.all([createPages(), openDatabase(options.database)]);
  await createSchema(database);
  const people = await seed(database);
  const signIn = createSignIn(database, { origin, secret: await secretOf(database) });
  const impersonation = await createImpersonation(database, signIn, origin);

  const app = new Hono();
  app.use(async (c, next) => {
    // One address, so that cookies, origins and tickets mean one app; and no other name can be rebound to it.
    const { origin: asked, pathname, search } = new URL(c.req.url);
    if (asked === origin) return next();
    return c.redirect(`${origin}${pathname}${search}`, 302);
  });
  app.all('/api/auth/*', (c) => signIn.fetch(c.req.raw));
  app.use('/api/*', async (c, next) => {
    const changes = !['GET', 'HEAD'].includes(c.req.method);
    // The cookie comes along with any page's request; only our own pages may change things with it.
    if (changes && c.req.header('origin') !== origin) return refuse(403, 'Not from this page.');
    return next();
  });
  app.route('/api/notes', notesApi(database, impersonation.auth));
  app.route('/api/admin', adminApi(database, impersonation.auth));
  app.route('/api', accountApi(database, impersonation.auth));
  app.all('/impersonation/*', mount(impersonation.fetch));
  app.route('/', pages);

  return {
    fetch: app.fetch,
    people,
    async close() {
      await impersonation.close();
      await database.close();
    },
  };
}
