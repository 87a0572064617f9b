import { nothing, type TemplateResult } from 'lit';

import type { Asking } from './asking.js';
import { disclosureButton } from './disclosure-button.js';
import type { Exports } from './exports.js';
import { icons } from './icons.js';
import type { Scene } from './words.js';

export interface ExportButton extends Scene, Asking {
  readonly exporting: Exports;
}

/** Opens what can be exported. Nothing is asked before a format is chosen. */
export function exportButton(view: ExportButton): TemplateResult | typeof nothing {
  const { disclosure, exporting, localize } = view;
  if (!exporting.offered) return nothing;
  const label = [icons.save, localize.messages.query.export.open];
  return disclosureButton(
    {
      localize,
      disclosure,
      panel: 'export',
      part: 'export-button',
      small: true,
      label,
      content: exporting.panel,
    },
    (panel) => panel.render(view),
  );
}
