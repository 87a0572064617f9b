import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the repository lies. Every tool runs from there, whoever calls it from wherever. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The script of a package's command, run by this very Node: `node_modules/.bin` holds shell scripts on Windows. */
export const bin = (path) => join(root, 'node_modules', path);

/**
 * Runs a Node script in the repository, shows what it prints, and resolves with that and its exit code.
 *
 * Its output is a pipe, and colors follow the terminal this process has.
 */
export function runNode(args, { env = {} } = {}) {
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...color, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
