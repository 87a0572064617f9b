// What a page has to load before an element shows, minified and compressed, against a budget. What is loaded a moment later,
// when somebody presses something, or for another language, is counted apart.
//
//   npm run check:size
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { build } from 'vite';

import { root } from './run.mjs';
import { squeezedCss } from './squeeze-css.mjs';

/** Each path: the entry or the elements of a page that takes it, and how much they may weigh, in kB of 1,000 bytes (gzip). */
const paths = [
  { name: 'nobody impersonated', entry: 'src/auto.ts', budget: 2 },
  { name: 'banner', elements: ['impersonation-provider', 'impersonation-banner'], budget: 24.4 },
  {
    name: 'banner and button',
    elements: ['impersonation-provider', 'impersonation-banner', 'impersonate-button'],
    budget: 28.9,
  },
  { name: 'user search', elements: ['impersonation-provider', 'impersonation-user-search'], budget: 25.2 },
  {
    name: 'table and chart',
    elements: ['impersonation-provider', 'session-audit-table', 'session-activity-chart'],
    budget: 52.1,
  },
  { name: 'everything', entry: 'src/define.ts', budget: 82.5 },
];

let failed = 0;
for (const { name, entry, elements, budget } of paths) {
  const imports = elements?.map((tag) => `src/elements/${tag}/define.ts`) ?? [entry];
  const { first, later } = await weigh(imports.map((file) => join(root, file)));
  const fits = first <= budget * 1000;
  if (!fits) failed += 1;
  const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(6);
  console.log(
    `${fits ? '✔' : '✖'} ${name.padEnd(20)}${kilobytes(first)} kB of ${budget.toFixed(1)}, ${kilobytes(later)} kB when asked for`,
  );
}
console.log(`${paths.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** The bytes that `files` need at once, and those they may load later. */
async function weigh(files) {
  const entry = '\0entry';
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      squeezedCss,
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? entry : null),
        load: (id) =>
          id === entry ? files.map((file) => `import ${JSON.stringify(file)};`).join('\n') : null,
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'entry', formats: ['es'] }, // no helpers of the bundler's own
      rolldownOptions: { input: 'entry', preserveEntrySignatures: false, output: { minify: true } },
    },
  });
  const chunks = new Map(
    output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const first = new Set();
  const take = (chunk) => {
    if (!chunk || first.has(chunk)) return;
    first.add(chunk);
    for (const name of chunk.imports) take(chunks.get(name));
  };
  take([...chunks.values()].find(({ isEntry }) => isEntry));
  const bytes = (some) => some.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  return {
    first: bytes([...first]),
    later: bytes([...chunks.values()].filter((chunk) => !first.has(chunk))),
  };
}
