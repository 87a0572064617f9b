import { html, nothing, type TemplateResult } from 'lit';

import type { Brought } from '../internal/brought.js';
import type { columnList, ColumnList } from './column-list.js';
import { icons } from './icons.js';

export interface ColumnMenu extends ColumnList {
  readonly columnList: Brought<typeof columnList>;
}

/** A button, and the list of columns that it opens. */
export function columnMenu(menu: ColumnMenu): TemplateResult {
  const words = menu.localize.messages.table.columnMenu;
  return html`<span class="menu-place"
    ><button class="button small" part="columns-button" type="button" popovertarget="columns">
      ${icons.columns}${words.open}
    </button>
    <div
      class="menu"
      part="column-menu"
      id="columns"
      popover
      role="group"
      aria-label=${words.open}
      @beforetoggle=${menu.columnList.bring}
    >
      ${menu.columnList.isAsked ? menu.columnList.show((columnList) => columnList(menu), menu.localize) : nothing}
    </div></span
  >`;
}
