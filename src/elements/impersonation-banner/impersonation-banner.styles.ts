import { css } from 'lit';

export const styles = css`
  /* Important, so that a page's own rules cannot take away the sign that it is looked at by somebody else. */
  :host {
    display: block !important;
    visibility: visible !important;
    opacity: 1 !important;
    transform: none !important;
    translate: none !important;
    scale: none !important;
    rotate: none !important;
    clip: auto !important;
    clip-path: none !important;
    mask: none !important;
    filter: none !important;
    content-visibility: visible !important;
    max-block-size: none !important;
    pointer-events: auto !important;
    overflow: visible !important;
    position: sticky !important;
    inset-block-start: 0 !important;
    z-index: var(--ik-z-index, 2147483000) !important;
    font-size: var(--ik-banner-font-size, calc(0.9375 * var(--rem)));
  }
  :host([hidden]) {
    display: block !important; /* after what hides every other element of the kit */
  }
  :host([placement='bottom']) {
    inset-block: auto 0 !important;
  }

  .bar {
    --bg: var(--ik-banner-background, var(--impersonating));
    --fg: var(--ik-banner-color, var(--on-impersonating));
    --focus-color: var(--fg);

    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 1.5) calc(var(--space) * 3);
    min-block-size: 48px;
    padding: var(--ik-banner-padding, 6px 16px);
    background: var(--bg);
    color: var(--fg);
    print-color-adjust: exact;
  }
  .bar.critical {
    --bg: var(--danger);
    --fg: var(--on-danger);
  }
  .bar.quiet {
    --bg: var(--raised);
    --fg: var(--text);

    padding-inline-start: 16px;
    border-inline-start: 4px solid var(--impersonating);
    box-shadow: 0 0 0 1px var(--border);
  }
  .bar p {
    margin: 0;
  }

  button {
    font: inherit;
    color: inherit;
  }

  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .bar > .icon {
    inline-size: 1.5em;
    block-size: 1.5em;
  }

  .message {
    display: flex;
    flex: 1 1 calc(18 * var(--rem));
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--space) * 3);
    min-inline-size: 0;
  }
  .subject {
    max-inline-size: 100%;
  }
  .subject strong {
    font-weight: 700;
  }
  .name,
  .email {
    display: inline-block;
    max-inline-size: min(28ch, 100%);
    overflow: clip; /* hidden would put its lower edge on the line, and not its letters */
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .email,
  .actor,
  .case {
    font-size: 0.9em;
  }
  .case {
    overflow-wrap: anywhere;
  }
  .sentences {
    display: block;
  }
  .checking {
    color: var(--muted);
    animation: appear 1ms 150ms backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .meta,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 1) calc(var(--space) * 2.5);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--space);
    padding: 1px calc(var(--space) * 2);
    border: 1px solid currentColor;
    border-radius: 99px;
    font-size: 0.875em;
    font-weight: 600;
    white-space: nowrap;
  }
  .chip .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .chip.full {
    background: var(--fg);
    color: var(--bg);
  }
  .chip.offline {
    border-style: dashed;
  }
  .time {
    display: inline-flex;
    align-items: center;
    gap: var(--space);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .time strong::after {
    content: ' \u00b7' / '';
  }
  .time .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .warning .time,
  .critical .time {
    padding: 1px calc(var(--space) * 2);
    border-radius: 99px;
    background: var(--fg);
    color: var(--bg);
  }

  .actions {
    gap: calc(var(--space) * 1.5);
  }
  .action {
    display: inline-flex;
    align-items: center;
    min-block-size: 32px;
    padding: 0 calc(var(--space) * 3);
    border: 1px solid color-mix(in oklab, currentColor 70%, transparent);
    border-radius: calc(var(--radius) * 0.75);
    background: transparent;
    color: inherit;
    font-size: 0.933em;
    font-weight: 600;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  .action:hover {
    background: color-mix(in oklab, currentColor 14%, transparent);
  }
  .action.solid {
    border-color: transparent;
    background: var(--fg);
    color: var(--bg);
  }
  .action.solid:hover {
    background: color-mix(in oklab, var(--fg) 88%, var(--bg));
  }
  .action[aria-disabled] {
    border-style: dashed;
    cursor: progress;
  }
  .action[aria-expanded='true'] {
    background: color-mix(in oklab, currentColor 14%, transparent);
  }

  .short {
    display: none;
  }

  .note {
    display: flex;
    flex: 1 0 100%;
    align-items: center;
    gap: calc(var(--space) * 1.5);
    font-size: 0.933em;
  }

  @media (forced-colors: active) {
    .bar {
      border-block-end: 3px solid CanvasText;
    }
    :host([placement='bottom']) .bar {
      border-block: 3px solid CanvasText 0;
    }
    .action,
    .action.solid {
      border-color: ButtonText;
    }
    .chip.full,
    .warning .time,
    .critical .time {
      outline: 2px solid CanvasText;
      outline-offset: -1px;
    }
  }

  @media print {
    :host {
      position: static !important;
    }
    .actions {
      display: none;
    }
  }
`;
