import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';

import type { ClientMethod, MemoryClient, MemoryClientOptions } from '../src/client/index.js';
import { sampleSession, seedInstant } from '../src/client/memory-seed.js';
import type { ErrorCode } from '../src/core/errors.js';
import type { EndCause, SessionRecord, SessionSort, Status } from '../src/core/protocol.js';
import type { SavedView, ViewStore } from '../src/elements/session-audit-table/saved-view.js';
import type { SessionSource } from '../src/elements/session-audit-table/session-source.js';
import { createStagedClient } from './support/stage.js';

interface Args {
  caption: string;
  query: string;
  actor: string;
  subject: string;
  status: Status | '';
  endCause: EndCause | '';
  period: '24h' | '7d' | '30d' | 'all' | 'custom';
  sort: SessionSort;
  pageSize: number;
  timezone: string;
  live: boolean;
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
  title: 'Elements/Session audit table',
  component: 'session-audit-table',
  args: {
    caption: '',
    query: '',
    actor: '',
    subject: '',
    status: '',
    endCause: '',
    period: '30d',
    sort: '-createdAt',
    pageSize: 50,
    timezone: 'utc',
    live: false,
  },
  argTypes: {
    status: { control: 'select', options: ['', 'pending', 'active', 'ended'] },
    endCause: { control: 'select', options: ['', 'ended', 'expired', 'idle', 'revoked', 'never-redeemed'] },
    period: { control: 'select', options: ['24h', '7d', '30d', 'all', 'custom'] },
    sort: {
      control: 'select',
      options: ['-createdAt', 'createdAt', '-actor', 'actor', '-subject', 'subject'],
    },
    timezone: { control: 'select', options: ['local', 'utc', 'Europe/Berlin', 'Asia/Kolkata'] },
  },
} satisfies Meta<Args>;

export default meta;

/** A month of impersonations. Two go on: their time runs, and they can be revoked. */
export const Loaded: Story = drawn();

/** What is asked for first, by attributes. */
export const Filtered: Story = {
  ...drawn(),
  args: { query: 'umlaut actor:sam,priya -mode:full', status: 'ended', period: 'all' },
};

/** A part of the question is not understood: it says so, offers what may be meant, and asks the rest. */
export const Misspelled: Story = { ...drawn(), args: { query: 'umlaut actr:sam cause:revokd' } };

/** The question itself says when, by the days of the zone. */
export const TimeTyped: Story = {
  ...drawn(),
  args: { query: 'time>=2026-11-10 time<2026-11-18', timezone: 'Asia/Tokyo' },
};

/** A filter is put together by choosing. */
export const AddingFilter: Story = {
  ...drawn(),
  args: { pageSize: 10 },
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    await press(root, '[part=add-filter-button]');
    await waitFor(() => expect(root.querySelector('[part=panel]')).not.toBeNull());
  },
};

/** What can be exported. */
export const Exporting: Story = {
  ...drawn({ sessions: 2000 }),
  args: { pageSize: 10, period: 'all' },
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    await press(root, '[part=export-button]');
    await waitFor(() => expect(root.querySelectorAll('[part=format-button]').length).toBe(3));
  },
};

/** An export is on its way, and can be canceled. */
export const ExportOnItsWay: Story = {
  ...drawn({ holds: 'export' }),
  args: { pageSize: 10 },
  play: async (context) => {
    await Exporting.play?.(context);
    const { root, table } = await settledTable(context.canvasElement);
    await press(root, '[part=format-button]');
    await waitFor(() => expect(table.matches(':state(exporting)')).toBe(true));
  },
};

/** The file could not be made; nothing was saved. */
export const ExportFailed: Story = {
  ...drawn({ fails: ['export', 'unavailable'] }),
  args: { pageSize: 10 },
  play: async (context) => {
    await Exporting.play?.(context);
    const { root } = await settledTable(context.canvasElement);
    await press(root, '[part=format-button]');
    await waitFor(() => expect(root.querySelector('[part=export-outcome]')).not.toBeNull());
  },
};

