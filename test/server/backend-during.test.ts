import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Grant, judge, SessionRecord, type Problem } from '../../src/core/protocol.js';
import { onEachEngine } from '../support/server/engines.js';
import { claimsOf, openSite, reason, type Site } from '../support/server/site.js';

type GrantAnswer = Grant & Problem;

onEachEngine('While impersonating', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  const post = (site: Site, path: string, token: string, body: unknown = {}) =>
    site.send<GrantAnswer>(path, { method: 'POST', token, body });

  /** The rows of one type, with what they say. */
  const details = async (site: Site, id: string, type: string) =>
    (
      await site.backend.database.query(
        'select detail from impersonation_kit.audit_events where session_id = $1 and type = $2 order by seq',
        [id, type],
      )
    ).map(({ detail }) => detail);

  test('the tab reads its session', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      const { status, body } = await site.send<SessionRecord>('/current', { token });
      assert.equal(status, 200);
      assert.deepEqual(judge(SessionRecord, body, 'bad_answer'), session);
    }));

  test('the tab gets a new token in time, and that alone does not keep the session from idling', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate({ durationSeconds: 3600 });
      site.clock.pass(200);
      const renewed = await post(site, '/token', token);

      judge(Grant, renewed.body, 'bad_answer');
      assert.equal(claimsOf(renewed.body).exp, site.clock.now / 1000 + 300);
      assert.notEqual(claimsOf(renewed.body).jti, claimsOf({ token, session }).jti);
      assert.equal(renewed.body.session.idleExpiresAt, session.idleExpiresAt);
    }));

  test('no token outlives its session', () =>
    withSite(async (site) => {
      let { token } = await site.impersonate({ durationSeconds: 900 });
      for (const seconds of [250, 250, 250]) {
        site.clock.pass(seconds);
        ({ token } = (await post(site, '/token', token)).body);
      }
      assert.equal(claimsOf({ token } as Grant).exp, site.clock.now / 1000 + 150);
    }));

  test('a token that ran out is not renewed', () =>
    withSite(async (site) => {
      const { token } = await site.impersonate();
      site.clock.pass(306);
      const answer = await post(site, '/token', token);
      assert.deepEqual([answer.status, answer.body.code], [401, 'expired']);
    }));

  test('time can be added as often as the policy lets, and each is on record', () =>
    withSite(async (site) => {
      site.decide = () => ({ extension: { max: 2, seconds: 600 } });
      const { token, session } = await site.impersonate();
      const first = await post(site, '/current/extend', token, { reason });
      assert.equal(first.body.session.expiresAt, '2026-03-01T09:25:00.000Z');
      assert.deepEqual(first.body.session.extension, { used: 1, max: 2, seconds: 600 });
      assert.equal((await post(site, '/current/extend', token)).status, 200);
      const third = await post(site, '/current/extend', token);

      assert.deepEqual([third.status, third.body.code], [403, 'extension_not_allowed']);
      assert.deepEqual(await details(site, session.id, 'session.extended'), [
        { seconds: 600, expiresAt: '2026-03-01T09:25:00.000Z', reason },
        { seconds: 600, expiresAt: '2026-03-01T09:35:00.000Z', reason: null },
      ]);
    }));

  test('ten extensions at once add no more time than there is to give', () =>
    withSite(async (site) => {
      site.decide = () => ({ extension: { max: 2, seconds: 600 } });
      const { token } = await site.impersonate();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => post(site, '/current/extend', token)),
      );
      assert.equal(answers.filter(({ status }) => status === 200).length, 2);
      const { body } = await site.send<SessionRecord>('/current', { token });
      assert.equal(body.expiresAt, '2026-03-01T09:35:00.000Z');
    }));

  test('an extension is not allowed where the policy offers none', () =>
    withSite(async (site) => {
      site.decide = () => ({ modes: ['read-only'] });
      const { token } = await site.impersonate();
      assert.equal((await post(site, '/current/extend', token)).body.code, 'extension_not_allowed');
    }));

  test('full access takes a reason, and less access does not', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      const without = await post(site, '/current/mode', token, { mode: 'full' });
      assert.deepEqual(
        [without.status, without.body.code, without.body.field],
        [422, 'reason_too_short', 'reason'],
      );

      const full = await post(site, '/current/mode', token, { mode: 'full', reason });
      assert.equal(full.body.session.mode, 'full');
      assert.deepEqual(claimsOf(full.body)['impersonation'], {
        mode: 'full',
        exp: Date.parse(session.expiresAt) / 1000,
        idle_exp: Date.parse(session.idleExpiresAt ?? '') / 1000,
      });
      await post(site, '/current/mode', token, { mode: 'full', reason }); // nothing changes, so no row
      assert.equal(
        (await post(site, '/current/mode', token, { mode: 'read-only' })).body.session.mode,
        'read-only',
      );
      assert.deepEqual(await details(site, session.id, 'session.mode-changed'), [
        { from: 'read-only', to: 'full', reason },
        { from: 'full', to: 'read-only', reason: null },
      ]);
    }));

  test('full access is not to be had where the policy does not offer it', () =>
    withSite(async (site) => {
      site.decide = () => ({ modes: ['read-only'] });
      const { token } = await site.impersonate();
      const answer = await post(site, '/current/mode', token, { mode: 'full', reason });
      assert.deepEqual([answer.status, answer.body.code], [422, 'mode_not_allowed']);
    }));

  test('the actor ends it, once, and the token is worth nothing from then on', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      const ended = await site.send<SessionRecord>('/current/end', { method: 'POST', token, body: {} });
      assert.deepEqual(
        [ended.status, ended.body.status, ended.body.endCause, ended.body.endedBy?.id],
        [200, 'ended', 'ended', site.sam],
      );
      const again = await site.send<SessionRecord>('/current/end', { method: 'POST', token, body: {} });
      assert.deepEqual([again.status, again.body.endCause], [200, 'ended']);
      for (const path of ['/token', '/current/extend']) {
        const answer = await post(site, path, token);
        assert.deepEqual(
          [answer.status, answer.body.code, answer.body.endCause],
          [401, 'session_revoked', 'ended'],
        );
        assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer error="invalid_token"/);
      }
      assert.deepEqual(await site.record(session.id), [
        'session.requested',
        'session.started',
        'session.ended',
      ]);
    }));

  test('a revocation holds on the next request', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      const owner = site.sam.replace('sam', 'owner');
      const revoked = await site.send<SessionRecord>(`/impersonations/${session.id}/revoke`, {
        method: 'POST',
        as: owner,
        body: { reason: 'Not needed any more' },
      });
      assert.deepEqual(
        [revoked.status, revoked.body.endCause, revoked.body.endedBy?.id, revoked.body.endReason],
        [200, 'revoked', owner, 'Not needed any more'],
      );
      const answer = await site.send('/current', { token });
      assert.deepEqual(
        [answer.status, answer.body.code, answer.body.endCause, answer.body.endedBy?.id],
        [401, 'session_revoked', 'revoked', owner],
      );
    }));

  test('time runs out while the token would still hold', () =>
    withSite(async (site) => {
      site.decide = () => ({ durations: [120] });
      const { token, session } = await site.impersonate({ durationSeconds: 120 });
      site.clock.pass(120);
      const answer = await site.send('/current', { token });
      assert.deepEqual(
        [answer.status, answer.body.code, answer.body.endCause],
        [401, 'session_expired', 'expired'],
      );
      assert.deepEqual(await details(site, session.id, 'session.ended'), [
        { cause: 'expired', endedAt: session.expiresAt },
      ]);
    }));

  test('a tab that does nothing idles out', () =>
    withSite(
      async (site) => {
        const { token } = await site.impersonate();
        site.clock.pass(60);
        const answer = await site.send('/current', { token });
        assert.deepEqual(
          [answer.status, answer.body.code, answer.body.endCause],
          [401, 'session_expired', 'idle'],
        );
      },
      { idleSeconds: 60 },
    ));

  const lost: [what: string, lose: (site: Site) => unknown, cause: string][] = [
    ['the admin signs out', (site) => site.signedOut.add(site.sam), 'actor-signed-out'],
    ['the admin is demoted', (site) => site.people.set(site.sam, { id: site.sam, name: 'Sam', role: 'member' }), 'actor-lost-right'],
    ['the admin is removed', (site) => site.people.delete(site.sam), 'actor-lost-right'],
    ['the user becomes an owner', (site) => site.people.set(site.dana, { id: site.dana, name: 'Dana', role: 'owner' }), 'subject-protected'],
    ['the user is removed', (site) => site.people.delete(site.dana), 'subject-protected'],
    ['the policy throws', (site) => (site.decide = () => { throw new Error('broken'); }), 'actor-lost-right'],
  ]; // prettier-ignore
  for (const [what, lose, cause] of lost) {
    test(`it is over when ${what}`, () =>
      withSite(async (site) => {
        const { token, session } = await site.impersonate();
        lose(site);
        const answer = await post(site, '/token', token);
        assert.deepEqual(
          [answer.status, answer.body.code, answer.body.endCause],
          [401, 'session_revoked', cause],
        );
        assert.deepEqual(await details(site, session.id, 'session.ended'), [
          { cause, endedAt: '2026-03-01T09:00:00.000Z' },
        ]);
      }));
  }

  test('a host that cannot tell for a moment ends nothing and lets nothing pass', () =>
    withSite(async (site) => {
      const { token } = await site.impersonate();
      const get = site.people.get.bind(site.people);
      site.people.get = () => {
        throw new Error('directory is down');
      };
      assert.deepEqual((await post(site, '/token', token)).status, 503);
      site.people.get = get;
      assert.equal((await post(site, '/token', token)).status, 200);
    }));

  for (const path of ['/token', '/current/end', '/current/extend', '/current/mode']) {
    test(`${path} asks for a token, and the admin's cookie is none`, () =>
      withSite(async (site) => {
        await site.impersonate();
        const answer = await site.send(path, { method: 'POST', as: site.sam, body: { mode: 'read-only' } });
        assert.deepEqual([answer.status, answer.body.code], [401, 'token_missing']);
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
      }));
  }

  test('a token of another issuer is none', () =>
    withSite(async (site) => {
      const { token } = await site.impersonate();
      const [header = '', payload = '', signature = ''] = token.split('.');
      const forged = [header, payload, signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))].join(
        '.',
      );
      assert.equal((await site.send('/current', { token: forged })).body.code, 'bad_signature');
    }));
});
