/**
 * One tab's impersonation: at once as it was kept, and from then on as the backend grants it.
 *
 * @module
 */

import { isBoundToken } from '../core/decode.js';
import { ImpersonationError } from '../core/errors.js';
import type { ImpersonationClient } from './client.js';
import { stateOf } from './kept-state.js';
import type { KeyStorage } from './key-storage.js';
import type { TabStorage } from './kept-text.js';
import type { GrantCall, LiveGrant } from './live-grant.js';
import { onDemand } from './on-demand.js';
import type { Prove } from './proof.js';
import type { TabChannel } from './tab-channel.js';
import type { TabState } from './tab-state.js';
import { isGrant, keep, readKept } from './tab-storage.js';
import type { SetTimer } from './timers.js';

/** Everything is the page's own when `undefined`; `null` does without. */
export interface TabGrantOptions {
  readonly client: ImpersonationClient;
  readonly storage: TabStorage | null;
  readonly channel: TabChannel | null | undefined;
  readonly keys: KeyStorage | null | undefined;
  readonly setTimer: SetTimer | undefined;
  readonly onChange: () => void;
}

/** Where a tab stands by now. */
export interface Standing {
  state: TabState;
  token: string | null;
  /** When the token should be renewed: milliseconds since the epoch, by the server's clock. */
  renewAt: number;
}

/**
 * Shows what the tab kept without waiting for anything. What speaks to the backend, renews and ends is loaded at the same
 * time, where there is something to renew or to end, or a ticket. Where it cannot be had the tab is cut off, as it is
 * without a network.
 */
export class TabGrant {
  readonly #options: TabGrantOptions;
  readonly #at: Standing;
  readonly #arrival = onDemand(async () => {
    const { LiveGrant } = await import('./live-grant.js');
    this.#live = new LiveGrant(this.#options, this.#at);
    if (this.#disposed) this.#live.dispose();
    return this.#live;
  });
  #live: LiveGrant | undefined;
  #disposed = false;

  constructor(options: TabGrantOptions) {
    this.#options = options;
    this.#at = standingOf(options);
    const { state } = this.#at;
    // One that ran out meanwhile as well: its key is still there.
    if (state.status === 'active' || (state.status === 'ended' && state.session)) this.#begin();
  }

  get state(): TabState {
    return this.#at.state;
  }

  get token(): string | null {
    return this.#at.token;
  }

  /** Proves the key that the token is bound to, if it is. */
  get prove(): Prove | undefined {
    const { token } = this;
    if (token === null || !isBoundToken(token)) return undefined;
    return async (request) => {
      const { prove } = (await this.#bring()).by;
      if (!prove) throw new ImpersonationError('pop_required');
      return prove(request);
    };
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#live) this.#live.dispose();
    else this.#options.channel?.close();
  }

  /** Trades the ticket for a token. Whatever was kept from before is gone, even if this fails. */
  async redeem(ticket: string): Promise<void> {
    this.#at.token = null;
    keep(this.#options.storage, null);
    this.#become({ status: 'unknown', error: null });
    try {
      await (await this.#bring()).redeem(ticket);
    } catch (cause) {
      if (this.state.status === 'unknown')
        this.#become({ status: 'unknown', error: ImpersonationError.from(cause) });
    }
  }

  /** Asks the backend what is true, and gets a token that says so. The state says how it went. */
  async refresh(): Promise<void> {
    const live = await this.#bring().catch(() => undefined);
    await live?.refresh();
  }

  /** Changes its terms, and tells the other tabs. */
  async change(call: GrantCall): Promise<void> {
    await (await this.#bring()).change(call);
  }

  /** Ends it; rejects, and goes on, when the backend cannot be told. */
  async end(): Promise<void> {
    if (this.token !== null) await (await this.#bring()).end();
  }

  /** The backend saw this tab being used. */
  touch(): void {
    this.#live?.touch();
  }

  /** The page came back to life; `restored` from where it heard nothing at all. */
  wake(restored: boolean): void {
    if (this.state.status !== 'active') return;
    if (!this.#live) this.#begin();
    else if (restored) this.#live.recheck();
    else this.#live.look(true);
  }

  #begin(): void {
    this.#bring().catch(() => undefined);
  }

  async #bring(): Promise<LiveGrant> {
    try {
      return await this.#arrival();
    } catch (error) {
      const { state } = this;
      if (state.status === 'active' && state.online) this.#become({ ...state, online: false });
      throw error;
    }
  }

  #become(state: TabState): void {
    this.#at.state = state;
    this.#options.onChange();
  }
}

function standingOf({ client, storage }: TabGrantOptions): Standing {
  const kept = readKept(storage);
  const state = stateOf(kept);
  if (state.status !== 'active' || !isGrant(kept)) return { state, token: null, renewAt: 0 };
  const { session, record } = state;
  if ((session.expiresAt ?? 0) > client.now()) return { state, token: kept.token, renewAt: kept.renewAt };
  keep(storage, { ended: 'expired', session: record });
  return { state: { status: 'ended', cause: 'expired', session, record }, token: null, renewAt: 0 };
}
