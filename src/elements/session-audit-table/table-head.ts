import { html, type TemplateResult } from 'lit';

import type { SessionSort } from '../../core/protocol.js';
import { nextSort } from '../internal/session-filters.js';
import { icons } from './icons.js';
import type { Scene } from './words.js';

interface TableHead extends Scene {
  readonly sort: SessionSort | '';
  change(sort: SessionSort): void;
}

type SortKey = 'createdAt' | 'actor' | 'subject';

// The roles are repeated because a browser takes them away where the styles turn rows into cards.
/* eslint lit-a11y/no-redundant-role: 'off' -- see session-table.ts */

export function tableHead(head: TableHead): TemplateResult {
  const { columns } = head.localize.messages.table;
  return html`<thead part="header" role="rowgroup">
    <tr role="row" aria-rowindex="1">
      ${sortable(head, 'createdAt', columns.started, head.zone)} ${sortable(head, 'actor', columns.actor)}
      ${sortable(head, 'subject', columns.subject)} ${plain(columns.mode)} ${plain(columns.reason)}
      ${plain(columns.status)}
      <th class="plain" part="header-cell" scope="col" role="columnheader">
        <span class="visually-hidden">${columns.actions}</span>
      </th>
    </tr>
  </thead>`;
}

function plain(label: string) {
  return html`<th class="plain" part="header-cell" scope="col" role="columnheader">${label}</th>`;
}

function sortable({ sort, change }: TableHead, key: SortKey, label: string, note = '') {
  const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
  const icon = { ascending: icons.up, descending: icons.down, none: icons.updown }[direction];
  return html`<th class="sortable" part="header-cell" scope="col" role="columnheader" aria-sort=${direction}>
    <button class="sort" part="sort-button" type="button" @click=${() => change(nextSort(sort, key))}>
      ${label}${icon}
    </button>
    <span class="zone">${note}</span>
  </th>`;
}
