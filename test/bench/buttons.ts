/**
 * `npm run bench:buttons`: how long a page takes to show a thousand buttons, the kit's beside the browser's own and
 * beside the least that an element with a shadow root can be, in the same page and in turns. It measures what `npm run build` made.
 *
 * @module
 */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { puppeteerCore } from '@web/test-runner-chrome';

import { chromeArgs, ensureChrome } from '../../tools/browsers.mjs';

const count = 1000;
const rounds = 15;

const bundle = await readFile(new URL('../../dist/cdn/impersonation-kit.min.js', import.meta.url));
const server = createServer((request, response) => {
  const script = request.url === '/kit.js';
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
  response.end(
    script ? bundle : '<!doctype html><html lang="en"><script type="module" src="/kit.js"></script>',
  );
}).listen(0);
const { port } = server.address() as AddressInfo;
const chrome = await ensureChrome();
const browser = await puppeteerCore.launch({
  executablePath: chrome.path,
  args: chromeArgs,
  env: { ...process.env, ...chrome.env },
});
try {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${String(port)}/`);
  await page.evaluate(() => customElements.whenDefined('impersonate-button'));
  await page.evaluate(defineBare);
  const kinds = [
    ['<button>', 'button'],
    ['<bare-button>', 'bare-button'],
    ['<impersonate-button>', 'impersonate-button', 'impersonation-provider'],
    ['<impersonate-button> that says why not', 'impersonate-button'],
  ] as const;
  const times = kinds.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, [, tag, around]] of kinds.entries())
      times[at]?.push(await page.evaluate(show, count, tag, around));
  }
  console.log(`${String(count)} buttons, median of ${String(rounds)} rounds`);
  for (const [at, [kind]] of kinds.entries())
    console.log(
      `  ${kind.padEnd(40)}${median(times[at] ?? [])
        .toFixed(1)
        .padStart(8)} ms`,
    );
} finally {
  await browser.close();
  server.close();
}

/** In the page: the least that a custom element with a shadow root and a button in it can be. */
function defineBare(): void {
  customElements.define(
    'bare-button',
    class extends HTMLElement {
      connectedCallback(): void {
        const name = this.getAttribute('user-name') ?? '';
        const button = document.createElement('button');
        button.append('Impersonate');
        button.ariaLabel = `Impersonate ${name}`;
        this.attachShadow({ mode: 'open' }).append(button);
      }
    },
  );
}

/** In the page: makes them, puts them there, and waits until each has its place on the screen. */
async function show(count: number, tag: string, around = 'div'): Promise<number> {
  const box = document.createElement(around);
  // Of use to a provider: nobody is impersonated here, and somebody may be.
  const client = { capabilities: { start: true } };
  const tab = {
    client,
    state: { status: 'none', session: null },
    subscribe() {
      return () => undefined;
    },
  };
  Object.assign(box, { client, tab });
  const began = performance.now();
  for (let index = 0; index < count; index += 1) {
    const button = document.createElement(tag);
    if (tag === 'button') button.textContent = `Impersonate User ${String(index)}`;
    button.setAttribute('user-id', `u_${String(index)}`);
    button.setAttribute('user-name', `User ${String(index)}`);
    box.append(button);
  }
  document.body.append(box);
  await (box.lastElementChild as Partial<{ updateComplete: Promise<unknown> }>).updateComplete;
  box.getBoundingClientRect();
  const took = performance.now() - began;
  box.remove();
  await new Promise((resolve) => setTimeout(resolve, 20)); // what is left over belongs to nobody's round
  return took;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
