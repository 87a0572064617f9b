/**
 * What a story or a test does to a memory client: moves its clock, makes calls fail, holds their answers back.
 *
 * @module
 */

import { ImpersonationError, type ErrorCode } from '../core/errors.js';
import type { CallOptions, ImpersonationClient } from './client.js';

/** The calls of a client that can be held or made to fail. */
export type ClientMethod = Exclude<keyof ImpersonationClient, 'capabilities' | 'now'>;

/** What was asked, as plain data: no token, no ticket, no signal. */
export interface MemoryCall {
  readonly method: ClientMethod;
  readonly args: readonly unknown[];
}

/** Milliseconds since the epoch. */
export interface MemoryClock {
  now(): number;
  advance(milliseconds: number): void;
  set(instant: number): void;
}

export interface MemoryControls {
  readonly clock: MemoryClock;
  /** Every call so far, oldest first. */
  readonly calls: readonly MemoryCall[];
  /** Makes the next call of this method fail (or the next `times`), unless the returned function is called before. */
  fail(method: ClientMethod, error: ErrorCode | ImpersonationError, times?: number): () => void;
  /** Holds the answers of this method back until the returned function is called. */
  hold(method: ClientMethod): () => void;
}

/** Runs one call as the controls want it. */
export type Run = <Answer>(
  call: MemoryCall,
  options: CallOptions | undefined,
  work: () => Answer,
) => Promise<Answer>;

export function createControls(
  start: number | (() => number),
  latency: number,
): MemoryControls & { readonly run: Run } {
  const calls: MemoryCall[] = [];
  const failures = new Map<ClientMethod, { error: ImpersonationError; times: number }>();
  const held = new Map<ClientMethod, Promise<void>>();

  return {
    clock: createClock(start),
    calls,
    fail(method, error, times = 1) {
      const failure = { error: typeof error === 'string' ? new ImpersonationError(error) : error, times };
      failures.set(method, failure);
      return () => {
        if (failures.get(method) === failure) failures.delete(method);
      };
    },
    hold(method) {
      const { promise, resolve } = withResolver();
      held.set(method, promise);
      return () => {
        if (held.get(method) === promise) held.delete(method);
        resolve();
      };
    },
    async run(call, options, work) {
      calls.push(structuredClone(call));
      const { signal } = options ?? {};
      signal?.throwIfAborted();
      if (latency) await abortable(new Promise((resolve) => setTimeout(resolve, latency)), signal);
      await abortable(held.get(call.method), signal);
      const failure = failures.get(call.method);
      if (failure) {
        if (--failure.times <= 0) failures.delete(call.method);
        throw failure.error;
      }
      return structuredClone(work());
    },
  };
}

function createClock(start: number | (() => number)): MemoryClock {
  const base = typeof start === 'number' ? () => start : start;
  let offset = 0;
  return {
    now: () => base() + offset,
    advance: (milliseconds) => void (offset += milliseconds),
    set: (instant) => void (offset = instant - base()),
  };
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function withResolver() {
  let resolve!: () => void;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

async function abortable(wait: Promise<unknown> | undefined, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) {
    await wait;
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    void Promise.resolve(wait).then(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
  });
}
