import { css } from 'lit';

/** How it stands on the page. */
export const layouts = css`
  :host([layout='flow']) {
    position: relative !important;
    inset: auto !important;
  }
  :host([layout='overlay']),
  :host([layout='pill']) {
    position: fixed !important;
    inset-inline: 0 !important;
  }

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

  .frame {
    position: fixed;
    inset: 0;
    border: var(--ik-frame-width, 3px) solid var(--ik-frame-color, var(--impersonating));
    pointer-events: none;
  }

  @media (forced-colors: active) {
    .pill {
      border-color: ButtonText;
    }
  }
  @media print {
    .frame,
    .pill .icon:last-child {
      display: none;
    }
  }
`;
