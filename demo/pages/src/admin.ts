/**
 * Fieldnotes' users, with a button each.
 *
 * @module
 */

import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { ImpersonationStepUpEvent } from '../../../src/index.js';
import { call, sentence } from './api.js';
import { confirmSignIn } from './confirm-sign-in.js';
import type { UserPage } from './model.js';
import { redraw, say, startPage } from './page.js';
import { avatar, fullDay, icons } from './parts.js';

const address = new URL(location.href);
let query = address.searchParams.get('query') ?? '';
let page = Number(address.searchParams.get('page')) || 1;
let users: UserPage | undefined;
let asked = 0;

startPage({
  current: 'users',
  load,
  content: (me) => html`
    <div
      class="admin"
      @impersonation-step-up=${(event: ImpersonationStepUpEvent) => event.respondWith(confirmSignIn(me))}
    >
      <div class="heading">
        <h1>Users</h1>
        <label class="search">
          ${icons.search}
          <span class="visually-hidden">Search users</span>
          <input
            class="field"
            type="search"
            placeholder="Name, e-mail or organisation"
            .value=${query}
            @input=${search}
          />
        </label>
      </div>
      ${users?.total === 0 ? nobody() : table()} ${pager()}
    </div>
  `,
});

async function load(): Promise<void> {
  const mine = ++asked;
  const parameters = new URLSearchParams({ query, page: String(page) });
  const answer = await call<UserPage>('GET', `/api/admin/users?${parameters.toString()}`);
  if (mine === asked) users = answer;
}

async function show(): Promise<void> {
  const shown = new URL(location.href);
  if (query) shown.searchParams.set('query', query);
  else shown.searchParams.delete('query');
  if (page > 1) shown.searchParams.set('page', String(page));
  else shown.searchParams.delete('page');
  history.replaceState(null, '', shown);
  try {
    await load();
    redraw();
  } catch (error) {
    say(sentence(error));
  }
}

let typing: ReturnType<typeof setTimeout> | undefined;

function search(event: InputEvent): void {
  query = (event.target as HTMLInputElement).value;
  page = 1;
  clearTimeout(typing);
  typing = setTimeout(() => void show(), 150);
}

function turn(by: number): void {
  page += by;
  void show();
}

const table = () => html`
  <div class="table" role="region" aria-label="Users" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Organisation</th>
          <th scope="col">Role</th>
          <th scope="col" class="number">Notes</th>
          <th scope="col" class="number">Joined</th>
          <th scope="col"><span class="visually-hidden">Actions</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(users?.items ?? [], ({ id }) => id, row)}
      </tbody>
    </table>
  </div>
`;

const row = (user: UserPage['items'][number]) => html`
  <tr>
    <th scope="row">
      <div class="person">
        ${avatar(user)}
        <span><strong>${user.name}</strong><small>${user.email}</small></span>
      </div>
    </th>
    <td>${user.organization}</td>
    <td><span class="role role-${user.role}">${user.role}</span></td>
    <td class="number">${user.notes}</td>
    <td class="number">${fullDay(user.joined)}</td>
    <td class="action">
      <impersonate-button
        user-id=${user.id}
        user-name=${user.name}
        user-email=${user.email}
        unavailable-reason=${user.whyNot ?? nothing}
      ></impersonate-button>
    </td>
  </tr>
`;

const nobody = () => html`
  <div class="blank">
    <h2>Nobody matches “${query}”</h2>
    <p>Search for part of a name, an e-mail address or an organisation.</p>
  </div>
`;

function pager() {
  if (!users || users.total === 0) return nothing;
  const { total, size } = users;
  const from = (users.page - 1) * size + 1;
  const to = Math.min(total, users.page * size);
  return html`<nav class="pager" aria-label="Pages">
    <span role="status"
      >${from.toLocaleString('en')}–${to.toLocaleString('en')} of ${total.toLocaleString('en')}</span
    >
    <button class="button" ?disabled=${users.page === 1} @click=${() => turn(-1)}>Previous</button>
    <button class="button" ?disabled=${to === total} @click=${() => turn(1)}>Next</button>
  </nav>`;
}
