import { html, nothing, type TemplateResult } from 'lit';

import { columnNames, type Column, type ColumnName } from './columns.js';
import { icons } from './icons.js';
import type { Scene } from './words.js';

interface ColumnMenu extends Scene {
  readonly columns: readonly Column[];
  showColumn(name: ColumnName): void;
  resetWidths(): void;
}

/** A button, and the list of columns that it opens. */
export function columnMenu({ columns, localize, showColumn, resetWidths }: ColumnMenu): TemplateResult {
  const { columnMenu: words, columns: names } = localize.messages.table;
  const shown = (name: ColumnName) => columns.some((column) => column.name === name);
  return html`<span class="menu-place"
    ><button class="button small" part="columns-button" type="button" popovertarget="columns">
      ${icons.columns}${words.open}
    </button>
    <div class="menu" part="column-menu" id="columns" popover role="group" aria-label=${words.open}>
      ${columnNames.map(
        (name) =>
          html`<label class="menu-item">
            <input
              type="checkbox"
              .checked=${shown(name)}
              ?disabled=${columns.length === 1 && shown(name)}
              @change=${() => showColumn(name)}
            />${names[name]}
          </label>`,
      )}
      ${
        columns.some(({ width }) => width !== null)
          ? html`<button class="button small" part="reset-widths-button" type="button" @click=${resetWidths}>
              ${words.resetWidths}
            </button>`
          : nothing
      }
    </div></span
  >`;
}
