import '../src/elements/impersonation-guard/define.js';

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';

import type { Mode } from '../src/core/protocol.js';
import { inTab, memoryTab, type MemoryTab } from './support/memory-tab.js';

interface Args {
  status: 'active' | 'ended' | 'unknown' | 'none';
  mode: Mode;
  action: string;
  when: 'read-only' | 'impersonating' | 'ended' | 'not-impersonating';
  behavior: 'explain' | 'inert' | 'hide' | 'replace' | 'confirm';
  unknown: 'block' | 'allow';
}

const meta = {
  title: 'Elements/Impersonation guard',
  component: 'impersonation-guard',
  argTypes: {
    status: { control: 'inline-radio', options: ['active', 'ended', 'unknown', 'none'] },
    mode: { control: 'inline-radio', options: ['read-only', 'full'] },
    when: { control: 'inline-radio', options: ['read-only', 'impersonating', 'ended', 'not-impersonating'] },
    behavior: { control: 'inline-radio', options: ['explain', 'inert', 'hide', 'replace', 'confirm'] },
    unknown: { control: 'inline-radio', options: ['block', 'allow'] },
  },
  args: {
    status: 'active',
    mode: 'read-only',
    action: 'billing.update',
    when: 'read-only',
    behavior: 'explain',
    unknown: 'block',
  },
  loaders: [({ args: { status, mode } }) => memoryTab({ status, mode })],
  render: (args, { loaded }) => inTab((loaded as MemoryTab).tab, guarded(args)),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

/** Press the button: it stays in sight, and says why it does nothing. */
export const ReadOnly: Story = {};

/** The note, open. */
export const Explained: Story = { play: press };

/** With full access, what changes things is let through. */
export const FullAccess: Story = { args: { mode: 'full' } };

/** Some things are for the person alone, whatever the access. */
export const ForThePersonAlone: Story = { args: { mode: 'full', when: 'impersonating' } };

/** Not known yet is held, too. */
export const Unknown: Story = { args: { status: 'unknown' } };

/** Over is held, too. */
export const Ended: Story = { args: { status: 'ended' } };

/** Nobody is impersonated: the guard does nothing at all. */
export const Nobody: Story = { args: { status: 'none' } };

/** Taken off the page, for everybody. */
export const Hidden: Story = { args: { behavior: 'hide' } };

/** Out of reach, with the reason beside it. */
export const Inert: Story = { args: { behavior: 'inert' } };

/** Something else in its place. */
export const Replaced: Story = { args: { behavior: 'replace' } };

/** For admins only, and only while they act as somebody. */
export const NotImpersonating: Story = { args: { status: 'none', when: 'not-impersonating' }, play: press };

/** Not known yet, and the page says that this does no harm. */
export const UnknownAllowed: Story = { args: { status: 'unknown', unknown: 'allow' } };

/** With full access, one thing at a time, for a reason. */
export const Confirm: Story = {
  args: { mode: 'full', when: 'impersonating', behavior: 'confirm' },
  play: async (context) => {
    await press(context);
    await insideOf(context.canvasElement).findByRole('dialog');
  },
};

/** The reason is too short to say anything. */
export const ConfirmTooShort: Story = {
  ...Confirm,
  play: async (context) => {
    await press(context);
    const inside = insideOf(context.canvasElement);
    await userEvent.type(await inside.findByRole('textbox'), 'ok');
    await userEvent.click(inside.getByRole('button', { name: 'Do it' }));
    await inside.findByRole('alert');
  },
};

/** Confirmed: it is done once, and the page hears why. */
export const Confirmed: Story = {
  ...Confirm,
  play: async (context) => {
    let heard = '';
    context.canvasElement.addEventListener('impersonation-allowed', ({ reason }) => (heard = reason));
    await press(context);
    const inside = insideOf(context.canvasElement);
    await userEvent.type(await inside.findByRole('textbox'), 'She asked me to on the phone');
    await userEvent.click(inside.getByRole('button', { name: 'Do it' }));
    await waitFor(() => expect(heard).toBe('She asked me to on the phone'));
  },
};

/** A whole form: each field stays readable and focusable, and changes nothing. */
export const Form: Story = {
  render: ({ action, when, behavior }, { loaded }) =>
    inTab(
      (loaded as MemoryTab).tab,
      html`
        <impersonation-guard .action=${action} .when=${when} .behavior=${behavior}>
          <form>
            <p>
              <label>Name <input value="Dana Fox" /></label>
            </p>
            <p>
              <label
                >Plan
                <select>
                  <option>Team</option>
                  <option>Business</option>
                </select></label
              >
            </p>
            <p>
              <label><input type="checkbox" checked /> Send invoices by e-mail</label>
            </p>
            <p>
              <label>Seats <input type="range" min="1" max="50" value="12" /></label>
            </p>
            <p><button>Save</button> <a href="#export">Export</a></p>
          </form>
        </impersonation-guard>
      `,
    ),
};

/** In words of the host, with a way on. */
export const OwnWords: Story = {
  render: (args, { loaded }) =>
    inTab(
      (loaded as MemoryTab).tab,
      html`
        <impersonation-guard .action=${args.action} .when=${args.when} .behavior=${args.behavior}>
          <button>Refund</button>
          <span slot="note">Refunds are for Billing: <a href="#billing">ask them</a>.</span>
        </impersonation-guard>
      `,
    ),
  play: press,
};

const guarded = ({ action, when, behavior, unknown }: Args) => html`
  <p>Card ending in 4242, expires 10/27</p>
  <impersonation-guard .action=${action} .when=${when} .behavior=${behavior} .unknown=${unknown}>
    <button>Change card</button>
    ${behavior === 'replace' ? html`<a slot="fallback" href="#billing">Ask Billing to change the card</a>` : nothing}
  </impersonation-guard>
`;

async function press({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  await canvasElement.querySelector('impersonation-guard')?.updateComplete;
  canvasElement.querySelector('button')?.click();
}

/** What is inside the element, as Testing Library wants it. */
const insideOf = (canvas: HTMLElement) =>
  within(canvas.querySelector('impersonation-guard')?.shadowRoot as unknown as HTMLElement);
