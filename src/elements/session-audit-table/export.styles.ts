import { css } from 'lit';

/** What can be exported, and how far that is. */
export const exportStyles = css`
  .panel .formats {
    display: grid;
    gap: calc(var(--space) * 2);
  }
  .running {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: calc(var(--space) * 2);
  }
  .running progress {
    grid-column: 1 / -1;
    inline-size: 100%;
    accent-color: var(--accent);
  }
`;
