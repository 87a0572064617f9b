import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { generateKeyPair as generatePair, generateProof } from 'dpop';
import { calculateJwkThumbprint, exportJWK } from 'jose';

import { createAuth } from '../../src/server/auth.js';
import { audience, createIssuer, impersonated, instant, issuer } from '../support/issuer.js';
import { keys, protection, ran, send, tokens, type Scene } from '../support/protected.js';
import { createProofKey, type ProofRequest } from '../support/proof.js';
import { refuses } from '../support/refuses.js';

const key = await createProofKey();
const other = await createProofKey();
const url = 'https://api.test/notes/7';
const bound = await keys.mint({ ...impersonated, cnf: key.cnf });
const unbound = tokens.readOnly;
const challenge = 'DPoP error="invalid_dpop_proof", algs="ES256"';

interface Attempt extends Omit<Scene, 'token' | 'headers'> {
  readonly token?: string;
  readonly scheme?: string;
  readonly proof?: string | null;
}

/** A good proof of the bound token for `GET /notes/7`, but for what is said. */
const prove = (request: Partial<ProofRequest> = {}, claims?: object, header?: object) =>
  key.prove({ method: 'GET', url, token: bound, at: instant, ...request }, claims, header);

async function attempt({ token = bound, scheme = 'DPoP', proof, ...scene }: Attempt = {}) {
  const dpop = proof === undefined ? await prove() : proof;
  return send({
    ...scene,
    token: null,
    headers: { authorization: `${scheme} ${token}`, ...(dpop !== null && { dpop }) },
  });
}

async function refused(scene: Attempt, code = 'invalid_dpop_proof') {
  const { status, code: got, lines, response } = await attempt(scene);
  assert.deepEqual([status, got, ran(lines)], [401, code, false]);
  return response;
}

describe('a token that is bound to a key', () => {
  test('is good in a request that proves it', async () => {
    const { status, auth, lines } = await attempt();

    assert.equal(status, 200);
    assert.ok(ran(lines));
    assert.equal(auth?.actor?.sub, 'root');
  });

  test('is good with the proofs of another implementation', async () => {
    const pair = await generatePair('ES256');
    const jkt = await calculateJwkThumbprint(await exportJWK(pair.publicKey));
    const now = Math.floor(Date.now() / 1000);
    const token = await keys.mint({ ...impersonated, cnf: { jkt }, iat: now, exp: now + 300 });
    const proof = await generateProof(pair, url, 'GET', undefined, token);

    assert.equal((await attempt({ token, proof, options: { now: () => now * 1000 } })).status, 200);
  });

  test('is refused as a Bearer token, with a proof or without', async () => {
    await refused({ scheme: 'Bearer' }, 'pop_required');
    const response = await refused({ scheme: 'Bearer', proof: null }, 'pop_required');

    assert.equal(response.headers.get('www-authenticate'), 'Bearer error="invalid_token"');
  });

  test('is refused without a proof', async () => {
    const response = await refused({ proof: null }, 'pop_required');

    assert.equal(response.headers.get('www-authenticate'), challenge);
  });

  test('is refused where there is no request that could prove it', async () => {
    await refuses(protection().verify(bound), 'pop_required');
  });

  test('is refused again although it was remembered: the proof belongs to the request', async () => {
    const { withAuth } = protection();
    const handle = withAuth(() => new Response());
    const status = async (headers: Record<string, string>) =>
      (await handle(new Request(url, { headers: { authorization: `DPoP ${bound}`, ...headers } }))).status;

    assert.equal(await status({ dpop: await prove() }), 200);
    assert.equal(await status({}), 401);
    assert.equal(await status({ authorization: `Bearer ${bound}` }), 401);
    assert.equal(
      await status({ dpop: await other.prove({ method: 'GET', url, token: bound, at: instant }) }),
      401,
    );
    assert.equal(await status({ dpop: await prove() }), 200);
  });

  test('is refused if it is bound in a way that is not checked here', async () => {
    const bindings = [
      null,
      {},
      'x',
      [key.cnf.jkt],
      { jkt: 7 },
      { jkt: 'short' },
      { jwk: {} },
      { ...key.cnf, kid: '1' },
    ];
    for (const cnf of bindings) {
      const token = await keys.mint({ ...impersonated, cnf });
      await refused({ token, proof: await prove({ token }) }, 'pop_required');
    }
  });
});

