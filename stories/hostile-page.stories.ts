import '../src/define.js';

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';

import { hostilePages } from '../test/support/hostile-pages.js';
import { memoryTab, type MemoryTab } from './support/memory-tab.js';
import { createStagedClient } from './support/stage.js';

type Page = keyof typeof hostilePages;
const pages = Object.keys(hostilePages) as Page[];

/** Every element on a page whose style sheet is meant for everything: resets, old frameworks, rules with `!important`. */
const meta = {
  title: 'Hostile page',
  tags: ['!autodocs'],
  argTypes: { page: { control: 'select', options: pages } },
  args: { page: 'colors, sizes and spaces everything' },
  loaders: [() => memoryTab()],
  render: ({ page }, { loaded }) => {
    const { tab } = loaded as MemoryTab;
    const client = createStagedClient({ sessions: 12 });
    return html`
      <style>
        .hostile { ${hostilePages[page]} }
      </style>
      <div class="hostile">
        <impersonation-provider .tab=${tab}>
          <impersonation-banner></impersonation-banner>
        </impersonation-provider>
        <impersonate-button .client=${client} user-id="u_42" user-name="Dana Fox"></impersonate-button>
        <impersonation-user-search .client=${client}></impersonation-user-search>
        <session-activity-chart .client=${client}></session-activity-chart>
        <session-audit-table .client=${client} period="all"></session-audit-table>
        <account-access-history .client=${client}></account-access-history>
      </div>
    `;
  },
} satisfies Meta<{ page: Page }>;

export default meta;
type Story = StoryObj<{ page: Page }>;

/** It colors, sizes and spaces everything; what it owns itself is past saving. */
export const Colors: Story = {};

/** It takes every style away from everything. */
export const Nothing: Story = { args: { page: 'takes every style away' } };

/** The dialog can be filled in all the same. */
export const Works: Story = {
  play: async ({ canvasElement }) => {
    const button = canvasElement.querySelector('impersonate-button');
    await button?.updateComplete;
    const inside = within(button?.shadowRoot as unknown as HTMLElement);
    await userEvent.click(inside.getByRole('button', { name: /^Impersonate/ }));
    await waitFor(() => expect(inside.getByRole('dialog')).toBeVisible());
    await userEvent.type(
      await inside.findByRole('textbox', { name: /reason/i }),
      'The invoice does not open',
    );
    await expect(inside.getByRole('textbox', { name: /reason/i })).toHaveValue('The invoice does not open');
  },
};
