/**
 * Walks through many lives, and holds each against the rules: every answer on the way, and at its end every session and
 * every row of the record.
 *
 * @module
 */

import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { SessionRecord } from '../../../src/core/protocol.js';
import type { Database } from '../../../src/server/index.js';
import { Rules, terms, type Life } from './rules.js';
import { openSite, origin, type Site } from './site.js';
import { elsewhere, subjects, walks, type Scene } from './steps.js';

export interface Effort {
  readonly runs: number;
  /** The most steps of one run. */
  readonly steps: number;
  /** To see the same runs again. */
  readonly seed?: number;
}

/** @throws the shortest walk that came out differently, with its seed and path. */
export async function walkThrough(database: Database, { runs, steps, seed }: Effort): Promise<void> {
  const site = await openSite(database, {
    origins: [origin, elsewhere],
    idleSeconds: terms.idle,
    ticketSeconds: terms.ticket,
    tokenSeconds: terms.token,
    limits: { openPerActor: terms.open, startsPerMinute: Infinity },
  });
  let run = 0;
  const property = fc.asyncProperty(walks(steps), async (walk) => {
    const rules = new Rules();
    const began = site.clock.now;
    const before = await latestRow(site);
    const scene = enter(site, `${site.sam}_${++run}`);
    await fc.asyncModelRun(() => ({ model: rules, real: scene }), walk);

    for (const [index, life] of rules.lives.entries())
      assert.deepEqual(await fateOf(site, scene.ids[index]!, began), foreseenFate(life));
    assert.deepEqual(await rowsSince(site, before, scene.ids), foreseenRows(rules));
    assert.deepEqual(site.errors, []);
  });
  await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) });
  await site.close();
}

/** People of its own for each run, so that one database serves them all. */
function enter(site: Site, actor: string): Scene {
  const idOf = (subject: string) => (subject === 'self' ? actor : `${actor}_${subject}`);
  const owner = `${actor}_owner`;
  site.people.clear();
  site.people.set(owner, { id: owner, name: 'Olga', role: 'owner' });
  const handle = site.backend.auth.withAuth(() => Response.json({}), { whileImpersonating: 'allow' });
  return {
    tickets: [],
    ids: [],
    tokens: [],
    actor,
    owner,
    idOf,
    pass: (seconds) => site.clock.pass(seconds),
    send: site.send,
    async act(token, method) {
      const headers = { authorization: `Bearer ${token}` };
      const response = await handle(new Request(`${origin}/notes`, { method, headers }));
      return { status: response.status, body: (await response.json()) as never, headers: response.headers };
    },
    follow({ signedIn, entitled, offersFull, protected: kept }) {
      if (signedIn) site.signedOut.delete(actor);
      else site.signedOut.add(actor);
      site.people.set(actor, { id: actor, name: 'Sam', role: entitled ? 'support' : 'member' });
      for (const subject of subjects) {
        const id = idOf(subject);
        site.people.set(id, { id, name: subject, role: kept.has(subject) ? 'owner' : 'member' });
      }
      site.decide = ({ actor: who, subject }) => {
        if (who.role !== 'support') return false;
        if (subject.role !== 'member') return { refuse: 'subject_protected' };
        const extension = { max: terms.extensions, seconds: terms.extension };
        return {
          modes: offersFull ? ['read-only', 'full'] : ['read-only'],
          durations: [...terms.durations],
          extension,
        };
      };
    },
  };
}

type Fate = Pick<Life, 'status' | 'endCause' | 'endedAt' | 'mode' | 'endsAt' | 'idleEndsAt' | 'extensions'>;

async function fateOf(site: Site, id: string, began: number): Promise<Fate> {
  const owner = [...site.people.keys()].find((person) => person.endsWith('_owner'))!;
  const { body } = await site.send<SessionRecord>(`/impersonations/${id}`, { as: owner });
  const since = (instant: string | null) => instant && (Date.parse(instant) - began) / 1000;
  return {
    status: body.status,
    endCause: body.endCause,
    endedAt: since(body.endedAt) as number | null,
    mode: body.mode,
    endsAt: since(body.expiresAt) as number,
    idleEndsAt: since(body.idleExpiresAt) as number | null,
    extensions: body.extension.used,
  };
}

function foreseenFate({ status, endCause, endedAt, mode, endsAt, idleEndsAt, extensions }: Life): Fate {
  return { status, endCause, endedAt, mode, endsAt, idleEndsAt, extensions };
}

async function latestRow({ backend }: Site): Promise<unknown> {
  const [row] = await backend.database.query('select max(seq) as seq from impersonation_kit.audit_events');
  return row?.['seq'] ?? 0;
}

/** Since `seq`, one list for each session, and one for what belongs to none. */
async function rowsSince({ backend }: Site, seq: unknown, ids: readonly string[]): Promise<string[][]> {
  const rows = await backend.database.query<{ session_id: string | null; row: string }>(
    `select session_id, concat_ws(' ', type, code, detail ->> 'cause') as row
     from impersonation_kit.audit_events where seq > $1::bigint order by seq`,
    [seq],
  );
  const of = (id: string | null) =>
    rows.filter(({ session_id: session }) => session === id).map(({ row }) => row);
  return [of(null), ...ids.map((id) => endLast(of(id)))];
}

const foreseenRows = (rules: Rules): string[][] => [
  rules.refusals,
  ...rules.lives.map(({ rows }) => endLast(rows)),
];

/** An end by time is recorded by whoever looks next, so other rows may come before it. */
function endLast(rows: readonly string[]): string[] {
  const byTime = (row: string) => /^session\.ended (expired|idle|never-redeemed)$/.test(row);
  return [...rows.filter((row) => !byTime(row)), ...rows.filter(byTime)];
}
