import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';

import { type ClientMethod, type MemoryClient, type MemoryClientOptions } from '../src/client/index.js';
import type { ErrorCode } from '../src/core/errors.js';
import type { SessionRecord } from '../src/core/protocol.js';
import { nth, sampleSession } from '../src/client/memory-seed.js';
import { inTab, memoryTab, type MemoryTab } from './support/memory-tab.js';
import { createStagedClient } from './support/stage.js';

interface Args {
  pageSize: number;
  timezone: string;
}

interface State extends MemoryClientOptions {
  /** A call that keeps failing. */
  readonly fails?: readonly [ClientMethod, ErrorCode];
  /** A call whose answer never comes. */
  readonly holds?: ClientMethod;
  readonly inlineSize?: string;
}

type Story = StoryObj<Args>;

const meta = {
  title: 'Elements/Account access history',
  component: 'account-access-history',
  args: { pageSize: 20, timezone: 'utc' },
  argTypes: { timezone: { control: 'select', options: ['local', 'utc', 'Europe/Berlin', 'Asia/Kolkata'] } },
} satisfies Meta<Args>;

export default meta;

const named = { seeActor: true };
const hour = 3_600_000;

/** Sam is there now. Before that, there were a few. */
export const SomebodyIsThere: Story = drawn({ subject: named, sessions: [now(), ...before()] });

/** The host does not tell names, and lets nobody end anything: as it is by default. */
export const NamesWithheld: Story = drawn({ subject: { end: false }, sessions: [now(), ...before()] });

/** Started, and its tab is not open yet. */
export const SomebodyIsComing: Story = drawn({
  subject: named,
  sessions: [now({ status: 'pending', startedAt: null, createdAt: ago(5_000) }), ...before()],
});

/** With full access. What changed is counted. */
export const FullAccess: Story = drawn({ subject: named, sessions: [now({ mode: 'full' })] });

/** All is over, each in another way. */
export const Over: Story = drawn({ subject: named, sessions: before() });

/** Nobody was there. */
export const Empty: Story = drawn({ sessions: [] });

/** The first answer is slow. */
export const Loading: Story = drawn({ holds: 'listAccess' });

/** The record cannot be read. */
export const Failed: Story = drawn({ fails: ['listAccess', 'unavailable'] });

/** The server cannot be reached. It is tried again by itself. */
export const Offline: Story = drawn({ fails: ['listAccess', 'network'] });

/** The server could be reached a moment ago: what it said then stays, and says how old it is. */
export const OfflineWithList: Story = {
  ...SomebodyIsThere,
  play: async ({ canvasElement }) => {
    const { history, client, root } = await settled(canvasElement);
    client.fail('listAccess', 'network', Infinity);
    await history.refresh();
    await waitFor(() => expect(root.querySelector('[part=error]')).not.toBeNull());
  },
};

/** Nobody is signed in any more. */
export const Forbidden: Story = drawn({ fails: ['listAccess', 'unauthenticated'] });

/** The backend shows no such list. */
export const Unsupported: Story = drawn({ capabilities: { access: false } });

/** In a tab that acts as Dana: what the browser could ask for there would be the admin's, so it does not ask. */
export const WhileImpersonating: StoryObj<Args> = {
  loaders: [() => memoryTab()],
  render: (_args, { loaded }) =>
    inTab((loaded as MemoryTab).tab, html`<account-access-history></account-access-history>`),
};

/** A page at a time. */
export const MorePages: Story = {
  ...drawn({ subject: named, sessions: many(12) }),
  args: { pageSize: 5 },
  play: async ({ canvasElement }) => {
    const { root } = await settled(canvasElement);
    await press(root, '[part=load-more]');
    await waitFor(() => expect(root.querySelectorAll('[part~=entry]').length).toBe(10));
  },
};

/** It asks before it ends anything. */
export const Asking: Story = {
  ...SomebodyIsThere,
  play: async ({ canvasElement }) => {
    const { root } = await settled(canvasElement);
    await press(root, '[part=end-button]');
    await waitFor(() => expect(root.querySelector('dialog')?.open).toBe(true));
  },
};

