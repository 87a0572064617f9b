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
      <session-activity-chart for="record"></session-activity-chart>
      <session-audit-table id="record"></session-audit-table>
    </div>
  `,
});