describe('a token that is bound to no key', () => {
  test('is refused as a DPoP token: the proof would prove nothing', async () => {
    await refused({ token: unbound, proof: await prove({ token: unbound }) });
  });

  test('is good as a Bearer token, whatever proof comes along', async () => {
    assert.equal((await attempt({ token: unbound, scheme: 'bearer', proof: 'anything' })).status, 200);
  });
});

describe('a proof', () => {
  test('counts for its own method only', async () => {
    await refused({ method: 'POST' });
    await refused({ proof: await prove({}, { htm: 'get' }) });
    await refused({ proof: await prove({}, { htm: undefined }) });
  });

  test('counts for its own address only', async () => {
    const elsewhere = [
      'https://api.test/notes/8',
      'https://api.test/notes/7/',
      'https://api.test/Notes/7',
      'https://api.test:444/notes/7',
      'http://api.test/notes/7',
      'https://api.test.evil.test/notes/7',
      '/notes/7',
      '',
      7,
      null,
      undefined,
    ];
    for (const htu of elsewhere) await refused({ proof: await prove({}, { htu }) });
  });

  test('counts for its address however that is spelt, and whatever is asked of it', async () => {
    const spellings = [
      'HTTPS://API.test:443/notes/7',
      'https://api.test/notes/./%37',
      'https://api.test/notes/7?page=2#there',
    ];
    for (const htu of spellings)
      assert.equal((await attempt({ proof: await prove({}, { htu }) })).status, 200);
    const asked = 'https://api.test/a%2fb?page=2';
    const proof = await prove({ url: 'https://api.test/a%2Fb' });
    assert.equal((await attempt({ url: asked, proof })).status, 200);
    await refused({ url: asked, proof: await prove({ url: 'https://api.test/a/b' }) });
  });

  test('counts once', async () => {
    const { withAuth } = protection();
    const handle = withAuth(() => new Response());
    const dpop = await prove();
    const use = async (headers: object = {}, path = url) =>
      (await handle(new Request(path, { headers: { authorization: `DPoP ${bound}`, dpop, ...headers } })))
        .status;

    assert.deepEqual([await use(), await use(), await use({}, `${url}?again`)], [200, 401, 401]);
    const many = await prove();
    const answers = await Promise.all(Array.from({ length: 20 }, () => use({ dpop: many })));
    assert.equal(answers.filter((status) => status === 200).length, 1);
  });

  test('lives for five minutes on either side of the clock, and not a second longer', async () => {
    for (const off of [-300, 300]) {
      assert.equal((await attempt({ proof: await prove({ at: instant + off }) })).status, 200);
      await refused({ proof: await prove({ at: instant + off + Math.sign(off) }) });
    }
    for (const iat of [undefined, null, `${instant}`]) await refused({ proof: await prove({}, { iat }) });
    await refused({ options: { now: () => NaN } }, 'expired');
  });

  test('counts only with the key that the token names', async () => {
    await refused({ proof: await other.prove({ method: 'GET', url, token: bound, at: instant }) });
  });

  test('is worth nothing if it was signed by another key than it shows', async () => {
    const { kty, crv, x, y } = key.privateJwk;
    const jwk = { kty, crv, x, y };
    await refused({
      proof: await other.prove({ method: 'GET', url, token: bound, at: instant }, {}, { jwk }),
    });
  });

  test('counts for the very token it names', async () => {
    const twin = await keys.mint({ ...impersonated, jti: 'token_2', cnf: key.cnf });
    await refused({ proof: await prove({ token: null }) });
    await refused({ proof: await prove({ token: twin }) });
    await refused({ proof: await prove({}, { ath: null }) });
    await refused({ proof: await prove({}, { ath: '' }) });
  });

  test('is refused if it gives its key away, or shows none', async () => {
    const { kty, crv, x, y } = key.privateJwk;
    const shown = { kty, crv, x, y };
    const odd = [
      key.privateJwk,
      { ...shown, d: '' },
      { ...shown, k: 'x' },
      { ...shown, crv: 'P-384' },
      { ...shown, kty: 'oct' },
      { ...shown, x: `${x}=` },
      { ...shown, x: y },
      { kty, crv, x },
      [shown],
      'key',
      null,
      undefined,
    ];
    for (const jwk of odd) await refused({ proof: await prove({}, {}, { jwk }) });
  });

  test('says what it is', async () => {
    for (const typ of ['JWT', 'at+jwt', 'application/dpop+jwt', '', undefined])
      await refused({ proof: await prove({}, {}, { typ }) });
  });

  test('is refused with an extension that is not understood', async () => {
    await refused({ proof: await prove({}, {}, { b64: true, crit: ['b64'] }) });
    await refused({ proof: await prove({}, {}, { b64: true }) });
  });

  test('needs a name', async () => {
    for (const jti of [undefined, '', 7, null, 'x'.repeat(256), 'a\nb'])
      await refused({ proof: await prove({}, { jti }) });
  });

  test('comes alone', async () => {
    await refused({ proof: `${await prove()}, ${await prove()}` });
  });

  test('is a signed text of a reasonable length, or none', async () => {
    const none = Buffer.from('{"alg":"none","typ":"dpop+jwt"}').toString('base64url');
    for (const proof of ['', 'x', 'a.b.c', `${none}.e30.`, bound, `${await prove()}x`, 'x'.repeat(9000)])
      await refused({ proof });
    await refused({ proof: await prove({}, { padding: 'x'.repeat(7000) }) }); // in base64 a third longer
  });

  test('tells the sender how to make a better one, and nothing of what was wrong', async () => {
    const { response, text } = await attempt({ proof: await prove({}, { htu: 'https://secret.test/' }) });

    assert.equal(response.headers.get('www-authenticate'), challenge);
    assert.ok(!/secret|htu/.test(text));
  });
});

