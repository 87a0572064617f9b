import { html, nothing, type TemplateResult } from 'lit';

import { icons } from './icons.js';
import type { Scene } from './words.js';

/** Nothing was found. Without filters that is how it should be, and is said so. */
export function emptyNotice({ localize }: Scene, narrowed: boolean, clear: () => void): TemplateResult {
  const words = localize.messages.record;
  return html`<div class="notice large" part="empty">
    ${narrowed ? icons.search : icons.hand}
    <div>
      <p class="notice-title">${narrowed ? words.filteredEmpty : words.empty}</p>
      <p class="second">${narrowed ? words.filteredEmptyHint : words.emptyHint}</p>
    </div>
    ${
      narrowed
        ? html`<button class="button small" part="clear-button" type="button" @click=${clear}>
            ${localize.messages.table.filters.clear}
          </button>`
        : nothing
    }
  </div>`;
}

/** The backend cannot list at all. */
export function unsupportedNotice({ localize }: Scene): TemplateResult {
  const words = localize.messages.table;
  return html`<div class="notice large" part="unsupported">
    ${icons.unknown}
    <div>
      <p class="notice-title">${words.unsupported}</p>
      <p class="second">${words.unsupportedHint}</p>
    </div>
  </div>`;
}
