/**
 * Reads the repository the way these checks look at it: a file is a path from the root, with `/`, and a text.
 *
 * @module
 */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

export interface Source {
  /** From the root, with `/`: `src/core/session.ts`. */
  readonly path: string;
  readonly text: string;
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every file below a folder whose path matches. */
export function sourcesIn(folder: string, pattern: RegExp): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => ({ path, text: read(path) }));
}

/** The module a relative import leads to, as a path from the root: `src/core/errors.ts`. */
export function resolveImport(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

export interface Import {
  readonly specifier: string;
  /** Erased by the compiler: nothing of it is loaded. */
  readonly typeOnly: boolean;
}

const statement =
  /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s*)?'(?<specifier>[^']+)'|\bimport\(\s*'(?<dynamic>[^']+)'/gm;

/** What a module imports, re-exports or loads on demand. */
export function importsOf({ text }: Source): Import[] {
  return [...withoutComments(text).matchAll(statement)].map(({ groups }) => ({
    specifier: groups?.['specifier'] ?? groups?.['dynamic'] ?? '',
    typeOnly: Boolean(groups?.['type']),
  }));
}

/** The code alone, so that a comment may name what the code must not do. Line numbers stay. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/[^\n]*/g, '$1');
}