describe('a server that is reached under another address', () => {
  const options = { publicUrl: 'https://shop.test/api/' };

  test('takes proofs for the address that browsers see', async () => {
    const proof = await prove({ url: 'https://shop.test/api/notes/7' });

    assert.equal((await attempt({ options, proof })).status, 200);
  });

  test('takes none for its own', async () => {
    await refused({ options });
  });

  test('must say it as an address', () => {
    for (const publicUrl of [
      '',
      'shop.test',
      '/api',
      'https://shop.test/?x',
      'https://shop.test/#x',
      'file:///x',
    ])
      assert.throws(() => protection({ publicUrl }), TypeError);
  });
});

describe('the memory of used proofs', () => {
  test('is asked for a name that is none of the proof’s own, until the proof is too old', async () => {
    const asked: [string, number][] = [];
    const proofs = { use: (id: string, until: number) => asked.push([id, until]) > 0 };
    await attempt({ options: { proofs }, proof: await prove({}, { jti: 'my-own' }) });

    const [[id, until] = ['', 0]] = asked;
    assert.match(id, /^[\w-]{43}$/);
    assert.equal(until, (instant + 300) * 1000);
  });

  test('is not asked about proofs that do not fit, so that strangers cannot fill it', async () => {
    const proofs = { use: () => assert.fail('It was asked') };

    await refused({ options: { proofs }, proof: await prove({ method: 'PUT' }) });
    await refused({
      options: { proofs },
      proof: await other.prove({ method: 'GET', url, token: bound, at: instant }),
    });
    const forged = await (await createIssuer()).mint({ ...impersonated, cnf: other.cnf });
    await refused({ options: { proofs }, token: forged }, 'bad_signature');
  });

  test('lets nobody in when it fails, or answers something else than yes', async () => {
    const down = { use: () => Promise.reject(new Error('The database of secrets is down')) };
    const { status, code, text, lines } = await attempt({ options: { proofs: down } });
    assert.deepEqual([status, code, ran(lines)], [503, 'unavailable', false]);
    assert.ok(!text.includes('secrets'));

    for (const answer of [false, undefined, null, 1, 'yes'])
      await refused({ options: { proofs: { use: () => answer as boolean } } });
  });

  test('may be shared: what was used here is used there', async () => {
    const used = new Set<string>();
    const proofs = { use: (id: string) => used.size < used.add(id).size };
    const proof = await prove();

    assert.equal((await attempt({ options: { proofs }, proof })).status, 200);
    await refused({ options: { proofs }, proof });
  });
});

test('a proof lends nothing to a token of another issuer', async () => {
  const theirs = await createIssuer();
  const auth = createAuth({
    issuers: [
      { issuer, audience, jwks: keys.jwks },
      { issuer: 'https://other.test', audience, jwks: theirs.jwks },
    ],
    now: () => instant * 1000,
  });
  const handle = auth.withAuth(() => new Response());
  const token = await theirs.mint({ ...impersonated, iss: 'https://other.test', cnf: other.cnf });
  const headers = { authorization: `DPoP ${token}`, dpop: await prove({ token }) };

  assert.equal((await handle(new Request(url, { headers }))).status, 401);
});
