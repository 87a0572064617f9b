/**
 * An export: begun, awaited, canceled, saved. What was not received to its end is never saved.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ExportedFile, ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import type { ExportFormat, ExportQuery } from '../../core/protocol.js';
import { Brought } from './brought.js';
import type { exportPanel } from './export-panel.js';

export type ExportState =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly rows: number; readonly total: number | null }
  | { readonly is: 'canceled' }
  | { readonly is: 'done'; readonly file: ExportedFile }
  | { readonly is: 'failed'; readonly error: ImpersonationError; readonly format: ExportFormat };

interface Wishes {
  client(): ImpersonationClient | undefined;
  /** What is asked now. */
  query(): Omit<ExportQuery, 'format'>;
  ended(state: ExportState, format: ExportFormat): void;
}

export class Exporting implements ReactiveController {
  state: ExportState = { is: 'idle' };
  readonly panel: Brought<typeof exportPanel>;
  readonly #host: ReactiveControllerHost;
  readonly #wishes: Wishes;
  #running = new AbortController();

  constructor(host: ReactiveControllerHost, wishes: Wishes) {
    this.#host = host;
    this.#wishes = wishes;
    this.panel = new Brought(host, async () => (await import('./export-panel.js')).exportPanel);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  get offered(): boolean {
    return this.#wishes.client()?.capabilities.export ?? false;
  }

  /** Resolves with how it ended. */
  async start(format: ExportFormat): Promise<ExportState> {
    const client = this.#wishes.client();
    if (!client || this.state.is === 'running') return this.state;
    const { signal } = (this.#running = new AbortController());
    this.#enter({ is: 'running', rows: 0, total: null });
    let end: ExportState;
    try {
      const file = await client.export(
        { ...this.#wishes.query(), format },
        { signal, onProgress: (progress) => this.#enter({ is: 'running', ...progress }) },
      );
      signal.throwIfAborted(); // a client may answer all the same
      save(file);
      end = { is: 'done', file };
    } catch (cause) {
      end = signal.aborted
        ? { is: 'canceled' }
        : { is: 'failed', error: ImpersonationError.from(cause), format };
    }
    this.#enter(end);
    this.#wishes.ended(end, format);
    return end;
  }

  readonly cancel = (): void => this.#running.abort();

  #enter(state: ExportState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** Hands the file to the browser, which asks where to put it, or puts it where it always does. */
function save({ file, name }: ExportedFile): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // not while the browser still reads it
}
