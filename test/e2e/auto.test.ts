/**
 * A page that loads `impersonation-kit/auto`: what it asks its server for, and what somebody sees on it.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';

import { getRequestListener } from '@hono/node-server';
import { build, type Rolldown } from 'vite';

import type * as client from '../../src/client/index.js';
import { autoBundle } from '../../tools/auto-bundle.mjs';
import { openHost } from '../journeys/host.js';
import { openBrowser, press, sees, type Page } from './support/person.js';

const acting = 'Acting as Dana Fox';
const around = (content: string) =>
  `<impersonation-provider endpoint="/__host/auto/impersonation">${content}</impersonation-provider>`;
const banner = '<impersonation-banner></impersonation-banner>';
const guarded = '<impersonation-guard><button>Delete</button></impersonation-guard>';
const usual = around(banner + guarded);

const files = new Map<string, string>();
/** The names of files that are not to be had for now. */
let unavailable: RegExp | null = null;
let people: Awaited<ReturnType<typeof openBrowser>>;
let origin: string;
let host: Awaited<ReturnType<typeof openHost>>;
const server = createServer();

before(async () => {
  await bundle('src/auto.ts', 'auto');
  await bundle('src/client/index.ts', 'client'); // a copy of the kit of its own
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  host = await openHost(origin);
  server.on(
    'request',
    getRequestListener(
      (request) => {
        const { pathname } = new URL(request.url);
        return pathname.startsWith('/__host/') ? host.fetch(request) : serve(pathname, request);
      },
      { overrideGlobalObjects: false },
    ),
  );
  people = await openBrowser();
});
after(async () => {
  await people.browser.close();
  server.close();
  await host.close();
});

test('a page where nobody is impersonated loads one file, and shows what is guarded', async () => {
  const { page, loaded } = await open(usual);

  assert.deepEqual(loaded(), ['/auto.js']);
  assert.equal((await shown(page)).trim(), 'Delete');
  await page.evaluate(() => document.body.append(document.createElement('impersonation-banner')));
  await page.waitForFunction(() => customElements.get('impersonation-banner')); // alone, so it is in doubt
});

test('a ticket in the address is gone from it at once, and the banner says who is there, after a reload too', async () => {
  const { page } = await open(usual);
  const ticket = await start(page);
  await page.goto('about:blank');

  const request = page.waitForRequest(
    (request) => request.url().endsWith('.js') && !request.url().endsWith('auto.js'),
  );
  await page.goto(`${origin}/?${new URLSearchParams({ body: usual })}#top&ik-ticket=${ticket}`);

  await request;
  assert.equal(new URL(page.url()).hash, '#top');
  await sees(page, acting);
  await page.reload();
  await sees(page, acting);
  await page.evaluate(() => sessionStorage.clear());
});

test('a ticket that comes when the page is there already is taken as well', async () => {
  const { page, loaded } = await open(usual);
  assert.deepEqual(loaded(), ['/auto.js']);

  const ticket = await start(page);
  const left = await page.evaluate((ticket) => {
    location.hash = `ik-ticket=${ticket}`;
    return new Promise((resolve) => addEventListener('hashchange', () => resolve(location.hash)));
  }, ticket);

  assert.equal(left, '');
  await sees(page, acting);
});

test('a page that comes back from the cache says what its tab became meanwhile', async () => {
  const { page, loaded } = await open(usual);
  assert.deepEqual(loaded(), ['/auto.js']);

  await page.evaluate(() => {
    sessionStorage.setItem('impersonation-kit', 'something');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });

  await sees(page, 'It is not known who is signed in here.');
});

test('a token that the page gives the provider later shows what it says', async () => {
  const { page, loaded } = await open(usual);
  assert.deepEqual(loaded(), ['/auto.js']);
  const claims = { sub: 'dana', act: { sub: 'sam' } };
  const token = ['{}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url'));

  await page.evaluate((token) => {
    const provider = document.querySelector('impersonation-provider') as Element & { token?: string | null };
    provider.token = null;
    provider.token = token;
  }, token.join('.'));

  await sees(page, 'Acting as dana');
});

