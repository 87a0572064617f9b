import '../src/define.js';

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';

import type { ImpersonationProvider } from '../src/elements/impersonation-provider/impersonation-provider.js';
import { memoryTab, type MemoryTab } from './support/memory-tab.js';

const meta = {
  title: 'Elements/Impersonation provider',
  component: 'impersonation-provider',
  // What a story shows is the tab it loaded; there is nothing to turn.
  parameters: { controls: { disable: true } },
  render: (_, { loaded }) => {
    const { tab } = loaded as MemoryTab;
    return html`
      <impersonation-provider .tab=${tab}>
        <impersonation-banner></impersonation-banner>
        <p>The page, as the person signed in here sees it.</p>
        <impersonation-guard action="account.delete" when="impersonating">
          <button type="button">Delete account</button>
        </impersonation-guard>
      </impersonation-provider>
    `;
  },
} satisfies Meta;

export default meta;
type Story = StoryObj;

const shows =
  (status: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const provider = canvasElement.querySelector<ImpersonationProvider>('impersonation-provider');
    await waitFor(() => expect(provider?.state.status).toBe(status));
  };

/** The banner and the guard inside know what the tab knows. Extend, switch and end: the backend is in memory. */
export const Impersonating: Story = { loaders: [() => memoryTab()], play: shows('active') };

/** Nobody is impersonated: the page is just itself. */
export const Nobody: Story = { loaders: [() => memoryTab({ status: 'none' })], play: shows('none') };

/** A ticket is being redeemed: unknown is not none, and what is guarded stays guarded. */
export const Unknown: Story = { loaders: [() => memoryTab({ status: 'unknown' })], play: shows('unknown') };

/** It was ended, here or elsewhere: this tab is nobody. */
export const Ended: Story = { loaders: [() => memoryTab({ status: 'ended' })], play: shows('ended') };
