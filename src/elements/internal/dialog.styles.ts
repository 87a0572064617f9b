import { css } from 'lit';

/** A dialog that asks one question: for a reason, or whether one is sure. */
export const dialogStyles = css`
  .dialog {
    inline-size: min(30 * var(--rem), 100vi - 2 * var(--rem));
    padding: calc(var(--space) * 6);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 16px 48px rgb(0 0 0 / 30%);
    font-size: calc(0.9375 * var(--rem));
  }
  .dialog::backdrop {
    background: rgb(10 12 18 / 50%);
  }
  .dialog form,
  .dialog[open]:not(:has(form)) {
    display: grid;
    gap: calc(var(--space) * 2.5);
  }
  .dialog :is(h2, p) {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .dialog h2 {
    font-size: 1.1875em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .dialog label {
    margin-block-start: calc(var(--space) * 2);
    font-weight: 600;
  }
  .dialog textarea {
    inline-size: 100%;
    resize: vertical;
  }
  .dialog .hint {
    color: var(--muted);
    font-size: 0.875em;
  }
  .dialog .problem {
    color: var(--danger);
    font-weight: 550;
  }
  .dialog .problem:empty {
    display: none;
  }
  .dialog-buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--space) * 2.5);
    margin-block-start: calc(var(--space) * 3);
  }
  .button.danger:hover {
    background: color-mix(in oklab, var(--danger), black 12%);
  }
  @media (width < 30rem) {
    .dialog-buttons .button {
      flex: 1 1 100%;
    }
    .dialog-buttons :is(.primary, .danger) {
      order: -1;
    }
  }
`;
