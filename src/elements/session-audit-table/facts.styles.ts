import { css } from 'lit';

/** Terms, and what they mean. */
export const factStyles = css`
  .facts {
    display: grid;
    align-content: start;
    gap: calc(var(--space) * 2);
  }
  .facts > div {
    display: grid;
    grid-template-columns: calc(8.5 * var(--rem)) minmax(0, 1fr);
    gap: calc(var(--space) * 3);
  }
  dt {
    color: var(--muted);
  }
  dd {
    overflow-wrap: anywhere;
  }
  @container (inline-size < 54.8em) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`;
