import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import type { Grant, Problem, SessionRecord } from '../../src/core/protocol.js';
import type { BackendOptions } from '../../src/server/index.js';
import { createProofKey, type ProofKey } from '../support/proof.js';
import { openEmbedded } from '../support/server/embedded.js';
import { onEachEngine } from '../support/server/engines.js';
import { claimsOf, openSite, origin, sessionOf, ticketOf, type Site } from '../support/server/site.js';

const mount = `${origin}/impersonation`;
const key = await createProofKey();
const other = await createProofKey();

/** A tab that holds a key, at a site. */
function tabOf(site: Site, held: ProofKey = key) {
  const prove = (method: string, path: string, token: string | null, claims?: object) =>
    held.prove({ method, url: mount + path, token, at: Math.floor(site.clock.now / 1000) }, claims);

  return {
    prove,
    async redeem(ticket: string, proof?: string | null) {
      return site.redeem(ticket, {
        dpop: proof === undefined ? await prove('POST', '/redeem', null) : proof,
      });
    },
    /** What the tab asks with its token; `changed` replaces fields. */
    async ask<Body = Grant & Problem>(
      method: string,
      path: string,
      token: string,
      changed: object = {},
      body = {},
    ) {
      const dpop = await prove(method, path, token);
      return site.send<Body>(path, {
        method,
        ...(method === 'POST' && { body }),
        headers: { authorization: `DPoP ${token}`, dpop, ...changed },
      });
    },
    async impersonate(): Promise<Grant> {
      const { body } = await this.redeem(ticketOf((await site.start()).body));
      return body;
    },
  };
}

/** Status and code of an answer. */
const said = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string } | null)?.code ?? null,
];
const granted = [200, null];
const wrong = [401, 'invalid_dpop_proof'];
const missing = [401, 'pop_required'];

onEachEngine('a backend that binds tokens to the key of the tab', (database) => {
  let site: Site;
  before(async () => {
    site = await openSite(database(), {
      dpop: 'required',
      limits: { startsPerMinute: 1000, openPerActor: 100 },
    });
  });
  after(() => site.close());

  /** A started session with its ticket, by people of its own. */
  async function started() {
    const dana = `dana_${crypto.randomUUID()}`;
    site.people.set(dana, { id: dana, name: 'Dana', role: 'member' });
    const { body } = await site.start({ userId: dana });
    return { ticket: ticketOf(body), id: sessionOf(body).id };
  }
  async function impersonate() {
    const { ticket, id } = await started();
    const { body } = await tabOf(site).redeem(ticket);
    return { grant: body, token: body.token, id };
  }

  test('hands a token out that names the key, and renews it for that key alone', async () => {
    const { grant, token } = await impersonate();
    assert.deepEqual(claimsOf(grant)['cnf'], key.cnf);

    const renewed = await tabOf(site).ask('POST', '/token', token);
    assert.deepEqual(said(renewed), granted);
    assert.deepEqual(claimsOf(renewed.body)['cnf'], key.cnf);
    assert.deepEqual(said(await tabOf(site, other).ask('POST', '/token', token)), wrong);
  });

  test('asks for a proof where there is none, and leaves the ticket and the record as they were', async () => {
    const { ticket, id } = await started();

    const asked = await tabOf(site).redeem(ticket, null);
    assert.deepEqual(said(asked), missing);
    assert.equal(asked.headers.get('www-authenticate'), 'DPoP error="invalid_dpop_proof", algs="ES256"');
    assert.deepEqual(await site.record(id), ['session.requested']);
    assert.deepEqual(said(await tabOf(site).redeem(ticket)), granted);
  });

  test('refuses a ticket with a wrong proof, notes it, and leaves the ticket as it was', async () => {
    const { ticket, id } = await started();
    const { prove, redeem } = tabOf(site);
    const proofs = [
      await prove('POST', '/token', null),
      await prove('GET', '/redeem', null),
      await prove('POST', '/redeem', 'some token'),
      await prove('POST', '/redeem', null, { htu: `${origin}/redeem` }),
      'none',
    ];

    for (const proof of proofs) assert.deepEqual(said(await redeem(ticket, proof)), wrong);
    assert.deepEqual(await site.record(id), [
      'session.requested',
      ...proofs.map(() => 'session.redeem-refused'),
    ]);
    assert.deepEqual(said(await redeem(ticket)), granted);
  });

  test('does not say whether a proof would do before the ticket is good', async () => {
    const { redeem } = tabOf(site);

    assert.deepEqual(said(await redeem('x'.repeat(43), null)), [400, 'ticket_invalid']);
    const { ticket } = await started();
    await redeem(ticket);
    assert.deepEqual(said(await redeem(ticket, null)), [400, 'ticket_used']);
  });

  const calls: [method: string, path: string, body?: object][] = [
    ['POST', '/token'],
    ['GET', '/current'],
    ['POST', '/current/extend'],
    ['POST', '/current/mode', { mode: 'full', reason: 'She asked me to correct it' }],
    ['POST', '/current/end'],
  ];
  for (const [method, path, body] of calls) {
    test(`${method} ${path} needs a proof each time`, async () => {
      const { token } = await impersonate();
      const { ask, prove } = tabOf(site);
      const dpop = await prove(method, path, token);
      const elsewhere = await prove(method, `${path}/x`, token);

      assert.deepEqual(said(await ask(method, path, token, { dpop: null }, body)), missing);
      assert.deepEqual(
        said(await ask(method, path, token, { authorization: `Bearer ${token}` }, body)),
        missing,
      );
      assert.deepEqual(said(await ask(method, path, token, { dpop: elsewhere }, body)), wrong);
      assert.deepEqual(said(await tabOf(site, other).ask(method, path, token, {}, body)), wrong);
      assert.deepEqual(said(await ask(method, path, token, { dpop }, body)), granted);
      assert.deepEqual(said(await ask(method, path, token, { dpop }, body)), wrong, 'replayed');
    });
  }

  test('protects the host’s handlers by the same key', async () => {
    const { token } = await impersonate();
    const handle = site.backend.auth.withAuth(() => new Response(null, { status: 204 }));
    const send = async (fields: Record<string, string>) =>
      (await handle(new Request('http://127.0.0.1:3000/notes', { headers: fields }))).status;
    const at = Math.floor(site.clock.now / 1000);
    const prove = (held: ProofKey) => held.prove({ method: 'GET', url: `${origin}/notes`, token, at });

    assert.equal(await send({ authorization: `Bearer ${token}` }), 401);
    assert.equal(await send({ authorization: `DPoP ${token}`, dpop: await prove(other) }), 401);
    const dpop = await prove(key);
    assert.equal(await send({ authorization: `DPoP ${token}`, dpop }), 204);
    assert.equal(await send({ authorization: `DPoP ${token}`, dpop }), 401);
  });

  test('knows a proof that was used at another process, and lets one of two at once in', async () => {
    const { token } = await impersonate();
    const elsewhere = await openSite(database(), { dpop: 'required', now: () => site.clock.now });
    const dpop = await tabOf(site).prove('GET', '/current', token);
    const headers = { authorization: `DPoP ${token}`, dpop };

    const answers = await Promise.all(
      [site, elsewhere, site, elsewhere].map((one) => one.send('/current', { headers })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401, 401, 401]);
    await elsewhere.close();
  });

  test('forgets used proofs, but none that could still be used', async () => {
    const { token } = await impersonate();
    const tab = tabOf(site);
    const dpop = await tab.prove('GET', '/current', token);
    assert.deepEqual(said(await tab.ask('GET', '/current', token, { dpop })), granted);
    const noted = async () => {
      const [row] = await site.backend.database.query<{ count: number }>(
        'select count(*)::integer as count from impersonation_kit.used_proofs',
      );
      return row?.count ?? 0;
    };

    site.clock.pass(300);
    await site.backend.sweep();
    const { body } = await tab.ask('POST', '/token', token);
    assert.deepEqual(said(await tab.ask('GET', '/current', token, { dpop })), wrong);
    assert.ok((await noted()) > 1);

    site.clock.pass(601);
    await site.backend.sweep();
    assert.equal(await noted(), 0);
    assert.equal(body.session.status, 'active');
  });

  test('answers 503 when a proof cannot be noted, and uses no ticket up', async () => {
    const { ticket } = await started();
    const { token } = await impersonate();
    const { database: open } = site.backend;
    await open.run('alter table impersonation_kit.used_proofs rename to elsewhere');

    const redeemed = await tabOf(site).redeem(ticket);
    const asked = await tabOf(site).ask('GET', '/current', token);
    await open.run('alter table impersonation_kit.elsewhere rename to used_proofs');

    assert.deepEqual(
      [said(redeemed), said(asked)],
      [
        [503, 'unavailable'],
        [503, 'unavailable'],
      ],
    );
    assert.deepEqual(said(await tabOf(site).redeem(ticket)), granted);
  });

  test('does not take a tab that proves itself for an admin', async () => {
    const { token } = await impersonate();
    const start = { userId: site.dana, reason: 'Looking into the missing invoice', durationSeconds: 900 };
    const ask = tabOf(site).ask<SessionRecord & Problem>;

    assert.deepEqual(said(await ask('POST', '/impersonations', token, {}, start)), [
      403,
      'nested_impersonation',
    ]);
    const mixed = { cookie: `user=${site.sam}` };
    assert.deepEqual(said(await ask('GET', '/impersonations', token, mixed)), [400, 'ambiguous_credentials']);
  });
});