test('a button comes with its provider and nothing else', async () => {
  const { page, loaded } = await open(
    around(`${banner}${guarded}<impersonate-button user-id="dana"></impersonate-button>`),
  );

  await page.waitForFunction(() => document.querySelector('impersonate-button')?.shadowRoot?.textContent);
  await page.waitForNetworkIdle();
  const defined = await page.evaluate(() =>
    ['provider', 'banner', 'guard'].map((name) => Boolean(customElements.get(`impersonation-${name}`))),
  );
  assert.deepEqual(defined, [true, false, false]);
  assert.ok(loaded().length > 1);

  await page.evaluate(
    (ticket) => {
      location.hash = `ik-ticket=${ticket}`;
    },
    await start(page),
  );
  await sees(page, acting);
});

for (const [what, body] of Object.entries({
  'a banner with words for pages without scripts': around(
    '<impersonation-banner>Careful</impersonation-banner>',
  ),
  'a provider without an address': `<impersonation-provider>${banner}</impersonation-provider>`,
  'a provider with a token in its attributes': usual.replace('endpoint', 'token="x" endpoint'),
  'a banner without a provider': banner,
})) {
  test(`${what} is in doubt, so the banner is there`, async () => {
    const { page } = await open(body);

    await page.waitForFunction(() => document.querySelector('impersonation-banner')?.shadowRoot);
  });
}

for (const [what, body] of Object.entries({
  'that holds unless somebody is impersonated': guarded.replace('>', ' when="not-impersonating">'),
  'with something to stand in its place': guarded.replace(
    '<button>',
    '<p slot="fallback">Not now</p><button>',
  ),
})) {
  test(`a guard ${what} is there`, async () => {
    const { page } = await open(around(body));

    await page.waitForFunction(() => document.querySelector('impersonation-guard')?.shadowRoot);
  });
}

test('an element that stands on the page later is found', async () => {
  const { page, loaded } = await open('<main></main>');
  assert.deepEqual(loaded(), ['/auto.js']);

  await page.evaluate(() => {
    const provider = document.createElement('impersonation-provider');
    provider.setAttribute('endpoint', '/__host/auto/impersonation');
    provider.append(document.createElement('impersonate-button'));
    document.querySelector('main')?.append(provider);
  });

  await page.waitForFunction(() => document.querySelector('impersonate-button')?.shadowRoot);
});

test('a page that asks who is signed in gets an answer', async () => {
  const { page, loaded } = await open(usual);
  assert.deepEqual(loaded(), ['/auto.js']);

  const answer = await page.evaluate(async (path) => {
    const { getAuth, getTabSession } = (await import(path)) as typeof client;
    const before = getAuth().status;
    const { status } = await getTabSession().fetch('/__host/auto/note');
    return [before, status, getAuth().status];
  }, '/client.js');

  assert.deepEqual(answer, ['unknown', 200, 'none']);
  assert.ok(!loaded().some((path) => path.includes('banner')));
});

test('an element of the page’s own that wants the state of the tab is answered', async () => {
  const { page } = await open(around('<p></p>'));

  // As text, since the compiler would name its functions by a helper that the page does not have.
  const status = await page.evaluate(`new Promise((resolve) => {
    document.querySelector('p').dispatchEvent(
      Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
        context: Symbol.for('impersonation-kit@1/tab-session'),
        callback: (tab) => tab && resolve(tab.state.status),
        subscribe: true,
      }),
    );
  })`);

  assert.equal(status, 'none');
});

test('a page that does not get its files says so where errors are heard, and shows the banner when it gets them', async () => {
  const { page } = await open(usual);
  await page.evaluate(() => sessionStorage.setItem('impersonation-kit', 'something'));
  unavailable = /define-/;

  const heard = new Promise((resolve) => page.once('pageerror', resolve));
  await page.reload();
  await heard;
  unavailable = null;
  await page.reload();

  await sees(page, 'It is not known who is signed in here.');
});

/** What the tab needs to speak to the backend, each for a part of it. */
const waysToTheBackend = [/http-calls/, /live-grant/];

