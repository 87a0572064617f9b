import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createRef } from 'lit/directives/ref.js';

import { ImpersonationError } from '../../core/errors.js';

type Phase =
  | { readonly is: 'closed' }
  | { readonly is: 'open'; readonly error: ImpersonationError | null }
  | { readonly is: 'busy' };

/** A modal dialog that asks, then does: it stays until what was asked for is done, and says why it was not. */
export class DialogTask implements ReactiveController {
  /** To be given to the `<dialog>`, which is drawn only while it `isShown`. */
  readonly dialog = createRef<HTMLDialogElement>();
  readonly #host: ReactiveControllerHost;
  readonly #opened: (() => void) | undefined;
  #phase: Phase = { is: 'closed' };
  #asking = new AbortController();

  /** `opened` is called when the dialog stands on the page. */
  constructor(host: ReactiveControllerHost, opened?: () => void) {
    this.#host = host;
    this.#opened = opened;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.dialog.value;
    if (!dialog || dialog.open || this.#phase.is !== 'open') return;
    dialog.showModal();
    this.#opened?.();
  }

  hostDisconnected(): void {
    this.#asking.abort();
    this.#enter({ is: 'closed' });
  }

  get isShown(): boolean {
    return this.#phase.is !== 'closed';
  }

  /** Waits for the person, not for the server. */
  get isOpen(): boolean {
    return this.#phase.is === 'open';
  }

  get isBusy(): boolean {
    return this.#phase.is === 'busy';
  }

  /** Why it was not done. */
  get error(): ImpersonationError | null {
    return this.#phase.is === 'open' ? this.#phase.error : null;
  }

  open(): void {
    this.#enter({ is: 'open', error: null });
  }

  /** Through the dialog, which gives the focus back, rather than by taking it out of the page. */
  close(): void {
    this.dialog.value?.close();
    this.#enter({ is: 'closed' });
  }

  /** Busy until `work` is done; then it is closed, or open again with the error. Neither once the element is gone. */
  async run<Result>(
    work: (signal: AbortSignal) => Promise<Result>,
    answers: { done(result: Result): void; failed(error: ImpersonationError): void },
  ): Promise<void> {
    if (!this.isOpen) return;
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#enter({ is: 'busy' });
    try {
      const result = await work(signal);
      signal.throwIfAborted();
      this.close();
      answers.done(result);
    } catch (cause) {
      if (signal.aborted) return;
      const error = ImpersonationError.from(cause);
      this.#enter({ is: 'open', error });
      answers.failed(error);
    }
  }

  readonly onCancel = (event: Event): void => {
    event.preventDefault();
    if (!this.isBusy) this.close();
  };

  /** A second Escape closes a dialog whatever it says; what was asked is not answered yet. */
  readonly onClose = (): void => {
    if (this.isBusy) this.dialog.value?.showModal();
    else this.#enter({ is: 'closed' });
  };

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }
}
