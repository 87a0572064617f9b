import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';

import type { ClientMethod, MemoryClient, MemoryClientOptions } from '../src/client/index.js';
import type { ErrorCode } from '../src/core/errors.js';
import type { EndCause, Status } from '../src/core/protocol.js';
import { busyMonth } from './support/busy-month.js';
import { createStagedClient } from './support/stage.js';

interface Args {
  caption: string;
  query: string;
  actor: string;
  subject: string;
  status: Status | '';
  endCause: EndCause | '';
  period: '24h' | '7d' | '30d' | 'all' | 'custom';
  bucket: 'auto' | 'hour' | 'day' | 'week';
  timezone: string;
  asTable: boolean;
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
  title: 'Elements/Session activity chart',
  component: 'session-activity-chart',
  args: {
    caption: '',
    query: '',
    actor: '',
    subject: '',
    status: '',
    endCause: '',
    period: '30d',
    bucket: 'auto',
    timezone: 'utc',
    asTable: false,
  },
  argTypes: {
    status: { control: 'select', options: ['', 'pending', 'active', 'ended'] },
    endCause: { control: 'select', options: ['', 'ended', 'expired', 'idle', 'revoked', 'never-redeemed'] },
    period: { control: 'select', options: ['24h', '7d', '30d', 'all', 'custom'] },
    bucket: { control: 'select', options: ['auto', 'hour', 'day', 'week'] },
    timezone: { control: 'select', options: ['local', 'utc', 'Europe/Berlin', 'Asia/Kolkata'] },
  },
} satisfies Meta<Args>;

export default meta;

/** A month of impersonations, by the day. */
export const Loaded: Story = drawn();

/** A week, by the hour. */
export const ByTheHour: Story = { ...drawn({ sessions: busyMonth(6000) }), args: { period: '7d' } };

/** As the filters of a table narrow it down. */
export const Filtered: Story = { ...drawn(), args: { query: 'umlaut' } };

/** A part of the time is picked. */
export const Picked: Story = {
  ...drawn(),
  play: async ({ canvasElement }) => {
    const { chart } = await settledChart(canvasElement);
    chart.selection = { from: '2026-11-04T00:00:00Z', to: '2026-11-11T00:00:00Z' };
  },
};

/** The same as numbers. */
export const AsTable: Story = { ...drawn(), args: { asTable: true } };

/** Nobody had to act as somebody else. */
export const Empty: Story = drawn({ sessions: [] });

/** The filters leave nothing. */
export const FilteredEmpty: Story = { ...drawn(), args: { query: 'nobody ever wrote this' } };

/** The first answer is slow. */
export const Loading: Story = drawn({ holds: 'activity' });

/** The record cannot be read. */
export const Failed: Story = drawn({ fails: ['activity', 'unavailable'] });

/** Whoever is signed in may not look. */
export const Forbidden: Story = drawn({ fails: ['activity', 'forbidden'] });

/** The server cannot be reached. It is tried again by itself. */
export const Offline: Story = drawn({ fails: ['activity', 'network'] });

/** The server could be reached a moment ago: what it said then stays, and says how old it is. */
export const OfflineWithBars: Story = {
  ...drawn(),
  play: async ({ canvasElement }) => {
    const { chart, client, root } = await settledChart(canvasElement);
    client.fail('activity', 'network', Infinity);
    await chart.refresh();
    await waitFor(() => expect(root.querySelector('[part=error]')).not.toBeNull());
  },
};

/** The backend lists sessions, and does not count them. */
export const Unsupported: Story = drawn({ capabilities: { activity: false } });

/** Where there is little room. */
export const Narrow: Story = { ...Picked, ...drawn({ inlineSize: '20rem' }) };

/** On a dark page. */
export const Dark: Story = { ...Picked, globals: { theme: 'dark' } };

/** Time runs the way one reads. */
export const RightToLeft: Story = {
  ...Picked,
  render: (args, context) => html`<div dir="rtl" lang="ar">${drawn().render?.(args, context)}</div>`,
};

/** The look of a host: its tokens, its parts. */
export const Themed: Story = {
  ...Picked,
  render: (args, context) => html`
    <style>
      .themed {
        --ik-color-accent: light-dark(#0f766e, #5eead4);
        --ik-radius: 2px;
        --session-activity-chart-block-size: 5rem;
        --session-activity-chart-blocked: light-dark(#b45309, #fbbf24);
      }
    </style>
    <div class="themed">${drawn().render?.(args, context)}</div>
  `,
};

/** Beside a table: it counts what is asked there, and what is picked is the table's time. Escape shows all of it again. */
export const WithTable: Story = {
  render: (args) => {
    const client = createStagedClient({ sessions: busyMonth() });
    return html`<div style="display: grid; gap: 2rem">
      <session-activity-chart for="record" caption=${args.caption} .client=${client}></session-activity-chart>
      <session-audit-table id="record" timezone="utc" page-size="10" .client=${client}></session-audit-table>
    </div>`;
  },
  play: async ({ canvasElement }) => {
    const { chart, root } = await settledChart(canvasElement);
    const table = canvasElement.querySelector('session-audit-table');
    if (!table) throw new Error('There is no table.');
    const whole = root.querySelector('[part=summary]')?.textContent;
    table.query = '-mode:full';
    await waitFor(() => expect(chart.query).toBe('-mode:full'));
    await waitFor(() => expect(root.querySelector('[part=summary]')?.textContent).not.toBe(whole));
    const slider = root.querySelector<HTMLInputElement>('[name=first]');
    if (!slider) throw new Error('There is nothing to pick with.');
    slider.focus();
    slider.value = '20';
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(table.from).toBe(chart.selection?.from));
    await waitFor(() => expect(root.querySelector('[part=clear-button]')).not.toBeNull());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(table.period).toBe('30d'));
    await expect(chart.selection).toBeNull();
  },
};

function drawn(state: State = {}): Story {
  return {
    render: (args) => {
      const { fails, holds, inlineSize, ...options } = state;
      const client = createStagedClient({ sessions: busyMonth(), ...options });
      if (fails) client.fail(...fails, Infinity);
      if (holds) client.hold(holds);
      return html`<div style=${inlineSize ? `inline-size: ${inlineSize}` : nothing}>
        ${chartOf(args, client)}
      </div>`;
    },
  };
}

function chartOf(args: Args, client: MemoryClient): TemplateResult {
  return html`<session-activity-chart
    caption=${args.caption}
    query=${args.query}
    actor=${args.actor}
    subject=${args.subject}
    status=${args.status}
    end-cause=${args.endCause}
    period=${args.period}
    bucket=${args.bucket}
    timezone=${args.timezone}
    ?as-table=${args.asTable}
    .client=${client}
  ></session-activity-chart>`;
}

async function settledChart(canvas: HTMLElement) {
  const chart = canvas.querySelector('session-activity-chart');
  if (!chart?.shadowRoot) throw new Error('There is no chart.');
  await waitFor(() => expect(chart.matches(':state(ready)')).toBe(true));
  return { chart, client: chart.client as MemoryClient, root: chart.shadowRoot };
}
