import { css } from 'lit';

export const dialogStyles = css`
  .dialog {
    inline-size: min(28rem, 100% - 2rem);
    padding: calc(var(--space) * 6);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 16px 48px rgb(0 0 0 / 30%);
  }
  .dialog[open] {
    display: grid;
    gap: calc(var(--space) * 3);
  }
  .dialog::backdrop {
    background: rgb(10 14 22 / 50%);
  }
  .dialog h2 {
    font-size: 1.125rem;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .dialog-buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--space) * 2.5);
    margin-block-start: calc(var(--space) * 2);
  }
  .button.danger:hover {
    background: color-mix(in oklab, var(--danger), black 12%);
  }
  .inline-error {
    display: flex;
    gap: calc(var(--space) * 2);
    color: var(--danger);
  }
  .inline-error[hidden] {
    display: none;
  }
  @media (inline-size < 30rem) {
    .dialog-buttons .button {
      flex: 1 1 100%;
    }
  }
`;
