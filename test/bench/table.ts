/**
 * `npm run bench:table`: the audit table beside a window over a native `<table>` that can do nothing else, with the same
 * rows. What the figures mean stands in `docs/benchmarks.md`.
 *
 * @module
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { puppeteerCore } from '@web/test-runner-chrome';
import { build, preview } from 'vite';

import { chromeArgs, ensureChrome } from '../../tools/browsers.mjs';
import type { bench as pageBench, Smoothness } from './table/page.js';

type Kind = 'element' | 'prototype';
type Figures = Record<string, number>;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    counts: { type: 'string', default: '100,10000,100000,1000000' },
  },
});

const outDir = await mkdtemp(join(tmpdir(), 'bench-table-'));
const root = fileURLToPath(new URL('table', import.meta.url));
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true, target: 'es2022' },
});
const server = await preview({
  configFile: false,
  root,
  build: { outDir },
  preview: { port: 0, host: '127.0.0.1' },
});
const chrome = await ensureChrome();
const browser = await puppeteerCore.launch({ executablePath: chrome.path, args: chromeArgs });

try {
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The page is not served');
  console.log(`${await browser.version()}, medians of ${values.rounds} rounds in turns, each in a new page`);
  for (const count of values.counts.split(',').map(Number)) {
    const all: Record<Kind, Figures[]> = { element: [], prototype: [] };
    for (let round = 0; round < Number(values.rounds); round++) {
      const kinds: Kind[] = round % 2 ? ['element', 'prototype'] : ['prototype', 'element'];
      for (const kind of kinds) all[kind].push(await run(url, kind, count));
    }
    print(count, medians(all.element), medians(all.prototype));
  }
} finally {
  await browser.close();
  await server.close();
  await rm(outDir, { recursive: true });
}

declare const bench: typeof pageBench;

async function run(url: string, kind: Kind, count: number): Promise<Figures> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  try {
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(url, { waitUntil: 'networkidle0' });
    await page.evaluate((...args: [Kind, number]) => bench.prepare(...args), kind, count);
    // The time that the page's main thread has, and not what other programs take from it.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const empty = await memory();
    const [paint, paintCost] = await costOf(() => page.evaluate(() => bench.mount()));
    const taken = (await memory()) - empty;
    const [far, farCost] = await costOf(() => page.evaluate(() => bench.scroll(180)));
    const [near, nearCost] = await costOf(() => page.evaluate(() => bench.scroll(180, -240)));
    const sort = await page.evaluate(() => bench.ask({ sort: 'actor' }));
    const filter = await page.evaluate(() => bench.ask({ word: 'umlaut' }));
    return {
      'first rows painted, ms': paint,
      'first rows: work, ms': paintCost,
      'memory over the data, MB': taken,
      ...smooth('whole way in 180 frames', far, farCost),
      ...smooth('180 steps of 240 px', near, nearCost),
      'sorted by admin, ms': sort,
      'filtered by a word, ms': filter,
    };
  } finally {
    await page.close();
  }

  /** Of scripts and of the page's nodes, in MB. */
  async function memory(): Promise<number> {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      embedderHeapUsedSize?: number;
    };
    return (usedSize + embedderHeapUsedSize) / 1e6;
  }

  /** With the milliseconds that the page's main thread worked. */
  async function costOf<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
    const before = await worked();
    const result = await work();
    return [result, ((await worked()) - before) * 1000];
  }

  async function worked(): Promise<number> {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  }
}

function smooth(name: string, { dropped, blank }: Smoothness, cost: number): Figures {
  return {
    [`${name}: work a frame, ms`]: cost / 180,
    [`${name}: dropped frames`]: dropped,
    [`${name}: blank frames`]: blank,
  };
}

function medians(rounds: readonly Figures[]): Figures {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const sorted = rounds.map((round) => round[name] ?? NaN).sort((a, b) => a - b);
      return [name, sorted[Math.floor(sorted.length / 2)] ?? NaN];
    }),
  );
}

function print(count: number, element: Figures, prototype: Figures): void {
  console.log(`\n| ${count.toLocaleString('en')} rows | audit table | prototype | ratio |`);
  console.log('| --- | --: | --: | --: |');
  for (const [name, value] of Object.entries(element)) {
    const other = prototype[name] ?? NaN;
    const ratio = other ? (value / other).toFixed(2) : '';
    console.log(`| ${name} | ${String(round(value))} | ${String(round(other))} | ${ratio} |`);
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
