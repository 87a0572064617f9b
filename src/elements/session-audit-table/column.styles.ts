import { css } from 'lit';

/** How wide the columns are, and what is used to choose and resize them. */
export const columnStyles = css`
  .base {
    --in-started: calc(13 * var(--rem));
    --in-actor: calc(11 * var(--rem));
    --in-subject: calc(11 * var(--rem));
    --in-mode: calc(8 * var(--rem));
    --in-reason: calc(14 * var(--rem));
    --in-status: calc(10.5 * var(--rem));
    --in-actions: calc(9 * var(--rem));
  }
  /* Rows come and go while somebody scrolls, and the columns must not move with what stands in them. */
  table {
    table-layout: fixed;
  }
  col.in-started {
    inline-size: var(--in-started);
  }
  col.in-actor {
    inline-size: var(--in-actor);
  }
  col.in-subject {
    inline-size: var(--in-subject);
  }
  col.in-mode {
    inline-size: var(--in-mode);
  }
  col.in-status {
    inline-size: var(--in-status);
  }
  col.in-actions {
    inline-size: var(--in-actions);
  }
  /* Each step fits into the narrowest place it is for, so that nothing has to be scrolled to sideways. */
  @container (inline-size < 88em) {
    .base {
      --in-started: calc(10 * var(--rem));
      --in-actor: calc(9 * var(--rem));
      --in-subject: calc(9 * var(--rem));
      --in-mode: calc(7.5 * var(--rem));
      --in-reason: calc(10 * var(--rem));
      --in-status: calc(9.5 * var(--rem));
      --in-actions: calc(8.5 * var(--rem));
    }
  }
  @container (inline-size < 73.5em) {
    .base {
      --in-started: calc(7.5 * var(--rem));
      --in-actor: calc(7.5 * var(--rem));
      --in-subject: calc(7.5 * var(--rem));
      --in-mode: calc(6.75 * var(--rem));
      --in-reason: calc(8.5 * var(--rem));
      --in-status: calc(7.75 * var(--rem));
      --in-actions: calc(8 * var(--rem));
    }
  }
  @container (inline-size < 62em) {
    .base {
      --in-started: calc(7 * var(--rem));
      --in-actor: calc(6 * var(--rem));
      --in-subject: calc(6 * var(--rem));
      --in-mode: calc(6.25 * var(--rem));
      --in-reason: calc(7 * var(--rem));
      --in-status: calc(7.25 * var(--rem));
      --in-actions: calc(8 * var(--rem));
    }
  }

  thead th:has(> .resize-handle) {
    padding-inline-end: 26px;
  }
  .resize-handle {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 24px;
    block-size: auto;
    margin: 0;
    appearance: none;
    border: 0 solid transparent;
    border-inline-start-width: 23px;
    border-block-width: 6px;
    background: var(--border) padding-box;
    cursor: col-resize;
    touch-action: none;
  }
  .resize-handle::-webkit-slider-thumb {
    appearance: none;
    inline-size: 0;
    block-size: 0;
  }
  .resize-handle::-moz-range-thumb {
    inline-size: 0;
    block-size: 0;
    border: 0;
    opacity: 0;
  }
  .resize-handle::-moz-range-track {
    background: none;
  }
  .resize-handle:hover,
  .resize-handle:active,
  .resize-handle:focus-visible {
    border-inline-start-width: 21px;
    background-color: var(--accent);
  }
  .resize-handle:focus-visible {
    outline-offset: -4px;
  }

  .menu {
    inset: auto;
    min-inline-size: calc(11 * var(--rem));
    margin: 4px 0;
    padding: calc(var(--space) * 2);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-block, flip-inline;
  }
  .menu:popover-open {
    display: grid;
  }
  @supports not (position-area: block-end) {
    .menu {
      inset: 0;
      margin: auto;
    }
  }
  .menu-item {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 2);
    min-block-size: 32px;
    padding-inline: calc(var(--space) * 1.5);
    border-radius: calc(var(--radius) * 0.5);
    cursor: pointer;
  }
  .menu-item:hover {
    background: var(--raised);
  }
  .menu-item input {
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    accent-color: var(--accent);
  }
  .column-item {
    display: flex;
    align-items: center;
  }
  .column-item .menu-item {
    flex: 1;
  }
  .column-item .icon {
    stroke-width: 1.5;
  }
  .more[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.35;
  }
  .menu > .button {
    margin-block-start: calc(var(--space) * 1.5);
  }
  @media (forced-colors: active) {
    .resize-handle {
      forced-color-adjust: none;
      background-color: ButtonText;
    }
    .resize-handle:hover,
    .resize-handle:focus-visible {
      background-color: Highlight;
    }
  }
`;
