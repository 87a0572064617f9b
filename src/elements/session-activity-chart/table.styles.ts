import { css } from 'lit';

/** The same numbers as rows. */
export const tableStyles = css`
  .scroller {
    max-block-size: calc(20 * var(--rem));
    border: 1px solid var(--border);
    border-radius: var(--radius);
    overflow: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: calc(var(--space) * 1.5) calc(var(--space) * 3);
    border-block-end: 1px solid var(--border);
    text-align: end;
    font-weight: inherit;
  }
  th:first-child {
    text-align: start;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--raised);
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
    font-weight: 600;
  }
  .picked > * {
    background: color-mix(in oklab, var(--accent), transparent 90%);
  }
  .pick {
    min-block-size: 24px;
    padding: 0 calc(var(--space));
    margin-inline: calc(var(--space) * -1);
    border: 0;
    border-radius: calc(var(--radius) * 0.5);
    background: none;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--control);
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .pick:hover {
    text-decoration-color: currentColor;
  }
  .pick[aria-pressed='true'] {
    color: var(--accent);
    font-weight: 600;
  }
`;
