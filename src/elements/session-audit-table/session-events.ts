/**
 * What happened in the sessions whose rows are open, a page at a time.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import type { SessionEvent } from '../../core/protocol.js';

export interface EventPages {
  readonly items: readonly SessionEvent[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly error: ImpersonationError | null;
}

interface Entry {
  /** The events of the pages before the last one, which is asked for again while the session goes on. */
  readonly before: readonly SessionEvent[];
  readonly items: readonly SessionEvent[];
  readonly cursor: string | null;
  readonly nextCursor: string | null;
  readonly asking: AbortController | null;
  readonly error: ImpersonationError | null;
}

const nothing: Entry = { before: [], items: [], cursor: null, nextCursor: null, asking: null, error: null };

export class SessionEvents implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #failed: (error: ImpersonationError) => void;
  readonly #entries = new Map<string, Entry>();

  constructor(host: ReactiveControllerHost, failed: (error: ImpersonationError) => void) {
    this.#host = host;
    this.#failed = failed;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  of(sessionId: string): EventPages {
    const { items, nextCursor, asking, error } = this.#entries.get(sessionId) ?? nothing;
    return { items, hasMore: nextCursor !== null, loading: asking !== null, error };
  }

  /** Asks for the first page, or again for the last one: after a failure, or since more may have been added to it. */
  renew(client: ImpersonationClient, sessionId: string): Promise<void> {
    return this.#ask(client, sessionId, this.#entries.get(sessionId) ?? nothing);
  }

  more(client: ImpersonationClient, sessionId: string): Promise<void> {
    const { items, nextCursor, ...rest } = this.#entries.get(sessionId) ?? nothing;
    return this.#ask(client, sessionId, { ...rest, items, before: items, cursor: nextCursor, nextCursor });
  }

  /** Forgets one session, or all of them, and what is on its way. */
  clear(sessionId?: string): void {
    for (const [id, { asking }] of this.#entries) {
      if (sessionId !== undefined && id !== sessionId) continue;
      asking?.abort();
      this.#entries.delete(id);
    }
  }

  async #ask(client: ImpersonationClient, sessionId: string, entry: Entry): Promise<void> {
    if (entry.asking) return;
    const asking = new AbortController();
    const keep = (change: Partial<Entry>) => {
      if (asking.signal.aborted) return;
      this.#entries.set(sessionId, { ...entry, error: null, ...change });
      this.#host.requestUpdate();
    };
    keep({ asking });
    try {
      const { cursor, before } = entry;
      const page = await client.events(sessionId, cursor ? { cursor } : {}, { signal: asking.signal });
      keep({ asking: null, items: [...before, ...page.items], nextCursor: page.nextCursor });
    } catch (cause) {
      if (asking.signal.aborted) return;
      const error = ImpersonationError.from(cause);
      keep({ asking: null, error });
      if (entry.error?.code !== error.code) this.#failed(error);
    }
  }
}
