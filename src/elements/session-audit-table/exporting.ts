/**
 * An export: begun, awaited, canceled, saved. What was not received to its end is never saved.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';

import type { ExportedFile } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import type { ExportFormat } from '../../core/protocol.js';
import { exportPanel } from './export-panel.js';
import { exportStyles } from './export.styles.js';
import type { ExportState, ExportWishes } from './exports.js';
import type { Scene } from './words.js';

export const styles = [exportStyles];

export class Exporting implements ReactiveController {
  state: ExportState = { is: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #wishes: ExportWishes;
  #running = new AbortController();

  constructor(host: ReactiveControllerHost, wishes: ExportWishes) {
    this.#host = host;
    this.#wishes = wishes;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
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

  render(scene: Scene): TemplateResult {
    return exportPanel(scene, this);
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
