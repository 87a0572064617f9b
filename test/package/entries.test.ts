/**
 * What a consumer can import, once it is built. Runs against `dist`, which `npm run test:package` builds first.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { elements, exportedNames, exportsMap, manifestModules } from './support/api.js';
import { importsOf, read, resolveImport, root } from './support/sources.js';

const targets = Object.entries(exportsMap).flatMap(([entry, target]) =>
  (typeof target === 'string' ? [target] : Object.values(target ?? {})).map((file) => ({ entry, file })),
);
const tags = readdirSync(join(root, 'src/elements'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.includes('-'))
  .map(({ name }) => name);

for (const { entry, file } of targets.filter(({ file }) => !file.includes('*'))) {
  test(`"${entry}" leads to ${file}, which is there`, () => {
    assert.ok(existsSync(join(root, file)), `${file} is missing`);
  });
}

test('what a page loads without a bundler is one file, and one for another language', () => {
  const files = readdirSync(join(root, 'dist/cdn'));
  const languages = readdirSync(join(root, 'dist/cdn/locales'));

  assert.deepEqual(files.sort(), [
    'auto',
    'impersonation-kit.min.js',
    'impersonation-kit.min.js.map',
    'locales',
  ]);
  const loaded = read('dist/cdn/impersonation-kit.min.js').match(/(?<=\.\/locales\/)[a-z-]+\.js/g) ?? [];
  assert.deepEqual([...new Set(loaded)].sort(), languages.sort());
});

test('an element knows which version it is of', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };

  assert.ok(read('src/elements/internal/version.ts').includes(`'${version}'`));
});

test('every element can be given another name', () => {
  const named = tags.filter((tag) => read('src/elements/define-all.ts').includes(`['${tag}', `));

  assert.deepEqual(named, tags);
});

for (const tag of tags) {
  test(`<${tag}> can be imported with its types, registered or not`, () => {
    for (const file of [`${tag}.js`, `${tag}.d.ts`, 'define.js', 'define.d.ts']) {
      assert.ok(existsSync(join(root, 'dist/elements', tag, file)), `${file} is missing`);
    }
  });
}

test('what is internal cannot be imported', () => {
  const script = `await import('impersonation-kit/elements/internal/kit-element.js')`;

  assert.throws(() => inNode(script), /ERR_PACKAGE_PATH_NOT_EXPORTED/);
});

test('what is loaded when it is needed can be all of it', () => {
  const loaded = importsOf({ path: '', text: read('src/elements/internal/loading.ts') }).map(
    ({ specifier }) => specifier,
  );

  assert.deepEqual(
    loaded.filter((file) => file.endsWith('/define.js')).sort(),
    tags.map((tag) => `../${tag}/define.js`).sort(),
  );
});

for (const entry of ['', '/auto', '/core', '/client'].map((path) => `impersonation-kit${path}`)) {
  test(`importing "${entry}" without a page throws nothing and registers nothing`, () => {
    const registered = inNode(`
      const registered = [];
      globalThis.customElements = { define: (tag) => registered.push(tag), get: () => undefined };
      await import('${entry}');
      console.log(JSON.stringify(registered));
    `);

    assert.deepEqual(JSON.parse(registered), []);
  });
}

for (const entry of ['impersonation-kit/core', 'impersonation-kit/client', 'impersonation-kit/server']) {
  test(`"${entry}" brings no Lit along`, () => {
    const loaded = [...graph(sourceOf(entry))].filter((specifier) => /^(@?lit|@lit)\b/.test(specifier));

    assert.deepEqual(loaded, []);
  });
}

for (const framework of ['express', 'fastify', 'hono', 'node']) {
  test(`"impersonation-kit/server/${framework}" loads no framework that a host does not have`, () => {
    const loaded = [...graph(sourceOf(`impersonation-kit/server/${framework}`))].filter(
      (specifier) => !/^(?:src\/(?:core|server)\/|jose$|valibot$|hono(?:\/|$))/.test(specifier),
    );

    assert.deepEqual(loaded, []);
    inNode(`await import('impersonation-kit/server/${framework}')`);
  });
}

for (const entry of ['', '/auto', '/define', '/client'].map((path) => `impersonation-kit${path}`)) {
  test(`"${entry}" holds no server code`, () => {
    const loaded = [...graph(sourceOf(entry))].filter((specifier) =>
      /^src\/server\/|^node:|^(?:hono|pg|@electric-sql\/pglite)\b/.test(specifier),
    );

    assert.deepEqual(loaded, []);
  });
}

test('nothing a page loads can trust a token, and it signs nothing but proofs of its own key', () => {
  const naming = (names: RegExp) =>
    [...graph('src/cdn.ts')].filter((path) => path.startsWith('src/') && names.test(read(path)));

  assert.deepEqual(naming(/\b(?:jwtVerify|compactVerify|createRemoteJWKSet)\b/), []);
  assert.deepEqual(naming(/\b(?:SignJWT|CompactSign)\b/), ['src/client/proof-key.ts']);
});

test('each define.ts registers its element under the name of its folder', () => {
  for (const tag of tags) {
    assert.match(read(`src/elements/${tag}/define.ts`), new RegExp(`define\\('${tag}', `), tag);
  }
});

test('"impersonation-kit/define" registers every element', () => {
  const registers = importsOf({ path: 'src/define.ts', text: read('src/define.ts') }).map(
    ({ specifier }) => specifier,
  );

  assert.deepEqual(
    registers.filter((file) => file.endsWith('/define.js')).sort(),
    tags.map((tag) => `./elements/${tag}/define.js`).sort(),
  );
});

test('the manifest describes every element, at the path it is published under', () => {
  const described = manifestModules().flatMap(({ path, declarations }) =>
    declarations.filter(({ tagName }) => tagName).map(({ tagName }) => ({ tagName, path })),
  );

  assert.deepEqual(
    described.sort((a, b) => a.path.localeCompare(b.path)),
    tags.map((tag) => ({ tagName: tag, path: `dist/elements/${tag}/${tag}.js` })),
  );
});

test('the root entry exports the class of every element', () => {
  const exported = exportedNames('impersonation-kit');
  const missing = elements().filter(({ name }) => !exported?.has(name));

  assert.deepEqual(
    missing.map(({ name }) => name),
    [],
  );
});

test('the manifest shows nothing that is private', () => {
  const hidden = manifestModules()
    .flatMap(({ declarations }) => declarations.flatMap(({ members = [] }) => members))
    .filter(({ name, privacy = 'public' }) => privacy !== 'public' || name.startsWith('#'));

  assert.deepEqual(hidden, []);
});

test('the manifest says what each thing it names is for', () => {
  const silent = elements().flatMap((element) =>
    [
      element.attributes,
      element.events,
      element.slots,
      element.cssParts,
      element.cssProperties,
      element.cssStates,
    ]
      .flatMap((named = []) => named)
      .filter(({ description }) => !description)
      .map(({ name }) => `<${element.tagName}> ${name}`),
  );

  assert.deepEqual(silent, []);
});

test('modules with an effect at import are named in sideEffects, or a bundler drops them', () => {
  const { sideEffects } = JSON.parse(read('package.json')) as { sideEffects: string[] };
  const named = (path: string) =>
    sideEffects.some((pattern) =>
      new RegExp(`^\\./${pattern.slice(2).replaceAll('*', '[^/]+')}$`).test(`./${path}`),
    );
  const withEffect = ['auto', 'define', 'cdn', ...tags.map((tag) => `elements/${tag}/define`)];

  for (const path of withEffect) {
    assert.ok(named(`src/${path}.ts`), `src/${path}.ts`);
    assert.ok(named(`dist/${path}.js`), `dist/${path}.js`);
  }
});

/** Runs a module in a fresh Node whose package is this one; answers with what it printed. */
function inNode(script: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function sourceOf(entry: string): string {
  const target = exportsMap[entry.replace('impersonation-kit', '.')];
  const file = target && typeof target === 'object' ? target['default'] : undefined;
  return (file ?? '').replace('./dist/', 'src/').replace(/\.js$/, '.ts');
}

/** Every module and package that loading `entry` loads. */
function graph(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const { specifier, typeOnly } of importsOf({ path: entry, text: read(entry) })) {
    if (typeOnly) continue;
    if (specifier.startsWith('.')) graph(resolveImport(entry, specifier), seen);
    else seen.add(specifier);
  }
  return seen;
}
