/**
 * Embedded databases for tests, each of its own and empty.
 *
 * @module
 */

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PGlite } from '@electric-sql/pglite';

import { openDatabase, type Database } from '../../../src/server/index.js';

const modules = new URL('../../../node_modules/', import.meta.url);
const { version } = JSON.parse(
  await readFile(new URL('@electric-sql/pglite/package.json', modules), 'utf8'),
) as { version: string };
const template = fileURLToPath(new URL(`.cache/impersonation-kit/pglite-${version}.tar`, modules));

/** A copy of one that was made before: making one takes four times as long as copying it. */
export async function openEmbedded(): Promise<Database> {
  const files = await readFile(template).catch(makeTemplate);
  const pglite = await PGlite.create({ loadDataDir: new Blob([files]) });
  return { ...(await openDatabase(pglite)), close: () => pglite.close() };
}

/** Two processes may do so at once: each puts its whole file in the one place. */
async function makeTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  const pglite = await PGlite.create();
  const files = new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer());
  await pglite.close();
  await mkdir(dirname(template), { recursive: true });
  const whole = `${template}.${process.pid}`;
  await writeFile(whole, files);
  await rename(whole, template);
  return files;
}
