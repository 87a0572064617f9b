/**
 * Small things that several pages draw.
 *
 * @module
 */

import { html, render, svg, type TemplateResult } from 'lit';

import type { User } from './model.js';

export const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="8" />
  <path class="sheet" d="M10 7h9l4 4v14H10z" />
  <path class="lines" d="M13 14h7M13 18h7M13 22h4" />
</svg>`;

const icon = (path: string) =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;

export const icons = {
  search: icon('M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4M12.8 12.8 17 17'),
  add: icon('M10 4v12M4 10h12'),
  back: icon('M12 5 7 10l5 5'),
  eye: icon('M2 10c3-5 13-5 16 0-3 5-13 5-16 0M10 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4'),
};

/** A person's initials, on one of eight tints. */
export function avatar(user: Pick<User, 'id' | 'name'>): TemplateResult {
  const initials = user.name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2);
  const tint = [...user.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 8, 7);
  return html`<span class="avatar tint-${tint}" aria-hidden="true">${initials}</span>`;
}

const fullDays = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export const day = (iso: string) =>
  html`<time datetime=${iso} title=${moments.format(new Date(iso))}>${days.format(new Date(iso))}</time>`;

export const fullDay = (iso: string) => html`<time datetime=${iso}>${fullDays.format(new Date(iso))}</time>`;

export const moment = (iso: string) => html`<time datetime=${iso}>${moments.format(new Date(iso))}</time>`;

/** Asks before something that cannot be taken back. */
export function confirmed(question: { title: string; text: string; yes: string }): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'confirm';
  dialog.setAttribute('aria-labelledby', 'confirm-title');
  render(
    html`<form method="dialog">
      <h2 id="confirm-title">${question.title}</h2>
      <p>${question.text}</p>
      <div class="row">
        <button class="button" value="">Cancel</button>
        <button class="button danger" value="yes">${question.yes}</button>
      </div>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    }),
  );
}
