/**
 * Writes rows that wait for each other's transaction together: many requests, few commits.
 *
 * @module
 */

import type { NewEvent } from './store.js';

interface Waiting {
  readonly event: NewEvent;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const largest = 100;

/**
 * Answers with a function that resolves once its row is committed. What arrives while a batch is being written is the
 * next batch, so nobody waits for a timer.
 */
export function createEventBatches(append: (events: readonly NewEvent[]) => Promise<void>) {
  const waiting: Waiting[] = [];
  let writing = false;

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      await append(batch.map(({ event }) => event));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length > 1 && isAboutData(error))
        for (const one of batch) await write([one]); // one bad row is no reason to refuse the others
      else for (const { reject } of batch) reject(error);
    }
  }

  async function drain(): Promise<void> {
    writing = true;
    while (waiting.length) await write(waiting.splice(0, largest));
    writing = false;
  }

  return (event: NewEvent): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ event, resolve, reject });
      if (!writing) void drain();
    });
}

/** SQLSTATE classes 22 and 23: the database is there, and does not take this row. */
function isAboutData(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && /^2[23]/.test(String(cause.code));
}
