/**
 * A host's server with the real backend on a database in memory. The test runner serves it to the page, under `/__host`:
 * what the elements send travels over HTTP to the handlers a host would mount.
 *
 * Runs in Node.
 *
 * @module
 */

import { createImpersonationBackend, type Person } from '../../src/server/index.js';
import { openEmbedded } from '../support/server/embedded.js';

const people: Person[] = [
  { id: 'sam', name: 'Sam Lee', email: 'sam@host.example', role: 'support' },
  { id: 'dana', name: 'Dana Fox', email: 'dana@acme.example', organization: 'Acme', role: 'member' },
  { id: 'olga', name: 'Olga Wood', email: 'olga@host.example', role: 'owner' },
];
const byId = (id: string) => people.find((person) => person.id === id) ?? null;

interface Host {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/**
 * Each name below `/__host` is a site of its own, with its own cookies: `/__host/desk/note`. On the one called `bound`
 * tokens are bound to the key of their tab; elsewhere they are for whoever has them.
 *
 * @param origin of the pages that will call it.
 */
export async function openHost(origin: string): Promise<Host> {
  const sites = new Map<string, Promise<Host>>();
  const fetch = async (request: Request) => {
    const [, mount = '', name] = /^(\/__host\/([a-z]+))\//.exec(new URL(request.url).pathname) ?? [];
    if (!mount) return new Response(null, { status: 404 });
    const site = sites.get(mount) ?? openSite(origin, mount, name === 'bound' ? 'required' : 'off');
    sites.set(mount, site);
    return (await site).fetch(request);
  };
  const close = async () => {
    for (const site of sites.values()) await (await site).close();
  };
  return { fetch, close };
}

async function openSite(origin: string, mount: string, dpop: 'off' | 'required'): Promise<Host> {
  const database = await openEmbedded();
  const backend = await createImpersonationBackend({
    database,
    dpop,
    issuer: `${origin}${mount}/impersonation`,
    audience: origin,
    app: { url: `${origin}/app` },
    authenticate: (request) => {
      const [, id = ''] = /(?:^|; )user=(\w+)/.exec(request.headers.get('cookie') ?? '') ?? [];
      const person = byId(id);
      return person && { ...person, sessionId: `sign-in of ${id}` };
    },
    users: {
      get: async (id) => byId(id),
      search: async () => ({ items: people, nextCursor: null }),
    },
    policy: ({ actor, subject }) =>
      actor.role === 'support' && (subject.role === 'member' || { refuse: 'subject_protected' }),
    rights: (person) => person.role === 'support',
  });

  let note = 'Bring the labels';
  const readNote = backend.auth.withAuth(({ auth }) => Response.json({ userId: auth.userId, note }));
  const writeNote = backend.auth.withAuth(
    async (request) => {
      note = await request.text();
      return new Response(null, { status: 204 });
    },
    { whileImpersonating: 'allow', action: 'note.update' },
  );

  const fetch = async (request: Request) => {
    const url = new URL(request.url);
    const path = url.pathname.slice(mount.length);
    if (path === '/note') return request.method === 'GET' ? readNote(request) : writeNote(request);
    if (!path.startsWith('/impersonation')) return new Response(null, { status: 404 });
    url.pathname = path.slice('/impersonation'.length) || '/';
    return backend.fetch(new Request(url, request));
  };
  const close = async () => {
    await backend.close();
    await database.close();
  };
  return { fetch, close };
}
