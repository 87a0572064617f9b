/**
 * What the rows of the table are waiting for, and what came of it.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';

/** What was being asked for. */
export type Task = 'first' | 'more' | 'renew';

export type Phase =
  | { readonly is: 'idle' }
  /** `slow`: it has taken long enough to say so. `error`: what it was that failed before, until this succeeds. */
  | {
      readonly is: 'loading';
      readonly task: 'first' | 'more';
      readonly slow: boolean;
      readonly error: ImpersonationError | null;
    }
  | { readonly is: 'ready' }
  | { readonly is: 'failed'; readonly task: Task; readonly error: ImpersonationError };

/** How long an answer may take before anything says that it is awaited, in milliseconds. */
const patience = 150;

interface Wishes {
  changed(): void;
  /** It did, and not in the same way as before. */
  failed(error: ImpersonationError): void;
  /** Before anything is said of the failure. */
  failing(error: ImpersonationError): void;
}

export class Phases {
  current: Phase = { is: 'idle' };
  readonly #wishes: Wishes;
  #asking = new AbortController();

  constructor(wishes: Wishes) {
    this.#wishes = wishes;
  }

  /** What stands in the way of the rows being there, and true. */
  get error(): ImpersonationError | null {
    return 'error' in this.current ? this.current.error : null;
  }

  enter(phase: Phase): void {
    this.current = phase;
    this.#wishes.changed();
  }

  /** Drops what is being asked. */
  stop(): void {
    this.#asking.abort();
  }

  /** Asks after `delay` milliseconds, dropping an earlier question. Resolves with whether this one was answered. */
  async run(
    task: 'first' | 'more',
    delay: number,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<boolean> {
    this.stop();
    const { signal } = (this.#asking = new AbortController());
    let slow: ReturnType<typeof setTimeout> | undefined;
    try {
      if (delay) await pause(delay);
      signal.throwIfAborted();
      const { error } = this;
      this.enter({ is: 'loading', task, slow: false, error });
      slow = setTimeout(() => {
        if (!signal.aborted) this.enter({ is: 'loading', task, slow: true, error });
      }, patience);
      await work(signal);
      this.enter({ is: 'ready' });
      return true;
    } catch (cause) {
      if (!signal.aborted) this.fail(task, cause);
      return false;
    } finally {
      clearTimeout(slow);
    }
  }

  fail(task: Task, cause: unknown): void {
    const error = ImpersonationError.from(cause);
    const again = this.error?.code === error.code;
    this.#wishes.failing(error);
    this.enter({ is: 'failed', task, error });
    if (!again) this.#wishes.failed(error);
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
