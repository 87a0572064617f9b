/**
 * The page's one tab session, for whoever has no element around: found by a symbol of the global registry, so that two
 * bundled copies of the kit agree.
 *
 * @module
 */

import type { TabSession } from './tab-session.js';
import { toAuth, type Auth, type TabState } from './tab-state.js';

interface Slot {
  tab: TabSession | undefined;
  readonly listeners: Set<(tab: TabSession | undefined) => void>;
}

const key = Symbol.for('impersonation-kit@1/tab');
const nobodyLooked: TabState = { status: 'unknown', error: null };

/** Makes `tab` the page's own. Only the first one is, until the function this answers with is called. */
export function installTabSession(tab: TabSession): () => void {
  const page = slot();
  if (page.tab) return () => {};
  put(tab);
  return () => {
    if (page.tab === tab) put(undefined);
  };
}

/** The page's own tab session, once there is one. */
export function installedTabSession(): TabSession | undefined {
  return slot().tab;
}

/** Who is signed in here, and who is really there. Unknown until a provider or `installTabSession` looked. */
export function getAuth(): Auth {
  return toAuth(slot().tab?.state ?? nobodyLooked);
}

/** Calls back at each change, until the returned function is called. */
export function subscribeAuth(listener: (auth: Auth) => void): () => void {
  const { listeners } = slot();
  let stop: (() => void) | undefined;
  const follow = (tab: TabSession | undefined) => {
    stop?.();
    stop = tab?.subscribe((state) => listener(toAuth(state)));
  };
  const moved = (tab: TabSession | undefined) => {
    follow(tab);
    listener(getAuth());
  };
  follow(slot().tab);
  listeners.add(moved);
  return () => {
    listeners.delete(moved);
    stop?.();
  };
}

function put(tab: TabSession | undefined): void {
  const page = slot();
  page.tab = tab;
  for (const listener of [...page.listeners]) listener(tab);
}

function slot(): Slot {
  const page = globalThis as { [key]?: Slot };
  return (page[key] ??= { tab: undefined, listeners: new Set() });
}
