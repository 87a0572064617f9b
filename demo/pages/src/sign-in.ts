/**
 * Signs a person in with e-mail and password.
 *
 * @module
 */

import { html, render } from 'lit';

import { accounts, password } from '../../seed/names.js';
import { signInWith } from './credentials.js';
import { nextPage } from './next-page.js';
import { avatar, mark } from './parts.js';

const root = document.querySelector<HTMLElement>('#page');
let email = '';
let secret = '';
let error = '';
let busy = false;

function draw(): void {
  if (!root) return;
  render(
    html`<main class="sign-in">
      <form class="card" @submit=${signIn}>
        <h1>${mark} Sign in to Fieldnotes</h1>
        <label
          >E-mail
          <input
            class="field"
            name="email"
            type="email"
            autocomplete="username"
            required
            .value=${email}
            @input=${(event: InputEvent) => (email = valueOf(event))}
        /></label>
        <label
          >Password
          <input
            class="field"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            .value=${secret}
            @input=${(event: InputEvent) => (secret = valueOf(event))}
        /></label>
        <p class="error" role="alert">${error}</p>
        <button class="button primary" aria-disabled=${busy}>${busy ? 'Signing in…' : 'Sign in'}</button>
      </form>
      <section class="card accounts" aria-labelledby="accounts">
        <h2 id="accounts">Try it as</h2>
        <ul>
          ${accounts.map(
            (account) =>
              html`<li>
                <button type="button" class="account" @click=${() => fill(account.email)}>
                  ${avatar(account)}
                  <span><strong>${account.name}</strong><small>${account.about}</small></span>
                </button>
              </li>`,
          )}
        </ul>
      </section>
    </main>`,
    root,
  );
}

const valueOf = (event: InputEvent) => (event.target as HTMLInputElement).value;

function fill(address: string): void {
  email = address;
  secret = password;
  draw();
  root?.querySelector<HTMLButtonElement>('.primary')?.focus();
}

async function signIn(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  if (busy) return;
  busy = true;
  error = '';
  draw();
  try {
    const { role } = await signInWith(email, secret);
    const home = role === 'support' || role === 'owner' ? '/admin' : '/';
    location.assign(nextPage(location) ?? home);
    return;
  } catch (caught) {
    error = caught instanceof Error ? caught.message : '';
  }
  busy = false;
  draw();
}

draw();
