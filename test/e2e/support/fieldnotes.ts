/**
 * The demo as `npm start` starts it, on a port and a database of its own.
 *
 * @module
 */

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RunningFieldnotes {
  readonly origin: string;
  /** What it printed. */
  readonly printed: string;
  stop(): Promise<void>;
}

/** Resolves once it has said where it is; rejects with what it said when it stops before that. */
export async function startFieldnotes(): Promise<RunningFieldnotes> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldnotes-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server.ts'], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { ...process.env, PORT: '0', DATABASE_URL: `pglite://${folder}/data` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (address && printed.includes('Ctrl+C')) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`The demo did not start:\n${printed}`)));
  });
  return {
    origin,
    get printed() {
      return printed;
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
