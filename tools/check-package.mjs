// Judges the package as a consumer meets it: what it publishes, how its types resolve, and whether its lock installs.
import { filesIn } from './files.mjs';
import { bin, runNode } from './run.mjs';

const entries = filesIn('src/elements', /-[^/]+\/define\.ts$/).map(
  (path) => `./elements/${path.replace(/\.ts$/, '.js')}`,
);

const checks = [
  ['tools/check-lock.mjs'],
  [bin('publint/src/cli.js'), '--strict'],
  // It cannot list what a pattern of the exports map stands for, so each entry of an element is named.
  [
    bin('@arethetypeswrong/cli/dist/index.js'),
    ...['--pack', '.', '--profile', 'esm-only', '--format', 'table-flipped'],
    ...['--exclude-entrypoints', './custom-elements.json'],
    ...['--include-entrypoints', ...entries],
  ],
];

let failed = 0;
for (const check of checks) {
  const { code } = await runNode(check);
  if (code) failed += 1;
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
