import { css } from 'lit';

import { iconStyles } from '../internal/icon.js';
import { cardStyles } from './cards.styles.js';
import { columnStyles } from './column.styles.js';
import { rowStyles } from './row.styles.js';
import { toolbarStyles } from './toolbar.styles.js';
import { windowStyles } from './window.styles.js';

const tableStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--text);
    font-size: calc(0.875 * var(--rem));
  }
  /* A scheme of its own needs a ground of its own: the page's may be of the other one. */
  :host([theme='light']),
  :host([theme='dark']) {
    padding: calc(var(--space) * 4);
    border-radius: var(--radius);
    background: var(--surface);
  }
  p,
  dl,
  dd,
  ol,
  h2 {
    margin: 0;
    padding: 0;
  }
  .base {
    display: grid;
    gap: calc(var(--space) * 3);
    min-inline-size: 0;
  }
  .first {
    display: block;
    font-weight: 550;
  }
  .second {
    display: block;
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
    font-weight: 400;
  }
  code {
    font-family: var(--mono);
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }

  .frame {
    position: relative;
    min-inline-size: 0;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    overflow: clip;
    background: var(--surface);
  }
  .scroller {
    max-block-size: var(--session-audit-table-max-block-size, min(46 * var(--rem), 80vh));
    min-block-size: calc(10 * var(--rem));
    overflow: auto;
    scroll-padding-block-start: calc(3.75 * var(--rem));
    overscroll-behavior-x: contain;
  }
  :host(:state(refreshing)) .frame::after {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0 60%;
    z-index: 3;
    block-size: 2px;
    background: var(--accent);
    animation:
      appear 0s 150ms both,
      sweep 1.2s ease-in-out infinite alternate;
    content: '';
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  @keyframes sweep {
    to {
      inset-inline: 60% 0;
    }
  }
  .scroller:focus-visible {
    outline-offset: calc(var(--focus-width) * -1);
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: calc(var(--space) * 2.5) calc(var(--space) * 3);
    border-block-end: 1px solid var(--border);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: max(20px, var(--space) * 4);
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding-block: calc(var(--space) * 2);
    background: var(--raised);
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
    font-weight: 600;
    vertical-align: middle;
  }
  thead th:last-child {
    inset-inline-end: 0;
    z-index: 2;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: var(--space);
    min-block-size: 24px;
    margin-inline: calc(var(--space) * -1);
    padding-inline: var(--space);
    border: 0;
    border-radius: calc(var(--radius) * 0.5);
    background: none;
    cursor: pointer;
  }
  .sort:hover,
  [aria-sort='ascending'] .sort,
  [aria-sort='descending'] .sort {
    color: var(--text);
  }
  [aria-sort='none'] .sort .icon {
    opacity: 0.55;
  }
  .zone {
    font-size: calc(0.75 * var(--rem));
    font-weight: 400;
  }

  .bone {
    display: block;
    inline-size: 80%;
    block-size: calc(0.75 * var(--rem));
    margin-block: calc(0.35 * var(--rem));
    border-radius: 4px;
    background: color-mix(in oklab, var(--muted), transparent 78%);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  td:nth-child(2n) .bone {
    inline-size: 55%;
  }
  td:last-child .bone {
    inline-size: calc(1.5 * var(--rem));
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }

  .notice {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 3);
    min-inline-size: 0;
  }
  .notice > div {
    flex: 1;
    min-inline-size: 0;
  }
  .notice-title {
    font-weight: 600;
  }
  .notice.strip {
    padding: calc(var(--space) * 2.5) calc(var(--space) * 3);
    border: 1px solid color-mix(in oklab, var(--warning), transparent 55%);
    border-radius: var(--radius);
    background: color-mix(in oklab, var(--warning), transparent 92%);
  }
  .notice > .icon {
    inline-size: calc(1.25 * var(--rem));
    block-size: calc(1.25 * var(--rem));
    color: var(--warning);
  }
  .notice.large {
    flex-direction: column;
    padding: calc(var(--space) * 10) calc(var(--space) * 4);
    text-align: center;
  }
  .notice.large > .icon {
    inline-size: calc(2 * var(--rem));
    block-size: calc(2 * var(--rem));
    stroke-width: 1.1;
    color: var(--muted);
  }
  .notice.large[part='error'],
  .notice.large[part='unsupported'] {
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: calc(var(--space) * 3);
  }

  @media (forced-colors: active) {
    .bone {
      background: GrayText;
    }
  }
`;

export const styles = [
  iconStyles,
  tableStyles,
  toolbarStyles,
  rowStyles,
  columnStyles,
  cardStyles,
  windowStyles,
];
