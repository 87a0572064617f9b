/**
 * What must not be in the repository, wherever it is.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { read, root, sourcesIn, withoutComments } from './support/sources.js';

const self = 'test/package/manners.test.ts';
const tracked = execFileSync('git', ['ls-files'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (path) => path && path !== self && existsSync(join(root, path)) && !/\.(?:png|ico|woff2?)$/.test(path),
  );

function filesWith(pattern: RegExp, paths: readonly string[] = tracked): string[] {
  return paths.flatMap((path) => {
    const lines = read(path).split('\n');
    return lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []));
  });
}

test('no file names a path of somebody’s machine', () => {
  assert.deepEqual(filesWith(/(?:^|[\s'"`(=])\/(?:work|tmp|home|root|Users)\/[\w.-]/), []);
});

test('no lock names the registry it was made with, so that it installs from any', () => {
  const locks = tracked.filter((path) => path.endsWith('package-lock.json'));

  assert.deepEqual(filesWith(/"resolved"/, locks), []);
});

test('no test is skipped, repeated until it passes, or run alone', () => {
  const tests = tracked.filter((path) => /^test\/.*\.ts$/.test(path));
  const shortcut =
    /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bskip: true|this\.retries\(|\bxit\(|\bxdescribe\(/;

  assert.deepEqual(filesWith(shortcut, tests), []);
});

test('nothing is left for later in the code', () => {
  assert.deepEqual(
    filesWith(
      /\b(?:TODO|FIXME|XXX|HACK)\b/,
      tracked.filter((path) => /\.[jt]s$/.test(path)),
    ),
    [],
  );
});

/** What a strict Content-Security-Policy, Trusted Types or a reader of the markup would stumble over. */
const sinks: readonly [what: string, pattern: RegExp, butFor?: string][] = [
  [
    'puts text into markup unescaped',
    /\b(?:unsafeHTML|unsafeSVG|unsafeStatic|innerHTML|outerHTML|insertAdjacentHTML|srcdoc)\b/,
  ],
  ['writes a style attribute', /\bstyleMap\b|\sstyle=/],
  ['makes code of text', /\beval\(|\bnew Function\(|javascript:|set(?:Timeout|Interval)\(\s*['"`]/],
  ['listens by attribute', /\son[a-z]+="/],
  ['speaks to the console', /\bconsole\./, 'src/elements/internal/warn.ts'],
];

for (const [what, pattern, butFor] of sinks) {
  test(`no code that a page loads ${what}`, () => {
    const wrong = sourcesIn('src', /\.ts$/)
      .filter(({ path }) => !path.startsWith('src/server/') && path !== butFor)
      .filter(({ text }) => pattern.test(withoutComments(text)));

    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });
}
