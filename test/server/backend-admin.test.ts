import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  judge,
  UserDetail,
  UserPage,
  type Page,
  type Problem,
  type SessionRecord,
  type UserSummary,
} from '../../src/core/protocol.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, reason, sessionOf, type Site } from '../support/server/site.js';

onEachEngine('An admin', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  test('without the right to read, one’s own sessions are all there is', () =>
    withSite(
      async (site) => {
        const mine = sessionOf((await site.start()).body).id;
        const other = await openSite(database());
        const theirs = sessionOf((await other.start()).body).id;
        await other.close();

        assert.equal((await site.send('/impersonations', { as: site.sam })).body.code, 'forbidden');
        for (const path of ['', '/events'])
          assert.equal((await site.send(`/impersonations/${mine}${path}`, { as: site.sam })).status, 200);
        for (const id of [theirs, 'unknown', '%00'])
          for (const path of ['', '/events']) {
            const answer = await site.send(`/impersonations/${id}${path}`, { as: site.sam });
            assert.deepEqual([answer.status, answer.body.code], [403, 'forbidden']);
          }
        const revoke = (id: string) =>
          site.send(`/impersonations/${id}/revoke`, { method: 'POST', as: site.sam, body: { reason } });
        assert.equal((await revoke(theirs)).body.code, 'forbidden');
        assert.equal((await revoke(mine)).status, 200);
      },
      { rights: () => false },
    ));

  for (const [what, rights] of [
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['answers "yes"', () => 'yes' as never],
    ['is absent', undefined],
  ] as const) {
    // prettier-ignore
    test(`rights that ${what} are none`, () =>
      withSite(
        async (site) => {
          assert.equal((await site.send('/impersonations', { as: site.sam })).body.code, 'forbidden');
          assert.equal((await site.send('/users', { as: site.sam })).body.code, 'forbidden');
        },
        { rights },
      ));
  }

  test('with the right to read, what is not there is not found', () =>
    withSite(async (site) => {
      for (const id of ['unknown', '%00', '%ff', 'x'.repeat(300)]) {
        assert.equal((await site.send(`/impersonations/${id}`, { as: site.sam })).body.code, 'not_found');
        assert.equal(
          (await site.send(`/impersonations/${id}/events`, { as: site.sam })).body.code,
          'not_found',
        );
      }
    }));

  test('revoking again changes nothing, and needs a reason each time', () =>
    withSite(async (site) => {
      const { session } = await site.impersonate();
      const revoke = (body: unknown) =>
        site.send<Omit<SessionRecord, 'status'> & Problem>(`/impersonations/${session.id}/revoke`, {
          method: 'POST',
          as: site.sam,
          body,
        });
      assert.deepEqual([(await revoke({})).status, (await revoke({})).body.code], [422, 'reason_too_short']);
      const first = await revoke({ reason });
      site.clock.pass(10);
      const second = await revoke({ reason: 'Another reason altogether' });
      assert.deepEqual(second.body, first.body);
      assert.deepEqual(await site.record(session.id), [
        'session.requested',
        'session.started',
        'session.ended',
      ]);
    }));

  test('users are found by name, each with what stands in the way', () =>
    withSite(async (site) => {
      const { body } = await site.send<Page<UserSummary>>('/users?query=o&limit=3', { as: site.sam });
      judge(UserPage, body, 'bad_answer');
      assert.deepEqual(
        body.items.map(({ name, organization, refusal }) => [name, organization, refusal]),
        [
          ['Dana Fox', 'Acme', null],
          ['Olga Wood', null, 'subject_protected'],
          ['Kim Noor', null, null],
        ],
      );
      const next = await site.send<Page<UserSummary>>(
        `/users?query=o&limit=3&cursor=${body.nextCursor ?? ''}`,
        {
          as: site.sam,
        },
      );
      assert.deepEqual(
        next.body.items.map(({ name }) => name),
        ['Lou Reyes'],
      );
      const self = await site.send<Page<UserSummary>>('/users?query=sam', { as: site.sam });
      assert.equal(self.body.items[0]?.refusal, 'self_impersonation');
      assert.equal((await site.send('/users?cursor=__8', { as: site.sam })).body.code, 'invalid_cursor');
    }));

  test('one user comes with what may be asked for', () =>
    withSite(async (site) => {
      const { body } = await site.send<UserDetail>(`/users/${site.dana}`, { as: site.sam });
      assert.deepEqual(judge(UserDetail, body, 'bad_answer'), {
        id: site.dana,
        name: 'Dana Fox',
        email: 'dana@acme.example',
        organization: 'Acme',
        role: 'member',
        refusal: null,
        offer: { modes: ['read-only', 'full'], durations: [900, 1800, 3600], caseNumber: 'optional', tellsSubject: true },
      }); // prettier-ignore
      const owner = await site.send<UserDetail>(`/users/${site.sam.replace('sam', 'owner')}`, {
        as: site.sam,
      });
      assert.deepEqual([owner.body.refusal, owner.body.offer], ['subject_protected', null]);
      const nobody = await site.send('/users/nobody', { as: site.sam });
      assert.deepEqual([nobody.status, nobody.body.code], [404, 'user_not_found']);
    }));

  test('without the right to search, the users one may act as are all there are', () =>
    withSite(
      async (site) => {
        assert.equal((await site.send(`/users/${site.dana}`, { as: site.sam })).status, 200);
        for (const id of ['nobody', site.sam.replace('sam', 'owner')])
          assert.equal((await site.send(`/users/${id}`, { as: site.sam })).body.code, 'forbidden');
      },
      { rights: () => false, tellSubject: undefined },
    ));

  for (const path of [
    '/users',
    '/users/x',
    '/impersonations',
    '/impersonations/x',
    '/impersonations/x/events',
  ]) {
    test(`${path} asks who is there`, () =>
      withSite(async (site) => {
        const answer = await site.send(path);
        assert.deepEqual([answer.status, answer.body.code], [401, 'unauthenticated']);
        const { token } = await site.impersonate();
        const nested = await site.send(path, { token });
        assert.deepEqual(
          [nested.status, nested.body.code],
          [401, 'unauthenticated'],
          'an impersonation is no admin',
        );
        const both = await site.send(path, { token, as: site.sam });
        assert.deepEqual([both.status, both.body.code], [400, 'ambiguous_credentials']);
      }));
  }
});
