import type { ReactiveControllerHost } from 'lit';

import { ImpersonationError } from '../../core/errors.js';
import { ImpersonationFailedEvent } from '../events.js';

type What = 'end' | 'extend' | 'mode' | 'details' | 'refresh';

/** What the banner is doing for the one who pressed a button, or how that failed. */
export type Task =
  | { readonly is: 'idle' }
  | { readonly is: 'busy'; readonly what: What }
  | { readonly is: 'failed'; readonly what: What; readonly error: ImpersonationError };

export const isBusy = (task: Task, what?: What): boolean =>
  task.is === 'busy' && (what === undefined || task.what === what);

/** Does one thing at a time for its host, and keeps how that goes. */
export class TaskController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #task: Task = { is: 'idle' };

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
  }

  get current(): Task {
    return this.#task;
  }

  isBusy(what?: What): boolean {
    return isBusy(this.#task, what);
  }

  /** Forgets a failure that was read. */
  clear(): void {
    if (this.#task.is === 'failed') this.#become({ is: 'idle' });
  }

  /** Answers whether it was done. The way out does not wait for anything else, so the later task has the word. */
  async run(what: What, act: () => Promise<unknown>): Promise<boolean> {
    const task: Task = { is: 'busy', what };
    this.#become(task);
    try {
      await act();
      if (this.#task === task) this.#become({ is: 'idle' });
      return true;
    } catch (cause) {
      const error = ImpersonationError.from(cause);
      if (this.#task === task) this.#become({ is: 'failed', what, error });
      this.#host.dispatchEvent(new ImpersonationFailedEvent(error));
      return false;
    }
  }

  #become(task: Task): void {
    this.#task = task;
    this.#host.requestUpdate();
  }
}
