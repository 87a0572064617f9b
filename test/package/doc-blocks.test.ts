/**
 * The doc block of an element is its contract: what it names is in the code, and what a page can meet in the code is
 * named.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { importsOf, read, resolveImport, root, withoutComments } from './support/sources.js';

const folders = readdirSync(join(root, 'src/elements'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.includes('-'))
  .map(({ name }) => name);

const eventClasses = new Map(
  [...read('src/elements/events.ts').matchAll(/class (\w+) extends Event[\s\S]*?super\('([\w-]+)'/g)].map(
    ([, name = '', type = '']) => [name, type],
  ),
);

/** How each kind of promise is written in the doc block, and how it is kept in the code. */
const kinds: readonly { what: string; tag: RegExp; code: (element: ElementCode) => Iterable<string> }[] = [
  {
    what: 'slot',
    tag: /^@slot(?: +([a-z][\w-]*))?(?= +-|\s*$)/gm,
    code: ({ code }) => matches(code, /<slot(?:\s+name="([\w-]+)")?/g),
  },
  {
    what: 'part',
    tag: /^@csspart +([\w-]+)/gm,
    code: ({ code }) => matches(code, /\bpart="([^"]+)"/g).flatMap(literalWords),
  },
  {
    what: 'event',
    tag: /^@fires +(?:\{\w+\} +)?([\w-]+)/gm,
    code: ({ code }) =>
      matches(
        code,
        /\bnew (Impersonation\w*Event|Session\w*Event|AccessEndedEvent|ColumnsChangeEvent|QueryChangeEvent|RowToggleEvent)\(/g,
      ).map(eventOf),
  },
  {
    what: 'state',
    tag: /^@cssstate +([\w-]+)/gim,
    code: ({ code }) => [
      ...matches(code, /\bmark\(\s*'([\w-]+)'/g),
      ...matches(code, /\bstates\.(?:add|delete)\('([\w-]+)'\)/g),
    ],
  },
];

for (const folder of folders) {
  const element = codeOf(folder);
  const doc = docBlock(folder);

  test(`<${folder}> is what its doc block calls itself, in a sentence`, () => {
    assert.match(doc, new RegExp(`^@tagname ${folder}$`, 'm'));
    assert.match(doc, /^@summary \S.{10,}\.$/m);
  });

  for (const { what, tag, code } of kinds) {
    test(`<${folder}> has each ${what} its doc block names, and names each it has`, () => {
      const named = new Set(matches(doc, tag));
      const there = new Set(code(element));
      const mentioned = new Set(matches(element.code, /'([a-z][\w-]*)'/g));

      assert.deepEqual(without(there, named), [], 'in the code, and not in the doc block');
      // A name that the code chooses by its state can be found as a text only.
      assert.deepEqual(
        without(without(named, there), mentioned),
        [],
        'in the doc block, and not in the code',
      );
    });
  }

  test(`<${folder}> reads each custom property its doc block names`, () => {
    const named = matches(doc, /^@cssprop(?:erty)? +\[?(--[\w-]+)/gm);

    assert.deepEqual(
      named.filter((name) => !element.code.includes(name)),
      [],
    );
  });

  test(`<${folder}> reads no custom property of a host that neither it nor every element names`, () => {
    const named = matches(doc, /^@cssprop(?:erty)? +\[?(--[\w-]+)/gm);
    const shared = matches(read('src/elements/internal/tokens.ts'), /var\((--ik-[\w-]+)/g);
    const used = matches(element.own, /var\(\s*(--(?:ik|impersonat\w*|session)-[\w-]+)/g);

    assert.deepEqual(
      used.filter((name) => !named.includes(name) && !shared.includes(name)),
      [],
    );
  });

  test(`each tag of <${folder}>’s doc block says what it means`, () => {
    const silent = doc
      .split('\n')
      .filter((line) => /^@(?:slot|csspart|fires|cssprop|cssstate)/i.test(line) && !/ - \S/.test(line));

    assert.deepEqual(silent, []);
  });
}

interface ElementCode {
  /** The files of its folder. */
  readonly own: string;
  /** Those, and what they take from the other folders of the elements. */
  readonly code: string;
}

function codeOf(folder: string): ElementCode {
  const own = readdirSync(join(root, 'src/elements', folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/elements/${folder}/${name}`);
  const all = new Set(own);
  for (const path of all) {
    for (const { specifier } of importsOf({ path, text: read(path) })) {
      const target = specifier.startsWith('.') ? resolveImport(path, specifier) : '';
      if (/^src\/elements\/(?!events\.ts|messages\/)/.test(target)) all.add(target);
    }
  }
  const text = (paths: Iterable<string>) => [...paths].map((path) => withoutComments(read(path))).join('\n');
  return { own: text(own), code: text(all) };
}

/** The doc block before the element's class, without its asterisks; a sentence that goes on stays on its line. */
function docBlock(folder: string): string {
  const source = read(`src/elements/${folder}/${folder}.ts`);
  const [before = ''] = source.split(/^export class /m);
  const block = before.slice(before.lastIndexOf('/**'));
  return block.replace(/^\s*(?:\/\*\*|\*\/|\*) ?/gm, '').replace(/\n(?![@\n]|$)/g, ' ');
}

function without(names: Iterable<string>, others: ReadonlySet<string>): string[] {
  return [...names].filter((name) => !others.has(name)).sort();
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** `part="item ${state}"` promises `item`; what an expression can be is for a test in a browser. */
function literalWords(value: string): string[] {
  return value
    .replace(/\$\{[^}]*\}/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
}

function eventOf(name: string): string {
  return eventClasses.get(name) ?? `${name}, which events.ts does not know`;
}