/** It could not be ended. */
export const EndingFailed: Story = {
  ...drawn({ subject: named, sessions: [now()], fails: ['endAccess', 'unavailable'] }),
  play: async (context) => {
    await Asking.play?.(context);
    const { root } = await settled(context.canvasElement);
    await press(root, '[part=submit-button]');
    await waitFor(() => expect(root.querySelector('dialog [part=error]')).toBeVisible());
  },
};

/** Dana ends it, and the focus stays at what she ended. */
export const Ended: Story = {
  ...SomebodyIsThere,
  play: async (context) => {
    await Asking.play?.(context);
    const { root } = await settled(context.canvasElement);
    await press(root, '[part=submit-button]');
    await waitFor(() => expect(root.activeElement?.textContent).toContain('You ended it'));
    await expect(root.querySelector('dialog')).toBeNull();
  },
};

/** As narrow as a phone. */
export const Narrow: Story = drawn({
  subject: named,
  sessions: [now(), ...before()],
  inlineSize: '18rem',
});

/** On a dark page. */
export const Dark: Story = { ...SomebodyIsThere, globals: { theme: 'dark' } };

/** The look of a host: its tokens, its parts, its own words where there is nothing. */
export const Themed: Story = {
  render: () => html`
    <style>
      .themed {
        --ik-color-impersonating: light-dark(#0f766e, #5eead4);
        --ik-radius: 2px;
      }
      .themed account-access-history::part(entry) {
        border-inline: 0;
      }
    </style>
    <div class="themed">
      <account-access-history
        timezone="utc"
        .client=${createStagedClient({ subject: named, sessions: [now(), ...before()] })}
      ></account-access-history>
      <account-access-history .client=${createStagedClient({ sessions: [] })}>
        <p slot="empty">All quiet: nobody from Fieldnotes was in your account.</p>
      </account-access-history>
    </div>
  `,
};

function drawn({ fails, holds, inlineSize, ...options }: State = {}): Story {
  return {
    render: ({ pageSize, timezone }) => {
      const client = createStagedClient(options);
      if (fails) client.fail(...fails, Infinity);
      if (holds) client.hold(holds);
      return html`<div style=${inlineSize ? `inline-size: ${inlineSize}` : nothing}>
        <account-access-history
          page-size=${pageSize}
          timezone=${timezone}
          .client=${client}
        ></account-access-history>
      </div>`;
    },
  };
}

function ago(milliseconds: number): string {
  return new Date(Date.UTC(2026, 10, 20, 9, 30) - milliseconds).toISOString();
}

function now(overrides: Partial<SessionRecord> = {}): SessionRecord {
  return sampleSession({ id: 'imp_now', ...overrides });
}

function before(): SessionRecord[] {
  const priya = { id: 'u_2', name: 'Priya Raman', email: null };
  const over = (id: string, start: number, seconds: number, rest: Partial<SessionRecord>) =>
    sampleSession({
      id,
      status: 'ended',
      createdAt: ago(start + 4000),
      startedAt: ago(start),
      endedAt: ago(start - seconds * 1000),
      endCause: 'ended',
      ...rest,
    });
  return [
    over('imp_a', 26 * hour, 720, { mode: 'full', reason: 'Asked on the phone to correct a title.' }),
    over('imp_b', 80 * hour, 900, { actor: priya, endCause: 'expired', category: null, caseNumber: null }),
    over('imp_c', 200 * hour, 95, { endCause: 'revoked-by-subject' }),
    over('imp_d', 500 * hour, 30, { actor: priya, startedAt: null, endCause: 'never-redeemed' }),
  ];
}

function many(count: number): SessionRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    ...nth(before().slice(0, 3), index),
    id: `imp_${String(index)}`,
    createdAt: ago((index + 1) * 30 * hour + 4000),
    startedAt: ago((index + 1) * 30 * hour),
    endedAt: ago((index + 1) * 30 * hour - 600_000),
  }));
}

async function settled(canvas: HTMLElement) {
  const history = canvas.querySelector('account-access-history');
  if (!history?.shadowRoot) throw new Error('There is no list.');
  await waitFor(() => expect(history.matches(':state(ready)')).toBe(true));
  return { history, client: history.client as MemoryClient, root: history.shadowRoot };
}

async function press(root: ShadowRoot, selector: string): Promise<void> {
  const button = root.querySelector(selector);
  if (!button) throw new Error(`There is no ${selector}.`);
  await userEvent.click(button);
}
