/**
 * Keeps a second process out of a database folder.
 *
 * The lock is a file beside the folder that names its holder. Only the lock of a process that is gone is taken over,
 * however old it is; one whose holder cannot be judged from here is left alone.
 *
 * @module
 */

import { readFileSync, rmSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as its kernel counts it: a number that is used again is not the same process. */
  readonly began: string | null;
}

/**
 * Locks a folder, which need not exist yet, until the returned function is called or this process ends.
 *
 * @throws {Error} naming the process that holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const lock = `${folder}.lock`;
  const unlock = (await take(lock)) ?? (await takeOver(lock));
  if (unlock) return unlock;
  throw inUse(lock, await holderOf(lock));
}

async function takeOver(lock: string) {
  const holder = await holderOf(lock);
  if (holder && !isGone(holder)) throw inUse(lock, holder);
  // One at a time, or the second to come would take the lock that the first has just taken.
  const guard = `${lock}.takeover`;
  const release = await take(guard);
  if (!release) throw inUse(guard, await holderOf(guard));
  try {
    const latest = await holderOf(lock);
    if (latest && !isGone(latest)) throw inUse(lock, latest);
    await rm(lock, { force: true });
    return await take(lock);
  } finally {
    await release();
  }
}

/** Makes the file with its content in one step, so that nobody ever reads half of it; `null` when it is there. */
async function take(lock: string): Promise<(() => Promise<void>) | null> {
  const me: Holder = { pid: process.pid, host: hostname(), began: beginningOf(process.pid) };
  const draft = `${lock}.${String(process.pid)}.${crypto.randomUUID()}`;
  await writeFile(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    await link(draft, lock);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const atExit = () => {
    rmSync(lock, { force: true });
  };
  process.once('exit', atExit);
  return async () => {
    process.off('exit', atExit);
    await rm(lock, { force: true });
  };
}

async function holderOf(lock: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as Holder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new Error(`The lock ${lock} cannot be read. Delete it if no process uses the folder.`, {
      cause: error,
    });
  }
}

function isGone({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0); // sends nothing, only asks
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
  return began !== null && beginningOf(pid) !== began;
}

/** The 22nd field of `/proc/<pid>/stat`; `null` where there is no such file. */
function beginningOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

const inUse = (lock: string, holder: Holder | null) =>
  new Error(
    holder
      ? `The database folder is in use by process ${String(holder.pid)} on ${holder.host}. If that process is gone, delete ${lock}.`
      : `The database folder is being opened by another process. Try again.`,
  );

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
