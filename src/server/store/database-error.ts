/**
 * What a database says went wrong, fit for a host's log.
 *
 * @module
 */

/**
 * The error with its code and its place, and nothing of what was to be written: a database quotes it in its details, and
 * in the message itself where a value is to blame (SQLSTATE classes 22 and 23).
 */
export function withoutValues(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('The database failed');
  const { code, table, column, constraint } = error as Error & Record<string, unknown>;
  const quotes = /^2[23]/.test(String(code));
  const clean = new Error(quotes ? `The database refused a value (SQLSTATE ${String(code)})` : error.message);
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  clean.stack = [`${clean.name}: ${clean.message}`, ...stack].join('\n');
  const known = Object.entries({ code, table, column, constraint }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.assign(clean, Object.fromEntries(known));
}
