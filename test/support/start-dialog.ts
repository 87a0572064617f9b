/**
 * A page with one `<impersonate-button>` for Dana Fox, and what an admin does with its dialog.
 *
 * @module
 */

import '../../src/elements/impersonate-button/define.js';

import { html, type TemplateResult } from 'lit';

import { createMemoryClient, type MemoryClient, type MemoryClientOptions } from '../../src/client/memory.js';
import type { ImpersonateButton } from '../../src/elements/impersonate-button/impersonate-button.js';
import type { Tabs } from '../../src/elements/impersonate-button/tabs.js';
import { fixture } from './fixture.js';
import { allByRole, byRole, hasRole, until } from './screen.js';

export const goodReason = 'Export stops at page three';

/** Where the page was asked to go, in place of the browser's tabs. */
export interface FakeTabs extends Tabs {
  readonly opened: string[];
  readonly wentTo: string[];
}

export interface StartPage {
  readonly page: HTMLElement;
  readonly element: ImpersonateButton;
  readonly client: MemoryClient;
  readonly tabs: FakeTabs;
  /** Every event of the button that reached the page, by its type. */
  readonly heard: Event[];
  press(): void;
  /** Presses, and waits for the form. */
  open(): Promise<void>;
  type(field: RegExp, text: string): void;
  choose(name: RegExp): void;
  submit(): void;
  /** The calls of `start` so far: what the backend was asked for. */
  asked(): unknown[];
}

export async function startPage(
  options: MemoryClientOptions & {
    content?: (client: MemoryClient, tabs: Tabs) => TemplateResult;
    patience?: number;
    lingering?: number;
  } = {},
): Promise<StartPage> {
  const { content = danasButton, patience = 10, lingering = 10, ...rest } = options;
  const client = createMemoryClient({ sessions: [], ...rest });
  const tabs = fakeTabs({ patience, lingering });
  const page = await fixture(content(client, tabs));
  const element = page.querySelector('impersonate-button')!;
  const heard: Event[] = [];
  for (const type of ['impersonation-start', 'impersonation-started', 'impersonation-failed'] as const)
    page.addEventListener(type, (event) => heard.push(event));

  const form = () => byRole(page, 'dialog', /^Impersonate/);
  return {
    page,
    element,
    client,
    tabs,
    heard,
    press: () => element.click(),
    async open() {
      element.click();
      await until(() => hasRole(page, 'textbox', /^Reason/), 'the form');
    },
    type(field, text) {
      const input = byRole<HTMLTextAreaElement | HTMLInputElement>(form(), 'textbox', field);
      input.focus();
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    choose: (name) => byRole(form(), 'radio', name).click(),
    submit: () => byRole(form(), 'button', /^Start(ing…| \S+ session)$/).click(),
    asked: () => client.calls.filter(({ method }) => method === 'start').map(({ args }) => args[0]),
  };
}

/** Whether a dialog is open. */
export const isOpen = (page: ParentNode) => allByRole(page, 'dialog').length > 0;

const danasButton = (client: MemoryClient, tabs: Tabs) => html`
  <impersonate-button
    .client=${client}
    .tabs=${tabs}
    user-id="u_42"
    user-name="Dana Fox"
    user-email="dana.fox@northwind.example"
  ></impersonate-button>
`;

function fakeTabs({ patience, lingering }: { patience: number; lingering: number }): FakeTabs {
  const opened: string[] = [];
  const wentTo: string[] = [];
  return {
    opened,
    wentTo,
    open: (url) => void opened.push(url),
    goTo: (url) => void wentTo.push(url),
    patience,
    lingering,
  };
}
