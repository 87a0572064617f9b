/**
 * The rows of the table: asked for a page at a time, and kept true while they are looked at. Knows nothing of how they
 * are drawn.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import type { Page, SessionQuery, SessionRecord } from '../../core/protocol.js';
import { pageLimit } from '../../core/vocabulary.js';
import { isForbidden } from '../internal/situations.js';
import { isLive, newestFirst, rotate, settle } from './session-rows.js';
import type { SessionSource } from './session-source.js';
import { SetRows } from './set-rows.js';

/** What was being asked for. */
type Task = 'first' | 'more' | 'renew';

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

/** How long an answer may take before anything says that it is awaited. */
const patience = 150;

/** Pages a refresh asks for, so that it does not give up what was loaded. */
const refreshedPages = 5;

/** Live rows looked up one by one at a time, when the newest page does not hold them. */
const lookups = 10;

export class SessionPages implements ReactiveController {
  /** What was loaded from the client, from the first row on. Empty when the rows come from a source. */
  rows: readonly SessionRecord[] = [];
  /** What arrived since, newest page only, held back until it is asked for. */
  fresh: readonly SessionRecord[] = [];
  total: Page<SessionRecord>['total'] = null;
  phase: Phase = { is: 'idle' };
  /** When the rows were last known to be true, by the server's clock. */
  asOf: number | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #failed: (error: ImpersonationError) => void;
  #client: ImpersonationClient | undefined;
  #query: SessionQuery = {};
  #cursor: string | null = null;
  #set: SetRows | null = null;
  /** Whether nothing can lie between what is fresh and the rows. */
  #adjoins = true;
  #round = 0;
  #asking = new AbortController();
  #renewing = new AbortController();

