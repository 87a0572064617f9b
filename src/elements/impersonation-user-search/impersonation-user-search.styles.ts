import { css } from 'lit';

/** The field, and the palette it may stand in. */
export const styles = css`
  :host {
    display: block;
    color: var(--text);
    font-size: calc(0.9375 * var(--rem));
  }
  .base {
    position: relative;
    min-inline-size: 0;
  }
  p {
    margin: 0;
  }
  [hidden] {
    display: none !important;
  }

  .control {
    position: relative;
    display: flex;
    align-items: center;
    anchor-name: --field;
  }
  .control > .icon {
    position: absolute;
    inset-inline-start: calc(var(--space) * 3);
    color: var(--muted);
    pointer-events: none;
  }
  .control .field {
    inline-size: 100%;
    min-block-size: 40px;
    padding-inline: calc(var(--space) * 9) calc(var(--space) * 10);
    text-overflow: ellipsis;
  }
  .field:disabled {
    border-color: var(--border);
    background: var(--raised);
    color: var(--muted);
    cursor: not-allowed;
  }
  .clear,
  .control > kbd {
    position: absolute;
    inset-inline-end: calc(var(--space) * 1.5);
  }
  .clear {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--radius) * 0.5);
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  .clear:hover {
    background: var(--raised);
    color: var(--text);
  }
  .spinner {
    position: absolute;
    inset-inline-end: calc(var(--space) * 10.5);
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid var(--border);
    border-block-start-color: var(--accent);
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  .control:has(.spinner:not([hidden])) .field {
    padding-inline-end: calc(var(--space) * 16);
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  kbd {
    padding: 1px calc(var(--space) * 1.5);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 0.5);
    background: var(--raised);
    color: var(--muted);
    font: inherit;
    font-size: calc(0.75 * var(--rem));
    white-space: nowrap;
    pointer-events: none;
  }
  .unsupported {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 2);
    padding: calc(var(--space) * 2) 0;
    color: var(--muted);
  }

  .trigger {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--space) * 2);
    max-inline-size: 100%;
    min-block-size: 40px;
    text-align: start;
    cursor: pointer;
  }
  .trigger:hover:not(:disabled) {
    background: var(--raised);
  }
  .trigger .icon {
    color: var(--muted);
  }
  .chosen {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  dialog {
    inline-size: min(
      var(--impersonation-user-search-palette-inline-size, calc(36 * var(--rem))),
      calc(100vw - 16px)
    );
    max-inline-size: none;
    max-block-size: min(36 * var(--rem), calc(100dvh - 16px));
    margin: max(8px, 12vh) auto auto;
    padding: 0;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--surface);
    color: var(--text);
    box-shadow:
      0 1px 2px rgb(10 12 18 / 12%),
      0 16px 48px rgb(10 12 18 / 28%);
    font-size: calc(0.9375 * var(--rem));
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(10 12 18 / 55%);
  }
  .palette-head {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 2);
    padding: calc(var(--space) * 2);
    padding-inline-end: calc(var(--space) * 3);
    border-block-end: 1px solid var(--border);
  }
  .palette-head .control {
    flex: 1;
    min-inline-size: 0;
    font-size: calc(1.0625 * var(--rem));
  }
  .palette-head .field {
    border-color: transparent;
    background: none;
  }
  /* The caret and the dialog around it say where the focus is. */
  .palette-head .field:focus-visible {
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    .field:disabled {
      border-color: GrayText;
      color: GrayText;
    }
    .spinner {
      border-block-start-color: Highlight;
    }
  }
`;
