import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  EventPage,
  judge,
  SessionPage,
  type Page,
  type Problem,
  type SessionEvent,
  type SessionRecord,
} from '../../src/core/protocol.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, reason, sessionOf, type Site } from '../support/server/site.js';

type Sessions = Page<SessionRecord> & Problem;

onEachEngine('Looking things up', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  const list = (site: Site, query: Record<string, string> = {}) =>
    site.send<Sessions>(`/impersonations?${new URLSearchParams({ actor: site.sam, ...query }).toString()}`, {
      as: site.sam,
    });

  /** Starts one session a minute, and lets each run into its end. */
  const history = async (site: Site, count: number): Promise<SessionRecord[]> => {
    const sessions: SessionRecord[] = [];
    for (let index = 0; index < count; index++) {
      const name = ['dana', 'kim', 'lou', 'max'][index % 4] ?? '';
      const { body } = await site.start({
        userId: site.sam.replace('sam', name),
        reason: `${reason} #${index}`,
      });
      sessions.push(sessionOf(body));
      site.clock.pass(60);
    }
    return sessions;
  };

  const pagesOf = async (site: Site, query: Record<string, string>) => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await list(site, { ...query, ...(cursor !== null && { cursor }) });
      ids.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    } while (cursor !== null);
    return ids;
  };

  test('an admin reads the sessions, newest first, and none of them as open that is not', () =>
    withSite(async (site) => {
      const sessions = await history(site, 3);
      const { status, body } = await list(site);

      assert.equal(status, 200);
      judge(SessionPage, body, 'bad_answer');
      assert.deepEqual(
        body.items.map(({ id, status, endCause, endedAt }) => [id, status, endCause, endedAt]),
        [
          [sessions[2]?.id, 'ended', 'never-redeemed', '2026-03-01T09:02:30.000Z'],
          [sessions[1]?.id, 'ended', 'never-redeemed', '2026-03-01T09:01:30.000Z'],
          [sessions[0]?.id, 'ended', 'never-redeemed', '2026-03-01T09:00:30.000Z'],
        ],
      );
      assert.deepEqual(body.total, { count: 3, atLeast: false });
      assert.equal(body.nextCursor, null);
    }));

  for (const sort of ['-createdAt', 'createdAt', '-subject', 'subject', '-actor', 'actor']) {
    test(`pages by ${sort} hold every session once, whatever arrives meanwhile`, () =>
      withSite(async (site) => {
        const sessions = await history(site, 7);
        const ids = await pagesOf(site, { sort, limit: '2' });
        assert.deepEqual([...ids].sort(), sessions.map(({ id }) => id).sort());
        const { body } = await list(site, { sort });
        assert.deepEqual(ids, body.items.map(({ id }) => id), 'in the order of one long page');
        const key = sort.endsWith('createdAt') ? body.items.map(({ createdAt }) => createdAt) : body.items.map((item) => item[sort.replace('-', '') as 'actor'].name);
        const ordered = [...key].sort();
        assert.deepEqual(key, sort.startsWith('-') ? ordered.reverse() : ordered);
      })); // prettier-ignore
  }

  test('a session that begins between two pages shifts none', () =>
    withSite(async (site) => {
      const sessions = await history(site, 4);
      const first = await list(site, { limit: '2' });
      await history(site, 1);
      const second = await list(site, { limit: '2', cursor: first.body.nextCursor ?? '' });
      assert.deepEqual(
        [...first.body.items, ...second.body.items].map(({ id }) => id),
        sessions.map(({ id }) => id).reverse(),
      );
    }));

  test('filters narrow it down', () =>
    withSite(async (site) => {
      const sessions = await history(site, 4);
      const [first, second, , fourth] = sessions.map(({ id }) => id);
      const found = async (query: Record<string, string>) =>
        (await list(site, query)).body.items.map(({ id }) => id);

      assert.deepEqual(await found({ subject: 'DANA@' }), [first]);
      assert.deepEqual(await found({ subject: 'Kim N' }), [second]);
      assert.deepEqual(await found({ text: '#3' }), [fourth]);
      assert.deepEqual(await found({ status: 'active' }), []);
      assert.equal((await found({ status: 'ended' })).length, 4);
      assert.equal((await found({ endCause: 'never-redeemed' })).length, 4);
      assert.deepEqual(await found({ endCause: 'revoked' }), []);
      assert.deepEqual(
        await found({ from: '2026-03-01T09:01:00.000Z', to: '2026-03-01T09:02:00.000Z' }),
        [second],
        'from the first instant, up to but not including the second',
      );
      assert.deepEqual(await found({ from: '2026-03-02T00:00:00Z', to: '2026-03-01T00:00:00Z' }), []);
      const { body } = await list(site, { subject: 'dana' });
      assert.deepEqual(body.total, { count: 1, atLeast: false });
    }));

  test('conditions narrow it down: several values, none of them, and anything anywhere', () =>
    withSite(async (site) => {
      const people = ['dana', 'kim', 'lou'].map((name) => site.sam.replace('sam', name));
      const asked = [
        { userId: people[0], category: 'billing', caseNumber: 'HD-1' },
        { userId: people[1], category: 'bug', mode: 'full' },
        { userId: people[2] },
      ];
      for (const request of asked) await site.start(request);
      const found = async (...where: object[]) => {
        const { body } = await list(site, { where: JSON.stringify(where), sort: 'createdAt' });
        assert.equal(body.total?.count, body.items.length);
        return body.items.map(({ subject }) => people.indexOf(subject.id)).sort();
      };

      assert.deepEqual(await found({ field: 'subject', values: ['DANA@', 'kim n'] }), [0, 1]);
      assert.deepEqual(await found({ field: 'subject', not: true, values: ['dana@', 'kim n'] }), [2]);
      assert.deepEqual(await found({ field: 'category', values: ['bill'] }), [0]);
      assert.deepEqual(await found({ field: 'category', not: true, values: ['bill'] }), [1, 2], 'none is no bill');
      assert.deepEqual(await found({ field: 'caseNumber', values: ['hd-1'] }), [0]);
      assert.deepEqual(await found({ field: 'mode', values: ['full'] }), [1]);
      assert.deepEqual(await found({ field: 'mode', not: true, values: ['full'] }), [0, 2]);
      assert.deepEqual(await found({ field: 'status', values: ['pending', 'active'] }), [0, 1, 2]);
      assert.deepEqual(await found({ field: 'endCause', not: true, values: ['revoked'] }), [0, 1, 2], 'not over yet');
      assert.deepEqual(await found({ field: 'endCause', values: ['revoked'] }), []);
      for (const anything of ['Noor', 'kim_', 'bug', reason.slice(3, 9)])
        assert.ok((await found({ field: 'any', values: [anything] })).includes(1), anything);
      assert.deepEqual(await found({ field: 'any', values: ['Noor'] }), [1]);
      assert.deepEqual(await found({ field: 'any', not: true, values: ['Noor', 'hd-1'] }), [2]);
      assert.deepEqual(await found({ field: 'any', values: ['_ill%'] }), [], 'signs are themselves');
      const both = [{ field: 'any', values: ['i'] }, { field: 'mode', not: true, values: ['full'] }];
      assert.deepEqual(await found(...both), [0, 2], 'all of them must hold');
      const { body } = await list(site);
      const [first] = body.items;
      assert.deepEqual(await found({ field: 'id', values: [first?.id ?? ''] }), [people.indexOf(first?.subject.id ?? '')]);

      const activity = await site.send<{ buckets: { count: number }[] }>(
        `/impersonations/activity?${new URLSearchParams({ actor: site.sam, where: JSON.stringify(both) }).toString()}`,
        { as: site.sam },
      );
      assert.equal(activity.body.buckets.reduce((sum, { count }) => sum + count, 0), 2, 'counts take them, too');
    })); // prettier-ignore

  test('parts of texts have an index where the database can make one, and are found without it', () =>
    withSite(async (site) => {
      const { database } = site.backend;
      const [extension] = await database.query(`select 1 as there from pg_extension where extname = 'pg_trgm'`);
      const [index] = await database.query(`select 1 as there from pg_indexes where indexname = 'impersonations_texts'`);
      assert.equal(Boolean(index), Boolean(extension));
      assert.equal(Boolean(index), database.engine === 'postgres');
    })); // prettier-ignore

  for (const text of ['%', '_', '\\', "'", '(a+)+$', '$1', 'a%b']) {
    test(`the text ${text} is found as itself, and nothing else is`, () =>
      withSite(async (site) => {
        await site.start({ reason: `${reason}: ${text} it is` });
        await site.start({ userId: site.sam.replace('sam', 'kim'), reason: `${reason}, a plain one, aXb` });
        const { body } = await list(site, { text });
        assert.deepEqual(
          body.items.map(({ subject }) => subject.id),
          [site.dana],
        );
      }));
  }

  const wrongQueries: [query: Record<string, string>, code: string][] = [
    [{ limit: '0' }, 'invalid_request'],
    [{ limit: '-1' }, 'invalid_request'],
    [{ limit: '201' }, 'invalid_request'],
    [{ limit: '1e3' }, 'invalid_request'],
    [{ limit: 'abc' }, 'invalid_request'],
    [{ sort: 'reason' }, 'invalid_request'],
    [{ sort: 'id; drop table' }, 'invalid_request'],
    [{ status: 'odd' }, 'invalid_request'],
    [{ endCause: 'odd' }, 'invalid_request'],
    [{ text: 'x'.repeat(10_000) }, 'invalid_request'],
    [{ from: 'yesterday' }, 'invalid_request'],
    [{ from: '2026-99-99T99:99:99Z' }, 'invalid_request'],
    [{ from: '0000-01-01T00:00:00Z' }, 'invalid_request'],
    [{ to: '9999-12-31T23:59:59-23:00' }, 'invalid_request'],
    [{ where: '' }, 'invalid_request'],
    [{ where: 'actor:sam' }, 'invalid_request'],
    [{ where: '{}' }, 'invalid_request'],
    [{ where: '[{}]' }, 'invalid_request'],
    [{ where: '[{"field":"actor_id","values":["x"]}]' }, 'invalid_request'],
    [{ where: '[{"field":"actor","values":[]}]' }, 'invalid_request'],
    [{ where: '[{"field":"actor","values":["  "]}]' }, 'invalid_request'],
    [{ where: '[{"field":"actor","values":"sam"}]' }, 'invalid_request'],
    [{ where: '[{"field":"status","values":["odd"]}]' }, 'invalid_request'],
    [{ where: '[{"field":"mode","not":"yes","values":["full"]}]' }, 'invalid_request'],
    [{ where: JSON.stringify(Array(21).fill({ field: 'id', values: ['x'] })) }, 'invalid_request'],
    [{ where: JSON.stringify([{ field: 'id', values: Array(21).fill('x') }]) }, 'invalid_request'],
    [{ where: '['.repeat(20_000) }, 'invalid_request'],
    [{ cursor: '' }, 'invalid_cursor'],
    [{ cursor: 'abc' }, 'invalid_cursor'],
    [{ cursor: '////' }, 'invalid_cursor'],
    [{ cursor: Buffer.from('[1,2,3]').toString('base64url') }, 'invalid_cursor'],
    [{ cursor: Buffer.from('null').toString('base64url') }, 'invalid_cursor'],
  ];
  for (const [query, code] of wrongQueries) {
    test(`${JSON.stringify(query).slice(0, 60)} is refused`, () =>
      withSite(async (site) => {
        const answer = await list(site, query);
        assert.deepEqual([answer.status, answer.body.code], [400, code]);
      }));
  }

  test('a page marker is good for its own list only', () =>
    withSite(async (site) => {
      await history(site, 3);
      const { body } = await list(site, { limit: '1' });
      const cursor = body.nextCursor ?? '';
      assert.equal((await list(site, { cursor })).status, 200);
      for (const other of [
        { sort: 'createdAt' },
        { sort: 'subject' },
        { text: 'invoice' },
        { actor: 'Sam' },
      ]) {
        const answer = await list(site, { ...other, cursor });
        assert.deepEqual([answer.status, answer.body.code], [400, 'invalid_cursor']);
      }
      const unusable = ['tomorrow', '2026-03-01', '0000-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z'];
      const [print, , id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
      for (const key of [...unusable, '\0', 5, null]) {
        const tampered = Buffer.from(JSON.stringify([print, key, id])).toString('base64url');
        assert.equal((await list(site, { cursor: tampered })).body.code, 'invalid_cursor');
      }
    }));

  test('counting stops at a thousand', () =>
    withSite(async (site) => {
      const { id } = sessionOf((await site.start()).body);
      await site.backend.database.query(
        `insert into impersonation_kit.audit_events (at, type, session_id, actor_id, subject_id, detail)
         select now(), 'request.made', $1, 'a', 'b', '{}' from generate_series(1, 1000)`,
        [id],
      );
      const { body } = await site.send<Page<SessionEvent>>(`/impersonations/${id}/events?limit=1`, {
        as: site.sam,
      });
      assert.deepEqual(body.total, { count: 1000, atLeast: true });
    }));

  test('a session’s rows come oldest first, a page at a time', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate({ mode: 'full', category: 'billing' });
      await site.send('/current/end', { method: 'POST', token, body: {} });
      const path = `/impersonations/${session.id}/events`;
      const all = await site.send<Page<SessionEvent>>(path, { as: site.sam });
      judge(EventPage, all.body, 'bad_answer');
      assert.deepEqual(
        all.body.items.map((event) => ({ ...event, id: 'some' })),
        [
          { type: 'session.requested', detail: { reason, category: 'billing', caseNumber: null, mode: 'full', durationSeconds: 900 } },
          { type: 'session.started', detail: {} },
          { type: 'session.ended', detail: { cause: 'ended', endedAt: '2026-03-01T09:00:00.000Z', by: site.sam } },
        ].map(({ type, detail }) => ({
          id: 'some',
          at: '2026-03-01T09:00:00.000Z',
          type,
          sessionId: session.id,
          actor: session.actor,
          subject: session.subject,
          request: null,
          action: null,
          code: null,
          detail,
        })),
      ); // prettier-ignore
      const first = await site.send<Page<SessionEvent>>(`${path}?limit=2`, { as: site.sam });
      const second = await site.send<Page<SessionEvent>>(
        `${path}?limit=2&cursor=${first.body.nextCursor ?? ''}`,
        {
          as: site.sam,
        },
      );
      assert.deepEqual([...first.body.items, ...second.body.items], all.body.items);
      assert.equal(second.body.nextCursor, null);

      const other = sessionOf((await site.start({ userId: site.sam.replace('sam', 'kim') })).body);
      const crossed = await site.send(
        `/impersonations/${other.id}/events?cursor=${first.body.nextCursor ?? ''}`,
        { as: site.sam },
      );
      assert.equal(crossed.body.code, 'invalid_cursor');

      const [print, , id] = JSON.parse(
        Buffer.from(first.body.nextCursor ?? '', 'base64url').toString(),
      ) as string[];
      for (const key of ['', 'x', '-1', '1e3', '9'.repeat(30)]) {
        const tampered = Buffer.from(JSON.stringify([print, key, id])).toString('base64url');
        const answer = await site.send(`${path}?cursor=${tampered}`, { as: site.sam });
        assert.deepEqual([answer.status, answer.body.code], [400, 'invalid_cursor']);
      }
    }));
});
