import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(19rem, 23rem) minmax(0, 1fr);
    grid-template-rows: auto auto;
    gap: 16px;
    align-items: start;
    font-size: 14px;
  }
  .editor {
    grid-row: span 2;
    display: grid;
    gap: 12px;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  caption {
    text-align: start;
    font-weight: 650;
    padding-block-end: 4px;
  }
  th {
    text-align: start;
    font-weight: 400;
    padding: 3px 8px 3px 0;
  }
  thead th {
    font-weight: 600;
  }
  td {
    padding: 3px 8px 3px 0;
    white-space: nowrap;
  }
  input[type='color'] {
    inline-size: 36px;
    block-size: 26px;
    padding: 0;
    border: 1px solid light-dark(#838b99, #7c8494);
    border-radius: 6px;
    background: none;
    vertical-align: middle;
  }
  .ratio {
    margin-inline-start: 6px;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .ratio.short {
    color: light-dark(#b3261e, #ff9d94);
    font-weight: 650;
  }
  .shape {
    display: grid;
    grid-template-columns: 5rem 1fr 3.5rem;
    gap: 8px;
    align-items: center;
  }
  output {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .take {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  button {
    font: inherit;
    min-block-size: 32px;
  }
  pre {
    margin: 0;
    padding: 12px;
    border-radius: 8px;
    background: light-dark(#f5f6f8, #20232a);
    overflow: auto;
    font-size: 12px;
  }
  .ground {
    padding: 16px;
    border-radius: 12px;
    border: 1px solid light-dark(#d4d8df, #3a3f4a);
    background: var(--ik-color-surface);
    color: var(--ik-color-text);
    overflow: auto;
  }
  .ground.light {
    color-scheme: light;
  }
  .ground.dark {
    color-scheme: dark;
  }
  @media (width < 60rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    .editor {
      grid-row: auto;
    }
  }
`;
