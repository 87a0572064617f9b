/**
 * A person's profile, who was in their account, and the end of it.
 *
 * @module
 */

import { html } from 'lit';

import { call, sentence } from './api.js';
import { say, startPage } from './page.js';
import { avatar, confirmed } from './parts.js';

startPage({
  current: 'settings',
  load: () => Promise.resolve(),
  content: (me) => html`
    <div class="settings">
      <h1>Settings</h1>
      <section class="card profile" aria-labelledby="profile">
        ${avatar(me)}
        <div>
          <h2 id="profile">${me.name}</h2>
          <p class="muted">${me.email}</p>
        </div>
        <dl>
          <dt>Organisation</dt>
          <dd>${me.organization}</dd>
          <dt>Role</dt>
          <dd class="capitalised">${me.role}</dd>
        </dl>
      </section>

      <section class="card" id="access" aria-labelledby="access-title">
        <h2 id="access-title">Account access</h2>
        <p class="muted">When somebody from Support signs in as you, it is written here.</p>
        <account-access-history></account-access-history>
      </section>

      <section class="card danger-zone" aria-labelledby="delete-title">
        <h2 id="delete-title">Delete account</h2>
        <p class="muted">Your projects and notes go with it, for good.</p>
        <impersonation-guard action="account.delete" when="impersonating">
          <button class="button danger" @click=${deleteAccount}>Delete account</button>
        </impersonation-guard>
      </section>
    </div>
  `,
});

async function deleteAccount(): Promise<void> {
  const question = {
    title: 'Delete your account?',
    text: 'All your projects and notes are deleted with it. This cannot be taken back.',
    yes: 'Delete account',
  };
  if (!(await confirmed(question))) return;
  try {
    await call('DELETE', '/api/account');
    location.assign('/sign-in');
  } catch (error) {
    say(sentence(error));
  }
}
