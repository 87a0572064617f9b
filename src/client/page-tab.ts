/**
 * The page's one tab session: found by a symbol of the global registry, so that two bundled copies of the kit agree.
 *
 * @module
 */

import type { TabSession } from './tab-session.js';
import type { TabState } from './tab-state.js';

type Installed = TabSession | undefined;

interface Slot {
  tab: Installed;
  readonly listeners: Set<(tab: Installed) => void>;
}

/** What a page does with its tab session; setting it up and taking it down is for whoever created it. */
export type PageTabSession = Omit<TabSession, 'client' | 'setToken' | 'dispose'>;

const key = Symbol.for('impersonation-kit@1/tab');
const nobodyLooked: TabState = { status: 'unknown', error: null };
/** How long a call waits for the provider of a page that is still being put together, in milliseconds. */
const patience = 10_000;

/** Makes `tab` the page's own, unless it has one; the function this answers with takes it away again. */
export function installTabSession(tab: TabSession): () => void {
  if (!slot().tab) put(tab);
  return () => {
    if (slot().tab === tab) put(undefined);
  };
}

/** The one that is installed by now. */
export function installedTabSession(): Installed {
  return slot().tab;
}

/**
 * The page's tab session, whether its provider is there already or not: until then its state is unknown, and what it is
 * asked waits.
 */
export function getTabSession(): PageTabSession {
  return pageTab;
}

export const pageTab: PageTabSession = {
  get state() {
    return slot().tab?.state ?? nobodyLooked;
  },
  get token() {
    return slot().tab?.token ?? null;
  },
  subscribe(listener) {
    const { tab, listeners } = slot();
    let stop = tab?.subscribe(listener);
    const move = (to: Installed) => {
      stop?.();
      stop = to?.subscribe(listener);
      listener(to?.state ?? nobodyLooked);
    };
    listeners.add(move);
    return () => {
      listeners.delete(move);
      stop?.();
    };
  },
  fetch: async (input, init) => (await arrival()).fetch(input, init),
  refresh: async () => (await arrival()).refresh(),
  extend: async (reason) => (await arrival()).extend(reason),
  setMode: async (mode, reason) => (await arrival()).setMode(mode, reason),
  end: async () => (await arrival()).end(),
};

function arrival(): Promise<TabSession> {
  const { tab, listeners } = slot();
  if (tab) return Promise.resolve(tab);
  return new Promise((resolve, reject) => {
    const settle = (arrived: Installed) => {
      listeners.delete(settle);
      clearTimeout(timer);
      if (arrived) resolve(arrived);
      else
        reject(
          new TypeError('This page has no <impersonation-provider>, and nobody called installTabSession()'),
        );
    };
    const timer = setTimeout(() => settle(undefined), patience);
    listeners.add(settle);
  });
}

function put(tab: Installed): void {
  const page = slot();
  page.tab = tab;
  for (const listener of [...page.listeners]) listener(tab);
}

function slot(): Slot {
  const page = globalThis as { [key]?: Slot | undefined };
  return (page[key] ??= { tab: undefined, listeners: new Set() });
}
