/**
 * Every end that an impersonation can come to, brought about as it comes about, and seen from each side.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  endCauses,
  type AccessRecord,
  type EndCause,
  type Page,
  type SessionRecord,
} from '../../src/core/protocol.js';
import { deferred } from '../support/protected.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, origin, reason, sessionOf, type Site } from '../support/server/site.js';

const post = (body: unknown = {}) => ({ method: 'POST', body }) as const;

/** How each comes about; the token is still good by its own word when it does. */
const ways: Record<Exclude<EndCause, 'never-redeemed' | 'unknown'>, (site: Site, held: { id: string; token: string }) => unknown> = {
  ended: (site, { token }) => site.send('/current/end', { ...post(), token }),
  expired: (site) => site.clock.pass(120),
  idle: (site) => site.clock.pass(60),
  revoked: (site, { id }) => site.send(`/impersonations/${id}/revoke`, { ...post({ reason }), as: site.sam }),
  'revoked-by-subject': (site, { id }) => site.send(`/me/access/${id}/end`, { ...post(), as: site.dana }),
  'actor-lost-right': (site) => (site.decide = () => false),
  'actor-signed-out': (site) => site.signedOut.add(site.sam),
  'subject-protected': (site) => (site.decide = () => ({ refuse: 'subject_protected' })),
}; // prettier-ignore

