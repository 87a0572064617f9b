/**
 * An audit table over a backend in memory, and what a person does with it.
 *
 * @module
 */

import '../../src/elements/session-audit-table/define.js';

import { html, nothing } from 'lit';

import type { ImpersonationClient } from '../../src/client/client.js';
import type { ClientMethod } from '../../src/client/memory-controls.js';
import { sampleSession, seedInstant } from '../../src/client/memory-seed.js';
import { createMemoryClient, type MemoryClient, type MemoryClientOptions } from '../../src/client/memory.js';
import type { SessionQuery, SessionRecord } from '../../src/core/protocol.js';
import type { SessionAuditTable } from '../../src/elements/session-audit-table/session-audit-table.js';
import { fixture } from './fixture.js';
import { allByRole, byRole, until } from './screen.js';

interface AuditPageOptions extends MemoryClientOptions {
  /** Changes the client before the table has it. */
  readonly wrap?: (client: MemoryClient) => ImpersonationClient;
  /** Done to the client before the table is there. */
  readonly before?: (client: MemoryClient) => void;
  readonly attributes?: Record<string, string>;
  /** The `:state()` to wait for. */
  readonly until?: string;
}

afterEach(() => {
  Reflect.deleteProperty(document, 'ariaNotify'); // the browser's own stands behind it
});

export type AuditPage = Awaited<ReturnType<typeof auditPage>>;

export async function auditPage(options: AuditPageOptions = {}) {
  const client = createMemoryClient({ sessions: 12, ...options });
  options.before?.(client);
  const page = await fixture(html`${nothing}`);
  const table = document.createElement('session-audit-table');
  table.timezone = 'utc';
  for (const [name, value] of Object.entries(options.attributes ?? {})) table.setAttribute(name, value);
  table.client = options.wrap?.(client) ?? client;
  page.append(table);
  await is(table, options.until ?? 'ready');

  const said: string[] = [];
  Object.assign(document, { ariaNotify: (text: string) => said.push(text) });
  const root = table.shadowRoot;
  if (!root) throw new Error('The table has no shadow root');
  const asked = (method: ClientMethod) => client.calls.filter((call) => call.method === method);
  return {
    client,
    page,
    table,
    /** What was said to screen readers. */
    said,
    /** What the table draws. */
    root,
    /** The questions so far. */
    queries: () => asked('list').map(({ args }) => args[0] as SessionQuery),
    asked,
    /** The rows of sessions, as text. */
    rows: () => [...root.querySelectorAll<HTMLElement>('[part~=row]')].map((row) => fold(row.innerText)),
    press: (name: string | RegExp) => byRole(root, 'button', name).click(),
    type(name: string, text: string) {
      const field = fieldOf(root, name);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    choose(name: string, option: string) {
      const select = byRole<HTMLSelectElement>(root, 'combobox', name);
      const found = [...select.options].find(({ text }) => text.trim() === option);
      if (!found) throw new Error(`No option "${option}"`);
      select.value = found.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    /** As when the tab comes back into view: the table looks for news at once. */
    comeBack: () => document.dispatchEvent(new Event('visibilitychange')),
  };
}

/** Text with its white space folded. */
const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Waits until the element is in this `:state()`. */
export const is = (table: SessionAuditTable, state: string) =>
  until(() => table.matches(`:state(${state})`), `the state ${state}`);

function fieldOf(root: ShadowRoot, name: string): HTMLInputElement {
  for (const role of ['textbox', 'searchbox']) {
    const found = allByRole<HTMLInputElement>(root, role).find(
      (field) => field.labels?.[0]?.innerText.trim() === name,
    );
    if (found) return found;
  }
  throw new Error(`No field "${name}"`);
}

/** Sessions that are over, newest first: `imp_0`, `imp_1`, … a minute apart. */
export function pastSessions(count: number): SessionRecord[] {
  return Array.from({ length: count }, (_, index) =>
    sampleSession({
      id: `imp_${String(index)}`,
      reason: `Reason number ${String(index)}`,
      status: 'ended',
      endCause: 'ended',
      createdAt: at(-60 * (index + 60)),
      endedAt: at(-60 * (index + 50)),
    }),
  );
}

/** Seconds from when the memory client's clock starts. */
export const at = (seconds: number) => new Date(seedInstant + seconds * 1000).toISOString();
