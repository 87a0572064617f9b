/**
 * The same start sent several times is one start (draft-ietf-httpapi-idempotency-key-header).
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';

/**
 * The caller's name for this request: 1 to 255 visible characters, compared as they are, quotation marks and all.
 *
 * @throws {ImpersonationError} `invalid_request` for anything else.
 */
export function readIdempotencyKey({ headers }: Request): string | null {
  const key = headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new ImpersonationError('invalid_request', { field: 'idempotency-key' });
  return key;
}

/** Answers as `work` does, or as it did when this came before. */
export type Once<Answer> = (
  request: { readonly key: string; readonly body: string },
  work: () => Promise<Answer>,
) => Promise<Answer>;

/**
 * Keeps answers in the memory of this process, for as long as their ticket is good: it is nowhere else in the clear. A
 * failure is told to all who wait for it, and forgotten.
 *
 * @throws {ImpersonationError} (the function) `idempotency_mismatch` when the key came before with another body.
 */
export function createOnce<Answer>(seconds: number, now: () => number): Once<Answer> {
  const kept = new Map<string, { body: string; answer: Promise<Answer>; until: number }>();

  return async ({ key, body }, work) => {
    const at = now();
    for (const [known, { until }] of kept) if (until <= at) kept.delete(known);
    const before = kept.get(key);
    if (before && before.body !== body) throw new ImpersonationError('idempotency_mismatch');
    if (before) return before.answer;
    const answer = work();
    kept.set(key, { body, answer, until: at + seconds * 1000 });
    try {
      return await answer;
    } catch (error) {
      if (kept.get(key)?.answer === answer) kept.delete(key);
      throw error;
    }
  };
}
