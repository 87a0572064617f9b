import { css } from 'lit';

/** The row of a session. */
export const rowStyles = css`
  .row > * {
    background: var(--surface);
  }
  .row:hover > * {
    background: color-mix(in oklab, var(--raised), var(--surface) 40%);
  }
  [part~='row-expanded'] > * {
    border-block-end-color: transparent;
    background: var(--raised);
  }
  .row > * {
    position: relative;
    overflow-wrap: anywhere;
  }
  .email {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .clamp {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .filed {
    margin-block-start: 2px;
  }
  .filed .case {
    margin-inline-end: calc(var(--space) * 1.5);
    color: var(--text);
    font-family: var(--mono);
    font-size: 0.92em;
  }

  .mode,
  .pill {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--space) * 1.25);
    white-space: nowrap;
  }
  .mode {
    align-items: start;
    white-space: normal;
    color: var(--muted);
  }
  .mode .icon {
    block-size: 1lh;
  }
  .mode[data-mode='full'] {
    color: var(--impersonating);
    font-weight: 550;
  }
  .pill {
    --tone: var(--muted);
    padding: 1px calc(var(--space) * 2) 1px calc(var(--space) * 1.5);
    border: 1px solid color-mix(in oklab, var(--tone), transparent 65%);
    border-radius: 99px;
    background: color-mix(in oklab, var(--tone), transparent 90%);
    color: var(--tone);
    font-size: calc(0.8125 * var(--rem));
    font-weight: 600;
  }
  .pill[data-tone='active'] {
    --tone: var(--success);
  }
  .pill[data-tone='pending'],
  .pill[data-tone='unknown'] {
    --tone: var(--warning);
  }
  .pill[data-tone='forced'] {
    --tone: var(--danger);
  }
  td > .pill + .second {
    margin-block-start: 3px;
  }

  .row > .actions {
    padding-block: calc(var(--space) * 2);
  }
  .action-list {
    display: flex;
    white-space: nowrap;
    align-items: center;
    justify-content: end;
    gap: calc(var(--space) * 2);
  }
  .revoke {
    border-color: color-mix(in oklab, var(--danger), transparent 45%);
    color: var(--danger);
  }
  .expander {
    display: inline-grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border: 0;
    border-radius: calc(var(--radius) * 0.75);
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  .expander:hover {
    background: color-mix(in oklab, var(--text), transparent 90%);
    color: var(--text);
  }
  .expander .icon {
    transition: transform 0.15s;
  }
  .expander[aria-expanded='true'] .icon {
    transform: rotate(180deg);
  }

  .fresh {
    position: absolute;
    inset-block-start: calc(1.6 * var(--rem));
    inset-inline: 0;
    z-index: 2;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }
  .fresh .button {
    border-radius: 99px;
    box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
    pointer-events: auto;
  }
  @container (54.8em <= inline-size < 75.5em) {
    .row > .actions {
      position: sticky;
      inset-inline-end: 0;
    }
    .row > *,
    thead th {
      padding-inline: calc(var(--space) * 2);
    }
  }
  @media (forced-colors: active) {
    .pill,
    .mode {
      color: CanvasText;
      border-color: CanvasText;
    }
  }
`;
