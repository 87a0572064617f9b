/**
 * A user search over a directory in memory, and what a person does with it.
 *
 * @module
 */

import '../../src/elements/impersonation-user-search/define.js';

import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';

import type { ImpersonationClient } from '../../src/client/client.js';
import { createMemoryClient, type MemoryClient, type MemoryClientOptions } from '../../src/client/memory.js';
import type { UserQuery } from '../../src/core/protocol.js';
import type { ImpersonationUserSearch } from '../../src/elements/impersonation-user-search/impersonation-user-search.js';
import { fixture } from './fixture.js';
import { allByRole, byRole, nameOf, until } from './screen.js';
import { typeText } from './typing.js';

interface SearchPageOptions extends MemoryClientOptions {
  readonly attributes?: Record<string, string>;
  /** Done to the client before the element has it. */
  readonly before?: (client: MemoryClient) => void;
  /** Changes the client before the element has it. */
  readonly wrap?: (client: MemoryClient) => ImpersonationClient;
  /** What stands around the element. */
  readonly around?: (search: HTMLElement) => TemplateResult;
}

afterEach(() => {
  sessionStorage.clear();
  Reflect.deleteProperty(document, 'ariaNotify'); // the browser's own stands behind it
});

export async function searchPage(options: SearchPageOptions = {}) {
  const client = createMemoryClient({ sessions: [], ...options });
  options.before?.(client);
  const search = document.createElement('impersonation-user-search');
  for (const [name, value] of Object.entries({ debounce: '20', ...options.attributes })) {
    search.setAttribute(name, value);
  }
  search.client = options.wrap?.(client) ?? client;
  const page = await fixture(options.around?.(search) ?? html`${search}`);
  await search.updateComplete;

  const said: string[] = [];
  Object.assign(document, { ariaNotify: (text: string) => said.push(text) });
  const root = search.shadowRoot;
  if (!root) throw new Error('The search has no shadow root');
  const field = () => byRole<HTMLInputElement>(root, 'combobox', /./);
  return {
    client,
    page,
    search,
    /** What was said to screen readers. */
    said,
    /** What the element draws. */
    root,
    field,
    /** The questions so far. */
    queries: () =>
      client.calls.filter(({ method }) => method === 'searchUsers').map(({ args }) => args[0] as UserQuery),
    /** The people in the list, as they are called to somebody who does not see it. */
    people: () => allByRole(root, 'option').map(nameOf),
    /** The person whom Enter would choose. */
    active() {
      const id = field().getAttribute('aria-activedescendant');
      return id === null ? null : nameOf(root.getElementById(id) ?? field());
    },
    /** At once, as a paste does: how fast a machine types is no part of a test. */
    async type(text: string) {
      await search.updateComplete;
      const input = field();
      input.focus();
      input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
      input.dispatchEvent(new InputEvent('input', { data: text, bubbles: true, composed: true }));
      await search.updateComplete;
    },
    /** Key by key. */
    async typeKeys(text: string) {
      field().focus();
      await typeText(text);
    },
    async press(...keys: string[]) {
      for (const key of keys) {
        await pressKeys(key);
        await search.updateComplete;
      }
    },
  };
}

/** One key, or several at once: `Control+Home`. */
export async function pressKeys(keys: string): Promise<void> {
  const held = keys.split('+');
  const last = held.pop() ?? '';
  for (const key of held) await sendKeys({ down: key });
  await sendKeys({ press: last });
  for (const key of held) await sendKeys({ up: key });
}

/** Waits until the element is in this `:state()`. */
export const is = (search: ImpersonationUserSearch, state: string) =>
  until(() => search.matches(`:state(${state})`), `the state ${state}`);

/** `u_100`, `u_101`, …: Person 100, Person 101, … */
export const manyUsers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `u_${String(100 + index)}`,
    name: `Person ${String(100 + index)}`,
    email: `p${String(100 + index)}@many.example`,
  }));
