import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { Actor } from '../../src/core/actor.js';
import { ImpersonationError, type ErrorCode } from '../../src/core/errors.js';
import { createAuth, type AuthIssuer } from '../../src/server/auth.js';
import type { IssuerOptions } from '../../src/server/issuers.js';
import { createVerifier } from '../../src/server/verify.js';
import { audience, createIssuer, impersonated, instant, issuer, ordinary } from '../support/issuer.js';
import { Notebook } from '../support/protected.js';
import { refuses } from '../support/refuses.js';

const now = () => instant * 1000;
const elsewhere = 'https://elsewhere.test';

/** Both name their key alike: only the issuer tells them apart. */
const here = await createIssuer();
const there = await createIssuer();

const own: IssuerOptions = { issuer, audience, jwks: here.jwks };
const other: IssuerOptions = { issuer: elsewhere, audience: 'https://other.test', jwks: there.jwks };
const theirs = { ...impersonated, iss: elsewhere, aud: 'https://other.test' };

const { verify } = createVerifier({ issuers: [own, other], now });
const one = (options: Partial<IssuerOptions>) => createVerifier({ ...own, ...options, now });

describe('several issuers', () => {
  test('each get in with their own tokens', async () => {
    assert.equal((await verify(await here.mint(impersonated))).issuer, issuer);
    assert.equal((await verify(await there.mint(theirs))).issuer, elsewhere);
  });

  test('cannot sign for each other', async () => {
    await refuses(verify(await there.mint(impersonated)), 'bad_signature');
    await refuses(verify(await here.mint(theirs)), 'bad_signature');
  });

  test('cannot speak to each other’s audience', async () => {
    await refuses(verify(await there.mint({ ...theirs, aud: audience })), 'aud_mismatch');
    await refuses(verify(await here.mint({ ...impersonated, aud: theirs.aud })), 'aud_mismatch');
  });

  test('are told apart exactly, and nobody else is let in', async () => {
    const strangers = [`${issuer}/`, issuer.toUpperCase(), '__proto__', '', 7, null, [issuer], [elsewhere]];
    for (const iss of strangers) await refuses(verify(await here.mint({ ...ordinary, iss })), 'iss_mismatch');

    await refuses(verify(await here.mint({ ...ordinary, iss: undefined })), 'claim_missing');
  });

  test('are not found in a text that two readers would read differently', async () => {
    const text = JSON.stringify(ordinary).replace('{', `{"iss":"${elsewhere}",`);

    await refuses(verify(await here.mintText(text)), 'duplicate_claim');
    await refuses(verify(await there.mintText(text)), 'duplicate_claim');
  });

  test('have algorithms, types and needs of their own', async () => {
    const rs = await createIssuer('RS256', 'key_2');
    const jwt: IssuerOptions = {
      ...other,
      jwks: rs.jwks,
      algorithms: ['RS256'],
      typ: 'JWT',
      requiredClaims: [],
    };
    const both = createVerifier({ issuers: [{ ...own, algorithms: ['ES256'] }, jwt], now });
    const bare = { ...theirs, jti: undefined };

    assert.equal((await both.verify(await rs.mint(bare, { typ: 'JWT' }))).tokenId, null);
    await refuses(both.verify(await rs.mint(bare)), 'typ_not_allowed');
    await refuses(both.verify(await rs.mint(ordinary)), 'alg_not_allowed');
    await refuses(both.verify(await there.mint(bare, { typ: 'JWT' })), 'alg_not_allowed');
    await refuses(both.verify(await here.mint(ordinary, { typ: 'JWT' })), 'typ_not_allowed');
    await refuses(both.verify(await here.mint({ ...ordinary, jti: undefined })), 'claim_missing');
  });

  test('never ask each other for keys', async () => {
    const asked: string[] = [];
    const counting = ({ jwks, ...options }: IssuerOptions): IssuerOptions => ({
      ...options,
      jwks: () => {
        asked.push(options.issuer);
        return (jwks as typeof here.jwks).keys[0];
      },
    });
    const both = createVerifier({ issuers: [counting(own), counting(other)], now });
    await both.verify(await there.mint(theirs));
    await refuses(both.verify(await there.mint({ ...theirs, iss: 'https://evil.test' })), 'iss_mismatch');

    assert.deepEqual(asked, [elsewhere]);
  });

  test('have gates of their own, which hear nothing of each other’s sessions', async () => {
    const [mine, yours] = [new Notebook(), new Notebook()];
    yours.fails.check = new ImpersonationError('session_revoked');
    const issuers: AuthIssuer[] = [
      { ...own, gate: mine },
      { ...other, gate: yours },
    ];
    const handle = createAuth({ issuers, now }).withAuth(() => new Response('done'));
    const send = async (token: string) =>
      (await handle(new Request('https://api.test/', { headers: { authorization: `Bearer ${token}` } })))
        .status;

    assert.deepEqual(
      [await send(await here.mint(impersonated)), await send(await there.mint(theirs))],
      [200, 401],
    );
    assert.equal(mine.lines.length, 1);
    assert.deepEqual(yours.lines, []);
  });
});

