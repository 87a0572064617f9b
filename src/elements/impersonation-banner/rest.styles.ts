import { css } from 'lit';

/** The details, and what is for paper. */
export const restStyles = css`
  .details {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    inline-size: min(28 * var(--rem), 100%);
    max-block-size: 60vb;
    overflow: auto;
    padding: calc(var(--space) * 4);
    border: 1px solid var(--border);
    border-end-start-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    --focus-color: var(--accent);
    box-shadow: 0 12px 32px rgb(0 0 0 / 25%);
  }
  :host([placement='bottom']) .details {
    inset-block: auto 100%;
  }
  dl,
  dl div {
    display: grid;
    gap: calc(var(--space) * 2) calc(var(--space) * 3);
    margin: 0;
  }
  dl div {
    grid-template-columns: calc(8 * var(--rem)) minmax(0, 1fr);
  }
  dt {
    color: var(--muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  @media (width < 40rem) {
    dl div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }

  .printed {
    display: none;
  }
  @media print {
    .details {
      display: none;
    }
    .bar .printed {
      display: block;
      flex: 1 0 100%;
      font-size: 0.875em;
    }
  }
`;
