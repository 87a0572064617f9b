/**
 * The page's one tab session, whoever created it.
 *
 * @module
 */

import { pageSlot, type PageSlot } from './page-slot.js';
import type { TabSession } from './tab-session.js';
import type { TabState } from './tab-state.js';

type Installed = TabSession | undefined;

/** What a page does with its tab session; setting it up and taking it down is for whoever created it. */
export type PageTabSession = Omit<TabSession, 'client' | 'setToken' | 'dispose'>;

const nobodyLooked: TabState = { status: 'unknown', error: null };
/** How long a call waits for the provider of a page that is still being put together, in milliseconds. */
const patience = 10_000;

/** Makes `tab` the page's own, unless it has one; the function this answers with takes it away again. */
export function installTabSession(tab: TabSession): () => void {
  if (!pageSlot().tab) put(tab);
  return () => {
    if (pageSlot().tab === tab) put(undefined);
  };
}

/** The one that is installed by now. */
export function installedTabSession(): Installed {
  return pageSlot().tab;
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
    return asked().tab?.state ?? nobodyLooked;
  },
  get token() {
    return asked().tab?.token ?? null;
  },
  subscribe(listener) {
    const { tab, listeners } = asked();
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
  const { tab, listeners } = asked();
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

/** For whoever wants to know: a provider that is loaded only when it is needed is needed now. */
function asked(): PageSlot {
  const page = pageSlot();
  page.asked = true;
  page.onAsked?.();
  return page;
}

function put(tab: Installed): void {
  const page = pageSlot();
  page.tab = tab;
  for (const listener of [...page.listeners]) listener(tab);
}
