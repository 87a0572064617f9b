import '../src/elements/impersonation-banner/define.js';

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { endCauses, type EndCause, type Mode, type SessionRecord } from '../src/core/protocol.js';
import { inTab, memoryTab, type MemoryTab } from './support/memory-tab.js';

interface Args {
  status: 'active' | 'ended' | 'unknown' | 'none';
  mode: Mode;
  minutesLeft: number;
  idleMinutesLeft: number | null;
  online: boolean;
  extensionsLeft: number;
  endCause: EndCause;
  subjectName: string;
  subjectEmail: string;
  actorName: string;
  caseNumber: string;
  failing: boolean;
  placement: 'top' | 'bottom';
  layout: 'sticky' | 'flow' | 'overlay' | 'pill';
  frame: boolean;
  collapsible: boolean;
  collapsed: boolean;
  mark: string;
  returnTo: string;
  theme: 'auto' | 'light' | 'dark';
  shortcut: string;
}

const meta = {
  title: 'Elements/Impersonation banner',
  component: 'impersonation-banner',
  argTypes: {
    status: { control: 'inline-radio', options: ['active', 'ended', 'unknown', 'none'] },
    mode: { control: 'inline-radio', options: ['read-only', 'full'] },
    endCause: { control: 'select', options: endCauses },
    placement: { control: 'inline-radio', options: ['top', 'bottom'] },
    layout: { control: 'inline-radio', options: ['sticky', 'flow', 'overlay', 'pill'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    minutesLeft: { control: { type: 'range', min: 0.2, max: 60, step: 0.1 } },
    idleMinutesLeft: { control: { type: 'number', min: 0.2, max: 60, step: 0.1 } },
    extensionsLeft: { control: { type: 'range', min: 0, max: 3, step: 1 } },
    failing: { description: 'Whether the backend refuses what is asked for' },
  },
  args: {
    status: 'active',
    mode: 'read-only',
    minutesLeft: 12,
    idleMinutesLeft: null,
    online: true,
    extensionsLeft: 2,
    endCause: 'expired',
    subjectName: 'Dana Fox',
    subjectEmail: 'dana@acme.test',
    actorName: 'Sam Lee',
    caseNumber: 'SUP-482',
    failing: false,
    placement: 'top',
    layout: 'sticky',
    frame: false,
    collapsible: false,
    collapsed: false,
    mark: 'print',
    returnTo: '',
    theme: 'auto',
    shortcut: 'Alt+Shift+E',
  },
  loaders: [({ args }) => memoryTab({ ...args, record: recordOf(args) })],
  render: (args, { loaded }) => inTab((loaded as MemoryTab).tab, banner(args)),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

/** Looking only: the kind of access that is given unless more is asked for. */
export const ReadOnly: Story = {};

/** What is changed here is changed for real. */
export const FullAccess: Story = { args: { mode: 'full' } };

/** Five minutes or less: a word and a drawing, not a color alone. */
export const Warning: Story = { args: { minutesLeft: 4.5 } };

/** One minute or less. */
export const Critical: Story = { args: { minutesLeft: 0.9, mode: 'full' } };

/** The nearer end is the one for want of activity. */
export const Idle: Story = { args: { minutesLeft: 40, idleMinutesLeft: 1.5 } };

/** All extensions are used, and the bar says so before the end comes. */
export const CannotBeExtended: Story = { args: { minutesLeft: 3, extensionsLeft: 0 } };

/** The server cannot be reached: the time goes on, and the way out stays. */
export const Offline: Story = { args: { online: false } };

/** Ending, extending or switching fails: the bar stays and says why. */
export const Failing: Story = {
  args: { failing: true },
  play: ({ canvasElement }) => press(canvasElement, 'end-button'),
};

/** It is over, for this cause. The admin's own tab was never touched, so there is nothing to go back to. */
export const Ended: Story = { args: { status: 'ended' } };

/** Somebody with the right to do so ended it. */
export const Revoked: Story = { args: { status: 'ended', endCause: 'revoked' } };

/** Where there is a page to go on from, it is offered. */
export const EndedWithAWayOn: Story = {
  args: { status: 'ended', returnTo: 'https://admin.example/users/u_42' },
};

/** Not known yet. The room is kept, so that nothing jumps. */
export const Unknown: Story = { args: { status: 'unknown' } };

/** What is there cannot be read, which is not the same as nobody. */
export const CannotBeRead: Story = { args: { status: 'unknown', failing: true } };

/** Nobody is impersonated: nothing is shown, and no room taken. */
export const Nobody: Story = { args: { status: 'none' } };

/** No record beside the token: the ids are all that is known. */
export const TokenAlone: Story = {
  loaders: [async () => tokenAlone()],
};

/** Names are cut short in the bar, and whole in its details. */
export const LongNames: Story = {
  args: {
    subjectName: 'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior',
    subjectEmail: 'hubert.blaine.wolfeschlegelsteinhausenbergerdorff@example.test',
    actorName: 'Adriana Francesca Pellegrini-Montecuccoli degli Erri',
  },
};

/** All that is known, in full. */
export const Details: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'details-button'),
  decorators: [
    (story) =>
      html`<style>
          .room {
            min-block-size: 22rem;
          }
        </style>
        <div class="room">${story()}</div>`,
  ],
};

/** More access asks why looking is not enough. */
export const AskingForFullAccess: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'mode-button'),
};

