/**
 * Gets a started impersonation into a tab of its own, and finds out whether it got there.
 *
 * The ticket lives here and in the new tab's address, and nowhere else: no attribute, event, error or log.
 *
 * @module
 */

import type { ImpersonationClient } from '../../client/client.js';
import { onTabStarted } from '../../client/tab-channel.js';
import type { SessionRecord, StartAnswer } from '../../core/protocol.js';
import type { Tabs } from './tabs.js';

/**
 * `waiting`: the tab was asked for. `blocked`: it gave no sign of life in time, as when the browser blocks pop-ups.
 * `opened`: the impersonation runs. `lapsed`: the ticket is void.
 */
export type HandOverState = 'waiting' | 'blocked' | 'opened' | 'lapsed';

type Ticket = Extract<StartAnswer, { kind: 'ticket' }>;

export class HandOver {
  state: HandOverState = 'waiting';
  readonly session: SessionRecord;
  readonly #answer: Ticket;
  readonly #client: ImpersonationClient;
  readonly #tabs: Tabs;
  readonly #changed: () => void;
  readonly #stopListening: () => void;
  readonly #gone = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(answer: Ticket, client: ImpersonationClient, tabs: Tabs, changed: () => void) {
    this.session = answer.session;
    this.#answer = answer;
    this.#client = client;
    this.#tabs = tabs;
    this.#changed = changed;
    this.#stopListening = onTabStarted(answer.session.id, () => this.#become('opened'));
  }

  /** Opens the tab, again if need be: the ticket works once, so a tab that did not open has not used it. */
  open(): void {
    const url = new URL(this.#answer.url);
    url.hash = `ik-ticket=${this.#answer.ticket}`;
    this.#become('waiting');
    this.#tabs.open(url.href);
    this.#checkLater();
  }

  dispose(): void {
    this.#gone.abort();
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  #become(state: HandOverState): void {
    if (state === 'opened' || state === 'lapsed') this.dispose();
    if (state === this.state) return;
    this.state = state;
    this.#changed();
  }

  #checkLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), this.#tabs.patience);
  }

  /** An app of another origin is not heard here, so the backend is asked as well. */
  async #check(): Promise<void> {
    const { signal } = this.#gone;
    const status = await this.#client.get(this.session.id, { signal }).then(
      (session) => session.status,
      () => 'pending' as const, // this admin may not read sessions, or nobody answers: then nothing new is known
    );
    if (signal.aborted) return;
    if (status === 'active') this.#become('opened');
    else if (status === 'ended' || this.#client.now() >= Date.parse(this.#answer.ticketExpiresAt))
      this.#become('lapsed');
    else {
      this.#become('blocked');
      this.#checkLater();
    }
  }
}
