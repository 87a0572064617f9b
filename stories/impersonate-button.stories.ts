import '../src/elements/impersonate-button/define.js';

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';

import type { MemoryClient } from '../src/client/memory.js';
import { sampleSession } from '../src/client/memory-seed.js';
import type { MemoryUser } from '../src/client/memory-users.js';
import { ImpersonationError } from '../src/core/errors.js';
import type { SessionRecord } from '../src/core/protocol.js';
import type { ImpersonationStepUpEvent } from '../src/elements/events.js';
import type { Tabs } from '../src/elements/impersonate-button/tabs.js';
import { createStagedClient } from './support/stage.js';

interface Args {
  label: string;
  userName: string;
  variant: 'button' | 'link' | 'menuitem' | 'icon';
  acknowledge: boolean;
  /** Impersonations that there are already. */
  sessions: readonly SessionRecord[];
  theme: 'auto' | 'light' | 'dark';
  unavailableReason: string;
  reasons: string | undefined;
  caseHref: string;
  casePattern: string;
  defaultDuration: number | undefined;
  /** What the policy offers for this person. */
  offer: MemoryUser['offer'];
  refusal: MemoryUser['refusal'];
  /** Makes the backend behave as the story wants it. */
  prepare: (client: MemoryClient) => void;
  tabs: Tabs;
}

const reason = 'Export stops at page three, looking at the same project.';

/** Tabs that never open: a story must not leave its page. */
const noTabs: Tabs = { open: () => undefined, goTo: () => undefined, patience: 1e6, lingering: 1e6 };

const button = (args: Args) => html`
  <impersonate-button
    .client=${clientFor(args)}
    .tabs=${args.tabs}
    user-id="u_42"
    user-name=${args.userName}
    user-email="dana.fox@northwind.example"
    variant=${args.variant}
    ?acknowledge=${args.acknowledge}
    theme=${args.theme}
    unavailable-reason=${args.unavailableReason}
    reasons=${args.reasons ?? nothing}
    case-href=${args.caseHref}
    case-pattern=${args.casePattern}
    default-duration=${args.defaultDuration ?? nothing}
    >${args.label}</impersonate-button
  >
`;

