import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

import { root } from './run.mjs';

/** The files below `folder` whose path in it (with `/`) matches, sorted. */
export function filesIn(folder, pattern) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => pattern.test(path))
    .sort();
}
