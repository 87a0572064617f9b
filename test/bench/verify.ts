/**
 * `npm run bench:tokens`: what `withAuth` costs, next to the same work without it. What each row means stands in
 * `docs/benchmarks.md`.
 *
 * @module
 */

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { getRequestListener } from '@hono/node-server';
import { importJWK, jwtVerify } from 'jose';

import { createAuth } from '../../src/server/auth.js';
import { audience, createIssuer, impersonated, issuer, ordinary } from '../support/issuer.js';
import { startLoad, takeOrders } from './load.js';
import { betterAuthPeer, clerkPeers } from './peers.js';
import { compare, repeat, type Contestant, type Effort } from './rounds.js';

if (process.send) takeOrders();
else await measure();

async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '15' },
      milliseconds: { type: 'string', default: '500' },
    },
  });
  const effort: Effort = { rounds: Number(values.rounds), milliseconds: Number(values.milliseconds) };

  const cores = cpus();
  console.log(
    `${cores.length} × ${cores[0]?.model ?? 'unknown processor'}, ${process.platform} ${process.arch}`,
  );
  console.log(`Node ${process.version}, ${effort.rounds} rounds of ${effort.milliseconds} ms each`);

  const keys = await createIssuer();
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, exp: now + 900 };
  const token = await keys.mint({ ...impersonated, ...times });
  const usersOwn = await keys.mint({ ...ordinary, ...times });
  const key = await importJWK(keys.jwks.keys[0]!, 'ES256');
  if (key instanceof Uint8Array) throw new TypeError('The key is not a public one');

  const hello = () => new Response('hello');
  const settings = { issuer, audience, jwks: () => key };
  const forgetful = createAuth({ ...settings, cache: false });
  const mindful = createAuth(settings);
  const [uncached, cached] = [forgetful.withAuth(hello), mindful.withAuth(hello)];
  const ask = (sent: string) =>
    new Request('https://api.test/notes', { headers: { authorization: `Bearer ${sent}` } });
  const [asActor, asUser] = [ask(token), ask(usersOwn)];
  const peers = [...(await clerkPeers()), await betterAuthPeer(false), await betterAuthPeer(true)];

  await compare(
    'tokens',
    [
      contestant('`jwtVerify` of jose alone', () =>
        jwtVerify(token, key, { issuer, audience, algorithms: ['ES256'], typ: 'at+jwt' }),
      ),
      contestant('`verify`, nothing remembered', () => forgetful.verify(token)),
      contestant('`verify`, tokens remembered', () => mindful.verify(token)),
      contestant('`withAuth`, nothing remembered', async () => assertDone(await uncached(asUser))),
      contestant('`withAuth`, tokens remembered', async () => assertDone(await cached(asUser))),
      contestant('the same while impersonating', async () => assertDone(await cached(asActor))),
      ...peers.map(({ name, ask: askPeer }) => contestant(name, askPeer)),
    ],
    effort,
  );
  await compareServers(
    [
      ['`node:http` alone', (_request, response) => response.end('hello'), null],
      ['`@hono/node-server` alone', getRequestListener(hello), null],
      ['the same, reading one header field', getRequestListener(readField), usersOwn],
      ['`withAuth`, nothing remembered', getRequestListener(uncached), usersOwn],
      ['`withAuth`, tokens remembered', getRequestListener(cached), usersOwn],
      ['the same while impersonating', getRequestListener(cached), token],
    ],
    effort,
  );
}

/** The least that anybody does who wants to know who is there. */
async function readField({ headers }: Request): Promise<Response> {
  return new Response(headers.has('authorization') ? 'hello' : null);
}

type Served = [name: string, listener: RequestListener, token: string | null];

async function compareServers(served: readonly Served[], effort: Effort): Promise<void> {
  const load = startLoad(fileURLToPath(import.meta.url));
  const servers = await Promise.all(
    served.map(async ([name, listener, token]) => {
      const server = createServer(listener).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      return { name, server, run: (milliseconds: number) => load.send({ port, token, milliseconds }) };
    }),
  );
  await compare('requests over HTTP', servers, effort);
  load.stop();
  for (const { server } of servers) server.close();
}

function contestant(name: string, work: () => Promise<unknown>): Contestant {
  return { name, run: (milliseconds) => repeat(work, milliseconds) };
}

/** A fast refusal would be no feat. */
function assertDone({ status }: Response): void {
  if (status !== 200) throw new Error(`withAuth answered ${status}`);
}
