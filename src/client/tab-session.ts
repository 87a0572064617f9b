/**
 * The impersonation of one tab: takes the ticket out of the address, keeps the token for this tab alone, renews it
 * before it runs out, and tells the other tabs.
 *
 * @module
 */

import type { TabState } from './tab-state.js';

export interface TabSession {
  readonly state: TabState;
  /** Calls back at each change, until the returned function is called. */
  subscribe(listener: (state: TabState) => void): () => void;
  /** The token to send to the host's own API; `null` when this tab impersonates nobody. */
  readonly token: string | null;
  /** As the platform's `fetch`; with the token and without cookies while impersonating, untouched otherwise. */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** The host's own token, for a host that has one: its session, or its impersonation, is read from it. */
  setToken(token: string | null): void;
  /** Asks the backend what is true. */
  refresh(): Promise<void>;
  extend(reason?: string): Promise<void>;
  setMode(mode: 'read-only' | 'full', reason?: string): Promise<void>;
  end(): Promise<void>;
  /** Stops timers and listeners; keeps what is stored. */
  dispose(): void;
}
