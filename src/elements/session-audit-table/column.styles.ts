import { css } from 'lit';

/** How wide the columns are, and what is used to choose and resize them. */
export const columnStyles = css`
  .base {
    --in-started: 13rem;
    --in-actor: 11rem;
    --in-subject: 11rem;
    --in-mode: 8rem;
    --in-reason: 14rem;
    --in-status: 10.5rem;
    --in-actions: 9rem;
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
  @container (inline-size < 77rem) {
    .base {
      --in-started: 10rem;
      --in-actor: 9rem;
      --in-subject: 9rem;
      --in-mode: 7.5rem;
      --in-reason: 10rem;
      --in-status: 9.5rem;
      --in-actions: 8.5rem;
    }
  }
  @container (inline-size < 64rem) {
    .base {
      --in-started: 7.5rem;
      --in-actor: 7.5rem;
      --in-subject: 7.5rem;
      --in-mode: 6.75rem;
      --in-reason: 8.5rem;
      --in-status: 7.75rem;
      --in-actions: 8rem;
    }
  }
  @container (inline-size < 54rem) {
    .base {
      --in-started: 7rem;
      --in-actor: 6rem;
      --in-subject: 6rem;
      --in-mode: 6.25rem;
      --in-reason: 7rem;
      --in-status: 7.25rem;
      --in-actions: 8rem;
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
    min-inline-size: 11rem;
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
