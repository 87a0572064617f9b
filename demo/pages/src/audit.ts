/**
 * The record of every impersonation.
 *
 * @module
 */

import { html } from 'lit';

import type { SessionRangeChangeEvent } from '../../../src/index.js';
import { startPage } from './page.js';

startPage({
  current: 'audit',
  load: () => Promise.resolve(),
  content: () => html`
    <div class="admin">
      <h1>Record</h1>
      <p class="muted">Who signed in as whom, why, for how long, and what they did.</p>
      <session-activity-chart @session-range-change=${showRange}></session-activity-chart>
      <session-audit-table></session-audit-table>
    </div>
  `,
});

/** The table shows the time that is picked in the chart above it, or the chart's own where none is. */
function showRange({ from, to }: SessionRangeChangeEvent) {
  const table = document.querySelector('session-audit-table');
  if (table)
    Object.assign(table, from ? { period: 'custom', from, to } : { period: '30d', from: '', to: '' });
}
