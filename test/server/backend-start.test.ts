import assert from 'node:assert/strict';
import { test } from 'node:test';

import { judge, StartAnswer, type Problem } from '../../src/core/protocol.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, origin, reason, sessionOf, ticketOf, type Site } from '../support/server/site.js';

onEachEngine('Starting', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  /** The refused attempts of one actor. */
  const refusals = async ({ backend, sam }: Site) =>
    backend.database.query(
      `select subject_id, code, session_id from impersonation_kit.audit_events
       where type = 'session.refused' and actor_id = $1 order by seq`,
      [sam],
    );

  test('an admin with a reason gets a ticket, once, and a row is written', () =>
    withSite(async (site) => {
      const answer = await site.start({ category: 'billing', caseNumber: 'SUP-482', mode: 'full' });

      assert.equal(answer.status, 201);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      judge(StartAnswer, answer.body, 'bad_answer');
      assert.match(ticketOf(answer.body), /^[\w-]{43}$/);
      const session = sessionOf(answer.body);
      assert.deepEqual(session, {
        id: session.id,
        actor: { id: site.sam, name: 'Sam Lee', email: 'sam@host.example' },
        subject: { id: site.dana, name: 'Dana Fox', email: 'dana@acme.example' },
        category: 'billing',
        reason,
        caseNumber: 'SUP-482',
        mode: 'full',
        status: 'pending',
        createdAt: '2026-03-01T09:00:00.000Z',
        startedAt: null,
        expiresAt: '2026-03-01T09:15:00.000Z',
        idleExpiresAt: null,
        endedAt: null,
        endCause: null,
        endedBy: null,
        endReason: null,
        extension: { used: 0, max: 3, seconds: 900 },
        modes: ['read-only', 'full'],
        idleSeconds: 900,
      });
      assert.equal(answer.body.kind === 'ticket' && answer.body.ticketExpiresAt, '2026-03-01T09:00:30.000Z');
      assert.equal(answer.body.kind === 'ticket' && answer.body.url, `${origin}/`);
      assert.deepEqual(await site.record(session.id), ['session.requested']);
      assert.deepEqual(site.told, [], 'nobody is told before it begins');
    }));

  test('the database never holds the ticket itself', () =>
    withSite(async (site) => {
      const ticket = ticketOf((await site.start()).body);

      const [row] = await site.backend.database.query(
        `select (select count(*)::integer from impersonation_kit.impersonations i where i::text like $1)
              + (select count(*)::integer from impersonation_kit.audit_events e where e::text like $1) as found`,
        [`%${ticket}%`],
      );
      assert.equal(row?.['found'], 0);
    }));

  const wrong: [why: string, request: Record<string, unknown>, code: string, field: string][] = [
    ['no reason', { reason: undefined }, 'reason_too_short', 'reason'],
    ['9 characters', { reason: '123456789' }, 'reason_too_short', 'reason'],
    ['only spaces', { reason: ' '.repeat(20) }, 'reason_too_short', 'reason'],
    ['only zero-width characters', { reason: '\u200b'.repeat(20) }, 'reason_too_short', 'reason'],
    ['501 characters', { reason: 'x'.repeat(501) }, 'reason_too_long', 'reason'],
    ['a day beyond all reason', { durationSeconds: 1e9 }, 'duration_not_allowed', 'durationSeconds'],
    ['NaN, which JSON makes null', { durationSeconds: NaN }, 'duration_not_allowed', 'durationSeconds'],
    ['no time at all', { durationSeconds: 0 }, 'duration_not_allowed', 'durationSeconds'],
    ['negative time', { durationSeconds: -1 }, 'duration_not_allowed', 'durationSeconds'],
    ['more than an hour', { durationSeconds: 3601 }, 'duration_not_allowed', 'durationSeconds'],
    ['a time that is not on offer', { durationSeconds: 901 }, 'duration_not_allowed', 'durationSeconds'],
    ['time as text', { durationSeconds: '900' }, 'duration_not_allowed', 'durationSeconds'],
    ['an unknown mode', { mode: 'god' }, 'mode_not_allowed', 'mode'],
    ['an odd case number', { caseNumber: 'a b' }, 'case_number_invalid', 'caseNumber'],
  ];
  for (const [why, request, code, field] of wrong) {
    test(`is refused with ${why}, and nothing begins`, () =>
      withSite(async (site) => {
        const { status, body } = await site.start(request);

        assert.deepEqual({ status, code: body.code, field: body.field }, { status: 422, code, field });
        const open = await site.backend.database.query(
          'select 1 from impersonation_kit.impersonations where actor_id = $1',
          [site.sam],
        );
        assert.deepEqual(open, []);
      }));
  }

  const refused: [whom: string, id: (site: Site) => string, status: number, code: string][] = [
    ['a user who does not exist', () => 'nobody', 404, 'user_not_found'],
    ['an owner', ({ sam }) => sam.replace('sam', 'owner'), 403, 'subject_protected'],
    ['themselves', ({ sam }) => sam, 422, 'self_impersonation'],
  ];
  for (const [whom, idOf, status, code] of refused) {
    test(`an admin cannot act as ${whom}, and the attempt is on record`, () =>
      withSite(async (site) => {
        const userId = idOf(site);
        const answer = await site.start({ userId });

        assert.deepEqual([answer.status, answer.body.code], [status, code]);
        assert.deepEqual(await refusals(site), [{ subject_id: userId, code, session_id: null }]);
      }));
  }

  test('a member cannot act as anybody', () =>
    withSite(async (site) => {
      const answer = await site.start({}, site.sam.replace('sam', 'kim'));
      assert.deepEqual([answer.status, answer.body.code], [403, 'not_permitted']);
    }));

  test('nobody may act as anybody when the host has no policy', () =>
    withSite(
      async (site) => {
        assert.equal((await site.start()).body.code, 'not_permitted');
      },
      { policy: undefined },
    ));

  const answers: [what: string, decide: () => never][] = [
    ['throws', () => { throw new Error('policy is out of order'); }], // prettier-ignore
    ['answers undefined', () => undefined as never],
    ['answers a truthy text', () => 'yes' as never],
    ['answers 1', () => 1 as never],
    ['answers null', () => null as never],
    ['offers no mode', () => ({ modes: [] }) as never],
    ['offers a day', () => ({ durations: [86_400] }) as never],
  ];
  for (const [what, decide] of answers) {
    test(`a policy that ${what} is a refusal`, () =>
      withSite(async (site) => {
        site.decide = decide;
        const answer = await site.start();
        assert.deepEqual([answer.status, answer.body.code], [403, 'not_permitted']);
      }));
  }

  test('the policy sets the terms', () =>
    withSite(async (site) => {
      site.decide = () => ({ modes: ['read-only'], durations: [60], caseNumber: 'required' });

      assert.equal(
        (await site.start({ durationSeconds: 900, caseNumber: 'A' })).body.code,
        'duration_not_allowed',
      );
      assert.equal((await site.start({ durationSeconds: 60 })).body.code, 'case_number_required');
      const full = await site.start({ durationSeconds: 60, caseNumber: 'A', mode: 'full' });
      assert.equal(full.body.code, 'mode_not_allowed');
      const started = await site.start({ durationSeconds: 60, caseNumber: 'A' });
      assert.deepEqual(sessionOf(started.body).extension, { used: 0, max: 0, seconds: 0 });
    }));

  test('members that a caller adds are never used', () =>
    withSite(async (site) => {
      const kim = site.sam.replace('sam', 'kim');
      const answer = await site.start({
        actorId: kim,
        actor: { id: kim },
        sub: kim,
        role: 'owner',
        id: 'mine',
      });
      const session = sessionOf(answer.body);
      assert.equal(session.actor.id, site.sam);
      assert.notEqual(session.id, 'mine');
    }));

  test('one impersonation of a person at a time', () =>
    withSite(async (site) => {
      const first = await site.start();
      const again = await site.start();
      assert.deepEqual([again.status, again.body.code], [409, 'session_conflict']);
      assert.deepEqual(again.body.sessionIds, [sessionOf(first.body).id], 'and says which is in the way');
      assert.equal((await refusals(site)).length, 1);
    }));

  test('three open at a time, and an overdue one makes room', () =>
    withSite(async (site) => {
      const as = (name: string) => site.start({ userId: site.sam.replace('sam', name) });
      const three = [await as('dana'), await as('kim'), await as('lou')];
      assert.deepEqual(
        three.map(({ status }) => status),
        [201, 201, 201],
      );
      const fourth = await as('max');
      assert.deepEqual([fourth.status, fourth.body.code], [409, 'too_many_sessions']);
      const open = three.map(({ body }) => sessionOf(body).id);
      assert.deepEqual([...fourth.body.sessionIds!].sort(), open.sort());
      site.clock.pass(30);
      assert.equal((await as('max')).status, 201);
    }));

  test('twenty starts at once make one session', () =>
    withSite(
      async (site) => {
        const answers = await Promise.all(Array.from({ length: 20 }, () => site.start()));
        const statuses = answers.map(({ status }) => status).sort();
        assert.deepEqual(statuses, [201, ...Array.from({ length: 19 }, () => 409)]);
      },
      { limits: { startsPerMinute: 100 } },
    ));

  const keyed = (site: Site, key: string, request: Record<string, unknown> = {}, as = site.sam) =>
    site.send<StartAnswer & Problem>('/impersonations', {
      method: 'POST',
      as,
      body: { userId: site.dana, reason, durationSeconds: 900, ...request },
      headers: { 'idempotency-key': key },
    });

  test('fifty identical starts at once, with one key, are one session, and all get its ticket', () =>
    withSite(async (site) => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => keyed(site, '"k-1"')));

      const [first] = answers;
      assert.equal(first?.status, 201);
      for (const answer of answers) assert.deepEqual(answer.body, first.body);
      const rows = await site.backend.database.query(
        'select type from impersonation_kit.audit_events where actor_id = $1',
        [site.sam],
      );
      assert.deepEqual(rows, [{ type: 'session.requested' }]);
      assert.equal((await site.redeem(ticketOf(first.body))).status, 200);
    }));

  test('a start that is repeated later is told that it was made, and starts nothing', () =>
    withSite(async (site) => {
      const session = sessionOf((await keyed(site, 'k-1')).body);
      site.clock.pass(31);
      const later = await keyed(site, 'k-1');

      assert.deepEqual([later.status, later.body.code], [409, 'already_started']);
      assert.equal((await keyed(site, 'k-2')).status, 201, 'the first was never redeemed');
      assert.deepEqual(await site.record(session.id), ['session.requested', 'session.ended']);
    }));

  test('a start that is repeated at another process is not made again', () =>
    withSite(async (site) => {
      const { clock } = site;
      const other = await openSite(database(), { now: () => clock.now });
      for (const person of site.people.values()) other.people.set(person.id, person);
      const { status } = await keyed(site, 'k-1');
      const elsewhere = await keyed(other, 'k-1', { userId: site.dana }, site.sam);
      await other.close();

      assert.deepEqual([status, elsewhere.status, elsewhere.body.code], [201, 409, 'already_started']);
    }));

  test('a key does not come back with another request', () =>
    withSite(async (site) => {
      await keyed(site, 'k-1');
      const other = await keyed(site, 'k-1', { mode: 'full' });
      assert.deepEqual([other.status, other.body.code], [422, 'idempotency_mismatch']);
    }));

  test('a key is the actor’s own', () =>
    withSite(async (site) => {
      const kim = site.sam.replace('sam', 'kim');
      await keyed(site, 'k-1');
      const other = await keyed(site, 'k-1', {}, kim);
      assert.deepEqual([other.status, other.body.code], [403, 'not_permitted']);
    }));

  test('a refused start leaves its key free', () =>
    withSite(async (site) => {
      const { decide } = site;
      site.decide = () => false;
      assert.equal((await keyed(site, 'k-1')).status, 403);
      site.decide = decide;
      assert.equal((await keyed(site, 'k-1')).status, 201);
    }));

  for (const [what, key] of [
    ['empty', ''],
    ['of two words', 'a b'],
    ['of 256 characters', 'k'.repeat(256)],
    ['with an umlaut', 'schl\u00fcssel'],
  ] as const) {
    test(`a key that is ${what} is not understood`, () =>
      withSite(async (site) => {
        const { status, body } = await keyed(site, key);
        assert.deepEqual([status, body.code, body.field], [400, 'invalid_request', 'idempotency-key']);
      }));
  }

  test('starts for four people at once leave no more open than one may have', () =>
    withSite(async (site) => {
      const answers = await Promise.all(
        ['dana', 'kim', 'lou', 'max'].map((name) => site.start({ userId: site.sam.replace('sam', name) })),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 201, 201, 409]);
    }));

  test('the 11th start in a minute has to wait, and one a minute later does not', () =>
    withSite(async (site) => {
      for (let attempt = 1; attempt <= 10; attempt++) await site.start({ userId: 'nobody' });
      site.clock.pass(20);
      const eleventh = await site.start();
      assert.deepEqual([eleventh.status, eleventh.body.code], [429, 'rate_limited']);
      assert.equal(eleventh.headers.get('retry-after'), '40');
      site.clock.pass(40);
      assert.equal((await site.start()).status, 201);
    }));

  test('who is impersonating cannot start another, and the attempt is on record', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      const kim = site.sam.replace('sam', 'kim');
      const body = { userId: kim, reason, durationSeconds: 900 };

      const alone = await site.send('/impersonations', { method: 'POST', token, body });
      assert.deepEqual([alone.status, alone.body.code], [403, 'nested_impersonation']);
      assert.deepEqual(await refusals(site), [
        { subject_id: kim, code: 'nested_impersonation', session_id: session.id },
      ]);

      const both = await site.send('/impersonations', { method: 'POST', token, as: site.sam, body });
      assert.deepEqual([both.status, both.body.code], [400, 'ambiguous_credentials']);
    }));

  test('GET, HEAD and PUT start nothing', () =>
    withSite(async (site) => {
      const path = `/impersonations?userId=${site.dana}&reason=${encodeURIComponent(reason)}&durationSeconds=900`;
      await site.send(path, { as: site.sam });
      await site.send(path, { as: site.sam, method: 'HEAD' });
      const put = await site.send(path, { as: site.sam, method: 'PUT', body: {} });
      assert.deepEqual([put.status, put.headers.get('allow')], [405, 'GET, HEAD, POST']);
      assert.equal((await site.start()).status, 201, 'no session was there before');
    }));

  test('a directory that is out of order is "unavailable", and nothing of it is said', () =>
    withSite(
      async (site) => {
        const answer = await site.start();
        assert.deepEqual([answer.status, answer.body.code], [503, 'unavailable']);
        assert.doesNotMatch(JSON.stringify(answer.body), /secret/);
        assert.match(String(site.errors[0]), /ldap secret/);
      },
      {
        users: {
          get: () => Promise.reject(new Error('ldap secret')),
          search: () => Promise.reject(new Error('ldap secret')),
        },
      },
    ));
});
