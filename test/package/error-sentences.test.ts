import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

// The class alone, as a page has it that no backend has answered yet.
import { ImpersonationError, isErrorCode } from '../../src/core/errors.js';

const folders = ['core', 'client', 'context', 'elements'];
/** What these throw is thrown by what judges a backend's answers, or is one, which brings the other sentences along. */
const speaksToOne = /from '.*\/(?:protocol|memory)\.js'|\/http-send\.ts$|\/memory[\w-]*\.ts$/;

const files = folders.flatMap((folder) => {
  const root = new URL(`../../src/${folder}/`, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: `/${folder}/${path}`, text: readFileSync(new URL(path, root), 'utf8') }));
});

test('what a page finds out by itself, it can say without what a backend’s answers bring along', () => {
  const silent = files
    .filter(
      ({ path, text }) =>
        !speaksToOne.test(path) && !speaksToOne.test(text.replaceAll(/^import type .*$/gm, '')),
    )
    .flatMap(({ path, text }) => {
      const codes = [...text.matchAll(/new ImpersonationError\(([^)]*)/g)].flatMap(([, what = '']) => [
        ...what.matchAll(/'(\w+)'/g),
      ]);
      return codes
        .map(([, code]) => code)
        .filter(isErrorCode)
        .filter((code) => new ImpersonationError(code).message === code)
        .map((code) => `${path}: ${code}`);
    });

  assert.deepEqual(silent, []);
});

test('every code has a sentence once somebody speaks to a backend', async () => {
  const { errorCodes } = await import('../../src/core/index.js');

  assert.deepEqual(
    errorCodes.filter((code) => new ImpersonationError(code).message === code),
    [],
  );
});
