/**
 * The table of threats in `docs/security-model.md` names tests that exist.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { read, root } from './support/sources.js';

interface Threat {
  readonly id: string;
  readonly provenBy: string;
}

const threats: Threat[] = read('docs/security-model.md')
  .split('\n')
  .filter((line) => /^\| T\d\d /.test(line))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return { id: cells[1] ?? '', provenBy: cells[4] ?? '' };
  });

/** What a cell names: `[verify](../test/server/verify.test.ts) “the name of a test”`. */
const proofsIn = (cell: string) =>
  [...cell.matchAll(/\]\(\.\.\/(test\/[^)]+)\) “([^”]+)”/g)].map(([, path = '', name = '']) => ({
    path,
    name,
  }));

test('all forty-two threats are there, each once', () => {
  const expected = Array.from({ length: 42 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`);
  assert.deepEqual(
    threats.map(({ id }) => id),
    expected,
  );
});

test('each names a test, or says that nothing stands against it yet', () => {
  const bare = threats.filter(
    ({ provenBy }) => proofsIn(provenBy).length === 0 && !provenBy.startsWith('None: '),
  );
  assert.deepEqual(bare, []);
});

test('every test that is named exists', () => {
  const missing = threats.flatMap(({ id, provenBy }) =>
    proofsIn(provenBy)
      .filter(({ path, name }) => !existsSync(join(root, path)) || !read(path).includes(name))
      .map(({ path, name }) => `${id}: ${path} “${name}”`),
  );
  assert.deepEqual(missing, []);
});
