/**
 * `npm start`: serves Fieldnotes, a small notes product with an admin area, on this machine only.
 *
 * `PORT` is 5173 unless set. `DATABASE_URL` is the embedded database in `./.data` unless set.
 *
 * @module
 */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getRequestListener } from '@hono/node-server';

import { createFieldnotes, type Fieldnotes } from './server/app.js';
import { accounts, password } from './seed/names.js';

const started = performance.now();
let app: Fieldnotes | undefined;

// The port is taken first: when it is in use, that is said at once, and the app knows its own address.
const server = createServer(
  getRequestListener(
    (request) => app?.fetch(request) ?? new Response('Starting…', { status: 503, headers: { refresh: '1' } }),
  ),
);
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? 'This port is in use. Try another one: PORT=8080 npm start'
      : `The app cannot listen: ${error.message}`,
  );
  process.exit(1);
});
server.listen(Number(process.env['PORT'] ?? 5173), '127.0.0.1', () => void start());

async function start(): Promise<void> {
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  try {
    app = await createFieldnotes({ origin, database: process.env['DATABASE_URL'] ?? 'pglite://./.data' });
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`
  Fieldnotes is at ${origin}  (${app.people} people, ready after ${seconds} s)

${accounts.map(({ email, about }) => `    ${email.padEnd(26)} ${about}`).join('\n')}

  The password of every account is ${password}. Press Ctrl+C to stop.
`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
    void Promise.resolve(app?.close()).finally(() => process.exit(0));
  });
}
