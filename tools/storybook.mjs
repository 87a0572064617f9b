import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

import { puppeteerCore } from '@web/test-runner-chrome';

import { chromeArgs, ensureChrome } from './browsers.mjs';
import { root } from './run.mjs';

/** Serves the Storybook that `npm run build:storybook` made, and starts a browser to look at it. */
export async function openStorybook() {
  const folder = join(root, 'dist-storybook');
  const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  const { base, stop } = await serve(folder);
  const chrome = await ensureChrome();
  const browser = await puppeteerCore.launch({
    executablePath: chrome.path,
    args: chromeArgs,
    env: { ...process.env, ...chrome.env },
  });
  const close = async () => {
    await browser.close();
    stop();
  };
  return { base, entries: Object.values(entries), browser, close };
}

/** What Storybook says of the story in `page` once it has been drawn and played. */
export async function storyFinished(page) {
  const handle = await page.waitForFunction(
    () => globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0],
    { timeout: 90_000 },
  );
  return handle.jsonValue();
}

async function serve(folder) {
  const types = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
  };
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    try {
      const body = await readFile(join(folder, path));
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(body);
    } catch {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { base: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
