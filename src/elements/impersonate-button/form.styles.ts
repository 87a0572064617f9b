import { css } from 'lit';

export const formStyles = css`
  .entry {
    display: grid;
    gap: calc(var(--space) * 1.5);
  }
  label,
  legend {
    font-weight: 600;
    font-size: 0.9333em;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: calc(var(--space) * 1.5);
  }
  .optional {
    margin-inline-start: 0.25em;
    color: var(--muted);
    font-weight: 400;
  }
  textarea.field {
    display: block;
    inline-size: 100%;
    min-block-size: 5.25em;
    line-height: 1.45;
    resize: vertical;
    field-sizing: content;
    max-block-size: 12em;
  }
  .hints,
  .problem {
    margin: 0;
    font-size: 0.8667em;
  }
  .hints {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--space) * 4);
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .problem,
  .over {
    color: var(--danger);
    font-weight: 500;
  }
  .problem,
  .failure {
    display: flex;
    align-items: start;
    gap: calc(var(--space) * 1.5);
  }
  .problem svg,
  .failure svg,
  .step-up svg,
  .notice svg,
  .disclosure svg {
    flex: none;
    block-size: 1.45em;
  }
  .beside {
    display: flex;
    gap: calc(var(--space) * 2);
  }
  .beside .field {
    flex: 1;
  }
  .beside .button {
    padding-inline: calc(var(--space) * 2.5);
  }

  .chips,
  .segments {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--space) * 1.5);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13 * var(--rem), 100%), 1fr));
    gap: calc(var(--space) * 2);
  }
  fieldset label {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    min-block-size: 32px;
    padding: calc(var(--space) * 0.75) calc(var(--space) * 3);
    border: 1px solid var(--control);
    border-radius: 999px;
    background: var(--surface);
    font-weight: 500;
    cursor: pointer;
  }
  fieldset label:hover {
    background: var(--raised);
  }
  fieldset input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  fieldset label:has(:checked) {
    border-color: var(--chosen, var(--accent));
    background: color-mix(in oklab, var(--chosen, var(--accent)), var(--surface) 90%);
    box-shadow: inset 0 0 0 1px var(--chosen, var(--accent));
    color: color-mix(in oklab, var(--chosen, var(--accent)), var(--text) 35%);
  }
  fieldset label:has(:focus-visible) {
    outline: var(--focus-width) solid var(--focus-color);
    outline-offset: 2px;
  }
  .segments label {
    flex: 1 1 auto;
    border-radius: calc(var(--radius) * 0.75);
    min-block-size: 36px;
  }
  .cards label {
    align-items: start;
    justify-content: start;
    gap: calc(var(--space) * 2.5);
    padding: calc(var(--space) * 2.5) calc(var(--space) * 3);
    border-radius: var(--radius);
  }
  .cards label:has([value='full']) {
    --chosen: var(--impersonating);
  }
  .cards span > span {
    font-weight: 600;
  }
  .cards svg {
    flex: none;
    block-size: 1.45em;
    color: var(--muted);
  }
  .cards label:has(:checked) svg {
    color: inherit;
  }
  .cards small {
    display: block;
    margin-block-start: 2px;
    color: var(--muted);
    font-size: 0.9286em;
    font-weight: 400;
  }

  .check {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 2);
    min-block-size: 24px;
    font-weight: 400;
    cursor: pointer;
  }
  .check input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--accent);
  }
  .disclosure {
    display: grid;
    gap: calc(var(--space) * 1.5);
    margin: 0;
    padding: calc(var(--space) * 3);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--muted);
    font-size: 0.8667em;
    list-style: none;
  }
  .disclosure li {
    display: flex;
    align-items: start;
    gap: calc(var(--space) * 2);
  }

  @media (forced-colors: active) {
    fieldset label:has(:checked) {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      box-shadow: none;
      color: HighlightText;
    }
    fieldset label:has(:checked) :is(small, svg) {
      color: HighlightText;
    }
    .disclosure {
      border: 1px solid CanvasText;
    }
  }
`;