const meta = {
  title: 'Elements/Impersonate button',
  component: 'impersonate-button',
  args: {
    label: '',
    userName: 'Dana Fox',
    variant: 'button',
    acknowledge: false,
    sessions: [],
    theme: 'auto',
    unavailableReason: '',
    reasons: undefined,
    caseHref: 'https://help.example.com/cases/{case}',
    casePattern: '',
    defaultDuration: undefined,
    offer: undefined,
    refusal: null,
    prepare: () => undefined,
    tabs: noTabs,
  },
  argTypes: {
    variant: { control: 'inline-radio', options: ['button', 'link', 'menuitem', 'icon'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    reasons: { control: 'text' },
    defaultDuration: { control: 'number' },
    sessions: { table: { disable: true } },
    prepare: { table: { disable: true } },
    tabs: { table: { disable: true } },
  },
  render: (args) => button(args),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

function clientFor({ userName, offer, refusal = null, prepare, sessions }: Args): MemoryClient {
  const dana = {
    id: 'u_42',
    name: userName,
    email: 'dana.fox@northwind.example',
    organization: 'Northwind Traders',
    role: 'Member',
    refusal,
    ...(offer && { offer }),
  };
  const client = createStagedClient({ users: [dana], sessions });
  prepare(client);
  return client;
}

/** What is inside the element, as Testing Library wants it. */
async function insideOf(canvasElement: HTMLElement) {
  const element = canvasElement.querySelector('impersonate-button');
  await element?.updateComplete;
  return within(element?.shadowRoot as unknown as HTMLElement);
}

type Play = NonNullable<Story['play']>;

const press: Play = async ({ canvasElement }) => {
  const inside = await insideOf(canvasElement);
  await userEvent.click(inside.getByRole('button', { name: /Dana Fox/ }));
  await inside.findByRole('dialog');
};

const openForm: Play = async (context) => {
  await press(context);
  const inside = await insideOf(context.canvasElement);
  const field = await inside.findByRole('textbox', { name: /^Reason/ });
  await waitFor(() => expect(field).toHaveProperty('id', 'reason'));
};

const send =
  (text: string, sign: string | RegExp): Play =>
  async (context) => {
    await openForm(context);
    const inside = await insideOf(context.canvasElement);
    if (text) await userEvent.type(inside.getByRole('textbox', { name: /^Reason/ }), text);
    await userEvent.click(inside.getByRole('button', { name: /^Start/ }));
    await inside.findAllByText(sign);
  };

/** In a row of a table, or beside a name. */
export const Default: Story = {};

/** In running text, or in a dense table. */
export const Link: Story = { args: { variant: 'link' } };

/** Where room is scarce. Its name is still "Impersonate Dana Fox", and hovering says so. */
export const Icon: Story = { args: { variant: 'icon' } };

/** An entry of the page's own menu. */
export const MenuItem: Story = {
  args: { variant: 'menuitem' },
  render: (args) => html`<div role="menu" aria-label="Dana Fox">${button(args)}</div>`,
};

/** A label of the page's own. The accessible name gets the person added where the label leaves them out. */
export const OwnLabel: Story = { args: { label: 'Sign in as this user' } };

/** The page knows already that it will not do: the button stays in reach, and says why. */
export const Unavailable: Story = {
  args: { unavailableReason: 'Owners cannot be impersonated by support.' },
  play: async ({ canvasElement }) => {
    const inside = await insideOf(canvasElement);
    inside.getByRole('button').focus();
    await waitFor(() => expect(inside.getByText(/Owners cannot/)).toBeVisible());
  },
};

/** Starts with the least: read-only access, for the shortest time. */
export const Form: Story = { play: openForm };

/** Full access is said in words, in the choice and on the button. */
export const FullAccess: Story = {
  play: async (context) => {
    await openForm(context);
    const inside = await insideOf(context.canvasElement);
    await userEvent.click(inside.getByRole('radio', { name: 'Full access' }));
    await inside.findByRole('button', { name: 'Start full-access session' });
  },
};

/** A strict policy: nothing but looking, for ten minutes, with a case number, and the person is told. */
export const StrictPolicy: Story = {
  args: { offer: { modes: ['read-only'], durations: [600], caseNumber: 'required', tellsSubject: true } },
  play: openForm,
};

/** The page's own topics; more than six become a list. */
export const OwnTopics: Story = {
  args: { reasons: 'Reproduce a bug|Billing question|Data check' },
  play: openForm,
};

/** The person is there at once, as far as the page knows them; the rest follows. */
export const Loading: Story = { args: { prepare: (client) => void client.hold('getUser') }, play: press };

/** The backend did not answer. */
export const Unreachable: Story = {
  args: { prepare: (client) => void client.fail('getUser', 'network') },
  play: async (context) => {
    await press(context);
    await (await insideOf(context.canvasElement)).findByRole('button', { name: 'Try again' });
  },
};

/** The policy says no: a sentence in place of a form. */
export const Refused: Story = {
  args: { refusal: 'subject_protected' },
  play: async (context) => {
    await press(context);
    await (await insideOf(context.canvasElement)).findByText('This person cannot be impersonated.');
  },
};

/** What is wrong is said at the field, and the focus goes there. */
export const Invalid: Story = { play: send('help', 'Say why, in at least 10 characters.') };

/** Nothing can be changed or closed while the backend decides. */
export const Submitting: Story = {
  args: { prepare: (client) => void client.hold('start') },
  play: send(reason, 'Starting…'),
};

/** An impersonation of this person is open already: it can be ended from here. What was typed stays. */
export const Conflict: Story = {
  args: { sessions: [sampleSession()] },
  play: send(reason, 'You are already acting as this person.'),
};

/** As many are open as one may have. */
export const TooMany: Story = {
  args: {
    sessions: [
      sampleSession({ id: 'a', subject: { id: 'u_57', name: 'Aiko Tanaka', email: null } }),
      sampleSession({ id: 'b', subject: { id: 'u_64', name: 'Lena Hoffmann', email: null }, mode: 'full' }),
      sampleSession({ id: 'c', subject: { id: 'u_71', name: 'Noor Haddad', email: null }, startedAt: null }),
    ],
  },
  play: send(reason, /too many impersonations open/),
};

/** Ended, and started, by one press. */
export const ConflictSolved: Story = {
  args: { sessions: [sampleSession()] },
  play: async (context) => {
    await send(reason, 'You are already acting as this person.')(context);
    const inside = await insideOf(context.canvasElement);
    await userEvent.click(inside.getByRole('button', { name: /^End it and continue/ }));
    await inside.findByText('Opening a tab as Dana Fox…');
  },
};

/** Where a page wants to be sure that what is recorded is understood. */
export const Acknowledge: Story = {
  args: { acknowledge: true },
  play: send(reason, 'Confirm that you understand what is recorded.'),
};

/** The request did not get through. */
export const NetworkError: Story = {
  args: { prepare: (client) => void client.fail('start', 'network') },
  play: send(reason, /cannot be reached/),
};

const wantsFreshSignIn = (client: MemoryClient) =>
  void client.fail('start', new ImpersonationError('insufficient_user_authentication', { maxAge: 300 }));

/** A page that answers `impersonation-step-up` in this way. */
const answeredBy = (confirmed: () => Promise<unknown>) => (args: Args) => html`
  <div @impersonation-step-up=${(event: ImpersonationStepUpEvent) => event.respondWith(confirmed())}>
    ${button(args)}
  </div>
`;

/** The backend wants a fresh sign-in first, and the page asks for it: the dialog waits, and keeps what was entered. */
export const StepUp: Story = {
  args: { prepare: wantsFreshSignIn },
  render: answeredBy(() => new Promise(() => undefined)),
  play: send(reason, 'Confirm that it is you, to continue'),
};

/** It was not confirmed that it is the admin. */
export const StepUpRejected: Story = {
  args: { prepare: wantsFreshSignIn },
  render: answeredBy(() => Promise.reject(new Error('Not now'))),
  play: send(reason, /It was not confirmed/),
};

/** No page answers: the dialog says what to do. */
export const StepUpUnanswered: Story = {
  args: { prepare: wantsFreshSignIn },
  play: send(reason, /Sign in again in another tab/),
};

/** Confirmed: the same start goes out again, and its tab is on its way. */
export const StepUpConfirmed: Story = {
  args: { prepare: wantsFreshSignIn },
  render: answeredBy(() => Promise.resolve()),
  play: send(reason, 'Opening a tab as Dana Fox…'),
};

/** In dark colors. */
export const StepUpDark: Story = {
  ...StepUpUnanswered,
  args: { prepare: wantsFreshSignIn, theme: 'dark' },
};

/** The ticket is on its way into a new tab. */
export const Opening: Story = { play: send(reason, 'Opening a tab as Dana Fox…') };

/** The new tab gave a sign of life; the dialog closes by itself a moment later. */
export const Opened: Story = {
  args: {
    tabs: { ...noTabs, patience: 1 },
    prepare: (client) => {
      const { get } = client;
      client.get = async (id) => ({ ...(await get(id)), status: 'active' });
    },
  },
  play: send(reason, 'The tab as Dana Fox is open.'),
};

/** No sign of life: the browser has blocked the tab, as a rule. */
export const Blocked: Story = {
  args: { tabs: { ...noTabs, patience: 1 } },
  play: send(reason, 'No tab has opened yet.'),
};

/** The ticket ran out before a tab used it. */
export const Lapsed: Story = {
  args: {
    tabs: { ...noTabs, patience: 1 },
    prepare: (client) => {
      const { get } = client;
      client.get = async (id) => ({ ...(await get(id)), status: 'ended' });
    },
  },
  play: send(reason, 'The link ran out before a tab opened it.'),
};

/** In a dark part of a light page. */
export const Dark: Story = { args: { theme: 'dark' }, play: openForm };

/** A theme sets a few properties, and styles parts. */
export const Themed: Story = {
  render: (args) => html`
    <style>
      .brand impersonate-button {
        --ik-color-accent: #6b2fb3;
        --ik-radius: 3px;
        --impersonate-button-background: #6b2fb3;
        --impersonate-button-border-color: #6b2fb3;
        --impersonate-button-color: #ffffff;
      }
      .brand impersonate-button::part(submit) {
        letter-spacing: 0.02em;
      }
    </style>
    <div class="brand">${button(args)}</div>
  `,
};

/** A thousand buttons cost a thousand buttons: nothing of the dialog is there until one is pressed. */
export const Many: Story = {
  render: () => {
    const client = createStagedClient({ sessions: [] });
    return html`
      ${Array.from(
        { length: 1000 },
        (_, index) => html`
          <impersonate-button
            .client=${client}
            .tabs=${noTabs}
            variant="icon"
            user-id="u_42"
            user-name="User ${index + 1}"
          ></impersonate-button>
        `,
      )}
    `;
  },
};
