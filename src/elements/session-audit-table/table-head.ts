import { html, nothing, type TemplateResult } from 'lit';

import type { SessionSort } from '../../core/protocol.js';
import { nextSort } from '../internal/session-filters.js';
import type { Brought } from '../internal/brought.js';
import type { Column, ColumnName } from './columns.js';
import { icons } from './icons.js';
import type * as WithRows from './with-rows.js';
import type { Scene } from './words.js';

export interface TableHead extends Scene {
  readonly sort: SessionSort | '';
  readonly columns: readonly Column[];
  sortBy(sort: SessionSort): void;
  readonly withRows: Brought<typeof WithRows>;
  /** `null`: as wide as usual. */
  resize(name: ColumnName, width: number | null): void;
}

const sortKeys: Partial<Record<ColumnName, 'createdAt' | 'actor' | 'subject'>> = {
  started: 'createdAt',
  actor: 'actor',
  subject: 'subject',
};

// The roles are repeated because a browser takes them away where the styles turn rows into cards.
/* eslint lit-a11y/no-redundant-role: 'off' -- see session-table.ts */

export function tableHead(head: TableHead): TemplateResult {
  const { columns, localize } = head;
  return html`<thead part="header" role="rowgroup">
    <tr role="row" aria-rowindex="1">
      ${columns.map((column) => headerCell(head, column))}
      <th class="plain actions" part="header-cell" scope="col" role="columnheader">
        <span class="visually-hidden">${localize.messages.table.columns.actions}</span>
      </th>
    </tr>
  </thead>`;
}

function headerCell(head: TableHead, column: Column) {
  const { sort, sortBy, localize, zone } = head;
  const { name } = column;
  const label = localize.messages.table.columns[name];
  const key = sortKeys[name];
  const handle = head.withRows.there?.resizeHandle(head, column) ?? nothing;
  if (!key) {
    return html`<th class="plain" part="header-cell" scope="col" role="columnheader">${label}${handle}</th>`;
  }
  const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
  const icon = { ascending: icons.up, descending: icons.down, none: icons.updown }[direction];
  return html`<th class="sortable" part="header-cell" scope="col" role="columnheader" aria-sort=${direction}>
    <button class="sort" part="sort-button" type="button" @click=${() => sortBy(nextSort(sort, key))}>
      ${label}${icon}
    </button>
    ${name === 'started' ? html`<span class="zone">${zone}</span>` : nothing} ${handle}
  </th>`;
}
