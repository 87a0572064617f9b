import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';

import type { ClientMethod, MemoryClientOptions } from '../src/client/index.js';
import { ImpersonationError, type ErrorCode } from '../src/core/errors.js';
import type { ImpersonationUserSearch, ImpersonationUserSelectedEvent } from '../src/index.js';
import { createStagedClient } from './support/stage.js';

interface Args {
  variant: 'inline' | 'palette';
  label: string;
  placeholder: string;
  value: string;
  required: boolean;
  disabled: boolean;
  minLength: number;
  debounce: number;
  limit: number;
  recents: 'session' | 'off';
  shortcut: string;
  details: string;
}

interface State extends MemoryClientOptions {
  /** A call that keeps failing. */
  readonly fails?: readonly [ClientMethod, ErrorCode | ImpersonationError];
  /** A call whose answer never comes. */
  readonly holds?: ClientMethod;
  /** What is typed once it is drawn. */
  readonly types?: string;
  /** The `:state()` that is to be seen. */
  readonly until?: string;
  readonly inlineSize?: string;
  readonly direction?: 'rtl';
}

type Story = StoryObj<Args>;

const meta = {
  title: 'Elements/Impersonation user search',
  component: 'impersonation-user-search',
  args: {
    variant: 'inline',
    label: '',
    placeholder: '',
    value: '',
    required: false,
    disabled: false,
    minLength: 2,
    debounce: 20,
    limit: 20,
    recents: 'off',
    shortcut: '',
    details: 'email organization',
  },
  argTypes: {
    variant: { control: 'select', options: ['inline', 'palette'] },
    recents: { control: 'select', options: ['session', 'off'] },
  },
} satisfies Meta<Args>;

export default meta;

/** Nothing is looked for yet. */
export const Idle: Story = drawn();

/** Whoever was found, with what matches marked. */
export const Results: Story = drawn({ types: 'northwind', until: 'ready' });

/** Those who cannot be impersonated stay in the list, and say why. */
export const Refused: Story = drawn({ types: 'fieldnotes', until: 'ready' });

/** More of them than are loaded at once. */
export const Many: Story = { ...drawn({ types: 'o', until: 'ready' }), args: { minLength: 1, limit: 3 } };

/** Whom somebody chose lately in this tab comes first. */
export const Recents: Story = {
  ...drawn(),
  args: { recents: 'session' },
  play: async ({ canvasElement }) => {
    const { search, root } = searchIn(canvasElement);
    for (const name of ['aiko', 'dana']) {
      search.clear();
      await search.updateComplete;
      enter(root, name);
      await waitFor(() => expect(search.matches(':state(ready)')).toBe(true));
      await userEvent.keyboard('{ArrowDown}{Enter}');
    }
    search.clear();
    search.show();
    await waitFor(() => expect(search.matches(':state(recents)')).toBe(true));
  },
};

/** One letter could be anybody. */
export const TooShort: Story = drawn({ types: 'd', until: 'too-short' });

/** Nobody matches. A page may say more, in the slot `empty`. */
export const NoResults: Story = drawn({ types: 'zebra', until: 'empty' });

/** The first answer is slow. */
export const Loading: Story = drawn({ types: 'dana', until: 'loading', holds: 'searchUsers' });

/** The next answer is slow: the people found before stay, dimmed. */
export const LoadingAgain: Story = {
  ...drawn(),
  play: async ({ canvasElement }) => {
    const { search, root } = searchIn(canvasElement);
    await type(root, 'northwind');
    await waitFor(() => expect(search.matches(':state(ready)')).toBe(true));
    (search.client as ReturnType<typeof createStagedClient>).hold('searchUsers');
    await type(root, ' t');
    await waitFor(() => expect(root.querySelector('[data-old]')).not.toBeNull());
  },
};

/** The backend could not answer. */
export const Failed: Story = drawn({ types: 'dana', until: 'error', fails: ['searchUsers', 'unavailable'] });

/** The server cannot be reached. It goes on when the connection is back. */
export const Offline: Story = drawn({ types: 'dana', until: 'offline', fails: ['searchUsers', 'network'] });

/** Too many searches: it says how long it waits, and goes on by itself. */
export const RateLimited: Story = drawn({
  types: 'dana',
  until: 'rate-limited',
  fails: ['searchUsers', new ImpersonationError('rate_limited', { retryAfter: 40 })],
});

/** Whoever is signed in may not look around. */
export const Forbidden: Story = drawn({
  types: 'dana',
  until: 'forbidden',
  fails: ['searchUsers', 'forbidden'],
});

/** The backend has no list of people. */
export const Unsupported: Story = drawn({ capabilities: { searchUsers: false }, until: 'unsupported' });

/** It cannot be used for now. */
export const Disabled: Story = { ...drawn(), args: { disabled: true } };

