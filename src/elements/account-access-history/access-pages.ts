/**
 * The list: asked for a page at a time, and kept true while it is looked at. Knows nothing of how it is drawn.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import type { AccessRecord } from '../../core/protocol.js';
import { pageLimit } from '../../core/vocabulary.js';
import { inOrder, isLive, merged, newsIn } from './access-entries.js';

type Task = 'first' | 'more' | 'renew';

export type Phase =
  | { readonly is: 'idle' }
  /** `error`: what it was that failed before, until this succeeds. */
  | { readonly is: 'loading'; readonly task: Task; readonly error: ImpersonationError | null }
  | { readonly is: 'ready' }
  | { readonly is: 'failed'; readonly task: Task; readonly error: ImpersonationError };

interface Wishes {
  pageSize(): number;
  failed(error: ImpersonationError): void;
  /** Somebody came, or is gone. */
  news(records: readonly AccessRecord[]): void;
}

export class AccessPages implements ReactiveController {
  entries: readonly AccessRecord[] = [];
  phase: Phase = { is: 'idle' };
  /** When the entries were last known to be true, by the server's clock. */
  asOf: number | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #wishes: Wishes;
  #client: ImpersonationClient | undefined;
  #cursor: string | null = null;
  #asking = new AbortController();

  constructor(host: ReactiveControllerHost, wishes: Wishes) {
    this.#host = host;
    this.#wishes = wishes;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.use(undefined);
  }

  get client(): ImpersonationClient | undefined {
    return this.#client;
  }

  /** What stands in the way of the list being there, and true. */
  get error(): ImpersonationError | null {
    return 'error' in this.phase ? this.phase.error : null;
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  get someoneIsThere(): boolean {
    return this.entries.some(isLive);
  }

  /** Forgets everything, and begins anew with another client, or with none. */
  use(client: ImpersonationClient | undefined): void {
    this.#asking.abort();
    this.#client = client;
    this.#cursor = null;
    this.entries = [];
    this.asOf = null;
    this.#enter({ is: 'idle' });
    if (client) void this.ask();
  }

  /** Asks for the newest page, and for that alone. */
  ask(): Promise<boolean> {
    return this.#run('first', async (client, signal) => {
      const page = await client.listAccess({ limit: this.#limit }, { signal });
      return () => {
        this.entries = inOrder(page.items);
        this.#cursor = page.nextCursor;
      };
    });
  }

  /** Asks for what comes after the last one. */
  async more(): Promise<boolean> {
    const cursor = this.#cursor;
    if (cursor === null || (this.phase.is === 'loading' && this.phase.task !== 'renew')) return false;
    return this.#run('more', async (client, signal) => {
      const page = await client.listAccess({ limit: this.#limit, cursor }, { signal });
      return () => {
        this.entries = merged(this.entries, page.items);
        this.#cursor = page.nextCursor;
      };
    });
  }

  /** Looks again. What is shown stays, but for what changed. */
  async renew(): Promise<boolean> {
    if (this.phase.is === 'loading') return true;
    if (this.phase.is === 'failed' && this.phase.task === 'first') return this.ask();
    return this.#run('renew', async (client, signal) => {
      const page = await client.listAccess({ limit: this.#limit }, { signal });
      return () => {
        const known = new Set(this.entries.map(({ id }) => id));
        const news = newsIn(this.entries, page.items);
        // Where nothing is known of the page, there may be a gap between it and what is shown.
        const adjoins = page.nextCursor === null || page.items.some(({ id }) => known.has(id));
        if (!adjoins || !known.size) this.#cursor = page.nextCursor;
        this.entries = adjoins ? merged(this.entries, page.items) : inOrder(page.items);
        this.#wishes.news(news);
      };
    });
  }

  /** Tries again what failed last. */
  async retry(): Promise<void> {
    if (this.phase.is !== 'failed') return;
    await (this.phase.task === 'more' ? this.more() : this.renew());
  }

  /** Puts a newer record of an entry in its place. */
  replace(record: AccessRecord): void {
    this.#asking.abort(); // an answer that was on its way is older than this
    this.entries = merged(this.entries, [record]);
    this.#enter({ is: 'ready' });
  }

  get #limit(): number {
    return Math.min(Math.max(Math.trunc(this.#wishes.pageSize()) || 1, pageLimit.min), pageLimit.max);
  }

  async #run(
    task: Task,
    work: (client: ImpersonationClient, signal: AbortSignal) => Promise<() => void>,
  ): Promise<boolean> {
    const client = this.#client;
    if (!client) return false;
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    const before = this.error;
    this.#enter({ is: 'loading', task, error: before });
    try {
      const take = await work(client, signal);
      signal.throwIfAborted(); // a client may answer all the same
      take();
      this.asOf = client.now();
      this.#enter({ is: 'ready' });
      return true;
    } catch (cause) {
      if (signal.aborted) return false;
      const error = ImpersonationError.from(cause);
      this.#enter({ is: 'failed', task, error });
      if (error.code !== before?.code) this.#wishes.failed(error);
      return false;
    }
  }

  #enter(phase: Phase): void {
    this.phase = phase;
    this.#host.requestUpdate();
  }
}
