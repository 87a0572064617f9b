/**
 * PostgreSQL inside this process. Survives a crash of the process, not of the machine: it does not wait for the disk.
 *
 * @module
 */

import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import type { Database, Queryable, Row } from './database.js';
import { lockFolder } from './folder-lock.js';
import { loadPeer } from './optional-peer.js';

/** What is used of a PGlite; its own type would make the package mandatory. */
export interface PGliteLike {
  query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
  exec(sql: string): Promise<unknown>;
  transaction<Result>(work: (transaction: Pick<PGliteLike, 'query'>) => Promise<Result>): Promise<Result>;
  listen?(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** @param folder where it lives on disk, or `memory`. */
export async function openPGlite(folder: string): Promise<Database> {
  if (folder === '') throw new TypeError('Name the folder: pglite://./.data');
  const { PGlite } = await loadPeer('@electric-sql/pglite', () => import('@electric-sql/pglite'));
  if (folder === 'memory') return owned(await PGlite.create());

  const path = resolve(folder);
  await mkdir(dirname(path), { recursive: true });
  const unlock = await lockFolder(path); // PGlite takes none, and two openers lose each other's rows
  try {
    return owned(await PGlite.create(path), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** An instance that the host opened, and closes. */
export function wrapPGlite(pglite: PGliteLike): Database {
  return {
    engine: 'pglite',
    ...queryable(pglite),
    transaction: (work) => pglite.transaction((transaction) => work(queryable(transaction))),
    listen: async (channel, heard) => {
      const stop = await pglite.listen?.(channel, heard);
      return stop ? () => stop().catch(() => undefined) : null; // one that is closed hears nothing anyway
    },
    run: async (sql) => {
      await pglite.exec(sql);
    },
    close: () => Promise.resolve(),
  };
}

function owned(pglite: PGliteLike, unlock?: () => Promise<void>): Database {
  let closing: Promise<void> | undefined;
  const close = async () => {
    await pglite.close();
    await unlock?.();
  };
  return { ...wrapPGlite(pglite), close: () => (closing ??= close()) };
}

function queryable(target: Pick<PGliteLike, 'query'>): Queryable {
  return {
    query: async <Result extends Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await target.query(sql, [...parameters]).catch(forgetParameters)).rows as Result[],
  };
}

/** PGlite hangs the values of a statement on its error; a signing key among them must not end in a log. */
function forgetParameters(error: unknown): never {
  if (error instanceof Error && 'params' in error) delete error.params;
  throw error;
}
