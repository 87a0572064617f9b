import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page, SessionEvent, SessionRecord } from '../../src/core/protocol.js';
import type { Handler, HandlerOptions } from '../../src/server/index.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, origin, reason, type Site } from '../support/server/site.js';

onEachEngine('The host’s own handlers', (database) => {
  const withSite = async (run: (site: Site) => Promise<void>, options = {}) => {
    const site = await openSite(database(), options);
    await run(site);
    await site.close();
  };

  /** A host's notes, of which one is changed; `ran` says how often a handler did. */
  const notes = ({ backend }: Site, options: HandlerOptions = {}, run?: Handler<[]>) => {
    const counted = { ran: 0 };
    const handler = backend.auth.withAuth((request) => {
      counted.ran++;
      return run
        ? run(request)
        : Response.json({ userId: request.auth.userId, actor: request.auth.actor?.sub ?? null });
    }, options);
    const send = async (method: string, fields: Record<string, string>) => {
      const response = await handler(
        new Request(`${origin}/api/notes/7?secret=1`, { method, headers: fields }),
      );
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    return {
      counted,
      by: (token: string, method = 'GET') => send(method, { authorization: `Bearer ${token}` }),
      as: (id: string, method = 'GET') => send(method, { cookie: `user=${id}` }),
    };
  };

  const rowsAbout = async (site: Site, id: string) => {
    const { body } = await site.send<Page<SessionEvent>>(`/impersonations/${id}/events`, { as: site.sam });
    return body.items.filter(({ type }) => type.startsWith('request.'));
  };

  test('see the user, and the actor behind them; the user alone sees no actor', () =>
    withSite(async (site) => {
      const { token } = await site.impersonate();
      const { by, as } = notes(site);
      assert.deepEqual((await by(token)).body, { userId: site.dana, actor: site.sam });
      assert.deepEqual((await as(site.dana)).body, { userId: site.dana, actor: null });
    }));

  test('leave a row of every request, with both people, and not a word of its query', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      await notes(site, { action: 'note.read' }).by(token);
      const [row, ...more] = await rowsAbout(site, session.id);

      assert.deepEqual(more, []);
      assert.match(row?.request?.id ?? '', /./);
      assert.deepEqual(
        { ...row, id: 'some', request: { ...row?.request, id: 'some' } },
        {
          id: 'some',
          at: '2026-03-01T09:00:00.000Z',
          type: 'request.made',
          sessionId: session.id,
          actor: session.actor,
          subject: session.subject,
          request: { id: 'some', method: 'GET', route: '/api/notes/7', status: 200 },
          action: 'note.read',
          code: null,
          detail: {},
        },
      );
    }));

  test('refuse to change anything in read-only mode, on record and unrun', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      const { by, counted } = notes(site, { whileImpersonating: 'allow', action: 'note.update' });
      const answer = await by(token, 'PATCH');

      assert.deepEqual([answer.status, answer.body['code'], counted.ran], [403, 'read_only_mode', 0]);
      const rows = await rowsAbout(site, session.id);
      assert.deepEqual(
        rows.map(({ type, code, action, request }) => [type, code, action, request?.status]),
        [['request.blocked', 'read_only_mode', 'note.update', 403]],
      );
    }));

  test('go by the mode as it is now, not as it was when the token was made', () =>
    withSite(async (site) => {
      const { token } = await site.impersonate();
      const { by } = notes(site, { whileImpersonating: 'allow' });
      await site.send('/current/mode', { method: 'POST', token, body: { mode: 'full', reason } });
      assert.equal((await by(token, 'PATCH')).status, 200);
      await site.send('/current/mode', { method: 'POST', token, body: { mode: 'read-only' } });
      assert.equal((await by(token, 'PATCH')).status, 403);
    }));

  test('lose full access as soon as the policy no longer grants it', () =>
    withSite(async (site) => {
      const { token } = await site.impersonate({ mode: 'full' });
      const { by } = notes(site, { whileImpersonating: 'allow' });
      assert.equal((await by(token, 'PATCH')).status, 200);
      site.decide = () => ({ modes: ['read-only'] });
      assert.equal((await by(token, 'PATCH')).body['code'], 'read_only_mode');
    }));

  test('run only after the intent is on record, and the outcome follows', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate({ mode: 'full' });
      let seen: unknown[] = [];
      const { by } = notes(site, { whileImpersonating: 'allow' }, async () => {
        seen = (await rowsAbout(site, session.id)).map(({ type, request }) => [type, request?.status]);
        return Response.json({}, { status: 201 });
      });
      await by(token, 'POST');

      assert.deepEqual(seen, [['request.intended', null]]);
      const rows = await rowsAbout(site, session.id);
      assert.deepEqual(
        rows.map(({ type, request }) => [type, request?.status]),
        [['request.intended', null], ['request.made', 201]],
      ); // prettier-ignore
      assert.equal(rows[0]?.request?.id, rows[1]?.request?.id);
    }));

  test('keep a session from idling, and nothing else does', () =>
    withSite(
      async (site) => {
        const { token } = await site.impersonate();
        const { by } = notes(site);
        for (let minute = 0; minute < 4; minute++) {
          site.clock.pass(59);
          assert.equal((await by(token)).status, 200);
        }
        const { body } = await site.send<SessionRecord>('/current', { token });
        assert.equal(body.idleExpiresAt, new Date(site.clock.now + 60_000).toISOString());
        site.clock.pass(60);
        const answer = await by(token);
        assert.deepEqual(
          [answer.status, answer.body['code'], answer.body['endCause']],
          [401, 'session_expired', 'idle'],
        );
      },
      { idleSeconds: 60 },
    ));

  const ends: [what: string, end: (site: Site, session: SessionRecord) => unknown, cause: string][] = [
    ['it is revoked', (site, { id }) => site.send(`/impersonations/${id}/revoke`, { method: 'POST', as: site.sam, body: { reason } }), 'revoked'],
    ['the admin signs out', (site) => site.signedOut.add(site.sam), 'actor-signed-out'],
    ['the admin loses the right', (site) => (site.decide = () => false), 'actor-lost-right'],
    ['the user becomes protected', (site) => (site.decide = () => ({ refuse: 'subject_protected' })), 'subject-protected'],
    ['the user is gone', (site) => site.people.delete(site.dana), 'subject-protected'],
  ]; // prettier-ignore
  for (const [what, end, cause] of ends) {
    test(`do not run once ${what}`, () =>
      withSite(async (site) => {
        const { token, session } = await site.impersonate();
        const { by, counted } = notes(site);
        await by(token);
        await end(site, session);
        const answer = await by(token);
        assert.deepEqual(
          [answer.status, answer.body['code'], answer.body['endCause'], counted.ran],
          [401, 'session_revoked', cause, 1],
        );
        assert.equal((await site.record(session.id)).at(-1), 'session.ended');
      }));
  }

  test('of a hundred requests around a revocation none runs after it', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      let revoked = false;
      let late = 0;
      const { by } = notes(site, {}, () => Response.json({}));
      const requests = Array.from({ length: 100 }, async () => {
        const begunAfter = revoked;
        const { status } = await by(token);
        if (begunAfter && status === 200) late++;
        return status;
      });
      await site.send(`/impersonations/${session.id}/revoke`, { method: 'POST', as: site.sam, body: { reason } });
      revoked = true;
      await Promise.all([...requests, ...Array.from({ length: 10 }, async () => {
        if ((await by(token)).status === 200) late++;
      })]);
      assert.equal(late, 0);
    })); // prettier-ignore

  test('leave a row of every request that was answered, in batches or not', () =>
    withSite(async (site) => {
      const { token, session } = await site.impersonate();
      const { by } = notes(site);
      const answers = await Promise.all(Array.from({ length: 100 }, () => by(token)));
      const answered = answers.filter(({ status }) => status === 200);
      const types = await site.record(session.id);
      assert.notEqual(answered.length, 0);
      assert.equal(types.filter((type) => type === 'request.made').length, answered.length);
    }));

  for (const column of ['subject_id', 'actor_id']) {
    test(`do not run when the ${column} of the session is not the token's`, () =>
      withSite(async (site) => {
        const { token } = await site.impersonate();
        await site.backend.database.query(
          `update impersonation_kit.impersonations set ${column} = $2 where actor_id = $1`,
          [site.sam, site.sam.replace('sam', column === 'actor_id' ? 'owner' : 'kim')],
        );
        site.decide = () => true;
        const answer = await notes(site).by(token);
        assert.deepEqual(
          [answer.status, answer.body['code'], answer.body['endCause']],
          [401, 'session_revoked', 'unknown'],
        );
      }));
  }
});
