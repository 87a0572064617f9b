import { html, nothing, type TemplateResult } from 'lit';

import type { Asking } from './asking.js';
import type { Exporting } from './exporting.js';
import { icons } from './icons.js';
import type { Scene } from './words.js';

const panel = 'export';

export interface ExportButton extends Scene, Asking {
  readonly exporting: Exporting;
}

/** Opens what can be exported. Nothing is asked before a format is chosen. */
export function exportButton(view: ExportButton): TemplateResult | typeof nothing {
  const { disclosure, exporting, localize } = view;
  if (!exporting.offered) return nothing;
  const open = disclosure.isOpen(panel);
  return html`<div class="disclosure" @keydown=${disclosure.onKeyDown} @focusout=${disclosure.onFocusOut}>
    <button
      class="button small"
      part="export-button"
      type="button"
      aria-expanded=${open}
      @click=${(event: Event) => disclosure.toggle(panel, event)}
    >
      ${icons.save}${localize.messages.query.export.open}
    </button>
    ${open ? (exporting.panel?.(view, exporting) ?? nothing) : nothing}
  </div>`;
}
