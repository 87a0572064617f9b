/**
 * What every page behind the sign-in does: finds out who this tab is, loads what it shows, and starts over when that
 * changes. A tab that is not sure, or whose impersonation is over, shows nobody's data.
 *
 * @module
 */

import '../../../src/define.js';

import { html, nothing, render, type TemplateResult } from 'lit';

import { getAuth, getTabSession, subscribeAuth } from '../../../src/index.js';
import { Refusal, call, sentence } from './api.js';
import type { Me } from './model.js';
import { signInFor } from './next-page.js';
import { avatar, mark } from './parts.js';

export interface Page {
  readonly current: 'notes' | 'settings' | 'users' | 'audit';
  load(me: Me): Promise<void>;
  content(me: Me): TemplateResult;
}

type Phase =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly me: Me }
  | { readonly is: 'failed'; readonly message: string }
  | { readonly is: 'over' };

const root = document.querySelector<HTMLElement>('#page');
let shown: Page | undefined;
let phase: Phase = { is: 'loading' };
let message = '';
let attempt = 0;
let identity: string | undefined;

export function startPage(page: Page): void {
  shown = page;
  look();
  subscribeAuth(look);
}

/** Draws the page again, after something it shows has changed. */
export function redraw(): void {
  if (root) render(shell(), root);
}

/** Says something at the foot of the page, until it is put away or something else is said. */
export function say(text: string): void {
  message = text;
  redraw();
}

/** Loads everything again. */
export async function reload(): Promise<void> {
  const mine = ++attempt;
  phase = { is: 'loading' };
  redraw();
  try {
    const me = await call<Me>('GET', '/api/me');
    await shown?.load(me);
    if (mine === attempt) phase = { is: 'ready', me };
  } catch (error) {
    if (mine !== attempt) return;
    if (error instanceof Refusal && error.status === 401 && getAuth().status === 'none') {
      location.replace(signInFor(location));
      return;
    }
    phase = { is: 'failed', message: sentence(error) };
  }
  redraw();
}

/** Begins anew when this tab turns out to be somebody else; a switch of the access alone only draws. */
function look(): void {
  const { status, userId, sessionId } = getAuth();
  const { state } = getTabSession();
  const error = state.status === 'unknown' ? state.error : null;
  const next = [status, userId, sessionId, error?.code].join(' ');
  if (next !== identity) {
    identity = next;
    message = '';
    if (status === 'none' || status === 'active') {
      void reload();
      return;
    }
    attempt++;
    if (status === 'ended') phase = { is: 'over' };
    else phase = error ? { is: 'failed', message: error.message } : { is: 'loading' };
  }
  redraw();
}

function shell(): TemplateResult {
  const me = phase.is === 'ready' ? phase.me : null;
  return html`
    <header class="topbar">
      <a class="brand" href="/">${mark} Fieldnotes</a>
      <nav aria-label="Main">
        ${link('notes', '/', 'Notes')} ${link('settings', '/settings', 'Settings')}
        ${me?.staff ? html`${link('users', '/admin', 'Users')} ${link('audit', '/admin/audit', 'Record')}` : nothing}
      </nav>
      ${me ? whoAmI(me) : nothing}
    </header>
    <main>${body()}</main>
    <div class="toast" role="status">
      ${
        message &&
        html`<p>${message}</p>
          <button class="quiet" @click=${() => say('')}>OK</button>`
      }
    </div>
  `;
}

function body(): TemplateResult {
  switch (phase.is) {
    case 'ready':
      return shown?.content(phase.me) ?? html``;
    case 'loading':
      return html`<p class="blank" aria-busy="true">Loading…</p>`;
    case 'over':
      return html`<div class="blank">
        <h1>This session is over</h1>
        <p>What it showed has been put away. You can close this tab.</p>
      </div>`;
    case 'failed':
      return html`<div class="blank">
        <h1>This page cannot be shown</h1>
        <p>${phase.message}</p>
        ${getAuth().status === 'unknown' ? nothing : html`<button class="button" @click=${reload}>Try again</button>`}
      </div>`;
  }
}

const link = (name: Page['current'], href: string, label: string) =>
  html`<a href=${href} aria-current=${shown?.current === name ? 'page' : 'false'}>${label}</a>`;

function whoAmI(me: Me): TemplateResult {
  // Signing out ends the sign-in of the browser, which is not this tab's while it acts as somebody.
  const own = getAuth().status === 'none';
  return html`<div class="who">
    ${avatar(me)}
    <span class="who-name"><strong>${me.name}</strong><small>${me.organization}</small></span>
    ${own ? html`<button class="quiet" @click=${signOut}>Sign out</button>` : nothing}
  </div>`;
}

async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  location.assign('/sign-in');
}
