import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test, type TestContext } from 'node:test';

import { base64url } from 'jose';

import { createVerifier } from '../../src/server/verify.js';
import { audience, createIssuer, instant, issuer, ordinary } from '../support/issuer.js';
import { refuses } from '../support/refuses.js';

const address = 'https://issuer.test/jwks.json';
const first = await createIssuer();
const second = await createIssuer('ES256', 'key_2');

/** The far side of `fetch`: publishes a set, or does not. */
const site = {
  publish: () => Response.json(first.jwks) as Response | Promise<Response>,
  asked: [] as string[],
};
const fetchSite = async (input: RequestInfo | URL) => {
  site.asked.push(input instanceof Request ? input.url : String(input));
  return site.publish();
};

beforeEach(() => {
  site.publish = () => Response.json(first.jwks);
  site.asked = [];
});

/** Without a memory for tokens, which would answer for the keys. */
const verifier = (jwks: string | URL = address) =>
  createVerifier({ issuer, audience, jwks, now: () => instant * 1000, fetch: fetchSite, cache: false });

/** A clock that only moves when told to. */
function stopClock(context: TestContext) {
  mock.timers.enable({ apis: ['Date'], now: instant * 1000 });
  context.after(() => mock.timers.reset());
  return (seconds: number) => mock.timers.tick(seconds * 1000);
}

describe('keys that are published', () => {
  test('are asked for when the first token comes, and only once', async () => {
    const { verify } = verifier();
    assert.deepEqual(site.asked, []);

    const token = await first.mint();
    await Promise.all([verify(token), verify(token), verify(token)]);

    assert.deepEqual(site.asked, [address]);
  });

  test('may change without a restart', async (context) => {
    const wait = stopClock(context);
    const { verify } = verifier(new URL(address));
    await verify(await first.mint());
    site.publish = () => Response.json(second.jwks);

    wait(31);
    assert.ok(await verify(await second.mint()));
    await refuses(verify(await first.mint()), 'kid_unknown');
  });

  test('that are taken down are refused once the set is ten minutes old', async (context) => {
    const wait = stopClock(context);
    const { verify } = verifier();
    const token = await first.mint();
    await verify(token);
    site.publish = () => Response.json(second.jwks);

    wait(599);
    assert.ok(await verify(token));
    wait(1);
    await refuses(verify(token), 'kid_unknown');
  });

  test('are asked for once in half a minute, however many unknown names are tried', async (context) => {
    const wait = stopClock(context);
    const { verify } = verifier();
    const [, payload, signature] = (await first.mint()).split('.');
    for (let index = 0; index < 10_000; index++) {
      const header = { alg: 'ES256', typ: 'at+jwt', kid: `key_x${index}` };
      const token = [base64url.encode(JSON.stringify(header)), payload, signature].join('.');
      await refuses(verify(token), 'kid_unknown');
    }
    assert.equal(site.asked.length, 1);

    wait(30);
    await refuses(verify(await first.mint(ordinary, { kid: 'key_x' })), 'kid_unknown');
    assert.equal(site.asked.length, 2);
  });

  test('that are new are not kept out by names that somebody makes up', async (context) => {
    const wait = stopClock(context);
    const { verify } = verifier();
    await verify(await first.mint());
    wait(29);
    await refuses(verify(await first.mint(ordinary, { kid: 'key_x' })), 'kid_unknown');
    site.publish = () => Response.json(second.jwks);

    wait(2);
    assert.ok(await verify(await second.mint()));
  });

  test('are the only thing that is ever fetched', async () => {
    const { verify } = verifier();
    const jku = 'http://169.254.169.254/keys';

    await refuses(verify(await second.mint(ordinary, { jku })), 'header_not_allowed');
    assert.deepEqual(site.asked, []);
  });
});

describe('when the keys cannot be had', () => {
  const down = () => Promise.reject(new TypeError('connection refused'));

  test('nobody gets in, and the address is left in peace for half a minute', async (context) => {
    const wait = stopClock(context);
    site.publish = down;
    const { verify } = verifier();
    const token = await first.mint();

    await refuses(verify(token), 'unavailable');
    await refuses(verify(token), 'unavailable');
    assert.equal(site.asked.length, 1);

    site.publish = () => Response.json(first.jwks);
    wait(30);
    assert.ok(await verify(token));
  });

  test('known ones stay good for an hour, unknown ones stay unknown', async (context) => {
    const wait = stopClock(context);
    const { verify } = verifier();
    const token = await first.mint();
    await verify(token);
    site.publish = down;

    wait(600);
    assert.ok(await verify(token));
    await refuses(verify(await second.mint()), 'kid_unknown');
    assert.equal(site.asked.length, 2);
    wait(3000);
    assert.ok(await verify(token));
    wait(1);
    await refuses(verify(token), 'unavailable');
  });

  test('and are back with another key under the old name, the other key counts', async (context) => {
    const wait = stopClock(context);
    const { verify } = verifier();
    const old = await first.mint();
    await verify(old);
    site.publish = down;
    wait(600);
    await verify(old);

    const renewed = await createIssuer();
    site.publish = () => Response.json(renewed.jwks);
    wait(30);
    assert.ok(await verify(await renewed.mint()));
    site.publish = down;
    wait(600);
    await refuses(verify(old), 'bad_signature');
  });

  const answers: [what: string, answer: () => Response][] = [
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'http://evil.test' } })],
    ['an error', () => new Response('no', { status: 500 })],
    ['a page', () => new Response('<h1>Sign in</h1>')],
    ['something else', () => Response.json({ keys: 'none' })],
    ['more than a mebibyte', () => Response.json({ ...first.jwks, x: 'x'.repeat(1 << 20) })],
    ['an answer without end', () => new Response(endless())],
  ];
  for (const [what, answer] of answers) {
    test(`because the address gives ${what}: nobody gets in`, async () => {
      site.publish = answer;

      await refuses(verifier().verify(await first.mint()), 'unavailable');
    });
  }
});

describe('the address of the keys', () => {
  for (const good of ['http://localhost:3000/jwks', 'http://127.0.0.1/jwks', 'http://[::1]/jwks', address]) {
    test(`may be ${good}`, () => {
      assert.ok(verifier(good));
    });
  }

  for (const bad of [
    'http://localhost.evil.test/',
    'http://notlocalhost/',
    'http://127.0.0.1.evil.test/',
    'ftp://localhost/',
  ]) {
    test(`may not be ${bad}`, () => {
      assert.throws(() => verifier(bad), TypeError);
    });
  }
});

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536).fill(0x20)) });
}
