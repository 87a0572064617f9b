import { html, type TemplateResult } from 'lit';

import type { Scene } from './words.js';

/** Nothing was found. Without filters that is how it should be, and is said so. */
export function emptyNotice({ localize }: Scene, narrowed: boolean): TemplateResult {
  const words = localize.messages.record;
  return html`<div class="notice large" part="empty">
    <div>
      <p class="notice-title">${narrowed ? words.filteredEmpty : words.empty}</p>
      <p class="second">${narrowed ? words.filteredEmptyHint : words.emptyHint}</p>
    </div>
  </div>`;
}

/** The backend does not count. */
export function unsupportedNotice({ localize }: Scene): TemplateResult {
  return html`<div class="notice large" part="unsupported">
    <p class="notice-title">${localize.messages.chart.unsupported}</p>
  </div>`;
}
