/**
 * What a document promises, the code keeps: commands, paths, imports, tags, attributes, events, parts, properties and
 * codes that the documents name are there.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';

import { errorCodes, ImpersonationError } from '../../src/core/index.js';
import { elements, exportedNames } from './support/api.js';
import { read, root, sourcesIn, type Source } from './support/sources.js';

const documents: Source[] = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'].map((path) => ({
    path,
    text: read(path),
  })),
  ...sourcesIn('docs', /\.md$/),
  ...sourcesIn('stories', /\.mdx$/),
];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const described = elements();
const tokens = read('src/elements/internal/tokens.ts');
const sources = sourcesIn('src', /\.ts$/)
  .map(({ text }) => text)
  .join('\n');

/** Every match of a pattern's first group, with the document it is in, that fails the check. */
function broken(pattern: RegExp, holds: (found: string, document: Source) => boolean): string[] {
  return documents.flatMap((document) =>
    [...document.text.matchAll(pattern)]
      .map(([, found = '']) => found)
      .filter((found) => !holds(found, document))
      .map((found) => `${document.path}: ${found}`),
  );
}

test('every command exists', () => {
  assert.deepEqual(
    broken(/\bnpm (?:run )?((?<=run )[\w:-]+|start|test)\b/g, (name) => name in scripts),
    [],
  );
});

test('every link and picture leads somewhere', () => {
  const reached = (target: string, { path, text }: Source) => {
    const [file = '', anchor] = target.split('#');
    if (file && !existsSync(join(root, posix.join(posix.dirname(path), file)))) return false;
    if (anchor === undefined) return true;
    return anchorsOf(file ? read(posix.join(posix.dirname(path), file)) : text).has(anchor);
  };

  assert.deepEqual(broken(/\]\((?!https?:|mailto:|\?path=)([^)\s]+)\)/g, reached), []);
  assert.deepEqual(broken(/(?:src|srcset)="(?!https?:|\/)([^"]+\.(?:png|svg))"/g, reached), []);
});

test('every path in the text is there', () => {
  const path =
    /`((?:src|test|tools|docs|demo|stories|\.storybook|\.ci)\/[\w./-]*|[\w-]+\.(?:config\.\w+|json))`/g;

  assert.deepEqual(
    broken(path, (found) => existsSync(join(root, found)) || ['custom-elements.json'].includes(found)),
    [],
  );
});

test('every import of the kit works, and brings the names it says', () => {
  const statement = /import\s+(?:type\s+)?(?:\{([^}]*)\}\s+from\s+)?'(impersonation-kit[^']*)'/g;
  const wrong = documents.flatMap(({ path, text }) =>
    [...text.matchAll(statement)].flatMap(([, names = '', specifier = '']) => {
      const exported = exportedNames(specifier);
      if (!exported) return [`${path}: no module ${specifier}`];
      return names
        .split(',')
        .map((name) => name.replace(/\btype\b|\bas\b.*/g, '').trim())
        .filter((name) => name && !exported.has(name))
        .map((name) => `${path}: ${specifier} exports no ${name}`);
    }),
  );

  assert.deepEqual(wrong, []);
});

test('every tag of the kit is one of its elements', () => {
  const tags = described.map(({ tagName }) => tagName);

  assert.deepEqual(
    broken(/<\/?((?:impersonat|session-|account-)[\w-]*)/g, (tag) => tags.includes(tag)),
    [],
  );
});

test('every attribute on a tag of the kit is one that it has', () => {
  const everywhere = /^(?:id|class|slot|lang|dir|hidden|title|\.\w+|@[\w-]+)$/;
  const wrong = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/<((?:impersonat|session-)[\w-]*)((?:\s+[^\s<>=/]+(?:="[^"]*")?)*)\s*>/g)].flatMap(
      ([, tag, written = '']) => {
        const attributes = described.find(({ tagName }) => tagName === tag)?.attributes ?? [];
        return [...written.matchAll(/([^\s="]+)(?:="[^"]*")?/g)]
          .map(([, name = '']) => name)
          .filter(
            (name) => !everywhere.test(name) && !attributes.some((attribute) => attribute.name === name),
          )
          .map((name) => `${path}: <${tag} ${name}>`);
      },
    ),
  );

  assert.deepEqual(wrong, []);
});

test('every name in the kit’s own manner is known to the code', () => {
  const names = new Set([
    'impersonation-kit',
    'session-id',
    ...described.flatMap(({ tagName, attributes = [], events = [], slots = [], cssParts = [] }) => [
      tagName,
      ...[attributes, events, slots, cssParts].flatMap((list) => list.map(({ name }) => name)),
    ]),
  ]);

  assert.deepEqual(
    broken(/`((?:impersonat\w*|session)-[a-z-]+)`/g, (name) => names.has(name)),
    [],
  );
  assert.deepEqual(
    broken(/addEventListener\('((?:impersonat\w*|session|row)-[a-z-]+)'/g, (name) => names.has(name)),
    [],
  );
});

test('every custom property and part is one that an element reads or has', () => {
  const parts = new Set(described.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name)));

  assert.deepEqual(
    broken(/(--ik-[\w-]+\w)/g, (name) => sources.includes(name)),
    [],
  );
  assert.deepEqual(
    broken(/::part\(([\w-]+)\)/g, (name) => parts.has(name)),
    [],
  );
});

test('Getting started lists every custom property that all elements read', () => {
  const used = new Set([...tokens.matchAll(/var\((--ik-[\w-]+)/g)].map(([, name]) => name));
  const { text } = documents.find(({ path }) => path === 'docs/getting-started.md')!;
  const listed = new Set([...text.matchAll(/^\| `(--ik-[\w-]+)`/gm)].map(([, name]) => name));

  assert.deepEqual([...listed].sort(), [...used].sort());
});

test('the protocol’s page has the code, status and sentence of every error, and no other', () => {
  const { text } = documents.find(({ path }) => path === 'docs/protocol.md')!;
  const [, table = ''] = text.split(/^## Errors$/m);
  const named = [...table.matchAll(/^\| `(\w+)` +\| (\d+|–) +\| (.*?) +\|$/gm)].map(([, ...cells]) => cells);

  assert.deepEqual(
    named,
    errorCodes.map((code) => {
      const { status, message } = new ImpersonationError(code);
      return [code, String(status || '–'), message];
    }),
  );
});

test('the page of the elements is what their doc blocks say', () => {
  execFileSync(process.execPath, ['tools/document-elements.mjs', '--check'], { cwd: root, stdio: 'pipe' });
});

/** GitHub's names for headings. */
function anchorsOf(markdown: string): Set<string> {
  const headings = [...markdown.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}
