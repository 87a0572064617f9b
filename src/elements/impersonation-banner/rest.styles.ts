import { css } from 'lit';

/** The pill, the details, and what is for paper. */
export const restStyles = css`
  :host(:state(collapsed)) {
    position: fixed !important;
    inset-block: 8px auto !important;
    inset-inline: auto 8px !important;
    inline-size: fit-content;
    max-inline-size: calc(100vi - 16px);
    font-size: min(var(--ik-banner-font-size, 0.9375 * var(--rem)), calc(0.9375 * var(--rem)));
  }
  :host(:state(collapsed)[placement='bottom']) {
    inset-block: auto 8px !important;
  }
  .small.bar {
    min-block-size: 0;
    padding: 0;
    border-radius: 99px;
    box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
  }
  .pill {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 2);
    min-inline-size: 0;
    min-block-size: 36px;
    padding: calc(var(--space) * 1) calc(var(--space) * 3);
    border: 2px solid transparent;
    border-radius: inherit;
    background: none;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }
  .pill:hover {
    background: color-mix(in oklab, currentColor 14%, transparent);
  }
  .pill:focus-visible {
    outline-offset: -4px;
  }
  .pill .name {
    max-inline-size: min(20ch, 40vi);
    font-weight: 700;
  }
  :host([placement='bottom']) .turn {
    transform: rotate(180deg);
    transform-origin: center;
  }
  .action.collapse {
    padding-inline: calc(var(--space) * 1.5);
    background: transparent;
  }
  .action.collapse:hover {
    background: color-mix(in oklab, currentColor 14%, transparent);
  }
  /* The row of buttons is full: it goes beside the names. */
  @media (width < 40rem) and (height >= 30rem) {
    .action.collapse {
      position: absolute;
      inset-block-start: 4px;
      inset-inline-end: 8px;
    }
    .bar:has(.collapse) > .message {
      padding-inline-end: 32px;
    }
  }
  @media (forced-colors: active) {
    .pill {
      border-color: ButtonText;
    }
  }

  .details {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    inline-size: min(28 * var(--rem), 100%);
    max-block-size: 60vb;
    overflow: auto;
    padding: calc(var(--space) * 4);
    border: 1px solid var(--border);
    border-end-start-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    --focus-color: var(--accent);
    box-shadow: 0 12px 32px rgb(0 0 0 / 25%);
  }
  :host([placement='bottom']) .details {
    inset-block: auto 100%;
  }
  dl,
  dl div {
    display: grid;
    gap: calc(var(--space) * 2) calc(var(--space) * 3);
    margin: 0;
  }
  dl div {
    grid-template-columns: calc(8 * var(--rem)) minmax(0, 1fr);
  }
  dt {
    color: var(--muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  @media (width < 40rem) {
    dl div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }

  .printed {
    display: none;
  }
  @media print {
    .details,
    .pill .icon:last-child {
      display: none;
    }
    .bar .printed {
      display: block;
      flex: 1 0 100%;
      font-size: 0.875em;
    }
  }
`;
