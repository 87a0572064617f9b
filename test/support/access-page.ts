/**
 * A person's own view over a backend in memory, and what they do with it.
 *
 * @module
 */

import '../../src/elements/account-access-history/define.js';

import { html, nothing } from 'lit';

import type { ImpersonationClient } from '../../src/client/client.js';
import { sampleSession, seedInstant } from '../../src/client/memory-seed.js';
import { createMemoryClient, type MemoryClient, type MemoryClientOptions } from '../../src/client/memory.js';
import type { SessionRecord } from '../../src/core/protocol.js';
import type { AccountAccessHistory } from '../../src/elements/account-access-history/account-access-history.js';
import { fixture } from './fixture.js';
import { byRole, until } from './screen.js';

afterEach(() => {
  Reflect.deleteProperty(document, 'ariaNotify'); // the browser's own stands behind it
});

interface PageOptions extends MemoryClientOptions {
  readonly wrap?: (client: MemoryClient) => ImpersonationClient;
  readonly before?: (client: MemoryClient) => void;
  readonly attributes?: Record<string, string>;
  /** The `:state()` to wait for. */
  readonly until?: string;
}

export async function historyPage({
  wrap,
  before,
  attributes = {},
  until: state = 'ready',
  ...options
}: PageOptions) {
  const client = createMemoryClient(options);
  before?.(client);
  const page = await fixture(html`${nothing}`);
  const history = document.createElement('account-access-history');
  history.timezone = 'utc';
  for (const [name, value] of Object.entries(attributes)) history.setAttribute(name, value);
  history.client = wrap?.(client) ?? client;
  page.append(history);
  await is(history, state);
  const said: string[] = [];
  Object.assign(document, { ariaNotify: (text: string) => said.push(text) });
  const root = history.shadowRoot;
  if (!root) throw new Error('It draws nothing');
  return {
    client,
    page,
    history,
    root,
    /** What was said to screen readers. */
    said,
    /** The entries, as text. */
    entries: () =>
      [...root.querySelectorAll<HTMLElement>('[part~=entry]')].map((one) =>
        one.innerText.replace(/\s+/g, ' ').trim(),
      ),
    press: (name: string | RegExp) => byRole(root.querySelector('dialog') ?? root, 'button', name).click(),
    /** As when the tab comes back into view: it looks for news at once. */
    look: () => document.dispatchEvent(new Event('visibilitychange')),
  };
}

/** Waits until the element is in this `:state()`. */
export const is = (history: AccountAccessHistory, state: string) =>
  until(() => history.matches(`:state(${state})`), `the state ${state}`);

/** Seconds from when the memory client's clock starts. */
export function at(seconds: number): string {
  return new Date(seedInstant + seconds * 1000).toISOString();
}

export function there(overrides: Partial<SessionRecord> = {}): SessionRecord {
  return sampleSession({ id: 'imp_now', ...overrides });
}

export function over(overrides: Partial<SessionRecord> = {}): SessionRecord {
  return sampleSession({
    id: 'imp_over',
    status: 'ended',
    endCause: 'ended',
    createdAt: at(-7205),
    startedAt: at(-7200),
    endedAt: at(-6480),
    ...overrides,
  });
}
