/**
 * Asks the person who is signed in for their password once more.
 *
 * @module
 */

import { html, render } from 'lit';

import { signInWith } from './credentials.js';
import type { Me } from './model.js';
import { avatar } from './parts.js';

/** Resolves once they have signed in again; rejects when they would rather not. */
export function confirmSignIn(me: Me): Promise<void> {
  const dialog = document.createElement('dialog');
  dialog.className = 'confirm';
  dialog.setAttribute('aria-labelledby', 'confirm-sign-in');
  let error = '';
  let busy = false;

  const draw = () =>
    render(
      html`<form @submit=${submit}>
        <h2 id="confirm-sign-in">Confirm that it is you</h2>
        <p class="muted">Your password once more, before you act as somebody else.</p>
        <div class="person">
          ${avatar(me)}
          <span><strong>${me.name}</strong><small>${me.email}</small></span>
        </div>
        <input type="hidden" name="email" autocomplete="username" .value=${me.email} />
        <label
          >Password
          <input
            class="field"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            aria-invalid=${error !== ''}
            aria-describedby="confirm-sign-in-error"
        /></label>
        <p class="error" id="confirm-sign-in-error" role="alert">${error}</p>
        <div class="row">
          <button class="button" type="button" @click=${() => dialog.close()}>Cancel</button>
          <button class="button primary" aria-disabled=${busy}>${busy ? 'Confirming…' : 'Confirm'}</button>
        </div>
      </form>`,
      dialog,
    );

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const field = dialog.querySelector<HTMLInputElement>('[name=password]');
    busy = true;
    error = '';
    draw();
    try {
      await signInWith(me.email, field?.value ?? '');
      dialog.close('confirmed');
    } catch (caught) {
      error = caught instanceof Error ? caught.message : '';
      field?.select();
    }
    busy = false;
    draw();
  }

  draw();
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve, reject) =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (dialog.returnValue === 'confirmed') resolve();
      else reject(new Error('The person would rather not sign in again.'));
    }),
  );
}
