/**
 * The tables in `docs/acceptance.md` name tests that exist.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { read, root } from './support/sources.js';

const rows = read('docs/acceptance.md')
  .split('\n')
  .filter((line) => /^\| (?:[a-z]|[A-Z\d]+-\d\d) +\|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, letter = '', , , provenBy = '']) => ({ letter, provenBy }));

/** What a cell names: `[banner](../test/elements/banner.test.ts) “the name of a test”`. */
const proofsIn = (cell: string) =>
  [...cell.matchAll(/\]\(\.\.\/(test\/[^)]+)\) “([^”]+)”/g)].map(([, path = '', name = '']) => ({
    path,
    name,
  }));

const numbered = (area: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${area}-${String(index + 1).padStart(2, '0')}`);

test('each letter and each case is there once, in order, and names a test', () => {
  const letters = rows.map(({ letter }) => letter);

  assert.ok(letters.length > 0);
  const [small, cases] = [letters.filter((one) => one.length === 1), letters.filter((one) => one.length > 1)];
  assert.deepEqual(small, [...new Set(small)].sort());
  assert.deepEqual(cases, [...numbered('UI', 12), ...numbered('A11Y', 8)]);
  assert.deepEqual(
    rows.filter(({ provenBy }) => proofsIn(provenBy).length === 0),
    [],
  );
});

test('every test that is named exists', () => {
  const missing = rows.flatMap(({ letter, provenBy }) =>
    proofsIn(provenBy)
      .filter(({ path, name }) => !existsSync(join(root, path)) || !read(path).includes(name))
      .map(({ path, name }) => `${letter}: ${path} “${name}”`),
  );

  assert.deepEqual(missing, []);
});
