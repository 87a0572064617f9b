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

  /* Room for the handle, which comes once the rows stand. */
  thead th:not(:last-child) {
    padding-inline-end: 26px;
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
`;
