import { css } from 'lit';

import { dialogStyles } from '../internal/dialog.styles.js';
import { iconStyles } from '../internal/icon.js';

const listStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--text);
  }
  p,
  ul,
  dl,
  dd,
  h2 {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style-type: ''; /* with none, some browsers no longer tell that it is a list */
  }
  .base {
    display: grid;
    gap: calc(var(--space) * 3);
    min-inline-size: 0;
  }
  .base:focus-visible,
  .entry:focus-visible {
    outline-offset: 3px;
  }
  .icon {
    inline-size: calc(1.25 * var(--rem));
    block-size: calc(1.25 * var(--rem));
    stroke-width: 1.4;
  }
  .title {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .second {
    color: var(--muted);
    font-size: 0.875em;
  }
  code {
    font-family: var(--mono);
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }

  .list {
    display: grid;
    gap: calc(var(--space) * 3);
  }
  .entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: calc(var(--space) * 3);
    padding: calc(var(--space) * 4);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .entry > .icon {
    margin-block-start: 0.1em;
    color: var(--muted);
  }
  .entry[data-live] {
    border-color: var(--impersonating);
    border-inline-start-width: calc(var(--space) * 1.25);
    background: color-mix(in oklab, var(--impersonating) 7%, var(--surface));
  }
  .entry[data-live] > .icon {
    color: var(--impersonating);
  }
  .entry[data-live] .second {
    color: var(--text);
  }
  .head {
    min-inline-size: 0;
  }
  .head .second {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--space) * 3);
    font-variant-numeric: tabular-nums;
  }
  .end {
    align-self: start;
  }
  .entry dl {
    display: grid;
    grid-column: 2 / -1;
    gap: calc(var(--space) * 2);
  }
  .fact {
    display: grid;
    grid-template-columns: calc(9 * var(--rem)) minmax(0, 1fr);
    column-gap: calc(var(--space) * 3);
    font-size: 0.9375em;
  }
  dt {
    color: var(--muted);
  }
  .entry[data-live] dt {
    color: var(--text);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .reason {
    display: block;
    white-space: pre-line;
  }
  dd .second {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--space) * 3);
  }
  .more {
    justify-self: center;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 3);
    padding: calc(var(--space) * 4);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--raised);
  }
  .notice > .icon {
    color: var(--muted);
  }
  .notice[part='error'] > .icon {
    color: var(--danger);
  }
  .notice[part='empty'] > .icon {
    color: var(--success);
  }
  .notice > div {
    flex: 1 1 calc(12 * var(--rem));
    min-inline-size: 0;
  }
  .notice.bar {
    padding-block: calc(var(--space) * 2.5);
  }

  .skeleton > [aria-hidden] {
    display: grid;
    gap: calc(var(--space) * 3);
  }
  /* What is quick should not flash, so nothing shows at first. No motion: it stays where motion is reduced. */
  .base .skeleton {
    animation: appear 0s 150ms both !important;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .skeleton .entry {
    grid-template-columns: minmax(0, 1fr);
  }
  .bone {
    block-size: calc(0.75 * var(--rem));
    border-radius: 999px;
    background: var(--raised);
  }
  .bone:first-child {
    inline-size: 60%;
  }
  .bone:last-child {
    inline-size: 80%;
  }

  @container (inline-size < 34em) {
    .entry {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .end,
    .entry dl {
      grid-column: 1 / -1;
    }
    .end {
      justify-self: stretch;
      order: 1;
    }
    .fact {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .entry[data-live] {
      border-color: Highlight;
    }
    .entry[data-live] > .icon,
    .entry > .icon,
    .notice[part] > .icon {
      color: CanvasText;
    }
    .bone {
      border: 1px solid GrayText;
    }
  }
  .inline-error {
    display: flex;
    gap: calc(var(--space) * 2);
    color: var(--danger);
  }
  .inline-error[hidden] {
    display: none;
  }
`;

export const styles = [iconStyles, dialogStyles, listStyles];