describe('a backend', () => {
  const withSite = async (options: Partial<BackendOptions>, work: (site: Site) => Promise<void>) => {
    const database = await openEmbedded();
    const site = await openSite(database, options);
    await work(site).finally(() => site.close());
    await database.close();
  };

  test('that may bind tokens does so for whoever offers a key', () =>
    withSite({ dpop: 'optional' }, async (site) => {
      const { token } = await tabOf(site).impersonate();
      assert.deepEqual(said(await site.send('/token', { method: 'POST', body: {}, token })), missing);
      assert.deepEqual(said(await tabOf(site).ask('POST', '/current/end', token)), granted);

      const plain = await site.impersonate();
      assert.equal(claimsOf(plain)['cnf'], undefined);
      assert.deepEqual(
        said(await site.send('/token', { method: 'POST', body: {}, token: plain.token })),
        granted,
      );
    }));

  test('that binds none hands out a Bearer token, whatever proof comes along', () =>
    withSite({}, async (site) => {
      const grant = await tabOf(site).impersonate();

      assert.equal(claimsOf(grant)['cnf'], undefined);
      assert.deepEqual(
        said(await site.send('/token', { method: 'POST', body: {}, token: grant.token })),
        granted,
      );
      assert.deepEqual(said(await tabOf(site).ask('POST', '/token', grant.token)), wrong);
    }));

  test('is told when its addresses make no sense', async () => {
    const options = { issuer: 'our-issuer', dpop: 'required' } as const;
    const open = (more: object) => openSite('pglite://memory', { ...options, ...more });

    await assert.rejects(open({}), TypeError);
    await assert.rejects(open({ publicUrl: 'app.example' }), TypeError);
    await assert.rejects(open({ publicUrl: mount, api: { url: '/api' } }), TypeError);
    await assert.rejects(open({ publicUrl: mount, dpop: true }), TypeError);
    await (await open({ publicUrl: mount })).close();
  });
});
