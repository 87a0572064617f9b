import '../src/define.js';

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';

import { memoryTab, type MemoryTab } from './support/memory-tab.js';
import './support/theme-lab.js';

/** Try colors on, see what they do to legibility, and take them along as CSS or as design tokens. */
const meta = {
  title: 'Theme lab',
  tags: ['!autodocs'],
  loaders: [() => memoryTab()],
  // Two banners on one page are what it is for.
  parameters: { a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } },
  render: (_, { loaded }) => html`<theme-lab .tab=${(loaded as MemoryTab).tab}></theme-lab>`,
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** The kit as it is. */
export const Defaults: Story = {};

/** An accent that nobody can read is called what it is, and goes into the style sheet all the same. */
export const TooPale: Story = {
  // It is the point of this one.
  parameters: { a11y: { test: 'off' } },
  play: async ({ canvasElement }) => {
    const lab = canvasElement.querySelector('theme-lab');
    await lab?.updateComplete;
    const root = lab?.shadowRoot as unknown as HTMLElement;
    const inside = within(root);
    const accent = root.querySelector<HTMLInputElement>('[aria-label="accent, light"]');
    Object.assign(accent ?? {}, { value: '#9ec5ff' });
    accent?.dispatchEvent(new InputEvent('input', { bubbles: true }));

    await waitFor(() => expect(root.querySelector('pre')).toHaveTextContent('#9ec5ff'));
    await expect(inside.getAllByText(/^Too little: 1\.8$/)).toHaveLength(2);
    await userEvent.click(inside.getByRole('button', { name: 'Start again' }));
    await waitFor(() => expect(inside.queryByText(/^Too little/)).toBeNull());
  },
};
