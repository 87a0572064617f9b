// Runs the suites named on the command line (all of them when none is), one after the other, and sums up.
//
//   npm test                 every suite
//   npm run test:server      one
//
// What runs on PostgreSQL, `npm run test:postgres`, needs a server and is no part of the whole.
//
// A suite that ends badly without a failed test counts as one failure, and so does one in which nothing ran: a green
// line means that something was checked.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { filesIn } from './files.mjs';
import { bin, root, runNode } from './run.mjs';
import { failuresTitle } from './wtr-failures.mjs';

const nodeTests = (...args) => [
  ...['--import', 'tsx', '--test', '--test-reporter=spec'],
  `--test-concurrency=${availableParallelism()}`, // Node keeps one processor for itself, and has little to do with it
  ...args,
];

/** Each suite: what it needs first, and what runs it. */
const suites = {
  server: { run: () => nodeTests('--test-timeout=300000', ...files('test/server')) },
  browser: { run: () => [bin('@web/test-runner/dist/bin.js')] },
  package: { before: ['tools/build.mjs'], run: () => nodeTests(...files('test/package')) },
  e2e: { run: () => nodeTests('--test-timeout=600000', ...files('test/e2e')) },
  postgres: { run: () => nodeTests('--test-timeout=300000', ...files('test/server').filter(usesEngine)) },
};
const whole = Object.keys(suites).filter((name) => name !== 'postgres');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length) {
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

const results = [];
for (const name of asked.length ? asked : whole) {
  console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`);
  results.push({ name, ...(await runSuite(suites[name])) });
}

const sum = (member) => results.reduce((total, result) => total + result[member], 0);
for (const { name, failures } of results) if (failures) console.log(`\n── ${name}: ${failures}`);
console.log('');
for (const { name, passed, failed, seconds } of results) {
  const line = `${name.padEnd(8)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
  console.log(`${failed ? '✖' : '✔'} ${line}   ${seconds} s`);
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;

async function runSuite({ before, run }) {
  const started = performance.now();
  const prepared = before ? await runNode(before) : { code: 0 };
  const { code, output } = prepared.code ? { code: prepared.code, output: '' } : await runNode(run());
  const plain = stripVTControlCharacters(output);
  const { passed, failed } = count(plain);
  return {
    passed,
    failed: failed || (code === 0 && passed > 0 ? 0 : 1),
    failures: failuresIn(plain),
    seconds: ((performance.now() - started) / 1000).toFixed(1),
  };
}

/** What node:test and @web/test-runner say at their end of what failed. */
function failuresIn(output) {
  const [failures] = ['✖ failing tests:', failuresTitle].flatMap((title) =>
    output.split(`\n${title}\n`).slice(1),
  );
  return failures?.trim().slice(0, 6000);
}

/** The last totals that node:test printed (`ℹ pass 3`), or @web/test-runner for each browser (`3 passed, 0 failed`). */
function count(output) {
  const totals = new Map();
  for (const [, word, number] of output.matchAll(/^ℹ (pass|fail|cancelled) (\d+)$/gm)) {
    totals.set(word, [word === 'pass' ? word : 'fail', number]);
  }
  for (const [, browser, passed, failed] of output.matchAll(/(\w+): \|.*\| (\d+) passed, (\d+) failed/g)) {
    totals.set(`${browser} pass`, ['pass', passed]).set(`${browser} fail`, ['fail', failed]);
  }
  const sum = (asked) =>
    [...totals.values()].reduce((total, [word, number]) => total + (word === asked ? Number(number) : 0), 0);
  return { passed: sum('pass'), failed: sum('fail') };
}

/** Whether a test says something about the database, and not about the code around it alone. */
function usesEngine(file) {
  return readFileSync(join(root, file), 'utf8').includes('/support/server/engines.js');
}

/** Node 20 expands no patterns itself, and a shell that does is not everywhere. */
function files(folder) {
  return filesIn(folder, /\.test\.ts$/).map((path) => `${folder}/${path}`);
}
