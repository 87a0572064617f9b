import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  allOf,
  createImpersonationBackend,
  type BackendOptions,
  type SignedIn,
} from '../../src/server/index.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, reason, sessionOf, type Site } from '../support/server/site.js';

const began = Date.parse('2026-03-01T09:00:00.000Z');
const challenge =
  'Bearer error="insufficient_user_authentication", ' +
  'error_description="Sign in again, to confirm that it is you.", max_age="300"';

onEachEngine('A sign-in that must be fresh', (database) => {
  /** A site where everybody signed in at the same moment: what the host says of it is up to the test. */
  const withSite = async (
    authenticatedAt: unknown,
    run: (site: Site) => Promise<void>,
    options: Partial<BackendOptions> = { signInMaxAgeSeconds: 300 },
  ) => {
    const site = await openSite(database(), {
      authenticate: (request) => {
        const person = site.people.get(request.headers.get('cookie')?.replace('user=', '') ?? '');
        if (!person) return null;
        const signedIn: SignedIn = { ...person, sessionId: `s_${person.id}` };
        return authenticatedAt === undefined ? signedIn : ({ ...signedIn, authenticatedAt } as SignedIn);
      },
      ...options,
    });
    await run(site);
    await site.close();
  };

  const rows = async ({ backend, sam }: Site) =>
    backend.database.query(
      'select type, subject_id, code, session_id from impersonation_kit.audit_events where actor_id = $1 order by seq',
      [sam],
    );

  test('one that is too old is asked to be renewed, nothing begins, and the attempt is on record', () =>
    withSite(began - 300_001, async (site) => {
      const { status, headers, body } = await site.start();

      assert.equal(status, 401);
      assert.equal(headers.get('www-authenticate'), challenge);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.deepEqual(body, {
        type: 'urn:impersonation-kit:problem:insufficient_user_authentication',
        title: 'Sign in again, to confirm that it is you.',
        status: 401,
        code: 'insufficient_user_authentication',
        maxAge: 300,
      });
      assert.deepEqual(await rows(site), [
        {
          type: 'session.refused',
          subject_id: site.dana,
          code: 'insufficient_user_authentication',
          session_id: null,
        },
      ]);
      const open = await site.backend.database.query(
        'select 1 from impersonation_kit.impersonations where actor_id = $1',
        [site.sam],
      );
      assert.deepEqual(open, []);
    }));

  const fresh: [when: string, authenticatedAt: number][] = [
    ['at this moment', began],
    ['exactly as long ago as may be', began - 300_000],
    ['by a clock that is five seconds ahead', began + 5000],
  ];
  for (const [when, authenticatedAt] of fresh) {
    test(`who signed in ${when} starts`, () =>
      withSite(authenticatedAt, async (site) => {
        assert.equal((await site.start()).status, 201);
      }));
  }

  const unknown: [what: string, authenticatedAt: unknown][] = [
    ['does not say when', undefined],
    ['says null', null],
    ['says NaN', NaN],
    ['says a moment that is still to come', began + 5001],
    ['says Infinity', Infinity],
    ['says -Infinity', -Infinity],
    ['says a text', '2026-03-01T09:00:00.000Z'],
    ['says a number as text', String(began)],
    ['says a Date', new Date(began)],
    ['says seconds where milliseconds are meant', began / 1000],
  ];
  for (const [what, authenticatedAt] of unknown) {
    test(`a host that ${what} gets nobody in`, () =>
      withSite(authenticatedAt, async (site) => {
        const { status, body } = await site.start();
        assert.deepEqual([status, body.code], [401, 'insufficient_user_authentication']);
      }));
  }

  test('an old sign-in gets one answer, whoever is asked for, and nobody is looked up', async () => {
    const asked: string[] = [];
    await withSite(
      began - 400_000,
      async (site) => {
        const ids = [site.dana, site.sam, site.sam.replace('sam', 'owner'), 'nobody'];
        const answers = [];
        for (const userId of ids) answers.push((await site.start({ userId })).body);

        for (const answer of answers) assert.deepEqual(answer, answers[0]);
        assert.deepEqual(asked, []);
      },
      {
        signInMaxAgeSeconds: 300,
        users: {
          get: async (id) => {
            asked.push(id);
            return null;
          },
          search: async () => ({ items: [], nextCursor: null }),
        },
        policy: () => {
          asked.push('policy');
          return true;
        },
      },
    );
  });

  test('a sign-in that grows old does not end what it has started', () =>
    withSite(began - 100_000, async (site) => {
      const { token } = await site.impersonate();
      site.clock.pass(250);

      assert.equal((await site.send('/token', { method: 'POST', token })).status, 200);
      const next = await site.start({ userId: site.sam.replace('sam', 'kim') });
      assert.equal(next.body.code, 'insufficient_user_authentication');
      assert.equal(
        (await site.send('/impersonations', { as: site.sam })).status,
        200,
        'reading needs no more',
      );
    }));

  test('without the option, no host has to say anything', () =>
    withSite(
      undefined,
      async (site) => {
        assert.equal((await site.start()).status, 201);
      },
      {},
    ));

  test('a policy may ask for a fresher one, for this subject', () =>
    withSite(began - 100_000, async (site) => {
      site.decide = ({ subject }) => (subject.id === site.dana ? { signInMaxAgeSeconds: 60 } : true);

      const dana = await site.start();
      assert.equal(dana.status, 401);
      assert.equal((dana.body as { maxAge?: number }).maxAge, 60);
      const kim = await site.start({ userId: site.sam.replace('sam', 'kim') });
      assert.equal(sessionOf(kim.body).status, 'pending');
    }));

  test('a policy cannot make an old one good', () =>
    withSite(began - 400_000, async (site) => {
      site.decide = () => ({ signInMaxAgeSeconds: 86_400 });
      const { body } = await site.start();
      assert.equal((body as { maxAge?: number }).maxAge, 300);
    }));

  for (const wrong of [0, -1, NaN, '60', null, undefined]) {
    test(`a policy that asks for ${String(wrong)} seconds (${typeof wrong}) is a refusal`, () =>
      withSite(began, async (site) => {
        site.decide = () => ({ signInMaxAgeSeconds: wrong as number });
        assert.equal((await site.start()).body.code, 'not_permitted');
      }));
  }

  test('of several policies the strictest counts', () =>
    withSite(
      began - 100_000,
      async (site) => {
        const { body } = await site.start();
        assert.equal((body as { maxAge?: number }).maxAge, 60);
      },
      { policy: allOf(() => true, () => ({ signInMaxAgeSeconds: 60 }), () => ({ signInMaxAgeSeconds: 90 })) }, // prettier-ignore
    ));

  for (const wrong of [0, -1, 1.5, NaN, Infinity, '300', null, 86_401]) {
    test(`setting it to ${String(wrong)} (${typeof wrong}) is a mistake that shows at once`, async () => {
      await assert.rejects(
        createImpersonationBackend({
          database: database(),
          issuer: 'https://app.example/impersonation',
          audience: 'https://app.example',
          app: { url: 'https://app.example/' },
          authenticate: () => null,
          users: { get: async () => null, search: async () => ({ items: [], nextCursor: null }) },
          signInMaxAgeSeconds: wrong as number,
        }),
        new TypeError('signInMaxAgeSeconds must be a whole number from 1 to 86400'),
      );
    });
  }

  test('the sentence in the challenge is one that the header can carry', () =>
    withSite(undefined, async (site) => {
      const { headers } = await site.start({ reason });
      assert.match(headers.get('www-authenticate') ?? '', /^[\x20-\x7e]+$/);
    }));
});
