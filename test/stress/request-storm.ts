/**
 * Hostile requests against the whole backend.
 *
 * @module
 */

import type { Database } from '../../src/server/index.js';
import { Dice } from '../support/hostile-tokens.js';
import { hostileRequest, type Loot } from '../support/server/hostile-requests.js';
import { openSite, sessionOf, ticketOf, type Site } from '../support/server/site.js';

export interface RequestStorm {
  readonly sent: number;
  /** How many were answered with 2xx. */
  readonly good: number;
  /** Answers of 5xx, refusals without a code, and whatever threw or took longer than two seconds: a few of them. */
  readonly wrong: readonly string[];
  /** Milliseconds. */
  readonly slowest: number;
}

const patience = 2000;

export async function stormRequests(database: Database, count: number, seed: number): Promise<RequestStorm> {
  const site = await openSite(database, {
    limits: { openPerActor: 3, startsPerMinute: Infinity, wrongTicketsPerMinute: Infinity },
  });
  const dice = new Dice(seed);
  const wrong: string[] = [];
  let good = 0;
  let slowest = 0;
  let loot = await plunder(site);
  for (let sent = 0; sent < count; sent++) {
    if (sent % 500 === 499) {
      site.clock.pass(60);
      loot = await plunder(site);
    }
    const request = hostileRequest(dice, loot);
    const began = performance.now();
    const verdict = await judge(site, request);
    const took = performance.now() - began;
    slowest = Math.max(slowest, took);
    if (verdict === 'good') good++;
    const trouble = took > patience ? `took ${took.toFixed(0)} ms` : verdict;
    if (trouble !== 'good' && trouble !== 'refused' && wrong.length < 20)
      wrong.push(`number ${sent}: ${request.method} ${request.url.slice(0, 300)}: ${trouble}`);
  }
  await site.close();
  return { sent: count, good, wrong, slowest };
}

async function judge({ backend }: Site, request: Request): Promise<string> {
  try {
    const response = await backend.fetch(request);
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) await response.body?.cancel();
    const text = response.bodyUsed ? '' : await response.text();
    if (response.status >= 500) return `${response.status} ${text}`;
    if (response.ok) return 'good';
    const code = request.method === 'HEAD' || (JSON.parse(text) as { code?: string }).code;
    return code ? 'refused' : `${response.status} without a code`;
  } catch (error) {
    return String(error);
  }
}

/** Fresh things to abuse: a session that is open, one that is not, tokens and tickets that are used and unused. */
async function plunder(site: Site): Promise<Loot> {
  const people = [...site.people.keys()];
  const admin = people.find((id) => id.startsWith('owner'))!;
  const before = await site.send<{ items: { id: string }[]; nextCursor: string | null }>('/impersonations?limit=3', { as: admin });
  for (const { id } of before.body.items)
    await site.send(`/impersonations/${id}/revoke`, { method: 'POST', as: admin, body: { reason: 'Making room for more' } });
  const members = people.filter((id) => !id.startsWith('sam') && !id.startsWith('owner'));
  const tickets: string[] = [];
  const ids: string[] = [];
  const tokens: string[] = [];
  for (const userId of members) {
    const { status, body } = await site.start({ userId, mode: 'full' });
    if (status !== 201) continue;
    tickets.push(ticketOf(body));
    ids.push(sessionOf(body).id);
  }
  for (const ticket of tickets.slice(1)) tokens.push((await site.redeem(ticket)).body.token);
  const cursors = await Promise.all(
    ['/impersonations?limit=1', '/impersonations?limit=1&sort=actor', '/users?limit=1', `/impersonations/${ids.at(-1)}/events?limit=1`].map(
      async (path) => (await site.send<{ nextCursor: string | null }>(path, { as: admin })).body.nextCursor,
    ),
  );
  return {
    cookies: [...people, site.sam, site.sam, admin, admin],
    tokens: tokens.length ? tokens : ['a.b.c'],
    tickets: tickets.length ? tickets : ['x'],
    ids: [...ids, ...people],
    cursors: cursors.filter((cursor) => typeof cursor === 'string'),
  };
} // prettier-ignore
