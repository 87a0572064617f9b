/**
 * What can be exported: brought when somebody wants to see it, or when a page exports by itself.
 *
 * @module
 */

import type { ExportedFile, ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import type { ExportFormat, ExportQuery } from '../../core/protocol.js';
import type { KitElement } from '../internal/kit-element.js';
import { Brought, dressed } from '../internal/brought.js';
import type { Exporting } from './exporting.js';

export type ExportState =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly rows: number; readonly total: number | null }
  | { readonly is: 'canceled' }
  | { readonly is: 'done'; readonly file: ExportedFile }
  | { readonly is: 'failed'; readonly error: ImpersonationError; readonly format: ExportFormat };

export interface ExportWishes {
  client(): ImpersonationClient | undefined;
  /** What is asked now. */
  query(): Omit<ExportQuery, 'format'>;
  ended(state: ExportState, format: ExportFormat): void;
}

export class Exports {
  readonly panel: Brought<Exporting>;
  readonly #host: KitElement;
  readonly #wishes: ExportWishes;

  constructor(host: KitElement, wishes: ExportWishes) {
    this.#host = host;
    this.#wishes = wishes;
    this.panel = new Brought(host, async () => {
      const { Exporting } = await dressed(host, import('./exporting.js'));
      return new Exporting(host, wishes);
    });
  }

  get offered(): boolean {
    return this.#wishes.client()?.capabilities.export ?? false;
  }

  get isRunning(): boolean {
    return this.panel.there?.state.is === 'running';
  }

  /** Resolves when it is over, however it ended. */
  async start(format: ExportFormat): Promise<void> {
    if (!this.#wishes.client()) return;
    const exporting = await this.panel.again();
    if (!exporting)
      this.#wishes.ended({ is: 'failed', error: new ImpersonationError('network'), format }, format);
    else if (this.#host.isConnected) await exporting.start(format);
  }
}
