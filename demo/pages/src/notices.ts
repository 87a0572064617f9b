/**
 * Tells a person who signed in as them, when and why.
 *
 * @module
 */

import { html, nothing } from 'lit';

import { call, sentence } from './api.js';
import type { Notice } from './model.js';
import { redraw, say } from './page.js';
import { icons, moment } from './parts.js';

let notices: readonly Notice[] = [];

export async function loadNotices(): Promise<void> {
  notices = await call<Notice[]>('GET', '/api/notices');
}

/** The newest one that was not seen yet, above the notes. */
export function newestNotice() {
  const notice = notices.find(({ seen }) => !seen);
  if (!notice) return nothing;
  return html`<aside class="notice" aria-label="Account access">
    ${icons.eye}
    <p>
      <strong>${notice.actorName} from Support signed in as you</strong> on ${moment(notice.at)}:
      <q>${notice.reason}</q> <a href="/settings#access">See all</a>
    </p>
    <impersonation-guard action="notice.see" when="impersonating" behavior="hide">
      <button class="quiet" @click=${() => see(notice)}>Got it</button>
    </impersonation-guard>
  </aside>`;
}

async function see(notice: Notice): Promise<void> {
  try {
    await call('PUT', `/api/notices/${notice.id}`);
    notices = notices.map((one) => (one.id === notice.id ? { ...one, seen: true } : one));
    redraw();
  } catch (error) {
    say(sentence(error));
  }
}
