/**
 * A host that renders its pages on the server and keeps the token in a cookie of its own, seen by a browser that runs no
 * scripts: what stands inside the banner's tag is the banner.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';

import type { SessionRecord } from '../../src/core/protocol.js';
import { openSite, type Site } from '../support/server/site.js';
import { openBrowser, type Page } from './support/person.js';

let site: Site;
let origin: string;
let people: Awaited<ReturnType<typeof openBrowser>>;
const server = createServer((request, response) => void answer(request, response));

before(async () => {
  site = await openSite('pglite://memory');
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  people = await openBrowser();
});
after(async () => {
  await people.browser.close();
  server.close();
  await site.close();
});

test('End still posts without scripts, and the impersonation is over for good', async () => {
  const { token, session } = await site.impersonate();
  const page = await people.browser.newPage();
  await page.setJavaScriptEnabled(false);
  await people.browser.setCookie({ name: 'acting', value: token, domain: 'localhost', httpOnly: true });

  await page.goto(origin);
  assert.match(await shown(page), /You act as somebody else\./);
  await page.keyboard.press('Tab');
  const [answered] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);

  assert.equal(answered?.status(), 200);
  assert.match(await shown(page), /Nobody is impersonated\./);
  const { body } = await site.send<SessionRecord>(`/impersonations/${session.id}`, { as: site.sam });
  assert.deepEqual([body.status, body.endCause, body.endedBy?.id], ['ended', 'ended', site.sam]);
  assert.equal((await site.send('/current', { token })).status, 401);
});

test('a form of another site ends nothing', async () => {
  const { token } = await site.impersonate();

  const { status } = await fetch(`${origin}/end-impersonation`, {
    method: 'POST',
    headers: { cookie: `acting=${token}`, origin: 'https://elsewhere.example' },
  });

  assert.equal(status, 403);
  assert.equal((await site.send('/current', { token })).status, 200);
});

const shown = (page: Page) => page.evaluate(() => document.body.innerText);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = /(?:^|; )acting=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  if (request.method === 'POST' && request.url === '/end-impersonation') {
    if (request.headers.origin !== origin) {
      response.writeHead(403).end();
      return;
    }
    if (token) await site.send('/current/end', { method: 'POST', token, body: {} });
    response.writeHead(303, { location: '/', 'set-cookie': 'acting=; Max-Age=0; Path=/' }).end();
    return;
  }
  const live = token !== undefined && (await site.send('/current', { token })).status === 200;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
    <html lang="en">
      <title>Invoices</title>
      <script type="module">document.body.textContent = 'Scripts ran';</script>
      ${live ? acting : '<p>Nobody is impersonated.</p>'}
    </html>`);
}

const acting = `
  <impersonation-provider>
    <impersonation-banner>
      <p>You act as somebody else.</p>
      <form method="post" action="/end-impersonation"><button>End</button></form>
    </impersonation-banner>
  </impersonation-provider>`;
