import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sampleSession } from '../../src/client/memory-seed.js';
import { createExportWriter, exportFileName, type ExportMeta } from '../../src/core/export/writer.js';
import type { SessionRecord } from '../../src/core/protocol.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, reason, sessionOf, type Site } from '../support/server/site.js';

const meta: ExportMeta = {
  format: 'csv',
  generatedAt: '2026-11-20T09:30:00.000Z',
  timeZone: 'Europe/Berlin',
  filter: {},
  limit: 10,
};

/** Reads RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  const pattern = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  let end = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    row.push((found[1] ?? '').replaceAll('""', '"'));
    if (found[2] !== ',') rows.push(row.splice(0));
    end = pattern.lastIndex;
  }
  assert.equal(end, text.length, 'every byte is part of a cell');
  return rows;
}

const csvOf = (session: Partial<SessionRecord>) => {
  const writer = createExportWriter(meta);
  const text =
    writer.head() + writer.session(sampleSession(session)) + writer.tail({ rows: 1, complete: true });
  assert.ok(text.startsWith('\ufeff"id",'), 'it says that it is UTF-8');
  const [head = [], cells = []] = readCsv(text.slice(1));
  return Object.fromEntries(head.map((name, index) => [name, cells[index]]));
};

for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '\0x', '＝1+1', '＋1', '－1', '＠x', '  =1', '\u00a0=1', '\u200b=1', '\ufeff=1'])
  test(`a cell that begins with ${JSON.stringify(evil)} is text to a spreadsheet`, () => {
    const cells = csvOf({ reason: evil, caseNumber: evil, actor: { id: evil, name: evil, email: evil } });
    for (const name of ['reason', 'caseNumber', 'actorId', 'actorName', 'actorEmail']) assert.equal(cells[name], `'${evil}`);
  }); // prettier-ignore

test('quotes, commas, semicolons and line breaks come back as they were', () => {
  const odd = 'says "no", and; then\r\nstops\n\n"';
  assert.equal(csvOf({ reason: odd })['reason'], odd);
  assert.equal(csvOf({ reason: 'a-b=c' })['reason'], 'a-b=c', 'signs in the middle are no harm');
  assert.equal(csvOf({ category: null })['category'], '');
});

test('times are those of the zone, and say how far that is from UTC', () => {
  assert.equal(
    csvOf({ createdAt: '2026-07-01T10:00:00.000Z' })['createdAt'],
    '2026-07-01T12:00:00.000+02:00',
  );
});

test('the name of a file says what is in it, and nothing that anybody typed', () => {
  const where = [{ field: 'any' as const, values: ['"\r\nSet-Cookie: a=b'] }];
  assert.equal(
    exportFileName({ ...meta, filter: { where, from: '2026-11-01T00:00:00Z' } }),
    'impersonations_2026-11-01_20261120_Europe-Berlin_20261120T093000Z.csv',
  );
});

onEachEngine('The record as a file', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };
  const fetched = (site: Site, query: Record<string, string>, as = site.sam) =>
    site.backend.fetch(
      new Request(`https://app.example/impersonations/export?${new URLSearchParams({ actor: site.sam, ...query }).toString()}`, {
        headers: { cookie: `user=${as}` },
      }),
    ); // prettier-ignore
  const exported = async (site: Site) =>
    site.backend.database.query<{ actor_id: string; subject_id: string | null; detail: Record<string, unknown> }>(
      `select actor_id, subject_id, detail from impersonation_kit.audit_events where type = 'record.exported' and actor_id = $1 order by seq`,
      [site.sam],
    ); // prettier-ignore
  const fill = (site: Site, count: number) =>
    site.backend.database.query(
      `insert into impersonation_kit.impersonations (
         id, actor_id, actor_name, actor_session_id, subject_id, reason, mode, modes, status, created_at, expires_at,
         idle_seconds, extensions_max, extension_seconds, ended_at, end_cause, app_origin, ticket_hash, ticket_expires_at)
       select $1 || n, $1, 'Sam', 's', 'u', 'Reason ' || n, 'read-only', '{read-only}', 'ended', at, at, 900, 0, 0, at, 'idle', 'x', $1 || n, at
       from generate_series(1, $2::integer) as n, lateral (select timestamptz '2026-01-01' + n * interval '1 second' as at) as clock`,
      [site.sam, count],
    ); // prettier-ignore

  test('all that was asked for comes, newest first, over as many pages as it takes', () =>
    withSite(async (site) => {
      await fill(site, 1234);
      const answer = await fetched(site, { format: 'ndjson', text: 'reason' });
      const lines = (await answer.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

      assert.equal(lines.length, 1236);
      assert.equal(lines[0]?.['kind'], 'export');
      assert.deepEqual(lines[0]['filter'], { actor: site.sam, text: 'reason' });
      assert.deepEqual(lines.at(-1), { kind: 'end', rows: 1234, complete: true });
      assert.deepEqual([lines[1]?.['reason'], lines[1234]?.['reason']], ['Reason 1234', 'Reason 1']);
      assert.equal(new Set(lines.map(({ id }) => id)).size, 1235);
      const head = ['content-type', 'impersonation-export-rows', 'impersonation-export-complete', 'cache-control', 'x-content-type-options'];
      assert.deepEqual(head.map((name) => answer.headers.get(name)), ['application/x-ndjson', '1234', 'true', 'no-store', 'nosniff']);
      assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="impersonations_[\w-]+\.ndjson"$/);
    })); // prettier-ignore

  test('where there is more than may be in a file, it says so at its end and in its head', () =>
    withSite(
      async (site) => {
        await fill(site, 620);
        const csv = await fetched(site, { format: 'csv' });
        assert.deepEqual(
          ['rows', 'limit', 'complete'].map((part) => csv.headers.get(`impersonation-export-${part}`)),
          ['600', '600', 'false'],
        );
        const rows = readCsv(await csv.text());
        assert.equal(rows.length, 602);
        assert.match(rows.at(-1)?.[0] ?? '', /^Stopped at 600 sessions/);
        assert.equal(rows.at(-1)?.length, rows[0]?.length);
        const json = JSON.parse(await (await fetched(site, { format: 'json' })).text()) as { sessions: unknown[]; end: object };
        assert.equal(json.sessions.length, 600);
        assert.deepEqual(json.end, { rows: 600, complete: false });
      },
      { limits: { exportRows: 600 } },
    )); // prettier-ignore

  test('who took what is on record before anything leaves', () =>
    withSite(async (site) => {
      await site.start();
      const answer = await fetched(site, {
        format: 'csv',
        where: '[{"field":"mode","values":["read-only"]}]',
      });
      await answer.body?.cancel();
      const [row, ...others] = await exported(site);
      assert.equal(others.length, 0);
      assert.deepEqual([row?.actor_id, row?.subject_id], [site.sam, null]);
      const { filter, ...detail } = row?.detail ?? {};
      assert.deepEqual(detail, { format: 'csv', rows: 1, complete: true });
      assert.match(String(filter), /"field":"mode"/);
    }));

  test('a record that cannot be written lets nothing out', () =>
    withSite(async (site) => {
      await site.backend.database.run(`alter table impersonation_kit.audit_events rename to elsewhere`);
      const answer = await fetched(site, { format: 'csv' });
      await site.backend.database.run(`alter table impersonation_kit.elsewhere rename to audit_events`);
      assert.equal(answer.status, 503);
      assert.doesNotMatch(await answer.text(), /Sam/);
    }));

  test('a file that cannot be finished breaks off, so that it never looks whole', () =>
    withSite(async (site) => {
      await fill(site, 700);
      const answer = await fetched(site, { format: 'csv' });
      const reader = answer.body?.getReader();
      await reader?.read();
      await reader?.read();
      await site.backend.database.run('alter table impersonation_kit.impersonations rename to elsewhere');
      await assert.rejects(async () => {
        for (;;) if ((await reader?.read())?.done) return;
      });
      await site.backend.database.run('alter table impersonation_kit.elsewhere rename to impersonations');
    }));

  test('only who may read the record may take it, ten times a minute', () =>
    withSite(async (site) => {
      assert.equal((await fetched(site, { format: 'csv' }, site.dana)).status, 403);
      assert.equal((await fetched(site, { format: 'csv' }, 'nobody')).status, 401);
      assert.equal((await exported(site)).length, 0);
      for (let count = 0; count < 10; count++)
        assert.equal((await fetched(site, { format: 'csv' })).status, 200);
      assert.equal((await fetched(site, { format: 'csv' })).status, 429);
    }));

  for (const query of [{}, { format: 'xlsx' }, { format: 'csv', timeZone: 'Moon/Crater' }, { format: 'csv', from: '2026-99-99T99:99:99Z' }, { format: 'csv', to: '2026-99-99T99:99:99Z' }, { format: 'csv', where: '[]x' }])
    test(`${JSON.stringify(query)} is refused`, () =>
      withSite(async (site) => {
        const answer = await fetched(site, query);
        assert.equal(answer.status, 400);
        assert.equal((await exported(site)).length, 0);
      })); // prettier-ignore

  test('a session that begins while the file is written is not in it', () =>
    withSite(async (site) => {
      const { id } = sessionOf((await site.start({ reason })).body);
      const answer = await fetched(site, { format: 'ndjson' });
      site.clock.pass(1);
      await site.start({ userId: site.sam.replace('sam', 'kim') });
      const text = await answer.text();
      assert.ok(text.includes(id));
      assert.equal(text.trimEnd().split('\n').length, 3);
    }));
});
