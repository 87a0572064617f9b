/**
 * What the package really offers, read from its types and its manifest.
 *
 * @module
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { read, root } from './sources.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly privacy?: string;
}

export interface ElementDeclaration {
  readonly name: string;
  readonly tagName: string;
  readonly attributes?: readonly Named[];
  readonly members?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly (Partial<ElementDeclaration> & Named)[];
  }[];
}

/** The modules of `dist/custom-elements.json`. */
export const manifestModules = (): Manifest['modules'] =>
  (JSON.parse(read('dist/custom-elements.json')) as Manifest).modules;

/** Every element that the manifest describes. */
export function elements(): ElementDeclaration[] {
  return manifestModules()
    .flatMap(({ declarations }) => declarations)
    .filter((declaration): declaration is ElementDeclaration => declaration.tagName !== undefined);
}

type Target = string | null | Readonly<Record<string, string>>;
export const exportsMap = (JSON.parse(read('package.json')) as { exports: Record<string, Target> }).exports;

/** The built file that `impersonation-kit/…` leads to; `undefined` when the exports map knows no such path. */
export function builtFile(specifier: string, condition: 'types' | 'default' = 'default'): string | undefined {
  const entry = specifier.replace(/^impersonation-kit/, '.');
  for (const [key, target] of Object.entries(exportsMap)) {
    const [before = '', after] = key.split('*');
    const matches =
      after === undefined
        ? entry === key
        : entry.startsWith(before) && entry.endsWith(after) && entry !== before + after;
    if (!matches) continue;
    const file = typeof target === 'object' ? target?.[condition] : target;
    const star = after === undefined ? '' : entry.slice(before.length, entry.length - after.length);
    return file?.replace('*', star);
  }
  return undefined;
}

const programs = new Map<string, ReadonlySet<string>>();

/** The names, types included, that a module of the package exports; `undefined` when there is no such module. */
export function exportedNames(specifier: string): ReadonlySet<string> | undefined {
  const file = builtFile(specifier, 'types');
  if (!file?.endsWith('.d.ts') || !existsSync(join(root, file))) return undefined;
  const known = programs.get(file);
  if (known) return known;
  const program = ts.createProgram([join(root, file)], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(root, file));
  const module = source && checker.getSymbolAtLocation(source);
  const names = new Set(module ? checker.getExportsOfModule(module).map(({ name }) => name) : []);
  programs.set(file, names);
  return names;
}
