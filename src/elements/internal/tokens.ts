import { css } from 'lit';

/**
 * What every element looks like before a host says otherwise. A host sets `--ik-*`; elements read the short names.
 *
 * `light-dark()` follows the `color-scheme` an element inherits, so a host that has a dark mode has nothing to wire.
 *
 * - `--rem`: many a page makes its root smaller than anybody can read (62.5 %), and sets the size of its text elsewhere.
 * - `:where(:host > …)`: what a page says of everything, or of what an element stands in, ends here (docs/decisions/0018).
 * - `:where(dialog, …)`: a layer above the page is not switched off with what it was opened from.
 * - Forced colors: browsers leave drawings the colors they are given.
 */
export const tokens = css`
  :host {
    --accent: var(--ik-color-accent, light-dark(#1f5fbf, #8ab6ff));
    --on-accent: var(--ik-color-on-accent, light-dark(#ffffff, #0b1a30));
    --surface: var(--ik-color-surface, light-dark(#ffffff, #16181d));
    --raised: var(--ik-color-raised, light-dark(#f5f6f8, #20232a));
    --text: var(--ik-color-text, light-dark(#1b1f27, #e9ebf0));
    --muted: var(--ik-color-muted, light-dark(#59606e, #a3abba));
    --border: var(--ik-color-border, light-dark(#d4d8df, #3a3f4a));
    --control: var(--ik-color-control-border, light-dark(#838b99, #7c8494));
    --danger: var(--ik-color-danger, light-dark(#b3261e, #ff9d94));
    --on-danger: var(--ik-color-on-danger, light-dark(#ffffff, #3b0906));
    --warning: var(--ik-color-warning, light-dark(#8a5300, #ffc46b));
    --success: var(--ik-color-success, light-dark(#1b6e3c, #7ed9a0));
    --impersonating: var(--ik-color-impersonating, light-dark(#8a3b00, #ffb374));
    --on-impersonating: var(--ik-color-on-impersonating, light-dark(#ffffff, #2b1300));
    --density: var(--ik-density, 1);
    --space: calc(var(--ik-space, 4px) * var(--density));
    --control-size: max(24px, calc(36px * var(--density)));
    --radius: var(--ik-radius, 8px);
    --focus-width: var(--ik-focus-width, 2px);
    --focus-color: var(--ik-focus-color, var(--accent));
    --rem: max(1rem, 16px);
    --mono: var(--ik-font-mono, ui-monospace, 'SF Mono', Menlo, Consolas, monospace);

    color-scheme: var(--ik-color-scheme, inherit);
    font-family: var(--ik-font, inherit);
    box-sizing: border-box;
  }
  :where(:host > :not(slot)) {
    color: var(--text);
    fill: initial;
    stroke: initial;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-stroke: 0;
    font-family: inherit;
    font-size: max(1em, 13px);
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    font-stretch: normal;
    line-height: 1.45;
    letter-spacing: normal;
    word-spacing: normal;
    word-break: normal;
    white-space: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    cursor: auto;
  }
  :where(dialog, [popover]) {
    visibility: visible;
    pointer-events: auto;
    user-select: text;
  }
  :host([density='compact']) {
    --density: 0.8;
  }
  :host([density='standard']) {
    --density: 1;
  }
  :host([density='comfortable']) {
    --density: 1.2;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: var(--focus-width) solid var(--focus-color);
    outline-offset: 2px;
  }
  .visually-hidden:not(:focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    svg {
      color: inherit !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/**
 * Buttons and fields of the kit's own dialogs, toolbars and tables. At the top they would inherit what the page says, so
 * there they do not.
 */
export const controls = css`
  * > :is(button, input, select, textarea) {
    font: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--space) * 1.5);
    min-block-size: var(--control-size);
    padding: calc(var(--space) * 1.25) calc(var(--space) * 3.5);
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font-weight: 550;
    cursor: pointer;
  }
  .button:hover {
    background: var(--raised);
  }
  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--accent), black 12%);
  }
  .button.danger {
    border-color: transparent;
    background: var(--danger);
    color: var(--on-danger);
  }
  .button[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.65;
  }
  .button.small {
    min-block-size: max(24px, calc(28px * var(--density)));
    padding: calc(var(--space) * 0.5) calc(var(--space) * 2.5);
    font-size: 0.875em;
  }
  .field {
    min-block-size: var(--control-size);
    padding: calc(var(--space) * 1.5) calc(var(--space) * 2.5);
    border: 1px solid var(--control);
    border-radius: calc(var(--radius) * 0.75);
    background: var(--surface);
    color: var(--text);
    min-inline-size: 0;
  }
  .field[aria-invalid='true'] {
    border-color: var(--danger);
  }
  .field::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    .button[aria-disabled='true'] {
      opacity: 1;
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
