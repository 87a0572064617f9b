import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    --gap: calc(var(--space) * 5);
    inline-size: min(
      var(--impersonate-dialog-inline-size, calc(34 * var(--rem))),
      calc(100vw - 2 * var(--rem))
    );
    max-inline-size: none;
    max-block-size: min(52 * var(--rem), calc(100dvh - 2 * var(--rem)));
    margin: auto;
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
    animation: arrive 180ms cubic-bezier(0.2, 0.8, 0.2, 1);
  }
  dialog::backdrop {
    background: var(--impersonate-dialog-backdrop, rgb(10 12 18 / 55%));
  }
  @keyframes arrive {
    from {
      transform: translateY(12px);
    }
  }

  header {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: calc(var(--space) * 3);
    padding: calc(var(--space) * 4) calc(var(--space) * 4) calc(var(--space) * 3) var(--gap);
  }
  h2 {
    margin: 0;
    padding-block-start: 2px;
    font-size: 1.1875em;
    font-weight: 650;
    line-height: 1.35;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  h2:focus,
  strong:focus {
    outline: none;
  }
  .close {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: var(--radius);
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  .close:hover {
    background: var(--raised);
    color: var(--text);
  }

  form {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .body {
    display: grid;
    gap: var(--gap);
    padding: 3px var(--gap) var(--gap);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--space) * 2);
    padding: calc(var(--space) * 3) var(--gap);
    border-block-start: 1px solid var(--border);
    background: var(--raised);
  }
  .primary.full {
    background: var(--impersonating);
    color: var(--on-impersonating);
  }
  .primary.full:hover {
    background: color-mix(in oklab, var(--impersonating), black 12%);
  }

  .summary {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 3);
    min-inline-size: 0;
  }
  .summary > div {
    min-inline-size: 0;
  }
  .summary strong {
    font-weight: 600;
  }
  .summary p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    margin: 0;
    color: var(--muted);
    font-size: 0.9333em;
    overflow-wrap: anywhere;
  }
  .summary bdi:not(:last-child)::after {
    content: '·' / '';
    margin-inline-start: 0.5em;
  }
  .avatar {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--impersonating), var(--surface) 85%);
    color: var(--impersonating);
    font-weight: 650;
    text-transform: uppercase;
  }

  .accent {
    --tone: var(--accent);
  }
  .success {
    --tone: var(--success);
  }
  .warning {
    --tone: var(--warning);
  }
  .danger {
    --tone: var(--danger);
  }
  .failure,
  .step-up,
  .notice {
    color: var(--tone);
    background: color-mix(in oklab, var(--tone), var(--surface) 92%);
  }
  .failure {
    margin: 0;
    padding: calc(var(--space) * 2.5) var(--gap);
    border-block-start: 1px solid var(--danger);
    font-weight: 500;
  }
  .step-up {
    display: flex;
    gap: calc(var(--space) * 2.5);
    padding: calc(var(--space) * 3) var(--gap);
    border-block-start: 1px solid color-mix(in oklab, var(--tone), var(--surface) 55%);
  }
  .notice {
    display: flex;
    gap: calc(var(--space) * 2.5);
    padding: calc(var(--space) * 3.5);
    border: 1px solid color-mix(in oklab, var(--tone), var(--surface) 55%);
    border-radius: var(--radius);
  }
  :is(.notice, .step-up) strong {
    font-weight: 600;
  }
  :is(.notice, .step-up) p {
    margin: 2px 0 0;
    color: var(--text);
  }

  .conflict {
    display: flex;
    max-block-size: min(45dvh, 22 * var(--rem));
    overflow-y: auto;
    gap: calc(var(--space) * 2.5);
    padding: calc(var(--space) * 3) var(--gap);
    border-block-start: 1px solid color-mix(in oklab, var(--tone), var(--surface) 55%);
    background: color-mix(in oklab, var(--tone), var(--surface) 92%);
    color: var(--tone);
  }
  .conflict > div {
    flex: 1;
    min-inline-size: 0;
  }
  .conflict ul {
    display: grid;
    gap: calc(var(--space) * 2);
    margin: calc(var(--space) * 2) 0 0;
    padding: 0;
    list-style: none;
    color: var(--text);
  }
  .conflict li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space) calc(var(--space) * 3);
  }
  .conflict li > span {
    flex: 1 1 calc(14 * var(--rem));
    overflow-wrap: anywhere;
  }
  .conflict q {
    display: block;
    color: var(--muted);
  }

  .progress {
    display: grid;
    justify-items: center;
    gap: var(--space);
    padding: calc(var(--space) * 7) var(--gap) calc(var(--space) * 10);
    text-align: center;
  }
  .progress strong {
    font-size: 1.0667em;
    font-weight: 600;
  }
  .progress p {
    margin: 0;
    max-inline-size: 24em;
    color: var(--muted);
  }
  .progress .button {
    margin-block-start: calc(var(--space) * 4);
  }
  .emblem {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin-block-end: calc(var(--space) * 2);
    border-radius: 50%;
    background: color-mix(in oklab, var(--tone), var(--surface) 88%);
    color: var(--tone);
  }
  .emblem svg {
    inline-size: 24px;
    block-size: 24px;
  }
  .emblem[data-moving] {
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      box-shadow: 0 0 0 8px color-mix(in oklab, var(--tone), transparent 88%);
    }
  }

  /* Nothing for the first moment: a quick answer must not flash. Without animation it is there at once. */
  .skeleton {
    display: grid;
    gap: calc(var(--space) * 3);
    animation: hold 150ms;
  }
  .skeleton i {
    block-size: 1em;
    inline-size: 30%;
    border-radius: calc(var(--radius) / 2);
    background: var(--raised);
  }
  .skeleton .tall {
    block-size: 5em;
    inline-size: 100%;
  }
  @keyframes hold {
    from,
    to {
      visibility: hidden;
    }
  }

  /* A sheet that rises from the bottom edge, within the thumb's reach. */
  @media (max-width: 30rem) {
    dialog {
      --gap: calc(var(--space) * 4);
      inline-size: 100%;
      max-block-size: calc(100dvh - 1.5 * var(--rem));
      margin-block-end: 0;
      border-inline: 0;
      border-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    footer .button {
      flex: 1 1 auto;
    }
  }
  /* Too low for parts that stay in place (a phone on its side, a page at 400 %): everything scrolls. */
  @media (max-height: 30rem) {
    dialog[open] {
      display: block;
      max-block-size: 100dvh;
      overflow-y: auto;
    }
  }
  @media (forced-colors: active) {
    .avatar,
    .emblem {
      border: 1px solid CanvasText;
    }
  }
`;
