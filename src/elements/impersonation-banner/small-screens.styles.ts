import { css } from 'lit';

/** The bar takes at most a quarter of the window. */
export const smallScreens = css`
  @media (width < 40rem) {
    :host {
      font-size: var(--ik-banner-font-size, calc(0.875 * var(--rem)));
    }
    .bar {
      gap: calc(var(--space) * 1) calc(var(--space) * 2);
      padding: var(--ik-banner-padding, 6px 12px);
    }
    .bar > .message {
      flex-basis: calc(100% - 3em);
    }
    .name {
      max-inline-size: min(20ch, 100%);
    }
    .email,
    .case,
    .note.advice,
    .long {
      display: none;
    }
    .short {
      display: inline;
    }
    .action {
      min-block-size: 28px;
      padding-inline: calc(var(--space) * 2);
    }
  }

  /* 400 % zoom, a phone on its side: what is left out here is in the details. */
  @media (height < 30rem) {
    :host {
      font-size: var(--ik-banner-font-size, calc(0.8125 * var(--rem)));
    }
    .bar {
      column-gap: calc(var(--space) * 2);
      row-gap: 2px;
      min-block-size: 0;
      padding: 3px 8px;
    }
    .bar > .message {
      flex: 1 1 calc(4 * var(--rem));
    }
    .bar:not(.quiet) > .message:not(.sentences) {
      flex-wrap: nowrap;
      white-space: nowrap;
    }
    .subject {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .name {
      display: inline;
    }
    .bar > .icon,
    .email,
    .actor,
    .case,
    .aside,
    .time strong {
      display: none;
    }
    .meta {
      flex-wrap: nowrap;
      gap: calc(var(--space) * 1.5);
    }
    .chip {
      padding: 2px;
    }
    .chip .word {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .action {
      min-block-size: 24px;
      padding-inline: calc(var(--space) * 1.5);
      font-size: inherit;
    }
  }
`;
