/**
 * A page that a tab session believes in: an address, a storage, a channel to other tabs, and timers that obey the clock of
 * the memory client. Nothing here takes time.
 *
 * @module
 */

import { createMemoryClient, type MemoryClient } from '../../src/client/memory.js';
import type { TabChannel, TabMessage } from '../../src/client/tab-channel.js';
import { createTabSession, type TabSession } from '../../src/client/tab-session.js';
import type { TabStorage } from '../../src/client/kept-text.js';
import type { SetTimer } from '../../src/client/timers.js';

/** A storage that shows what it holds. */
export class PretendStorage implements TabStorage {
  readonly held = new Map<string, string>();
  getItem = (key: string) => this.held.get(key) ?? null;
  setItem = (key: string, value: string) => void this.held.set(key, value);
  removeItem = (key: string) => void this.held.delete(key);

  /** As the browser clones it into a duplicated tab. */
  copy(): PretendStorage {
    const copy = new PretendStorage();
    for (const [key, value] of this.held) copy.held.set(key, value);
    return copy;
  }
}

const refuse = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** A storage in a browser that blocks it. */
export const blockedStorage: TabStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };

/** An address bar that remembers every address it showed. */
export class PretendAddress {
  readonly location: { pathname: string; search: string; hash: string };
  readonly history: { state: unknown; replaceState: History['replaceState'] };
  /** What the one entry of the history says. */
  entry: string;

  constructor(hash: string) {
    this.location = { pathname: '/notes', search: '?view=all', hash };
    this.entry = `/notes?view=all${hash}`;
    this.history = {
      state: { of: 'the router' },
      replaceState: (state, _, url) => {
        this.history.state = state;
        this.entry = String(url);
        this.location.hash = /#.*$/.exec(this.entry)?.[0] ?? '';
      },
    };
  }
}

/** The tabs of one origin, and everything they said. */
export class PretendOrigin {
  readonly said: TabMessage[] = [];
  readonly #tabs = new Set<Set<(message: TabMessage) => void>>();

  open(): TabChannel {
    const mine = new Set<(message: TabMessage) => void>();
    this.#tabs.add(mine);
    return {
      post: (message) => {
        this.said.push(message);
        for (const tab of this.#tabs) if (tab !== mine) for (const listener of [...tab]) listener(message);
      },
      listen(listener) {
        mine.add(listener);
        return () => mine.delete(listener);
      },
      close: () => this.#tabs.delete(mine),
    };
  }

  /** What a hostile script of the origin says. */
  forge(message: TabMessage): void {
    this.open().post(message);
  }
}

export interface PretendOptions {
  readonly client?: MemoryClient;
  readonly hash?: string;
  readonly address?: PretendAddress;
  readonly storage?: TabStorage | null;
  readonly origin?: PretendOrigin;
  readonly fetch?: typeof fetch;
  readonly origins?: readonly string[];
}

export interface PretendPage {
  readonly tab: TabSession;
  readonly client: MemoryClient;
  readonly address: PretendAddress;
  /** Lets so much time pass: timers run when they are due, by the client's clock. */
  elapse(milliseconds: number): Promise<void>;
}

const open: TabSession[] = [];
afterEach(() => {
  for (const tab of open.splice(0)) tab.dispose();
});

export function pretendPage(options: PretendOptions = {}): PretendPage {
  const { client = createMemoryClient({ sessions: 0 }), hash = '', storage = null } = options;
  const { address = new PretendAddress(hash) } = options;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const setTimer: SetTimer = (callback, milliseconds) => {
    const timer = { at: client.now() + milliseconds, callback };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  const tab = createTabSession({
    client,
    storage,
    channel: options.origin?.open() ?? null,
    address,
    setTimer,
    ...(options.fetch && { fetch: options.fetch }),
    ...(options.origins && { origins: options.origins }),
  });
  open.push(tab);
  return {
    tab,
    client,
    address,
    async elapse(milliseconds) {
      const until = client.now() + milliseconds;
      for (;;) {
        await answers();
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        client.clock.set(Math.max(next.at, client.now()));
        next.callback();
      }
      client.clock.set(until);
    },
  };
}

/** Once everything that was already answered has been heard, and what is loaded on demand is there. */
export async function answers(): Promise<void> {
  await import('../../src/client/live-grant.js');
  await new Promise<void>((resolve) => setTimeout(resolve));
}

/** A ticket to act as Dana Fox, as the address carries it. */
export async function ticketFor(client: MemoryClient, durationSeconds = 900): Promise<string> {
  const answer = await client.start({ userId: 'u_42', reason: 'Notes do not show up.', durationSeconds });
  if (answer.kind !== 'ticket') throw new Error('The memory client hands tickets out');
  return answer.ticket;
}

/** A page on which an impersonation has begun. */
export async function impersonating(
  options: PretendOptions & { readonly durationSeconds?: number } = {},
): Promise<PretendPage & { readonly sessionId: string }> {
  const { client = createMemoryClient({ sessions: 0 }), durationSeconds } = options;
  const ticket = await ticketFor(client, durationSeconds);
  const page = pretendPage({ ...options, client, hash: `#ik-ticket=${ticket}` });
  await answers();
  const { state } = page.tab;
  if (state.status !== 'active') throw new Error(`The tab is ${state.status}`);
  return { ...page, sessionId: state.session.sessionId ?? '' };
}
