import { css } from 'lit';

/** What is said where there are no bars, or above old ones. */
export const noticeStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 3);
    min-inline-size: 0;
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }
  .notice > div {
    flex: 1 1 calc(14 * var(--rem));
    min-inline-size: 0;
  }
  .missing {
    display: grid;
    gap: calc(var(--space) * 2);
    justify-items: start;
  }
  .notice-title {
    font-weight: 600;
  }
  .second {
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
  }
  code {
    font-family: var(--mono);
    overflow-wrap: anywhere;
  }
  .notice.strip {
    padding: calc(var(--space) * 2.5) calc(var(--space) * 3);
    border-color: color-mix(in oklab, var(--warning), transparent 55%);
    background: color-mix(in oklab, var(--warning), transparent 92%);
  }
  .notice.large {
    flex-direction: column;
    justify-content: center;
    min-block-size: var(--block-size);
    padding: calc(var(--space) * 4);
    text-align: center;
  }
  .notice.large > div {
    flex: none;
  }
`;
