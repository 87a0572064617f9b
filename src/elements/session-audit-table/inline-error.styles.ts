import { css } from 'lit';

/** What went wrong, beside what it went wrong with. */
export const inlineErrorStyles = css`
  .inline-error {
    display: flex;
    align-items: start;
    gap: calc(var(--space) * 2);
    color: var(--danger);
  }
  .inline-error > span {
    flex: 1;
  }
  .inline-error[hidden] {
    display: none;
  }
  .inline-error .icon {
    margin-block-start: 0.2em;
  }
`;