describe('the type of a token', () => {
  const types: [typ: IssuerOptions['typ'], written: string | undefined, accepted: boolean][] = [
    ['JWT', 'jwt', true],
    ['JWT', 'application/JWT', true],
    ['application/jwt', 'JWT', true],
    ['JWT', 'at+jwt', false],
    [['at+jwt', 'JWT'], 'at+jwt', true],
    [['at+jwt', 'JWT'], 'JWT', true],
    ['JWT', 'application/application/jwt', false],
    ['JWT', 'text/jwt', false],
    ['JWT', undefined, false],
  ];
  for (const [typ, written, accepted] of types) {
    test(`${JSON.stringify(written)} where ${JSON.stringify(typ)} is expected`, async () => {
      const { verify } = one(typ === undefined ? {} : { typ });
      const verified = verify(await here.mint(ordinary, { typ: written }));

      await (accepted ? verified : refuses(verified, 'typ_not_allowed'));
    });
  }
});

describe('claims that the host needs', () => {
  test('must be there', async () => {
    const { verify } = one({ requiredClaims: ['jti', 'client_id'] });

    assert.ok(await verify(await here.mint(ordinary)));
    await refuses(verify(await here.mint({ ...ordinary, client_id: undefined })), 'claim_missing');
  });

  test('are fewer on request, but a token’s name that is there must be one', async () => {
    const { verify } = one({ requiredClaims: [] });

    await refuses(verify(await here.mint({ ...ordinary, jti: 7 })), 'claim_type');
    await refuses(verify(await here.mint({ ...ordinary, jti: null })), 'claim_type');
    await refuses(verify(await here.mint({ ...impersonated, sid: undefined })), 'sid_missing');
  });
});

describe('an issuer that names the actor in its own way', () => {
  const reading = (actor: (claims: Readonly<Record<string, unknown>>) => unknown) =>
    one({ actor: actor as (claims: object) => Actor | null });
  const byEmail = (claims: Readonly<Record<string, unknown>>) =>
    typeof claims['impersonator'] === 'string' ? { sub: claims['impersonator'] } : null;

  test('is understood by the host’s reader', async () => {
    const { verify } = reading(byEmail);
    const session = await verify(await here.mint({ ...ordinary, impersonator: 'root@app.test' }));

    assert.deepEqual(session.actor, { sub: 'root@app.test' });
    assert.equal(session.mode, 'read-only');
    assert.equal((await verify(await here.mint(ordinary))).actor, null);
  });

  test('is held to the same rules: a session that can be revoked, and a short life', async () => {
    const { verify } = reading(byEmail);
    const claims = { ...ordinary, impersonator: 'root@app.test' };

    await refuses(verify(await here.mint({ ...claims, sid: undefined })), 'sid_missing');
    await refuses(verify(await here.mint({ ...claims, exp: instant + 3600 })), 'lifetime_too_long');
  });

  const answers: [answer: unknown, code: ErrorCode][] = [
    [undefined, 'act_malformed'],
    [false, 'act_malformed'],
    ['root', 'act_malformed'],
    [[], 'act_malformed'],
    [{}, 'act_sub_missing'],
    [{ sub: '' }, 'act_sub_invalid'],
    [Promise.resolve(null), 'act_sub_missing'],
  ];
  for (const [answer, code] of answers) {
    test(`is refused when the reader answers ${JSON.stringify(answer)}: ${code}`, async () => {
      await refuses(reading(() => answer).verify(await here.mint(ordinary)), code);
    });
  }

  test('is refused when the reader throws', async () => {
    const thrower = reading(() => {
      throw new Error('secret');
    });

    await refuses(thrower.verify(await here.mint(ordinary)), 'act_malformed');
  });

  test('is refused when the reader overlooks an act that is there', async () => {
    await refuses(reading(() => null).verify(await here.mint(impersonated)), 'act_malformed');
  });

  test('cannot be rewritten by the reader', async () => {
    const meddling = reading((claims) => {
      (claims as { sub: string }).sub = 'root';
      return null;
    });

    await refuses(meddling.verify(await here.mint(ordinary)), 'act_malformed');
  });
});

describe('issuers that make no sense are said when the server starts', () => {
  const wrong: [what: string, options: object][] = [
    ['none', { issuers: [] }],
    ['one twice', { issuers: [own, { ...other, issuer }] }],
    ['one without keys', { issuers: [own, { ...other, jwks: undefined }] }],
    ['a gate that belongs to nobody', { issuers: [own, other], gate: new Notebook() }],
    ['both forms at once', { issuers: [own], ...other }],
    ['an empty type', { ...own, typ: '' }],
    ['no type', { ...own, typ: [] }],
    ['needs that are no list', { ...own, requiredClaims: 'jti' }],
    ['a reader by a name that is not known', { ...own, actor: 'impersonator' }],
  ];
  for (const [what, options] of wrong) {
    test(what, () => {
      assert.throws(() => createAuth(options as AuthIssuer), TypeError);
    });
  }
});