  constructor(host: ReactiveControllerHost, failed: (error: ImpersonationError) => void) {
    this.#host = host;
    this.#failed = failed;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** What stands in the way of the rows being there, and true. */
  get error(): ImpersonationError | null {
    return 'error' in this.phase ? this.phase.error : null;
  }

  /** Whether the backend has more rows than are here. */
  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** How many rows there are to scroll through. */
  get count(): number {
    return this.#set ? this.#set.set.count : this.rows.length;
  }

  /** The row at this place, if it is here already. */
  at(index: number): SessionRecord | undefined {
    return this.#set ? this.#set.at(index) : this.rows[index];
  }

  /** The place of a row; -1 when it is not here. */
  indexOf(id: string): number {
    return this.#set ? this.#set.indexOf(id) : this.rows.findIndex((row) => row.id === id);
  }

  /** These are about to be looked at. */
  need(first: number, last: number): void {
    this.#set?.need(first, last);
  }

  /** Forgets everything, and whatever is on its way. */
  reset(): void {
    this.#asking.abort();
    this.#renewing.abort();
    this.#client = undefined;
    this.#set = null;
    this.#take([], null, null);
    this.asOf = null;
    this.#enter({ is: 'idle' });
  }

  /**
   * Asks for the first page of `query`, or its first `rows` rows, after `delay` without another question. An earlier
   * question is dropped. Resolves with whether this one was answered.
   */
  ask(client: ImpersonationClient, query: SessionQuery, { delay = 0, rows = 0 } = {}): Promise<boolean> {
    const limit = Math.min(Math.max(query.limit as number, rows), pageLimit.max);
    return this.#run('first', delay, async (signal) => {
      let page = await client.list({ ...query, limit }, { signal });
      const { total } = page;
      const items = page.items;
      for (let pages = 1; pages < refreshedPages && items.length < rows && page.nextCursor; pages++) {
        page = await client.list({ ...query, limit, cursor: page.nextCursor }, { signal });
        items.push(...page.items);
      }
      signal.throwIfAborted(); // a client may answer all the same
      this.#client = client;
      this.#query = query;
      this.#set = null;
      this.#take(settle(items, this.rows), page.nextCursor, total);
    });
  }

  /** Asks a source instead. `now`: the time by the server's clock, as well as it is known. */
  open(source: SessionSource, query: SessionQuery, now: () => number, delay = 0): Promise<boolean> {
    return this.#run('first', delay, async (signal) => {
      const set = await source.open(query, { signal });
      signal.throwIfAborted();
      this.#client = undefined;
      this.#set = new SetRows(
        set,
        () => this.#host.requestUpdate(),
        (cause) => {
          if (!signal.aborted) this.#fail('more', ImpersonationError.from(cause));
        },
      );
      this.#take([], null, { count: set.count, atLeast: false });
      this.asOf = now();
    });
  }

  /** Asks for the rows after the last one. */
  async more(): Promise<boolean> {
    if (this.#set) {
      this.#set.retry();
      this.#enter({ is: 'ready' });
      return true;
    }
    const client = this.#client;
    if (!client || !this.#cursor || this.phase.is === 'loading') return false;
    const query = { ...this.#query, cursor: this.#cursor };
    return this.#run('more', 0, async (signal) => {
      const page = await client.list(query, { signal });
      signal.throwIfAborted();
      const known = new Set(this.rows.map(({ id }) => id));
      const rows = [...this.rows, ...page.items.filter(({ id }) => !known.has(id))];
      this.#take(rows, page.nextCursor, page.total ?? this.total, this.fresh);
    });
  }

  /** Looks again at what is shown. Rows change where they stand; new ones wait in `fresh`. */
  async renew(): Promise<void> {
    const client = this.#client;
    if (!client || this.phase.is === 'loading') return;
    this.#renewing.abort();
    const { signal } = (this.#renewing = new AbortController());
    try {
      const page = await client.list(this.#query, { signal });
      const found = new Map(page.items.map((row) => [row.id, row]));
      for (const row of await this.#lookUp(client, found, signal)) found.set(row.id, row);
      signal.throwIfAborted();
      this.#merge(page, found);
    } catch (cause) {
      if (!signal.aborted) this.#fail('renew', ImpersonationError.from(cause));
    }
  }

  /** Shows what is fresh. `false` when there is more of it than is known here, so that the list must be asked anew. */
  showFresh(): boolean {
    if (!this.#adjoins || this.#query.sort !== '-createdAt') return false;
    this.rows = newestFirst([...this.fresh, ...this.rows]);
    this.fresh = [];
    this.#host.requestUpdate();
    return true;
  }

  /** Puts a newer record of a row in its place. */
  replace(record: SessionRecord): void {
    this.rows = this.rows.map((row) => (row.id === record.id ? record : row));
    this.#set?.replace(record);
    this.#host.requestUpdate();
  }

  async #run(
    task: 'first' | 'more',
    delay: number,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<boolean> {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    let slow: ReturnType<typeof setTimeout> | undefined;
    try {
      if (delay) await pause(delay);
      signal.throwIfAborted();
      this.#renewing.abort();
      const { error } = this;
      this.#enter({ is: 'loading', task, slow: false, error });
      slow = setTimeout(() => {
        if (!signal.aborted) this.#enter({ is: 'loading', task, slow: true, error });
      }, patience);
      await work(signal);
      this.#enter({ is: 'ready' });
      return true;
    } catch (cause) {
      if (!signal.aborted) this.#fail(task, ImpersonationError.from(cause));
      return false;
    } finally {
      clearTimeout(slow);
    }
  }

  async #lookUp(client: ImpersonationClient, found: ReadonlyMap<string, unknown>, signal: AbortSignal) {
    const missing = this.rows.filter((row) => isLive(row) && !found.has(row.id));
    const some = rotate(missing, lookups * this.#round++).slice(0, lookups);
    const answers = await Promise.allSettled(some.map(({ id }) => client.get(id, { signal })));
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  }

  #merge(page: Page<SessionRecord>, found: ReadonlyMap<string, SessionRecord>): void {
    const known = new Set(this.rows.map(({ id }) => id));
    if (!known.size) {
      this.#take(page.items, page.nextCursor, page.total); // nobody is reading anything that could move
    } else {
      const again = new Map(settle([...found.values()], this.rows).map((row) => [row.id, row]));
      const rows = this.rows.map((row) => again.get(row.id) ?? row);
      const fresh = page.items.filter(({ id }) => !known.has(id));
      this.#take(rows, this.#cursor, page.total ?? this.total, settle(fresh, this.fresh));
      this.#adjoins = fresh.length < page.items.length || page.nextCursor === null;
    }
    this.#enter({ is: 'ready' });
  }

  #take(
    rows: readonly SessionRecord[],
    cursor: string | null,
    total: Page<SessionRecord>['total'],
    fresh: readonly SessionRecord[] = [],
  ): void {
    this.rows = rows;
    this.fresh = fresh;
    this.total = total;
    this.#cursor = cursor;
    this.asOf = this.#client?.now() ?? null;
  }

  #fail(task: Task, error: ImpersonationError): void {
    const again = this.error?.code === error.code;
    // Whoever may not see the record may not go on looking at what was read of it before.
    if (isForbidden(error)) {
      this.#set = null;
      this.#take([], null, null);
    }
    this.#enter({ is: 'failed', task, error });
    if (!again) this.#failed(error);
  }

  #enter(phase: Phase): void {
    this.phase = phase;
    this.#host.requestUpdate();
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
