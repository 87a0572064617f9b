/**
 * The record of every impersonation.
 *
 * @module
 */

import { html } from 'lit';

import { startPage } from './page.js';

startPage({
  current: 'audit',
  load: () => Promise.resolve(),
  content: () => html`
    <div class="admin">
      <h1>Record</h1>
      <p class="muted">Who signed in as whom, why, for how long, and what they did.</p>
      <session-audit-table></session-audit-table>
    </div>
  `,
});
