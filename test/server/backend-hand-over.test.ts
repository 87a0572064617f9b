import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Grant, judge } from '../../src/core/protocol.js';
import { onEachEngine } from '../support/server/engines.js';
import { claimsOf, openSite, sessionOf, ticketOf, type Site } from '../support/server/site.js';

onEachEngine('Handing over', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  const started = async (site: Site) => {
    const { body } = await site.start();
    return { ticket: ticketOf(body), id: sessionOf(body).id };
  };

  const fates = async (site: Site, id: string) => {
    const { body } = await site.send<Grant['session']>(`/impersonations/${id}`, { as: site.sam });
    return [body.status, body.endCause];
  };

  test('the ticket is good for a token that says who is there, in which mode, until when', () =>
    withSite(async (site) => {
      const { ticket, id } = await started(site);
      site.clock.pass(5);
      const answer = await site.redeem(ticket);

      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      judge(Grant, answer.body, 'bad_answer');
      const { session } = answer.body;
      assert.deepEqual(
        [session.id, session.status, session.startedAt, session.expiresAt, session.idleExpiresAt],
        [id, 'active', '2026-03-01T09:00:05.000Z', '2026-03-01T09:15:00.000Z', '2026-03-01T09:15:05.000Z'],
      );
      const { jti, ...claims } = claimsOf(answer.body);
      const now = site.clock.now / 1000;
      assert.match(String(jti), /^[\da-f-]{36}$/);
      assert.deepEqual(claims, {
        iss: 'https://app.example/impersonation',
        aud: 'https://app.example',
        sub: site.dana,
        client_id: 'impersonation-kit',
        iat: now,
        exp: now + 300,
        sid: id,
        act: { iss: 'https://app.example/impersonation', sub: site.sam, sid: `s_${site.sam}` },
        impersonation: { mode: 'read-only', exp: now + 895, idle_exp: now + 900 },
      });
      assert.deepEqual(await site.record(id), ['session.requested', 'session.started']);
      assert.deepEqual(
        site.told.map((told) => [told.id, told.status]),
        [[id, 'active']],
      );
    }));

  test('the token is signed with the published key, and the private part is not published', () =>
    withSite(async (site) => {
      const { token } = await site.impersonate();
      const { body, headers } = await site.send<{ keys: Record<string, string>[] }>('/.well-known/jwks.json');

      assert.deepEqual(
        body.keys.map((key) => Object.keys(key).sort()),
        [['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']],
      );
      assert.match(headers.get('cache-control') ?? '', /^public/);
      const [header = ''] = token.split('.');
      assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), {
        alg: 'ES256',
        typ: 'at+jwt',
        kid: body.keys[0]?.['kid'],
      });
      assert.equal((await site.backend.auth.verify(token)).actor?.sub, site.sam);
    }));

  test('a second use is refused, ends the session for both, and is on record', () =>
    withSite(async (site) => {
      const { ticket, id } = await started(site);
      const { token } = (await site.redeem(ticket)).body;
      const again = await site.redeem(ticket);

      assert.deepEqual([again.status, again.body.code], [400, 'ticket_used']);
      const current = await site.send('/current', { token });
      assert.deepEqual(
        [current.status, current.body.code, current.body.endCause],
        [401, 'session_revoked', 'revoked'],
      );
      assert.deepEqual(await site.record(id), [
        'session.requested',
        'session.started',
        'session.ticket-replayed',
        'session.ended',
      ]);
    }));

  test('a second use after the session ran out changes nothing about how it ended', () =>
    withSite(async (site) => {
      const { ticket, id } = await started(site);
      await site.redeem(ticket);
      site.clock.pass(900);

      assert.equal((await site.redeem(ticket)).body.code, 'ticket_used');
      assert.deepEqual(await fates(site, id), ['ended', 'expired']);
      assert.deepEqual(await site.record(id), [
        'session.requested',
        'session.started',
        'session.ended',
        'session.ticket-replayed',
      ]);
    }));

  test('of twenty at once exactly one gets a token', () =>
    withSite(async (site) => {
      const { ticket, id } = await started(site);
      const answers = await Promise.all(Array.from({ length: 20 }, () => site.redeem(ticket)));

      const codes = answers.map(({ status, body }) => (status === 200 ? 'token' : body.code)).sort();
      assert.deepEqual(codes, [...Array.from({ length: 19 }, () => 'ticket_used'), 'token']);
      const types = await site.record(id);
      assert.equal(types.filter((type) => type === 'session.started').length, 1);
      assert.equal(types.filter((type) => type === 'session.ended').length, 1);
    }));

  test('of twenty at two servers exactly one gets a token', () =>
    withSite(async (site) => {
      const { ticket } = await started(site);
      const other = await openSite(database());
      for (const [id, person] of site.people) other.people.set(id, person);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 ? site : other).redeem(ticket)),
      );
      await other.close();
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    }));

  test('after 30 seconds it is too late, and nothing began', () =>
    withSite(async (site) => {
      const { ticket, id } = await started(site);
      site.clock.pass(30);
      const answer = await site.redeem(ticket);

      assert.deepEqual([answer.status, answer.body.code], [410, 'ticket_expired']);
      assert.deepEqual(await fates(site, id), ['ended', 'never-redeemed']);
      assert.deepEqual(await site.record(id), ['session.requested', 'session.ended']);
      assert.deepEqual(site.told, []);
      assert.equal((await site.redeem(ticket)).body.code, 'ticket_expired', 'and stays so');
    }));

  test('a policy that thinks until it is too late is too late', () =>
    withSite(async (site) => {
      const { ticket, id } = await started(site);
      site.clock.pass(29);
      site.decide = () => {
        site.clock.pass(1);
        return true;
      };
      const answer = await site.redeem(ticket);
      assert.deepEqual([answer.status, answer.body.code], [410, 'ticket_expired']);
      assert.deepEqual(await site.record(id), ['session.requested', 'session.ended']);
    }));

  test('at 29.999 seconds it is not', () =>
    withSite(async (site) => {
      const { ticket } = await started(site);
      site.clock.pass(29.999);
      assert.equal((await site.redeem(ticket)).status, 200);
    }));

  test('at another origin it is refused, on record, and not used up', () =>
    withSite(
      async (site) => {
        const { ticket, id } = await started(site);
        const elsewhere = await site.redeem(ticket, { origin: 'https://admin.example' });

        assert.deepEqual([elsewhere.status, elsewhere.body.code], [403, 'ticket_misplaced']);
        assert.deepEqual(await site.record(id), ['session.requested', 'session.redeem-refused']);
        assert.equal((await site.redeem(ticket)).status, 200);
      },
      { origins: ['https://app.example', 'https://admin.example'] },
    ));

  test('nothing but a POST with the ticket in its body uses it', () =>
    withSite(async (site) => {
      const { ticket } = await started(site);
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT'])
        assert.equal((await site.send(`/redeem?ticket=${ticket}`, { method })).status, 405);
      assert.equal((await site.send(`/redeem?ticket=${ticket}`, { method: 'POST', body: {} })).status, 400);
      assert.equal((await site.redeem(ticket)).status, 200);
    }));

  const nonsense: [what: string, ticket: unknown][] = [
    ['of 10 kB', 'x'.repeat(10_000)],
    ['that is empty', ''],
    ['in unicode', '🎫'.repeat(21)],
    ['that is an object', {}],
    ['that is a list', ['x'.repeat(43)]],
    ['that is missing', undefined],
    ['that is nobody’s', 'x'.repeat(43)],
  ];
  for (const [what, ticket] of nonsense) {
    test(`a ticket ${what} is not valid`, () =>
      withSite(async (site) => {
        const answer = await site.send('/redeem', { method: 'POST', body: { ticket } });
        assert.deepEqual([answer.status, answer.body.code], [400, 'ticket_invalid']);
      }));
  }

  test('after 20 wrong tickets in a minute a guesser has to wait, and a good ticket still goes through', () =>
    withSite(async (site) => {
      const { ticket } = await started(site);
      for (let guess = 0; guess < 20; guess++) assert.equal((await site.redeem('x'.repeat(43))).status, 400);
      const answer = await site.redeem('x'.repeat(43));
      assert.deepEqual([answer.status, answer.body.code], [429, 'rate_limited']);
      assert.equal(answer.headers.get('retry-after'), '60');
      assert.equal((await site.redeem(ticket)).status, 200);
    }));

  const lost: [what: string, lose: (site: Site) => void, code: string, cause: string][] = [
    ['the admin has signed out', (site) => site.signedOut.add(site.sam), 'not_permitted', 'actor-signed-out'],
    ['the admin is gone', (site) => site.people.delete(site.sam), 'not_permitted', 'actor-lost-right'],
    ['the policy says no', (site) => (site.decide = () => false), 'not_permitted', 'actor-lost-right'],
    [
      'the user has become an owner',
      (site) => site.people.set(site.dana, { id: site.dana, name: 'Dana Fox', role: 'owner' }),
      'subject_protected',
      'subject-protected',
    ],
    ['the user is gone', (site) => site.people.delete(site.dana), 'subject_protected', 'subject-protected'],
  ];
  for (const [what, lose, code, cause] of lost) {
    test(`nothing begins when ${what} since the start`, () =>
      withSite(async (site) => {
        const { ticket, id } = await started(site);
        lose(site);
        const answer = await site.redeem(ticket);

        assert.deepEqual([answer.status, answer.body.code], [403, code]);
        const session = await site.backend.database.query(
          'select status, end_cause from impersonation_kit.impersonations where id = $1',
          [id],
        );
        assert.deepEqual(session, [{ status: 'ended', end_cause: cause }]);
        assert.deepEqual(await site.record(id), [
          'session.requested',
          'session.redeem-refused',
          'session.ended',
        ]);
      }));
  }

  test('a session that was revoked before its tab opened does not begin', () =>
    withSite(async (site) => {
      const { ticket, id } = await started(site);
      await site.send(`/impersonations/${id}/revoke`, {
        method: 'POST',
        as: site.sam,
        body: { reason: 'Started by mistake' },
      });
      const answer = await site.redeem(ticket);
      assert.deepEqual(
        [answer.status, answer.body.code, answer.body.endCause],
        [401, 'session_revoked', 'revoked'],
      );
    }));

  test('it begins although the person cannot be told, and the host hears of that', () =>
    withSite(
      async (site) => {
        await site.impersonate();
        assert.deepEqual(site.errors.map(String), ['Error: mail is down']);
      },
      { tellSubject: () => Promise.reject(new Error('mail is down')) },
    ));
});