/** From a value in an open row to a question about it. */
export const FilteringByValue: Story = {
  ...drawn(),
  args: { pageSize: 10 },
  play: async ({ canvasElement }) => {
    const { table, root } = await settledTable(canvasElement);
    await press(root, '[part=expander]');
    await waitFor(() => expect(root.querySelector('.detail-grid [part=value-button]')).not.toBeNull());
    await press(root, '.detail-grid [part=value-button][aria-label$="Admin"]');
    await waitFor(() => expect(root.querySelector('[part=filter-out]')).not.toBeNull());
    await press(root, '[part=filter-out]');
    await waitFor(() => expect(table.query).toMatch(/^-actor:/));
    await waitFor(() => expect(root.activeElement?.getAttribute('name')).toBe('query'));
  },
};

/** The same from the cell itself: by a pointer, a tap, or F and the arrow keys. */
export const FilteringByCell: Story = {
  ...drawn(),
  args: { pageSize: 10 },
  play: async ({ canvasElement }) => {
    const { table, root } = await settledTable(canvasElement);
    root.querySelector<HTMLElement>('[part~=row]:nth-child(2) [part=expander]')?.focus();
    await userEvent.keyboard('f');
    await waitFor(() => expect(root.activeElement?.matches('.in-started [part=value-button]')).toBe(true));
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(root.querySelector('[part=value-menu]')).not.toBeNull());
    await press(root, '[part=filter-for]');
    await waitFor(() => expect(table.query).toMatch(/^actor:/));
    await waitFor(() => expect(root.activeElement?.getAttribute('name')).toBe('query'));
  },
};

/** What can be done with the values of a cell. */
export const CellMenu: Story = {
  ...drawn(),
  args: { pageSize: 10 },
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    root.querySelector<HTMLElement>('[part~=row]:nth-child(2) [part=expander]')?.focus();
    await userEvent.keyboard('f');
    await waitFor(() => expect(root.activeElement?.matches('[part=value-button]')).toBe(true));
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    await waitFor(() => expect(root.querySelectorAll('[part=value-menu] [part=copy]').length).toBe(3));
  },
};

/** A range of one's own, read by the clock of the zone that it names. */
export const CustomPeriod: Story = { ...drawn(), args: { period: 'custom', timezone: 'Europe/Berlin' } };

/** Nobody had to act as somebody else. */
export const Empty: Story = drawn({ sessions: [] });

/** The filters leave nothing. */
export const FilteredEmpty: Story = { ...drawn(), args: { query: '"nobody ever wrote this"' } };

/** The first answer is slow. */
export const Loading: Story = drawn({ holds: 'list' });

/** The record cannot be read. */
export const Failed: Story = drawn({ fails: ['list', 'unavailable'] });

/** Whoever is signed in may not look. */
export const Forbidden: Story = drawn({ fails: ['list', 'forbidden'] });

/** The server cannot be reached. It is tried again by itself. */
export const Offline: Story = drawn({ fails: ['list', 'network'] });

/** The server could be reached a moment ago: what it said then stays, and says how old it is. */
export const OfflineWithRows: Story = {
  ...drawn(),
  play: async ({ canvasElement }) => {
    const { table, client, root } = await settledTable(canvasElement);
    client.fail('list', 'network', Infinity);
    await table.refresh();
    await waitFor(() => expect(root.querySelector('[part=error]')).not.toBeNull());
  },
};

/** The backend can start impersonations, and keeps no list of them. */
export const Unsupported: Story = drawn({ capabilities: { list: false } });

/** Others were busy meanwhile. Nothing moves until the button is pressed. */
export const NewSessions: Story = {
  ...drawn(),
  args: { live: true },
  play: async ({ canvasElement }) => {
    const { client, root } = await settledTable(canvasElement);
    const [newest] = (await client.list({ limit: 1 })).items as [SessionRecord];
    for (const id of ['imp_new_1', 'imp_new_2', 'imp_new_3']) {
      client.put({ ...newest, id, createdAt: new Date(client.now() - 1000).toISOString() });
    }
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(root.querySelector('[part=fresh-button]')).not.toBeNull());
  },
};

/** Everything that is known of one session, and what happened in it. */
export const OpenRow: Story = {
  ...drawn(),
  args: { pageSize: 10 },
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    await press(root, '[part~=row]:nth-child(2) [part=expander]');
    await waitFor(() => expect(root.querySelectorAll('[part=event]').length).toBeGreaterThan(2));
  },
};