/** Somebody is chosen already: the page gave an id, and the backend said who that is. */
export const Chosen: Story = { ...drawn(), args: { value: 'u_42' } };

/** A button that opens a field of its own above the page, from anywhere by its keys. */
export const Palette: Story = { ...drawn(), args: { variant: 'palette', shortcut: 'Mod+K' } };

/** The palette, with whoever was found. */
export const PaletteOpen: Story = {
  ...drawn(),
  args: { variant: 'palette' },
  play: async ({ canvasElement }) => {
    const { search, root } = searchIn(canvasElement);
    search.show();
    await search.updateComplete;
    await type(root, 'northwind');
    await waitFor(() => expect(search.matches(':state(ready)')).toBe(true));
  },
};

/** Little room, and long names. */
export const Narrow: Story = drawn({ types: 'lumen', until: 'ready', inlineSize: '18rem' });

/** On a page that is read from right to left. */
export const RightToLeft: Story = drawn({ types: 'northwind', until: 'ready', direction: 'rtl' });

/** On a dark page. */
export const Dark: Story = { ...drawn({ types: 'fieldnotes', until: 'ready' }), globals: { theme: 'dark' } };

/** In a form, by the keyboard alone: it asks for somebody, and sends the id. */
export const InAForm: Story = {
  ...drawn(),
  args: { required: true },
  render: (args) => html`
    <form @submit=${(event: Event) => event.preventDefault()}>
      <p><label for="who">Whom do you help?</label></p>
      ${searchTemplate(args, {})}
      <p><button>Go on</button></p>
    </form>
  `,
  play: async ({ canvasElement }) => {
    const { search, root } = searchIn(canvasElement);
    const selected = fn<(event: ImpersonationUserSelectedEvent) => void>();
    search.addEventListener('impersonation-user-selected', selected);
    await expect(search.checkValidity()).toBe(false);
    await type(root, 'dana');
    await waitFor(() => expect(search.matches(':state(ready)')).toBe(true));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(selected).toHaveBeenCalledOnce();
    await expect(search.checkValidity()).toBe(true);
    await expect(new FormData(search.form ?? undefined).get('user')).toBe('u_42');
  },
};

/** The look of a host: its tokens, its parts. */
export const Themed: Story = {
  ...drawn({ types: 'northwind', until: 'ready' }),
  render: (args) => html`
    <style>
      .themed {
        --ik-color-accent: light-dark(#0f766e, #5eead4);
        --ik-radius: 2px;
        --impersonation-user-search-list-max-block-size: 12rem;
      }
      .themed impersonation-user-search::part(avatar) {
        border-radius: 2px;
      }
    </style>
    <div class="themed">${searchTemplate(args, {})}</div>
  `,
};

function drawn(state: State = {}): Story {
  return {
    render: (args) => searchTemplate(args, state),
    ...(state.until && {
      play: async ({ canvasElement }) => {
        const { search, root } = searchIn(canvasElement);
        if (state.types) await type(root, state.types);
        await waitFor(() => expect(search.matches(`:state(${state.until ?? ''})`)).toBe(true));
      },
    }),
  };
}

function searchTemplate(
  args: Args,
  { fails, holds, inlineSize, direction, ...options }: State,
): TemplateResult {
  const client = createStagedClient({ sessions: [], ...options });
  if (fails) client.fail(...fails, Infinity);
  if (holds) client.hold(holds);
  return html`<div
    dir=${direction ?? nothing}
    style="max-inline-size: ${inlineSize ?? '26rem'}; min-block-size: 22rem"
  >
    <impersonation-user-search
      id="who"
      name="user"
      variant=${args.variant}
      label=${args.label}
      placeholder=${args.placeholder}
      value=${args.value}
      ?required=${args.required}
      ?disabled=${args.disabled}
      min-length=${args.minLength}
      debounce=${args.debounce}
      limit=${args.limit}
      recents=${args.recents}
      shortcut=${args.shortcut}
      details=${args.details}
      .client=${client}
    ></impersonation-user-search>
  </div>`;
}

function searchIn(canvas: HTMLElement): { search: ImpersonationUserSearch; root: ShadowRoot } {
  const search = canvas.querySelector('impersonation-user-search');
  if (!search?.shadowRoot) throw new Error('There is no search.');
  return { search, root: search.shadowRoot };
}

/** At once, as a paste does: the library that types does not see that a field in a shadow root was emptied. */
function enter(root: ShadowRoot, text: string): void {
  const input = root.querySelector('input');
  if (!input) throw new Error('There is no field.');
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { data: text, bubbles: true, composed: true }));
}

async function type(root: ShadowRoot, text: string): Promise<void> {
  const input = await waitFor(() => {
    const found = root.querySelector('input');
    if (!found) throw new Error('There is no field yet.');
    return found;
  });
  await userEvent.type(input, text);
}
