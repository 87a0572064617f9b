/**
 * A host with as many people as anybody names: for tests that need thousands of tickets, in more than one process.
 *
 * @module
 */

import pg from 'pg';

import {
  createImpersonationBackend,
  type Backend,
  type BackendOptions,
  type SignedIn,
} from '../../../src/server/index.js';
import { origin, reason, ticketOf } from './site.js';
import type { StartAnswer } from '../../../src/core/protocol.js';

export interface Crowd {
  readonly backend: Backend;
  /** A ticket by which one admin may act as one user; nobody else has either number. */
  start(number: string | number): Promise<string>;
  /** The answer's status. */
  redeem(ticket: string): Promise<number>;
  close(): Promise<void>;
}

/** `sam_1` is an admin, `dana_1` a user, and so on. */
const person = (id: string): SignedIn => ({
  id,
  name: id,
  role: id.startsWith('sam_') ? 'support' : 'member',
  sessionId: 's',
});

export async function openCrowd(address: string, options: Partial<BackendOptions> = {}): Promise<Crowd> {
  // Twenty requests wait for one row here. Ours gives up after two seconds, which a slow machine may need; a host's own
  // pool waits for as long as it is told to.
  const pool = address.startsWith('postgres') ? new pg.Pool({ connectionString: address }) : undefined;
  pool?.on('error', () => undefined);
  const backend = await createImpersonationBackend({
    database: pool ?? address,
    issuer: `${origin}/impersonation`,
    audience: origin,
    app: { url: `${origin}/` },
    authenticate: ({ headers }) => person(headers.get('cookie')?.replace('user=', '') ?? ''),
    users: { get: async (id) => person(id), search: async () => ({ items: [], nextCursor: null }) },
    policy: ({ actor, subject }) => actor.role === 'support' && subject.role === 'member',
    ticketSeconds: 300, // a slow machine is no reason for a ticket to be late
    limits: { startsPerMinute: Infinity, wrongTicketsPerMinute: Infinity },
    ...options,
  });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    backend.fetch(
      new Request(new URL(path, origin), {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
  return {
    backend,
    async start(number) {
      const body = { userId: `dana_${number}`, reason, durationSeconds: 1800 };
      const answer = await post('/impersonations', body, { cookie: `user=sam_${number}` });
      if (answer.status !== 201) throw new Error(`The start was answered with ${answer.status}`);
      return ticketOf((await answer.json()) as StartAnswer);
    },
    async redeem(ticket) {
      const answer = await post('/redeem', { ticket });
      await answer.body?.cancel();
      return answer.status;
    },
    async close() {
      await backend.close();
      await pool?.end();
    },
  };
}
