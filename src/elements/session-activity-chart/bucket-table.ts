import { html, nothing, type TemplateResult } from 'lit';

import type { Activity } from '../../core/protocol.js';
import type { Picked } from './brush.js';
import { tableStyles } from './table.styles.js';
import { timeOf, type Scene } from './words.js';

export const styles = [tableStyles];

interface BucketTable extends Scene {
  readonly caption: string;
  readonly activity: Activity;
  readonly picked: Picked | null;
  press(index: number): void;
}

/** The same as numbers. What had no session is left out: nobody reads four hundred noughts. */
export function bucketTable(view: BucketTable): TemplateResult {
  const { localize, zone, caption, activity, picked, press } = view;
  const { columns, tableSummary } = localize.messages.chart;
  const summary = tableSummary({ caption, zone });
  const rows = activity.buckets.map((bucket, index) => {
    if (!bucket.count) return nothing;
    const isPicked = picked !== null && index >= picked.first && index < picked.end;
    return html`<tr part="row" class=${isPicked ? 'picked' : nothing}>
      <th scope="row">
        <button
          class="pick"
          part="pick-button"
          type="button"
          aria-pressed=${isPicked}
          @click=${() => press(index)}
        >
          ${timeOf(view, activity.bucket, [bucket])}
        </button>
      </th>
      ${[bucket.count, bucket.blocked, bucket.revoked].map((number) => html`<td>${localize.number(number)}</td>`)}
    </tr>`;
  });
  return html`<div class="scroller" part="scroller" role="region" tabindex="0" aria-label=${summary}>
    <table part="table">
      <caption class="visually-hidden">
        ${summary}
      </caption>
      <thead>
        <tr>
          <th scope="col">${columns.when}</th>
          <th scope="col">${columns.sessions}</th>
          <th scope="col">${columns.blocked}</th>
          <th scope="col">${columns.revoked}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
