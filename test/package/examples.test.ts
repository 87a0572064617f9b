/**
 * Every example in TypeScript compiles against the built package, as strictly as this repository does.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import ts from 'typescript';

import { read, root, sourcesIn } from './support/sources.js';

const folder = join(root, 'test/package/support');
/** What `./host.js` and the like stand for in an example: whatever the host has. */
const host = join(folder, 'host.ts');

/** The fenced examples of each document, by the name of a file that is not there. */
const examples = new Map(
  [{ path: 'README.md', text: read('README.md') }, ...sourcesIn('docs', /\.md$/)].flatMap(({ path, text }) =>
    [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ''], index): [string, string] => [
      join(folder, `${path.replace(/\W/g, '-')}-${index + 1}.ts`),
      code,
    ]),
  ),
);

test('there are examples', () => {
  assert.ok(examples.size > 10);
});

test('every example compiles', () => {
  assert.deepEqual(compile(), []);
});

function compile(): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const compiler = ts.createCompilerHost(options);
  const { readFile, fileExists } = compiler;
  compiler.readFile = (file) => examples.get(file) ?? readFile(file);
  compiler.fileExists = (file) => examples.has(file) || fileExists(file);
  compiler.getSourceFile = (file, target) => {
    const text = compiler.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, target);
  };
  compiler.resolveModuleNameLiterals = (literals, from, redirected, resolved, source) =>
    literals.map((literal) => {
      if (examples.has(from) && literal.text.startsWith('./'))
        return { resolvedModule: { resolvedFileName: host, extension: ts.Extension.Ts } };
      const mode = ts.getModeForUsageLocation(source, literal, resolved);
      return ts.resolveModuleName(literal.text, from, resolved, compiler, undefined, redirected, mode);
    });

  const program = ts.createProgram([...examples.keys()], { ...options, noEmit: true }, compiler);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file && examples.has(file.fileName))
    .map(({ file, start = 0, messageText }) => {
      const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
      const name = file?.fileName.slice(folder.length + 1) ?? '';
      return `${name} line ${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}
