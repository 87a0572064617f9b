import { html, type TemplateResult } from 'lit';

import type { Filters } from '../internal/session-filters.js';
import type { Scene } from './words.js';

interface PrintSummary extends Scene {
  readonly filters: Filters;
}

/** What the filters leave and when that was, on paper, where nobody can look it up. */
export function printSummary({ localize, filters, now, zone }: PrintSummary): TemplateResult {
  const { table, endCauses } = localize.messages;
  const { columns, periods, statuses, filters: labels } = table;
  const { query, actor, subject, status, endCause, period, from, to } = filters;
  const instant = (text: string) =>
    Number.isNaN(Date.parse(text)) ? '' : localize.dateTime(Date.parse(text), zone);
  // An attribute may hold a word that nothing is called by.
  const said: [label: string, value: unknown][] = [
    [labels.period, periods[period || 'all']],
    [labels.from({ zone }), period === 'custom' ? instant(from) : ''],
    [labels.to({ zone }), period === 'custom' ? instant(to) : ''],
    [columns.actor, actor],
    [columns.subject, subject],
    [columns.status, endCause ? endCauses[endCause] : status && statuses[status]],
  ];
  return html`<p class="print-summary">
    ${said.map(([label, value]) =>
      typeof value === 'string' && value.trim() ? html`<span>${label}: <bdi>${value}</bdi></span>` : '',
    )}
    ${query.trim() ? html`<code>${query.trim()}</code>` : ''}
    <span>${table.printed({ time: localize.dateTime(now, zone), zone })}</span>
  </p>`;
}