test('the banner says who is there and ends it with whatever part of it is there, and says what it cannot do', async () => {
  const { page } = await open(usual);
  const ticket = await start(page);
  await page.goto('about:blank');
  await page.goto(`${origin}/?${new URLSearchParams({ body: usual })}#ik-ticket=${ticket}`);
  await sees(page, acting);

  for (unavailable of waysToTheBackend) {
    await page.reload();
    await sees(page, acting);
    await press(page, 'button', 'End');
    await sees(page, 'The server cannot be reached.');
    await sees(page, acting);
  }

  unavailable = /\/rest-/; // what the bar is drawn without
  await page.reload();
  await press(page, 'button', 'Details');
  await sees(page, 'The server cannot be reached.');
  await press(page, 'button', 'End');
  await sees(page, 'This impersonation is over.');
  const focused = await page.evaluate(
    () => document.querySelector('impersonation-banner')?.shadowRoot?.activeElement?.textContent,
  );
  assert.equal(focused, 'This impersonation is over.'); // and not lost with the button

  unavailable = null;
  await page.reload();
  await sees(page, 'You are no longer acting as Dana Fox.');
});

test('a tab whose ticket cannot be brought to the backend is nobody’s: not the admin’s either', async () => {
  const { page } = await open(usual);
  const ticket = await start(page);

  for (unavailable of waysToTheBackend) {
    await page.goto('about:blank');
    await page.goto(`${origin}/?${new URLSearchParams({ body: usual })}#ik-ticket=${ticket}`);
    await sees(page, 'It is not known who is signed in here.');
    assert.equal(new URL(page.url()).hash, '');
    const answer = await page.evaluate(async (path) => {
      const { getTabSession } = (await import(path)) as typeof client;
      return getTabSession()
        .fetch('/__host/auto/note')
        .then(
          () => 'answered',
          (error: unknown) => (error as { code?: unknown }).code,
        );
    }, '/client.js');
    assert.equal(answer, 'network');
  }
  unavailable = null;
});

test('no page complained but about what it did not get', () => {
  assert.deepEqual(
    people.complaints.filter((complaint) => !complaint.includes('dynamically imported module')),
    [],
  );
});

async function bundle(path: string, name: string): Promise<void> {
  const { build: settings } = autoBundle;
  const bundles = (await build({
    ...autoBundle,
    logLevel: 'error',
    build: { ...settings, write: false, lib: { ...settings.lib, entry: { [name]: path } } },
  })) as Rolldown.RolldownOutput[];
  for (const file of bundles.flatMap(({ output }) => output)) {
    if (file.type === 'chunk') files.set(`/${file.fileName}`, file.code);
  }
}

/** A page of its own, and the scripts it has asked for so far. */
async function open(body: string): Promise<{ page: Page; loaded: () => string[] }> {
  const context = await people.browser.createBrowserContext();
  await context.setCookie({ name: 'user', value: 'sam', domain: 'localhost' });
  const page = await context.newPage();
  const paths: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) paths.push(pathname);
  });
  await page.goto(`${origin}/?${new URLSearchParams({ body })}`, { waitUntil: 'networkidle0' });
  return { page, loaded: () => paths };
}

/** Starts an impersonation of Dana, as the page's own user, in place of the last one. */
const start = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    for (;;) {
      const answer = await fetch('/__host/auto/impersonation/impersonations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userId: 'dana', reason: 'Cannot find the label note', durationSeconds: 900 }),
      });
      const { ticket, sessionIds = [] } = (await answer.json()) as { ticket: string; sessionIds?: string[] };
      if (answer.ok) return ticket;
      for (const id of sessionIds) {
        await fetch(`/__host/auto/impersonation/impersonations/${id}/revoke`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ reason: 'The next test begins' }),
        });
      }
      if (!sessionIds.length) throw new Error(`Not started: ${answer.status}`);
    }
  });

const shown = (page: Page) => page.evaluate(() => document.body.innerText);

function serve(pathname: string, request: Request): Response {
  if (pathname === '/') {
    const body = new URL(request.url).searchParams.get('body') ?? '';
    return new Response(
      `<!doctype html><html lang="en"><title>Invoices</title><script type="module" src="/auto.js"></script>${body}</html>`,
      {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "script-src 'self'; style-src 'self'",
        },
      },
    );
  }
  const code = files.get(pathname);
  if (unavailable?.test(pathname)) return new Response(null, { status: 503 });
  if (code === undefined) return new Response(null, { status: 404 });
  return new Response(code, {
    headers: { 'content-type': 'text/javascript', 'cache-control': 'no-store' },
  });
}