onEachEngine('An impersonation that comes to its end', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), { subjectMay: { end: true }, ...options });
    site.decide = () => ({ durations: [120] });
    await run(site);
    await site.close();
  };

  const api = async (site: Site, token: string) => {
    let ran = 0;
    const handler = site.backend.auth.withAuth(() => {
      ran++;
      return new Response();
    });
    const headers = { authorization: `Bearer ${token}` };
    const response = await handler(new Request(`${origin}/api`, { headers }));
    const { code, endCause } = (await response.json()) as { code: string; endCause: string };
    return { status: response.status, code, endCause, ran };
  };

  /** As the admin area, the person and the record see it. */
  const seen = async (site: Site, id: string) => {
    const owner = site.sam.replace('sam', 'owner');
    const { body } = await site.send<SessionRecord>(`/impersonations/${id}`, { as: owner });
    const access = await site.send<Page<AccessRecord>>('/me/access', { as: site.dana });
    const rows = await site.backend.database.query(
      `select detail ->> 'cause' as cause from impersonation_kit.audit_events
       where session_id = $1 and type = 'session.ended'`,
      [id],
    );
    return [body.status, body.endCause, access.body.items[0]?.endCause, rows.map(({ cause }) => cause)];
  };

  for (const [cause, way] of Object.entries(ways)) {
    test(`by "${cause}" is over for its token at once, and everybody reads so`, () =>
      withSite(
        async (site) => {
          const { token, session } = await site.impersonate({ durationSeconds: 120 });
          await way(site, { id: session.id, token });
          const code = cause === 'expired' || cause === 'idle' ? 'session_expired' : 'session_revoked';
          assert.deepEqual(await api(site, token), { status: 401, code, endCause: cause, ran: 0 });
          for (const path of ['/token', '/current/extend']) {
            const answer = await site.send(path, { ...post(), token });
            assert.deepEqual([answer.status, answer.body.code, answer.body.endCause], [401, code, cause]);
          }
          assert.deepEqual(await seen(site, session.id), ['ended', cause, cause, [cause]]);
        },
        cause === 'idle' ? { idleSeconds: 60 } : {},
      ));
  }

  test('by "never-redeemed" never began', () =>
    withSite(async (site) => {
      const { body } = await site.start({ durationSeconds: 120 });
      site.clock.pass(30);
      const { id } = sessionOf(body);
      assert.equal((await site.redeem(body.kind === 'ticket' ? body.ticket : '')).status, 410);
      assert.deepEqual(await seen(site, id), ['ended', 'never-redeemed', 'never-redeemed', ['never-redeemed']]);
    })); // prettier-ignore

  test('by "unknown" is what a token says of which there is no record', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate({ durationSeconds: 120 });
      await site.backend.database.query('delete from impersonation_kit.impersonations where id = $1', [
        session.id,
      ]);
      assert.deepEqual(await api(site, token), {
        status: 401,
        code: 'session_revoked',
        endCause: 'unknown',
        ran: 0,
      });
      const answer = await site.send('/current/end', { ...post(), token });
      assert.deepEqual([answer.status, answer.body.endCause], [401, 'unknown']);
    }));

  test('by the loss of either person is over, too', async () => {
    for (const [who, cause] of [['sam', 'actor-lost-right'], ['dana', 'subject-protected']] as const)
      await withSite(async (site) => {
        const { token, session } = await site.impersonate({ durationSeconds: 120 });
        site.people.delete(site[who]);
        assert.equal((await api(site, token)).endCause, cause);
        site.people.set(site[who], { id: site[who], name: 'Back again', role: 'owner' });
        assert.equal((await api(site, token)).endCause, cause, 'and nobody comes back into it');
        assert.equal((await site.record(session.id)).filter((type) => type === 'session.ended').length, 1);
      });
  }); // prettier-ignore

  test('stays over after a restart', async () => {
    const site = await openSite(database());
    const { token, session } = await site.impersonate();
    await ways.revoked(site, { id: session.id, token });
    await site.close();

    const restarted = await openSite(database(), { now: () => site.clock.now });
    for (const person of site.people.values()) restarted.people.set(person.id, person);
    assert.equal((await api(restarted, token)).endCause, 'revoked');
    await restarted.backend.sweep();
    assert.equal((await api(restarted, token)).status, 401);
    await restarted.close();
  });

  test('in full flight lets those in that came before, and none after', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate({ durationSeconds: 120 });
      const held = deferred<null>();
      const everybody = deferred<null>();
      let inside = 0;
      const handler = site.backend.auth.withAuth(async () => {
        if (++inside === 100) everybody.resolve(null);
        await held.promise;
        return new Response();
      });
      const ask = () =>
        handler(new Request(`${origin}/api`, { headers: { authorization: `Bearer ${token}` } }));
      const early = Array.from({ length: 100 }, ask);
      await everybody.promise;
      await ways.revoked(site, { id: session.id, token });
      const late = await Promise.all(Array.from({ length: 20 }, ask));
      held.resolve(null);

      assert.deepEqual([...new Set(late.map(({ status }) => status))], [401]);
      assert.deepEqual([...new Set((await Promise.all(early)).map(({ status }) => status))], [200]);
      assert.equal(inside, 100);
      const types = await site.record(session.id);
      assert.equal(types.filter((type) => type === 'request.made').length, 100);
    }));

  test('does so a thousand times over, one revocation each, and every token is refused', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate({ durationSeconds: 120 });
      const { query } = site.backend.database;
      const columns = (await query<{ name: string }>(
        `select column_name as name from information_schema.columns
         where table_schema = 'impersonation_kit' and table_name = 'impersonations' and is_generated = 'NEVER'`,
      )).map(({ name }) => name); // prettier-ignore
      const fresh: Record<string, string> = {
        id: `id || '-' || n`,
        ticket_hash: `ticket_hash || n`,
        subject_id: `subject_id || '-' || n`,
      };
      await query(
        `insert into impersonation_kit.impersonations (${columns.join(', ')})
         select ${columns.map((name) => fresh[name] ?? name).join(', ')}
         from impersonation_kit.impersonations, generate_series(1, 999) as n where id = $1`,
        [session.id],
      );
      const ids = [session.id, ...Array.from({ length: 999 }, (_, n) => `${session.id}-${n + 1}`)];
      const revoke = (id: string) =>
        site.send(`/impersonations/${id}/revoke`, { ...post({ reason }), as: site.sam });
      const statuses = new Set<number>();
      for (let at = 0; at < ids.length; at += 50)
        for (const { status } of await Promise.all(ids.slice(at, at + 50).map(revoke))) statuses.add(status);
      assert.deepEqual([...statuses], [200]);
      const [row] = await query(
        `select count(*)::integer as live from impersonation_kit.impersonations
         where actor_id = $1 and status <> 'ended'`,
        [site.sam],
      );
      assert.deepEqual(row, { live: 0 });
      assert.equal((await api(site, token)).status, 401);
    }));
});

test('there is no end but these', () => {
  assert.deepEqual([...Object.keys(ways), 'never-redeemed', 'unknown'].sort(), [...endCauses].sort());
});