/** What happened could not be loaded. */
export const OpenRowFailed: Story = {
  ...drawn({ fails: ['events', 'unavailable'] }),
  args: { pageSize: 10 },
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    await press(root, '[part=expander]');
    await waitFor(() => expect(root.querySelector('[part=events] [role=alert]')).not.toBeNull());
  },
};

/** Revoking asks for a reason. */
export const Revoking: Story = {
  ...drawn(),
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    await press(root, '[part=revoke-button]');
    await waitFor(() => expect(root.querySelector('dialog')?.open).toBe(true));
  },
};

/** The reason is too short. */
export const RevokingWithoutReason: Story = {
  ...drawn(),
  play: async (context) => {
    await Revoking.play?.(context);
    const { root } = await settledTable(context.canvasElement);
    await press(root, '[part=submit-button]');
    await waitFor(() => expect(root.querySelector('textarea')?.ariaInvalid).toBe('true'));
  },
};

/** Where there is no room for columns, each row is a card. */
export const Narrow: Story = { ...drawn({ inlineSize: '20rem' }), args: { pageSize: 5 } };

/** On a dark page. */
export const Dark: Story = { ...drawn(), globals: { theme: 'dark' } };

/** Two thousand sessions in the record: two hundred on the page, and more on request. */
export const Many: Story = { ...drawn({ sessions: 2000 }), args: { period: 'all', pageSize: 200 } };

/** A million sessions of a source of the host's own. What can be seen is drawn, wherever the scroll bar stands. */
export const Million: Story = {
  render: () => html`
    <session-audit-table
      timezone="utc"
      period="all"
      .client=${createStagedClient({ sessions: [] })}
      .dataSource=${aMillion}
    ></session-audit-table>
  `,
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    const scroller = root.querySelector('[part=scroller]');
    if (!scroller) throw new Error('Nothing scrolls.');
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) / 2;
    const drawn = () =>
      Array.from(root.querySelectorAll<HTMLElement>('[data-session]'), ({ dataset }) =>
        Number(dataset['session']?.slice('imp_'.length)),
      );
    await waitFor(() => expect(drawn().some((number) => Math.abs(number - 500_000) < 100)).toBe(true));
    await expect(root.querySelectorAll('[part~=row]').length).toBeLessThan(60);
  },
};

/** Some of the columns, in another order, one of them wider than usual, and the list to choose them from. */
export const Columns: Story = {
  render: () => html`
    <session-audit-table
      timezone="utc"
      columns="subject:16 actor reason started"
      .client=${createStagedClient()}
    ></session-audit-table>
  `,
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    await press(root, '[part=columns-button]');
    await waitFor(() => expect(root.querySelector('[part=column-menu]:popover-open')).not.toBeNull());
    await waitFor(() => expect(root.querySelector('[data-move="reason -1"]')).not.toBeNull());
    await press(root, '[data-move="reason -1"]');
    await waitFor(() => expect(root.querySelector('th:nth-child(2)')?.textContent).toMatch(/Reason/));
  },
};

/** The views of everybody, and a person's own. */
export const Views: Story = {
  ...viewed(savedViews()),
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    await press(root, '[part=views-button]');
    await waitFor(() => expect(root.querySelectorAll('[part=view]').length).toBe(6));
  },
};

/** A view was chosen, and then something else was asked: it can take that in. */
export const ViewChanged: Story = {
  ...viewed(savedViews()),
  play: async (context) => {
    await Views.play?.(context);
    const { table, root } = await settledTable(context.canvasElement);
    await press(root, 'li:has([part=rename-button]) [part=view]');
    await waitFor(() => expect(table.query).toBe('actor:sam'));
    table.query = 'actor:sam mode:full';
    await press(root, '[part=views-button]');
    await waitFor(() => expect(root.querySelector('[part=update-button]')).not.toBeNull());
  },
};

/** What is shown gets a name, which another view has already. */
export const ViewNameTaken: Story = {
  ...viewed(savedViews()),
  play: async (context) => {
    await Views.play?.(context);
    const { root } = await settledTable(context.canvasElement);
    const field = root.querySelector<HTMLInputElement>('[name=view-name]');
    field?.focus();
    await userEvent.keyboard('sam this month{Enter}');
    await waitFor(() => expect(root.querySelector('[part=replace-button]')).not.toBeNull());
  },
};

