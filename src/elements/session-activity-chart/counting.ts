/**
 * How many sessions began when: asked for, kept while it is asked for again, and asked for again by itself once the
 * server can be reached. Knows nothing of how it is drawn.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import type { Activity, ActivityQuery } from '../../core/protocol.js';
import { LiveController } from '../internal/live.js';
import { isForbidden, type Situation } from '../internal/situations.js';

/** How long an answer may take before anything says that it is awaited, in milliseconds. */
const patience = 150;

/** Seconds between two tries to reach the server. */
const retryInterval = 5;

interface Wishes {
  /** What to ask for. */
  query(): ActivityQuery;
  failed(error: ImpersonationError): void;
}

export class Counting implements ReactiveController {
  client: ImpersonationClient | undefined;
  activity: Activity | null = null;
  error: ImpersonationError | null = null;
  /** `slow`: it has taken long enough to say so. */
  waiting: 'no' | 'yes' | 'slow' = 'no';
  /** When the counts were last known to be true, by the server's clock. */
  asOf: number | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #wishes: Wishes;
  #asking = new AbortController();

  constructor(host: ReactiveControllerHost, wishes: Wishes) {
    this.#host = host;
    this.#wishes = wishes;
    host.addController(this);
    new LiveController(host, {
      running: () => this.situation === 'offline',
      interval: () => retryInterval,
      look: () => this.ask(),
    });
  }

  hostDisconnected(): void {
    this.use(undefined);
  }

  get situation(): Situation {
    const { client, error, activity } = this;
    if (!client) return 'unconfigured';
    if (!client.capabilities.activity) return 'unsupported';
    if (error) {
      if (isForbidden(error)) return 'forbidden';
      return error.code === 'network' ? 'offline' : 'error';
    }
    if (!activity) return 'loading';
    return activity.buckets.some(({ count }) => count > 0) ? 'ready' : 'empty';
  }

  /** Begins anew with another client, or with none. */
  use(client: ImpersonationClient | undefined): void {
    this.#asking.abort();
    this.client = client;
    this.activity = null;
    this.error = null;
    this.asOf = null;
    this.#wait('no');
    void this.ask();
  }

  /** Asks anew, dropping an earlier question. Resolves with whether this one was answered. */
  async ask(): Promise<boolean> {
    const { client } = this;
    if (!client?.capabilities.activity) return false;
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#wait('yes');
    const slow = setTimeout(() => {
      if (!signal.aborted) this.#wait('slow');
    }, patience);
    try {
      const activity = await client.activity(this.#wishes.query(), { signal });
      signal.throwIfAborted(); // a client may answer all the same
      this.activity = activity;
      this.error = null;
      this.asOf = client.now();
    } catch (cause) {
      if (signal.aborted) return false;
      this.#fail(ImpersonationError.from(cause));
    } finally {
      clearTimeout(slow);
      if (!signal.aborted) this.#wait('no');
    }
    return !this.error;
  }

  #fail(error: ImpersonationError): void {
    const again = this.error?.code === error.code;
    // Whoever may not see the record may not go on looking at what was read of it before.
    if (isForbidden(error)) this.activity = null;
    this.error = error;
    if (!again) this.#wishes.failed(error);
  }

  #wait(waiting: 'no' | 'yes' | 'slow'): void {
    this.waiting = waiting;
    this.#host.requestUpdate();
  }
}
