/**
 * The rows of the table: asked for a page at a time, and kept true while they are looked at. Knows nothing of how they
 * are drawn.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import type { ImpersonationError } from '../../core/errors.js';
import type { Page, SessionQuery, SessionRecord } from '../../core/protocol.js';
import { isForbidden } from '../internal/situations.js';
import { firstRows } from './first-rows.js';
import { lookAgain, type Again } from './look-again.js';
import { Phases, type Phase } from './phases.js';
import { newestFirst, settle } from './session-rows.js';
import type { SessionSource } from './session-source.js';
import { SetRows } from './set-rows.js';

export class SessionPages implements ReactiveController {
  /** What was loaded from the client, from the first row on. Empty when the rows come from a source. */
  rows: readonly SessionRecord[] = [];
  /** What arrived since, newest page only, held back until it is asked for. */
  fresh: readonly SessionRecord[] = [];
  total: Page<SessionRecord>['total'] = null;
  /** When the rows were last known to be true, by the server's clock. */
  asOf: number | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #phases: Phases;
  #client: ImpersonationClient | undefined;
  #query: SessionQuery = {};
  #cursor: string | null = null;
  #set: SetRows | null = null;
  /** Whether nothing can lie between what is fresh and the rows. */
  #adjoins = true;
  #round = 0;
  #renewing = new AbortController();

  constructor(host: ReactiveControllerHost, failed: (error: ImpersonationError) => void) {
    this.#host = host;
    this.#phases = new Phases({
      changed: () => host.requestUpdate(),
      failed,
      // Whoever may not see the record may not go on looking at what was read of it before.
      failing: (error) => {
        if (isForbidden(error)) this.#forget();
      },
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** What stands in the way of the rows being there, and true. */
  get error(): ImpersonationError | null {
    return this.#phases.error;
  }

  get phase(): Phase {
    return this.#phases.current;
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
    this.#phases.stop();
    this.#renewing.abort();
    this.#client = undefined;
    this.#forget();
    this.#phases.enter({ is: 'idle' });
  }

  /**
   * Asks for the first page of `query`, or its first `rows` rows, after `delay` without another question. An earlier
   * question is dropped. Resolves with whether this one was answered.
   */
  ask(client: ImpersonationClient, query: SessionQuery, { delay = 0, rows = 0 } = {}): Promise<boolean> {
    return this.#run('first', delay, async (signal) => {
      const { items, nextCursor, total } = await firstRows(client, query, rows, signal);
      signal.throwIfAborted(); // a client may answer all the same
      this.#client = client;
      this.#query = query;
      this.#set = null;
      this.#take(settle(items, this.rows), nextCursor, total);
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
          if (!signal.aborted) this.#phases.fail('more', cause);
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
      this.#phases.enter({ is: 'ready' });
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
      const again = await lookAgain(client, this.#query, this.rows, this.#round++, signal);
      signal.throwIfAborted();
      this.#merge(again);
    } catch (cause) {
      if (!signal.aborted) this.#phases.fail('renew', cause);
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

  #run(
    task: 'first' | 'more',
    delay: number,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<boolean> {
    return this.#phases.run(task, delay, (signal) => {
      this.#renewing.abort();
      return work(signal);
    });
  }

  #merge({ page, found }: Again): void {
    const known = new Set(this.rows.map(({ id }) => id));
    if (!known.size) {
      this.#take(page.items, page.nextCursor, page.total); // nobody is reading anything that could move
    } else {
      const again = new Map(settle(found, this.rows).map((row) => [row.id, row]));
      const rows = this.rows.map((row) => again.get(row.id) ?? row);
      const fresh = page.items.filter(({ id }) => !known.has(id));
      this.#take(rows, this.#cursor, page.total ?? this.total, settle(fresh, this.fresh));
      this.#adjoins = fresh.length < page.items.length || page.nextCursor === null;
    }
    this.#phases.enter({ is: 'ready' });
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

  #forget(): void {
    this.#set = null;
    this.#take([], null, null);
  }
}
