/**
 * How much memory is really in use: after the garbage is gone.
 *
 * @module
 */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const mebibyte = 2 ** 20;

/** MiB of objects, after a collection. */
export function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed / mebibyte;
}

/** MiB that the process holds, after a collection. */
export function residentSize(): number {
  collect();
  return process.memoryUsage().rss / mebibyte;
}
