import { css } from 'lit';

/** What hangs below the field. */
export const panelStyles = css`
  .panel {
    flex-direction: column;
    min-inline-size: min(17 * var(--rem), calc(100vw - 16px));
    margin: 0;
    padding: 0;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    box-shadow:
      0 1px 2px rgb(10 12 18 / 10%),
      0 8px 28px rgb(10 12 18 / 18%);
    font-size: calc(0.9375 * var(--rem));
    overflow: hidden;
  }
  .panel:not([hidden]):not([popover]),
  .panel:popover-open {
    display: flex;
  }
  /* Above everything else, held to the field by the browser, and on its other side where there is no room. */
  .panel[popover] {
    position: fixed;
    position-anchor: --field;
    inset: auto;
    inset-block-start: anchor(end);
    inset-inline: anchor(self-start) anchor(self-end);
    inline-size: auto;
    margin-block: var(--space);
    position-try-fallbacks: flip-block;
  }
  .panel:not([popover], .within) {
    position: absolute;
    inset-block-start: calc(100% + var(--space));
    inset-inline: 0;
    z-index: 1;
  }
  .panel.within {
    flex: 1;
    min-block-size: 0;
    border: 0;
    border-radius: 0;
    background: none;
    box-shadow: none;
  }
  .list {
    max-block-size: var(--impersonation-user-search-list-max-block-size, min(22 * var(--rem), 60vh));
    padding: var(--space);
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding-block: calc(var(--space) * 8) var(--space);
  }
  .within .list {
    flex: 1;
  }
  /* Dimmed, and still to be read. */
  .group[data-old] :is(.name, .avatar, .reason, mark) {
    background: none;
    color: var(--muted);
    font-weight: 400;
  }
  .group-label {
    position: sticky;
    inset-block-start: calc(var(--space) * -1);
    z-index: 1;
    padding: calc(var(--space) * 1.5) calc(var(--space) * 2);
    background: var(--surface);
    color: var(--muted);
    font-size: calc(0.75 * var(--rem));
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .option {
    display: flex;
    align-items: start;
    gap: calc(var(--space) * 2.5);
    padding: calc(var(--space) * 2);
    border-radius: calc(var(--radius) * 0.75);
    cursor: pointer;
    scroll-margin-block: var(--space);
  }
  .option:hover {
    background: var(--raised);
  }
  .option[aria-selected='true'] {
    background: color-mix(in oklab, var(--accent), var(--surface) 86%);
    outline: var(--focus-width) solid var(--focus-color);
    outline-offset: calc(var(--focus-width) * -1);
  }
  .option[aria-disabled='true'] {
    cursor: not-allowed;
  }
  .option[aria-disabled='true'] :is(.name, .avatar) {
    color: var(--muted);
  }
  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: calc(2 * var(--rem));
    block-size: calc(2 * var(--rem));
    border: 1px solid var(--border);
    border-radius: 50%;
    background: var(--raised);
    font-size: calc(0.75 * var(--rem));
    font-weight: 650;
  }
  .who {
    display: grid;
    flex: 1;
    min-inline-size: 0;
    overflow-x: clip;
  }
  .name {
    justify-self: start;
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  .details {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: calc(-1 * var(--rem));
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
  }
  /* A dot before each; before the first of a line it is cut off. */
  .detail {
    position: relative;
    padding-inline-start: var(--rem);
    overflow-wrap: anywhere;
  }
  .detail::before {
    position: absolute;
    inset-inline-start: calc(0.375 * var(--rem));
    content: '·';
    content: '·' / '';
  }
  .option[aria-selected='true'] :is(.details, .reason) {
    color: var(--text);
  }
  .reason {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 1.5);
    margin-block-start: 2px;
    color: var(--warning);
    font-size: calc(0.8125 * var(--rem));
    font-weight: 550;
  }
  mark {
    border-radius: 2px;
    background: color-mix(in oklab, var(--warning), transparent 78%);
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }

  .quiet {
    padding: calc(var(--space) * 4);
    color: var(--muted);
    overflow-wrap: anywhere;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 2) calc(var(--space) * 3);
    padding: calc(var(--space) * 3) calc(var(--space) * 4);
  }
  .notice:not(:last-child):has(+ .list) {
    border-block-end: 1px solid var(--border);
  }
  .notice > .icon {
    inline-size: calc(1.25 * var(--rem));
    block-size: calc(1.25 * var(--rem));
    color: var(--warning);
  }
  .notice > div {
    flex: 1 1 calc(12 * var(--rem));
    min-inline-size: 0;
  }
  .notice-title {
    font-weight: 600;
  }
  .notice-text {
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
  }
  code {
    font-family: var(--mono);
    font-size: 0.92em;
    white-space: nowrap;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--space) * 2);
    padding: calc(var(--space) * 2) calc(var(--space) * 3);
    border-block-start: 1px solid var(--border);
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
    font-variant-numeric: tabular-nums;
  }
  .skeletons {
    padding: calc(var(--space) * 3);
  }
  .skeleton {
    display: grid;
    gap: calc(var(--space) * 1.5);
    padding-block: calc(var(--space) * 2);
  }
  .skeleton span {
    inline-size: 45%;
    block-size: calc(0.75 * var(--rem));
    border-radius: 4px;
    background: color-mix(in oklab, var(--muted), transparent 78%);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .skeleton span + span {
    inline-size: 70%;
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }

  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline-color: Highlight;
    }
    .option[aria-disabled='true'] :is(.name, .details, .avatar) {
      color: GrayText;
    }
    .group[data-old] .option {
      color: GrayText;
    }
    .skeleton span {
      background: GrayText;
    }
    /* The browser's own colors for it may be those of the ground. */
    mark {
      forced-color-adjust: none;
      background: none;
      color: CanvasText;
    }
  }
`;
