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

interface Wishes {
  /** Look for news even while no session goes on. */
  always(): boolean;
  /** Seconds between two looks. */
  interval(): number;
  /** What to ask for at first. */
  query(): SessionQuery;
  failed(error: ImpersonationError): void;
  /** A look for news brought some. */
  arrived(count: number): void;
}

export class Following {
  readonly pages: SessionPages;
  client: ImpersonationClient | undefined;
  expanded: ReadonlySet<string> = new Set();
  readonly #host: ReactiveControllerHost;
  readonly #events: SessionEvents;
  readonly #wishes: Wishes;

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

  /** Begins anew with another client, or with none. */
  use(client: ImpersonationClient | undefined): void {
    this.client = client;
    this.expanded = new Set();
    this.pages.reset();
    this.#events.clear();
    void this.ask();
  }

  /** Asks for what the filters let through. Resolves with whether that was answered. */
  async ask(options?: { delay?: number; rows?: number }): Promise<boolean> {
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
    const { client, pages } = this;
    if (!client) return 'unconfigured';
    if (!client.capabilities.list) return 'unsupported';
    if (pages.error) {
      if (isForbidden(pages.error)) return 'forbidden';
      return pages.error.code === 'network' ? 'offline' : 'error';
    }
    if (pages.rows.length) return 'ready';
    return pages.phase.is === 'ready' ? 'empty' : 'loading';
  }

  /** Whether rows are kept true by themselves. */
  get running(): boolean {
    const { client, pages } = this;
    if (!client?.capabilities.list || pages.phase.is === 'idle') return false;
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
