import { css } from 'lit';

/** Where there is no room for columns, each row is a card. The roles in the markup keep it a table for who listens. */
export const cardStyles = css`
  @container (inline-size < 54.8em) {
    .scroller {
      max-block-size: var(--session-audit-table-max-block-size, none);
      scroll-padding-block-start: 0;
    }
    .filter.wide {
      flex-basis: 100%;
    }
    table,
    tbody,
    tbody tr,
    tbody td,
    tbody th {
      display: block;
      min-inline-size: 0;
    }
    table {
      min-inline-size: 0 !important;
    }
    colgroup {
      display: none;
    }
    thead {
      display: block;
      border-block-end: 1px solid var(--border);
      background: var(--raised);
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: calc(var(--space) * 4);
      padding: var(--space) calc(var(--space) * 4);
    }
    thead th,
    thead th:first-child {
      position: static;
      padding: calc(var(--space) * 1) 0;
      border: 0;
    }
    thead .plain {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
    thead .zone {
      display: inline;
    }
    .row {
      position: relative;
      padding: calc(var(--space) * 3) calc(var(--space) * 4);
      border-block-end: 1px solid var(--border);
    }
    .row > *,
    .row > :first-child {
      display: grid;
      grid-template-columns: calc(5 * var(--rem)) minmax(0, 1fr);
      column-gap: calc(var(--space) * 3);
      padding: calc(var(--space) * 1) 0;
      border: 0;
    }
    .row > *,
    .row:hover > * {
      background: none;
    }
    .row > [data-label]::before {
      grid-row: 1 / span 3;
      color: var(--muted);
      content: attr(data-label) / '';
    }
    .row > [data-label] {
      padding-inline-end: 28px;
    }
    /* Nothing hovers over a phone: so much says that a value can be tapped. */
    @media (hover: none) {
      .row > [data-label]:not(:has(> .cell-menu))::after {
        position: absolute;
        inset-block-start: var(--space);
        inset-inline-end: 10px;
        color: var(--muted);
        content: '⋮' / '';
      }
    }
    .row > [data-label] > :not(.cell-menu) {
      grid-column: 2;
      justify-self: start;
      max-inline-size: 100%;
    }
    [part~='row-expanded'],
    [part~='row-expanded'] + .detail-row {
      background: var(--raised);
    }
    .email {
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .row > .actions {
      position: static;
      display: block;
      inline-size: auto;
      padding-block-start: calc(var(--space) * 2);
    }
    .action-list .revoke {
      flex: 1;
    }
    .action-list {
      justify-content: end;
    }
    .notice.strip {
      flex-wrap: wrap;
    }
  }
`;