/** One was deleted, and can come back. */
export const ViewDeleted: Story = {
  ...viewed(savedViews()),
  play: async (context) => {
    await Views.play?.(context);
    const { root } = await settledTable(context.canvasElement);
    await press(root, '[part=delete-button]');
    await waitFor(() => expect(root.activeElement?.matches('[part=undo-button]')).toBe(true));
  },
};

/** The page's store cannot be reached. */
export const ViewsFailed: Story = {
  ...viewed({ get: () => Promise.reject(new Error('down')), set: () => Promise.reject(new Error('down')) }),
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    await press(root, '[part=views-button]');
    await waitFor(() => expect(root.querySelector('[part=panel] [part=retry-button]')).not.toBeNull());
  },
};

/** Which keys do what in the table. */
export const Keys: Story = {
  ...drawn(),
  play: async ({ canvasElement }) => {
    const { root } = await settledTable(canvasElement);
    root.querySelector<HTMLElement>('[part=scroller]')?.focus();
    await userEvent.keyboard('?');
    await waitFor(() => expect(root.querySelector('dialog')?.open).toBe(true));
  },
};

/** The look of a host: its tokens, its parts. */
export const Themed: Story = {
  ...drawn(),
  render: (args, context) => html`
    <style>
      .themed {
        --ik-color-accent: light-dark(#0f766e, #5eead4);
        --ik-radius: 2px;
        --session-audit-table-max-block-size: 24rem;
      }
      .themed session-audit-table::part(header-cell) {
        text-transform: uppercase;
        letter-spacing: 0.04em;
      }
    </style>
    <div class="themed">${drawn().render?.(args, context)}</div>
  `,
};

const aMillion: SessionSource = {
  open: () => ({
    count: 1_000_000,
    rows: (start, end) =>
      Array.from({ length: end - start }, (_, index) =>
        sampleSession({
          id: `imp_${String(start + index)}`,
          status: 'ended',
          endCause: 'ended',
          createdAt: new Date(seedInstant - (start + index + 60) * 60_000).toISOString(),
          endedAt: new Date(seedInstant - (start + index + 50) * 60_000).toISOString(),
        }),
      ),
  }),
};

/** Views that are kept as long as the story is shown. */
function savedViews(): ViewStore {
  let views: readonly SavedView[] = [
    { name: 'Sam this month', query: 'actor:sam' },
    { name: 'Umlauts', query: 'umlaut', period: 'all', columns: 'reason:24 actor started' },
  ];
  return {
    get: () => views,
    set: (next) => {
      views = next;
    },
  };
}

function viewed(store: ViewStore): Story {
  return {
    render: () => html`
      <session-audit-table
        timezone="utc"
        page-size="10"
        .client=${createStagedClient()}
        .viewStore=${store}
      ></session-audit-table>
    `,
  };
}

function drawn(state: State = {}): Story {
  return { render: (args) => tableIn(args, state) };
}

function tableIn(args: Args, { fails, holds, inlineSize, ...options }: State): TemplateResult {
  const client = createStagedClient(options);
  if (fails) client.fail(...fails, Infinity);
  if (holds) client.hold(holds);
  return html`<div style=${inlineSize ? `inline-size: ${inlineSize}` : nothing}>
    <session-audit-table
      caption=${args.caption}
      query=${args.query}
      actor=${args.actor}
      subject=${args.subject}
      status=${args.status}
      end-cause=${args.endCause}
      period=${args.period}
      sort=${args.sort}
      page-size=${args.pageSize}
      timezone=${args.timezone}
      ?live=${args.live}
      .client=${client}
    ></session-audit-table>
  </div>`;
}

async function settledTable(canvas: HTMLElement) {
  const table = canvas.querySelector('session-audit-table');
  if (!table?.shadowRoot) throw new Error('There is no table.');
  await waitFor(() => expect(table.matches(':state(ready)')).toBe(true));
  return { table, client: table.client as MemoryClient, root: table.shadowRoot };
}

async function press(root: ShadowRoot, selector: string): Promise<void> {
  const button = root.querySelector(selector);
  if (!button) throw new Error(`There is no ${selector}.`);
  await userEvent.click(button);
}
