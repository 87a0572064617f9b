/**
 * What the scripts of one page share, found by a symbol of the global registry, so that two bundled copies of the kit agree.
 *
 * @module
 */

import type { TabSession } from './tab-session.js';

export interface PageSlot {
  /** The page's one tab session, once somebody installed it. */
  tab: TabSession | undefined;
  /** Called when one is installed, and when it is taken away. */
  readonly listeners: Set<(tab: TabSession | undefined) => void>;
  /** A ticket that was taken out of the address before anybody could redeem it. */
  ticket?: string | null;
  /** Whether anybody wanted to know who is signed in. */
  asked?: boolean;
  /** Called each time somebody does. */
  onAsked?: () => void;
}

const key = Symbol.for('impersonation-kit@1/tab');

export function pageSlot(): PageSlot {
  const page = globalThis as { [key]?: PageSlot | undefined };
  return (page[key] ??= { tab: undefined, listeners: new Set() });
}
