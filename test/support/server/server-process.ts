/**
 * A server in a process of its own, on the database at `argv[2]`. Says its port, and answers until it is killed.
 *
 * @module
 */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getRequestListener } from '@hono/node-server';

import { createImpersonationBackend } from '../../../src/server/index.js';
import { origin } from './site.js';

const backend = await createImpersonationBackend({
  database: process.argv[2] ?? '',
  issuer: `${origin}/impersonation`,
  audience: origin,
  app: { url: `${origin}/` },
  authenticate: () => null,
  users: {
    get: async (id) => ({ id, name: id }),
    search: () => Promise.reject(new Error('nobody searches here')),
  },
  policy: () => true,
});
const handler = backend.auth.withAuth(() => new Response('here you are'));
const server = createServer(getRequestListener(handler));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit()); // whoever started it is gone
