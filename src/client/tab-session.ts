/**
 * The impersonation of one tab: takes the ticket out of the address, keeps the token for this tab alone, renews it
 * before it runs out, and tells the other tabs.
 *
 * @module
 */

import { decodeSession } from '../core/decode.js';
import { ImpersonationError } from '../core/errors.js';
import type { ImpersonationClient } from './client.js';
import type { KeyStorage } from './key-storage.js';
import type { TabChannel } from './tab-channel.js';
import { createTabFetch } from './tab-fetch.js';
import { TabGrant } from './tab-grant.js';
import { wakeTab } from './tab-life.js';
import type { TabState } from './tab-state.js';
import { tabStorage, type TabStorage } from './kept-text.js';
import { takeTicket, type PageAddress } from './tab-ticket.js';
import type { SetTimer } from './timers.js';

export interface TabSession {
  /** The way to the backend that it was created with. */
  readonly client?: ImpersonationClient | undefined;
  readonly state: TabState;
  /** Calls back at each change, until the returned function is called. */
  subscribe(listener: (state: TabState) => void): () => void;
  /**
   * The token to send to the host's own API; `null` when this tab impersonates nobody. Where the backend binds tokens to a
   * key, it is good in `fetch` alone, which proves the key.
   */
  readonly token: string | null;
  /**
   * As the platform's `fetch`; with the token and without cookies while impersonating, untouched when nobody is
   * impersonated. Waits while a ticket is being redeemed, and rejects when it is not known who this tab is, or when it is
   * nobody any more: an impersonation never turns into the admin's own request.
   */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /**
   * The host's own token, for a host that has one: its session, or its impersonation, is read from it. What this tab was
   * granted by a ticket goes before it.
   */
  setToken(token: string | null): void;
  /** Asks the backend what is true. */
  refresh(): Promise<void>;
  extend(reason?: string): Promise<void>;
  setMode(mode: 'read-only' | 'full', reason?: string): Promise<void>;
  end(): Promise<void>;
  /** Stops timers and listeners; keeps what is stored. */
  dispose(): void;
}

/** Everything but the client is the page's own when absent; `null` does without. */
export interface TabSessionOptions {
  readonly client: ImpersonationClient;
  readonly storage?: TabStorage | null;
  /** Where the key is kept that a backend may want its tokens bound to. */
  readonly keys?: KeyStorage | null;
  readonly channel?: TabChannel | null;
  readonly address?: PageAddress | null;
  /** The origins that are sent the token; the page's own when absent. */
  readonly origins?: readonly string[];
  readonly fetch?: typeof fetch;
  readonly setTimer?: SetTimer;
}

/** Begins at once: when it returns, the address holds no ticket any more. */
export function createTabSession(options: TabSessionOptions): TabSession {
  const { client, storage = tabStorage(), address = pageAddress(), channel, keys, setTimer } = options;
  const listeners = new Set<(state: TabState) => void>();
  let own: TabState | null = null;
  let ownToken: string | null = null;
  let state: TabState = { status: 'none', session: null };

  const settle = () => {
    const next = grant.state.status === 'none' && own ? own : grant.state;
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) call(listener, state);
  };
  const grant = new TabGrant({
    client,
    storage,
    channel,
    keys,
    setTimer,
    onChange: () => settle(),
  });
  const takeFromAddress = () => {
    const ticket = address && takeTicket(address);
    if (ticket !== null) void grant.redeem(ticket);
  };
  settle();
  takeFromAddress();
  const stopWaking = wakeTab({
    onWake: () => grant.wake(false),
    onRestored: () => grant.wake(true),
    onAddress: takeFromAddress,
  });

  const tab: TabSession = {
    client,
    get state() {
      return state;
    },
    get token() {
      if (state.status !== 'active') return null;
      return grant.token ?? ownToken;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch: (input, init) => tabFetch(input, init),
    setToken(token) {
      ownToken = token;
      own = token === null ? null : readOwn(token);
      settle();
    },
    refresh: () => grant.refresh(),
    extend: async (reason) =>
      granted().change((token, by) => client.extend(token, { reason: reason ?? null }, by)),
    setMode: async (mode, reason) =>
      granted().change((token, by) => client.setMode(token, { mode, reason: reason ?? null }, by)),
    end: async () => granted().end(),
    dispose() {
      stopWaking();
      grant.dispose();
      listeners.clear();
    },
  };
  const tabFetch = createTabFetch({
    tab,
    now: () => client.now(),
    touch: () => grant.touch(),
    prove: () => grant.prove,
    origins: options.origins,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  });
  return tab;

  /** What the host brought itself, the host must end itself. */
  function granted(): TabGrant {
    if (state.status === 'active' && grant.token === null) throw new ImpersonationError('unsupported');
    return grant;
  }
}

function readOwn(token: string): TabState {
  try {
    const session = decodeSession(token);
    if (!session.actor) return { status: 'none', session };
    return { status: 'active', session, record: null, online: true };
  } catch (cause) {
    return { status: 'unknown', error: ImpersonationError.from(cause) };
  }
}

/** A listener of the page that throws must not keep the others from hearing. */
function call(listener: (state: TabState) => void, state: TabState): void {
  try {
    listener(state);
  } catch (error) {
    reportError(error);
  }
}

function pageAddress(): PageAddress | null {
  const { location, history } = globalThis as Partial<PageAddress>;
  return location && history ? { location, history } : null;
}
