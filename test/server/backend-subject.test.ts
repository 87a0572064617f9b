import assert from 'node:assert/strict';
import { test } from 'node:test';

import { AccessPage, judge, type AccessRecord, type Page, type Problem } from '../../src/core/protocol.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, reason, sessionOf, type Site } from '../support/server/site.js';

type Accesses = Page<AccessRecord> & Problem;

const kimOf = ({ sam }: Site) => sam.replace('sam', 'kim');

onEachEngine('The person impersonated', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  const look = (site: Site, query = '', as: string | null = site.dana) =>
    site.send<Accesses>(`/me/access${query}`, { as });
  const end = (site: Site, id: string, as = site.dana) =>
    site.send<Omit<AccessRecord, 'status'> & Problem>(`/me/access/${id}/end`, {
      method: 'POST',
      as,
      body: {},
    });
  const mayEnd = { subjectMay: { end: true } };

  test('sees when it was, why, and how it ended; not who it was', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate({ category: 'billing', caseNumber: 'SUP-1' });
      site.clock.pass(60);
      await site.send('/current/end', { method: 'POST', token, body: {} });
      const { status, body, headers } = await look(site);

      assert.equal(status, 200);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.deepEqual(judge(AccessPage, body, 'bad_answer'), body);
      assert.deepEqual(body, {
        items: [
          {
            id: session.id,
            actor: null,
            category: 'billing',
            reason,
            caseNumber: 'SUP-1',
            mode: 'read-only',
            status: 'ended',
            createdAt: '2026-03-01T09:00:00.000Z',
            startedAt: '2026-03-01T09:00:00.000Z',
            expiresAt: '2026-03-01T09:15:00.000Z',
            endedAt: '2026-03-01T09:01:00.000Z',
            endCause: 'ended',
            done: { looks: 0, changes: 0, blocked: 0 },
            mayEnd: false,
          },
        ],
        nextCursor: null,
        total: { count: 1, atLeast: false },
      });
      assert.doesNotMatch(JSON.stringify(body), /sam|Sam/, 'no trace of the actor');
    }));

  test('sees how much was done: a request is one, however many rows it has', () =>
    withSite(async (site) => {
      const { auth } = site.backend;
      const quiet = await site.impersonate();
      const { token, session } = await site.impersonate({ userId: kimOf(site), mode: 'full' });
      const send = (method: string) => new Request('https://app.example/notes', { method, headers: { authorization: `Bearer ${token}` } });
      const answer = (status: number) => auth.withAuth(() => new Response(null, { status }), { whileImpersonating: 'allow' });
      for (const [method, status] of [['GET', 200], ['HEAD', 404], ['PUT', 200], ['POST', 500], ['DELETE', 204]] as const)
        await answer(status)(send(method));
      await auth.withAuth(() => new Response(), { whileImpersonating: 'deny' })(send('DELETE'));
      const guard = auth.guard({ whileImpersonating: 'allow' });
      for (const method of ['GET', 'PATCH']) {
        const admission = await guard(send(method));
        if (admission.is === 'admitted' && method === 'GET') await admission.settle(200);
      }
      const socket = await guard(send('GET'));
      if (socket.is === 'admitted') await socket.settle(101);

      const [theirs] = (await look(site, '', kimOf(site))).body.items;
      assert.equal(theirs?.id, session.id);
      assert.deepEqual(theirs.done, { looks: 4, changes: 4, blocked: 1 });
      const [hers] = (await look(site)).body.items;
      assert.equal(hers?.id, quiet.session.id);
      assert.deepEqual(hers.done, { looks: 0, changes: 0, blocked: 0 }, 'what others did is not hers');
    })); // prettier-ignore

  test('sees who it was where the host says so, by name alone', () =>
    withSite(
      async (site) => {
        await site.impersonate();
        const [access] = (await look(site)).body.items;
        assert.deepEqual(access?.actor, { name: 'Sam Lee' });
        assert.doesNotMatch(JSON.stringify(access), /sam@|sam_/);
      },
      { subjectMay: { seeActor: true } },
    ));

  test('sees what ran out as over', () =>
    withSite(async (site) => {
      await site.start();
      site.clock.pass(30);
      const [access] = (await look(site)).body.items;
      assert.deepEqual(
        [access?.status, access?.startedAt, access?.endCause],
        ['ended', null, 'never-redeemed'],
      );
    }));

  test('sees their own, page by page, newest first, and nobody else’s', () =>
    withSite(async (site) => {
      const kim = kimOf(site);
      const theirs: string[] = [];
      for (let index = 0; index < 5; index++) {
        theirs.unshift(sessionOf((await site.start()).body).id);
        await site.start({ userId: kim });
        site.clock.pass(60);
      }
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const { body } = await look(site, `?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
        seen.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor;
      } while (cursor !== null);
      assert.deepEqual(seen, theirs);

      const first = (await look(site, '?limit=2')).body.nextCursor ?? '';
      for (const [query, as] of [
        [`?cursor=${first}`, kim],
        ['?cursor=abc', site.dana],
        ['?limit=201', site.dana],
      ] as const)
        assert.equal((await look(site, query, as)).status, 400, query);
      const forced = await look(site, `?subjectId=${kim}&subject=kim&actor=x&text=zzz`);
      assert.equal(forced.body.items.length, 5, 'nothing but the page can be asked for');
    }));

  test('has to be signed in, as themselves', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      assert.deepEqual((await look(site, '', null)).body.code, 'unauthenticated');
      const both = await site.send('/me/access', { token, as: site.dana });
      assert.deepEqual([both.status, both.body.code], [400, 'ambiguous_credentials']);
      assert.deepEqual((await look(site, '', site.sam)).body.items, [], 'the actor is somebody else here');
      assert.equal((await end(site, session.id, site.sam)).body.code, 'not_found');
    }, mayEnd)); // prettier-ignore

  test('is not who acts as them: that is refused, on record, and ends nothing', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate({ mode: 'full' });
      const path = `/me/access/${session.id}/end`;
      const answers = [
        await site.send('/me/access', { token }),
        await site.send(path, { method: 'POST', token, body: {} }),
      ];
      for (const { status, body } of answers)
        assert.deepEqual([status, body.code], [403, 'impersonation_blocked']);
      const rows = await site.backend.database.query(
        `select method, route, status, code, actor_id, subject_id from impersonation_kit.audit_events
         where session_id = $1 and type = 'request.blocked' order by seq`,
        [session.id],
      );
      const who = { status: 403, code: 'impersonation_blocked', actor_id: site.sam, subject_id: site.dana };
      assert.deepEqual(rows, [
        { method: 'GET', route: '/me/access', ...who },
        { method: 'POST', route: path, ...who },
      ]);
      assert.equal((await site.send('/current', { token })).status, 200);

      await site.send('/current/end', { method: 'POST', token, body: {} });
      assert.equal((await site.send('/me/access', { token })).body.code, 'session_revoked');
    }, mayEnd)); // prettier-ignore

  test('ends it, once, and the token is worth nothing from then on', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      assert.equal((await look(site)).body.items[0]?.mayEnd, true);
      const first = await end(site, session.id);
      assert.deepEqual(
        [first.status, first.body.endCause, first.body.mayEnd],
        [200, 'revoked-by-subject', false],
      );
      const answer = await site.send('/current', { token });
      assert.deepEqual(
        [answer.status, answer.body.code, answer.body.endCause],
        [401, 'session_revoked', 'revoked-by-subject'],
      );
      site.clock.pass(10);
      assert.deepEqual((await end(site, session.id)).body, first.body);
      assert.deepEqual(await site.record(session.id), [
        'session.requested',
        'session.started',
        'session.ended',
      ]);
      const [row] = await site.backend.database.query(
        'select ended_by_id from impersonation_kit.impersonations where id = $1',
        [session.id],
      );
      assert.deepEqual(row, { ended_by_id: site.dana });
    }, mayEnd)); // prettier-ignore

  test('ends one whose tab is not open yet, and it never opens', () =>
    withSite(async (site) => {
      const { body } = await site.start();
      await end(site, sessionOf(body).id);
      const answer = await site.redeem(body.kind === 'ticket' ? body.ticket : '');
      assert.deepEqual([answer.status, answer.body.endCause], [401, 'revoked-by-subject']);
    }, mayEnd)); // prettier-ignore

  test('cannot tell somebody else’s from none, and ends neither', () =>
    withSite(async (site) => {
      const kim = kimOf(site);
      const { token, session } = await site.impersonate({ userId: kim });
      const answers = [];
      for (const id of [session.id, 'unknown', '%00', '%ff', 'x'.repeat(300)])
        answers.push(await end(site, id));
      for (const { status, body } of answers) {
        assert.equal(status, 404);
        assert.deepEqual(body, answers[0]?.body);
      }
      assert.equal((await site.send('/current', { token })).status, 200);
    }, mayEnd)); // prettier-ignore

  test('ends nothing where the host does not say so, and is not told whether it was there', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      assert.equal((await look(site)).body.items[0]?.mayEnd, false);
      for (const id of [session.id, 'unknown'])
        assert.deepEqual((await end(site, id)).body.code, 'forbidden');
      assert.equal((await site.send('/current', { token })).status, 200);
    }));

  test('finds no such address where the host shows nothing', () =>
    withSite(
      async (site) => {
        const { session } = await site.impersonate();
        assert.equal((await look(site)).body.code, 'not_found');
        assert.equal((await end(site, session.id)).body.code, 'not_found');
      },
      { subjectMay: { see: false, end: true } },
    ));

  test('needs a page of the host’s own to end it', () =>
    withSite(async (site) => {
      const { session } = await site.impersonate();
      const headers = { origin: 'https://evil.example' };
      const foreign = await site.send(`/me/access/${session.id}/end`, { method: 'POST', as: site.dana, body: {}, headers });
      assert.equal(foreign.body.code, 'cross_site_request');
      const get = await site.send(`/me/access/${session.id}/end`, { as: site.dana });
      assert.deepEqual([get.status, get.headers.get('allow')], [405, 'POST']);
    }, mayEnd)); // prettier-ignore
});
