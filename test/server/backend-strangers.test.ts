import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Database } from '../../src/server/index.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, sessionOf, type Site } from '../support/server/site.js';

onEachEngine('Somebody who looks for what is not theirs', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}, on: Database = database()) => {
    const site = await openSite(on, options);
    await run(site);
    await site.close();
  };

  test('cannot tell, without the right to search, who there is by trying to act as them', () =>
    withSite(async (site) => {
      const kim = site.sam.replace('sam', 'kim');
      const owner = site.sam.replace('sam', 'owner');
      site.decide = ({ subject }) => (subject.id === owner ? { refuse: 'subject_protected' } : false);
      const answers = [];
      for (const userId of [site.dana, owner, 'nobody', 'x'.repeat(255)])
        answers.push(await site.start({ userId }, kim));
      for (const { status, body } of answers) {
        assert.deepEqual([status, body.code], [403, 'not_permitted']);
        assert.deepEqual(body, answers[0]?.body);
      }
      const rows = await site.backend.database.query(
        `select code from impersonation_kit.audit_events where actor_id = $1 order by seq`,
        [kim],
      );
      assert.deepEqual(
        rows.map(({ code }) => code),
        ['not_permitted', 'subject_protected', 'user_not_found', 'user_not_found'],
        'the record knows',
      );
    }));

  test('is not told by the work it takes either: the same statements for nobody as for somebody', async () => {
    const statements: string[] = [];
    const count = <Query extends Database['query']>(query: Query) =>
      ((sql: string, parameters?: readonly unknown[]) => {
        statements.push(sql);
        return query(sql, parameters);
      }) as Query;
    const counted: Database = {
      ...database(),
      query: count(database().query),
      transaction: (work) =>
        database().transaction((transaction) => work({ query: count(transaction.query) })),
    };
    await withSite(
      async (site) => {
        const kim = site.sam.replace('sam', 'kim');
        const work = async (userId: string) => {
          statements.length = 0;
          await site.start({ userId }, kim);
          return [...statements];
        };
        const known = await work(site.dana);
        assert.deepEqual(known.length, 1);
        assert.deepEqual(await work('nobody'), known);
        assert.deepEqual(await work(site.sam.replace('sam', 'owner')), known);
      },
      {},
      counted,
    );
  });

  test('finds none of a thousand ids, and no impersonation that is somebody else’s', () =>
    withSite(
      async (site) => {
        const { id } = sessionOf((await site.start()).body);
        const lou = site.sam.replace('sam', 'lou');
        const ids = [id, ...Array.from({ length: 1000 }, () => crypto.randomUUID())];
        const seen = new Set<string>();
        for (const one of ids)
          for (const path of [`/impersonations/${one}`, `/impersonations/${one}/events`]) {
            const { status, body } = await site.send(path, { as: lou });
            seen.add(`${status} ${JSON.stringify(body)}`);
          }
        assert.equal(seen.size, 1, 'one answer for all');
        assert.match([...seen].join(), /^403 .*"code":"forbidden"/);
      },
      { rights: () => false },
    ));

  const bodies = ['', ' ', '[]', '{}', 'null', 'true', '"x"', '0', '-0', '1e999', '[1,]', '{"a":}', '{"a":1,"a":2}', '{"__proto__":null}', '{"a[__proto__][x]":1}', '{"constructor":{"prototype":{"x":1}}}', '\u0000', '"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '{"ticket":"\\ud83d"}', '{"userId":"\\u0000"}', '{"reason":{"toString":1}}', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, `{"a":`.repeat(5000), '123123e100000', '{"durationSeconds":-0}', '{"durationSeconds":1e-400}', '\ufeff{}', '{"mode":["full"]}', '{\'a\':1}', 'NaN', 'Infinity', '// {}', '{"a":"\t"}', '\u2028{}']; // prettier-ignore
  test('breaks nothing with any body at any address', () =>
    withSite(
      async (site) => {
        const { token, session } = await site.impersonate();
        const paths = ['/impersonations', `/impersonations/${session.id}/revoke`, '/redeem', '/token', '/current/extend', '/current/mode', `/me/access/${session.id}/end`]; // prettier-ignore
        for (const path of paths)
          for (const text of bodies)
            for (const who of [{ as: site.sam }, { token }, {}]) {
              const { status } = await site.send(path, { method: 'POST', text, ...who });
              assert.ok(status < 500, `${path} answers ${status} to ${text.slice(0, 40)}`);
            }
        assert.equal(({} as Record<string, unknown>)['x'], undefined);
        assert.deepEqual(site.errors, []);
      },
      { limits: { startsPerMinute: 10_000, wrongTicketsPerMinute: 10_000 } },
    ));
});
