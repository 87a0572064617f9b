/**
 * The walls between the layers (see "The picture" in CONTRIBUTING.md): data flows one way down, and a page that only
 * wants elements never meets server code.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importsOf, resolveImport, sourcesIn, withoutComments, type Source } from './support/sources.js';

interface Layer {
  /** Other layers. A layer may always import itself. */
  readonly layers: readonly string[];
  /** Layers of which only types may be imported. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
}

const layers: Record<string, Layer> = {
  core: { layers: [], packages: ['jose', 'valibot'] },
  client: { layers: ['core'], packages: ['jose', 'valibot'] },
  context: { layers: ['core'], types: ['client'], packages: ['lit', '@lit/context'] },
  elements: { layers: ['core', 'client', 'context'], packages: ['lit', '@lit/context'] },
  server: { layers: ['core'], packages: ['jose', 'valibot', 'hono'] },
};

/** The one folder that may know the types of the framework that each file in it is for. */
const adaptersFolder = 'src/server/adapters/';
const adapterTypes = ['node:http', 'node:stream', 'fastify'];

/** The one folder that may know which engine, and that there is a machine under it. */
const databaseFolder = 'src/server/database/';
const databasePackages = ['pg', '@electric-sql/pglite'];

const sources = sourcesIn('src', /\.ts$/);
const layerOf = (path: string) => path.split('/')[1] ?? '';
const inLayer = (name: string) => sources.filter(({ path }) => layerOf(path) === name);
const packageOf = (specifier: string) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

test('every folder of src is a layer with rules', () => {
  const folders = new Set(
    sources.filter(({ path }) => path.split('/').length > 2).map(({ path }) => layerOf(path)),
  );

  assert.deepEqual([...folders].sort(), Object.keys(layers).sort());
});

for (const [name, layer] of Object.entries(layers)) {
  test(`${name} imports no layer above it`, () => {
    assert.deepEqual(
      inLayer(name).flatMap((source) => foreignLayers(source, layer)),
      [],
    );
  });

  test(`${name} imports no package that is not its own`, () => {
    assert.deepEqual(
      inLayer(name).flatMap((source) => foreignPackages(source, layer)),
      [],
    );
  });
}

test('nothing of the browser imports the server', () => {
  const wrong = sources
    .filter(({ path }) => layerOf(path) !== 'server')
    .filter((source) => importsOf(source).some(({ specifier }) => /(^|\/)server\//.test(specifier)));

  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

/** An element shows and asks: what it must not do itself, and who does it instead. */
const notInElements: readonly [what: string, pattern: RegExp][] = [
  [
    'asks the network; the client does that',
    /(?<![.\w])fetch\(|XMLHttpRequest|EventSource|WebSocket|sendBeacon/,
  ],
  ['decodes a token; the tab session does that', /\bdecodeSession\b|\bdecodeJwt\b/],
  [
    'keeps something in the browser; the tab session does that',
    /\b(?:local|session)Storage\b|document\.cookie|indexedDB/,
  ],
];

for (const [what, pattern] of notInElements) {
  test(`no element ${what}`, () => {
    const wrong = inLayer('elements').filter(({ text }) => pattern.test(withoutComments(text)));

    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });
}

test('the server knows of no machine outside its database folder', () => {
  const wrong = inLayer('server')
    .filter(({ path }) => !path.startsWith(databaseFolder))
    .filter(({ text }) => /\b(?:process|Buffer|__dirname|setImmediate)\b\s*[.(]/.test(withoutComments(text)));

  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

function foreignLayers(source: Source, { layers, types = [] }: Layer): string[] {
  const own = layerOf(source.path);
  return importsOf(source)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, typeOnly }) => ({ target: layerOf(resolveImport(source.path, specifier)), typeOnly }))
    .filter(
      ({ target, typeOnly }) =>
        target !== own && !layers.includes(target) && !(typeOnly && types.includes(target)),
    )
    .map(({ target }) => `${source.path} imports ${target}`);
}

function foreignPackages(source: Source, { packages }: Layer): string[] {
  const database = source.path.startsWith(databaseFolder);
  const adapter = source.path.startsWith(adaptersFolder);
  return importsOf(source)
    .filter(({ specifier, typeOnly }) => !(adapter && typeOnly && adapterTypes.includes(specifier)))
    .map(({ specifier }) => specifier)
    .filter((specifier) => !specifier.startsWith('.'))
    .filter((specifier) => !packages.includes(packageOf(specifier)))
    .filter(
      (specifier) =>
        !(database && (specifier.startsWith('node:') || databasePackages.includes(packageOf(specifier)))),
    )
    .map((specifier) => `${source.path} imports ${specifier}`);
}
