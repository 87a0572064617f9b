/**
 * Everything the table knows of the record, kept true while somebody looks: the list, the events of the rows that are
 * open, and when to look again.
 *
 * @module
 */

import type { ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import type { ImpersonationError } from '../../core/errors.js';
import type { SessionQuery, SessionRecord } from '../../core/protocol.js';
import { LiveController } from '../internal/live.js';
import { isForbidden, type Situation } from '../internal/situations.js';
import { SessionEvents, type EventPages } from './session-events.js';
import { SessionPages } from './session-pages.js';
import { isLive } from './session-rows.js';
import type { SessionSource } from './session-source.js';

/** How far down a session is looked for. */
const pagesSearched = 20;

interface Wishes {
  /** Look for news even while no session goes on. */
  always(): boolean;
  /** Seconds between two looks. */
  interval(): number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** What to ask for at first. */
  query(): SessionQuery;
  failed(error: ImpersonationError): void;
  /** A look for news brought some. */
  arrived(count: number): void;
}

export class Following {
  readonly pages: SessionPages;
  client: ImpersonationClient | undefined;
  source: SessionSource | undefined;
  expanded: ReadonlySet<string> = new Set();
  readonly #host: ReactiveControllerHost;
  readonly #events: SessionEvents;
  readonly #wishes: Wishes;
  readonly #places = new Map<string, number>();

  constructor(host: ReactiveControllerHost, wishes: Wishes) {
    this.#host = host;
    this.#wishes = wishes;
    this.pages = new SessionPages(host, (error) => wishes.failed(error));
    this.#events = new SessionEvents(host, (error) => wishes.failed(error));
    new LiveController(host, {
      running: () => this.running,
      interval: () => wishes.interval(),
      look: () => this.#look(),
    });
  }

  /** Begins anew with another client, or with none; and with rows from elsewhere than its list, if there is a source. */
  use(client: ImpersonationClient | undefined, source: SessionSource | undefined): void {
    this.client = client;
    this.source = source;
    this.expanded = new Set();
    this.#places.clear();
    this.pages.reset();
    this.#events.clear();
    void this.ask();
  }

  /** Asks for what the filters let through. Resolves with whether that was answered. */
  async ask(options?: { delay?: number; rows?: number }): Promise<boolean> {
    if (!options?.rows) this.#places.clear();
    if (this.source)
      return this.pages.open(this.source, this.#wishes.query(), () => this.#wishes.now(), options?.delay);
    if (!this.client?.capabilities.list) return false;
    return this.pages.ask(this.client, this.#wishes.query(), options);
  }

  /** Tries again what failed last. */
  async retry(): Promise<void> {
    const { phase } = this.pages;
    if (phase.is !== 'failed') return;
    if (phase.task === 'first') await this.ask({ rows: this.pages.rows.length });
    else if (phase.task === 'more') await this.pages.more();
    else await this.pages.renew();
  }

  /** Loads pages until the session is among the rows. Answers with its place; -1 when it is not to be found. */
  async find(sessionId: string): Promise<number> {
    const { client, pages } = this;
    if (this.placeOf(sessionId) < 0 && client && pages.hasMore) {
      const there = await client.get(sessionId).catch(() => null);
      for (let asked = 0; there && asked < pagesSearched && this.placeOf(sessionId) < 0; asked++) {
        if (!(await pages.more())) break;
      }
    }
    return this.placeOf(sessionId);
  }

  /** Opens or closes a row; answers whether it is open now. */
  toggle({ id }: SessionRecord): boolean {
    const expanded = new Set(this.expanded);
    const opens = !expanded.delete(id);
    if (opens) expanded.add(id);
    this.expanded = expanded;
    if (opens) this.retryEvents(id);
    else this.#events.clear(id);
    this.#host.requestUpdate();
    return opens;
  }

  /** Where a row is; -1 when that is not known. */
  placeOf(sessionId: string): number {
    const { pages } = this;
    const known = this.#places.get(sessionId) ?? -1;
    if (pages.at(known)?.id === sessionId) return known;
    const found = pages.indexOf(sessionId);
    // In a set, it may be too far away to be kept.
    if (found < 0) return known < pages.count && !pages.at(known) ? known : -1;
    this.#places.set(sessionId, found);
    return found;
  }

  /** How many rows above this place are open. */
  openBefore(index: number): number {
    let count = 0;
    for (const id of this.expanded) {
      const place = this.placeOf(id);
      if (place >= 0 && place < index) count++;
    }
    return count;
  }

  /** What is known of what happened in a session; `null` when the backend keeps no events. */
  eventsOf(sessionId: string): EventPages | null {
    return this.client?.capabilities.events ? this.#events.of(sessionId) : null;
  }

  moreEvents(sessionId: string): void {
    if (this.client) void this.#events.more(this.client, sessionId);
  }

  retryEvents(sessionId: string): void {
    if (this.client?.capabilities.events) void this.#events.renew(this.client, sessionId);
  }

  get situation(): Situation {
    const { client, source, pages } = this;
    if (!client && !source) return 'unconfigured';
    if (!source && !client?.capabilities.list) return 'unsupported';
    if (pages.error) {
      if (isForbidden(pages.error)) return 'forbidden';
      return pages.error.code === 'network' ? 'offline' : 'error';
    }
    if (pages.count) return 'ready';
    return pages.phase.is === 'ready' ? 'empty' : 'loading';
  }

  /** Whether rows are kept true by themselves. */
  get running(): boolean {
    const { client, source, pages } = this;
    if (source || !client?.capabilities.list || pages.phase.is === 'idle') return false;
    return this.#wishes.always() || pages.rows.some(isLive) || this.situation === 'offline';
  }

  async #look(): Promise<boolean> {
    const { pages } = this;
    const waiting = pages.fresh.length;
    const { phase } = pages;
    // Rows that the filters on show were never applied to must not be made to look as if they had been.
    if (phase.is === 'failed' && phase.task === 'first') await this.retry();
    else await this.#renew();
    if (pages.fresh.length > waiting) this.#wishes.arrived(pages.fresh.length);
    return !pages.error;
  }

  async #renew(): Promise<void> {
    // Looked up before: what ends a session is an event of it, too.
    const open = this.pages.rows.filter((row) => this.expanded.has(row.id) && isLive(row));
    await this.pages.renew();
    for (const { id } of open) if (!this.#events.of(id).hasMore) this.retryEvents(id);
  }
}