/** Small, in the corner: the name and the time stay. A press shows all of it. */
export const Pill: Story = {
  args: { layout: 'pill' },
  decorators: [onAPage],
};

/** Made small by the person, who may do so here. */
export const Collapsed: Story = {
  args: { collapsible: true, collapsed: true, mode: 'full' },
  decorators: [onAPage],
};

/** It may be made small: by the last of its buttons. It opens again when the end comes near. */
export const Collapsible: Story = {
  args: { collapsible: true },
  decorators: [onAPage],
};

/** Small, and hardly any time left. */
export const PillWithLittleTime: Story = {
  args: { layout: 'pill', minutesLeft: 0.9, online: false },
  decorators: [onAPage],
  play: ({ canvasElement }) => press(canvasElement, 'collapse-button'),
};

/** A border around the window: the page looks different wherever one looks. */
export const Framed: Story = {
  args: { frame: true },
  decorators: [onAPage],
};

/** It lies on the page, and takes no room. */
export const Overlay: Story = {
  args: { layout: 'overlay', collapsible: true },
  decorators: [onAPage],
};

/** It scrolls away with the page. A frame, or the mark in the title, stays. */
export const InTheFlow: Story = {
  args: { layout: 'flow', frame: true },
  decorators: [onAPage],
};

/** At the lower edge. */
export const AtTheBottom: Story = {
  args: { placement: 'bottom', layout: 'overlay', frame: true },
  decorators: [onAPage],
};

/** Dark, whatever the page around it. */
export const Dark: Story = { args: { theme: 'dark' } };

/** In the colors of the host: two custom properties. */
export const Themed: Story = {
  render: (args, { loaded }) => html`
    <style>
      .violet {
        --ik-banner-background: #4c1d95;
        --ik-banner-color: #ffffff;
        --ik-radius: 0;
      }
    </style>
    <div class="violet">${inTab((loaded as MemoryTab).tab, banner(args))}</div>
  `,
};

/** Read from right to left. */
export const RightToLeft: Story = {
  render: (args, { loaded }) => html`<div dir="rtl">${inTab((loaded as MemoryTab).tab, banner(args))}</div>`,
};

const banner = ({ returnTo, ...args }: Args) => html`
  <impersonation-banner
    .placement=${args.placement}
    .layout=${args.layout}
    .frame=${args.frame}
    .collapsible=${args.collapsible}
    .collapsed=${args.collapsed || args.layout === 'pill'}
    .marks=${args.mark}
    .returnTo=${returnTo || undefined}
    .theme=${args.theme}
    .shortcut=${args.shortcut}
  ></impersonation-banner>
`;

const recordOf = (args: Args): Partial<SessionRecord> => ({
  subject: { id: 'u_42', name: args.subjectName, email: args.subjectEmail || null },
  actor: { id: 'u_1', name: args.actorName, email: 'sam@acme.test' },
  caseNumber: args.caseNumber || null,
  extension: { used: 3 - args.extensionsLeft, max: 3, seconds: 900 },
});

/** A tab of a host that brings its own token. */
async function tokenAlone(): Promise<MemoryTab> {
  const granted = await memoryTab();
  const own = await memoryTab({ status: 'none' });
  own.tab.setToken(granted.tab.token);
  return own;
}

async function press(canvas: HTMLElement, part: string): Promise<void> {
  const element = canvas.querySelector('impersonation-banner');
  await element?.updateComplete;
  element?.shadowRoot?.querySelector<HTMLElement>(`[part='${part}']`)?.click();
  await element?.updateComplete;
}

/** Something of a page around the banner, to see what it covers. */
function onAPage(story: () => unknown) {
  return html`
    <style>
      .page {
        min-block-size: 16rem;
      }
      .page p {
        max-inline-size: 60ch;
      }
    </style>
    <div class="page">
      ${story()}
      <h2>Field notes</h2>
      <p>Soil is dry down to a hand's width. Second row watered in the evening.</p>
      <p><button type="button">Add a note</button></p>
    </div>
  `;
}
