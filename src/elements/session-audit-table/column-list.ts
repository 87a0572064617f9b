import { html, nothing, type TemplateResult } from 'lit';

import { columnNames, toggled, type Column, type ColumnName } from './columns.js';
import { icons } from './icons.js';
import { menuItemStyles } from './menu-item.styles.js';
import type { Scene } from './words.js';

export const styles = [menuItemStyles];

export interface ColumnList extends Scene {
  readonly columns: readonly Column[];
  showColumn(name: ColumnName): void;
  /** So many places later; earlier, below zero. */
  moveColumn(name: ColumnName, by: -1 | 1): void;
  resetWidths(): void;
}

/** Which columns there are, and in which order. */
export function columnList(menu: ColumnList): TemplateResult {
  const { columns, localize, resetWidths } = menu;
  const words = localize.messages.table.columnMenu;
  const isShown = (name: ColumnName) => columns.some((column) => column.name === name);
  // Those that are not shown stand where they would be.
  const all = columnNames.filter((name) => !isShown(name)).reduce(toggled, columns);
  return html`${all.map(({ name }) => item(menu, name, isShown(name)))}
  ${
    columns.some(({ width }) => width !== null)
      ? html`<button class="button small" part="reset-widths-button" type="button" @click=${resetWidths}>
          ${words.resetWidths}
        </button>`
      : nothing
  }`;
}

function item(menu: ColumnList, name: ColumnName, shown: boolean) {
  const { columns, localize } = menu;
  const { columnMenu: words, columns: names } = localize.messages.table;
  const index = columns.findIndex((column) => column.name === name);
  const mover = (by: -1 | 1, label: string) =>
    html`<button
      class="more"
      part="move-button"
      type="button"
      data-move=${`${name} ${by}`}
      aria-label=${label}
      aria-disabled=${!columns[index + by]}
      @click=${() => menu.moveColumn(name, by)}
    >
      ${by < 0 ? icons.up : icons.down}
    </button>`;
  const column = names[name];
  return html`<div class="column-item">
    <label class="menu-item">
      <input
        type="checkbox"
        .checked=${shown}
        ?disabled=${columns.length === 1 && shown}
        @change=${() => menu.showColumn(name)}
      />${column}
    </label>
    ${shown ? [mover(-1, words.earlier({ column })), mover(1, words.later({ column }))] : nothing}
  </div>`;
}
