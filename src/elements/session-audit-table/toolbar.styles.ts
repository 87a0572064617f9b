import { css } from 'lit';

/** The title with its buttons, and the filters. */
export const toolbarStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 2);
  }
  .title {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--space) * 2.5);
  }
  .caption {
    font-size: calc(1.125 * var(--rem));
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .count {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .button.small {
    min-block-size: max(24px, calc(32px * var(--density)));
  }
  .button.square {
    inline-size: 32px;
    padding: 0;
  }
  .live-dot {
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid currentColor;
    border-radius: 50%;
  }
  .live[aria-pressed='true'] {
    border-color: color-mix(in oklab, var(--success), transparent 45%);
    background: color-mix(in oklab, var(--success), transparent 90%);
    color: var(--success);
  }
  .live[aria-pressed='true'] .live-dot {
    background: currentColor;
    forced-color-adjust: none;
  }

  .filters,
  .filter-row {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--space) * 2.5);
  }
  .filter-row {
    flex: 1 0 100%;
  }
  .filter {
    display: grid;
    flex: 1 1 calc(8 * var(--rem));
    gap: var(--space);
    min-inline-size: 0;
  }
  .filter.wide {
    flex: 2 1 calc(16 * var(--rem));
  }
  .filter.instant {
    flex: 0 1 calc(14 * var(--rem));
  }
  .filter-label {
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
    font-weight: 550;
  }
  .filter-row {
    align-items: center;
  }
  .filter-row .instant {
    align-self: end;
  }
  .filter .field {
    inline-size: 100%;
    text-overflow: ellipsis;
  }
  .with-icon {
    position: relative;
    display: block;
  }
  .with-icon .icon {
    position: absolute;
    inset-inline-start: calc(var(--space) * 2.5);
    inset-block-start: calc(50% - 0.5em);
    color: var(--muted);
    pointer-events: none;
  }
  .with-icon .field {
    padding-inline-start: calc(var(--space) * 8);
  }
  .clear {
    white-space: nowrap;
  }

  .chips,
  .problems {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--space) * 1.5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chips {
    min-inline-size: 0;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
    max-inline-size: 100%;
    padding-inline-start: calc(var(--space) * 2.5);
    border: 1px solid color-mix(in oklab, var(--accent), transparent 60%);
    border-radius: 999px;
    background: color-mix(in oklab, var(--accent), transparent 92%);
    font-size: calc(0.8125 * var(--rem));
  }
  .chip bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .chip[data-not='true'] {
    border-style: dashed;
  }
  .chip[data-wrong='true'] {
    border-color: color-mix(in oklab, var(--warning), transparent 40%);
    background: none;
    color: var(--muted);
  }
  .chip[data-wrong='true'] bdi {
    text-decoration: line-through;
  }
  .chip-remove,
  .more {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    border: 0;
    border-radius: 999px;
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  .chip-remove:hover,
  .more:hover,
  .more[aria-expanded='true'] {
    background: color-mix(in oklab, var(--muted), transparent 85%);
    color: var(--text);
  }
  .more .icon {
    stroke-width: 2.5;
  }
  .problems {
    flex: 1 0 100%;
    flex-direction: column;
  }
  .problems li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 2);
    font-size: calc(0.8125 * var(--rem));
  }
  .problems .icon {
    color: var(--warning);
  }
  .disclosure {
    position: relative;
    display: grid;
  }
  .panel {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-start: 0;
    z-index: 5;
    display: grid;
    gap: calc(var(--space) * 3);
    inline-size: min(20 * var(--rem), 100cqi);
    margin-block-start: var(--space);
    padding: calc(var(--space) * 4);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
  }
  .toolbar {
    position: relative;
  }
  .toolbar .disclosure {
    position: static;
  }
  .panel.end {
    inset-inline: auto 0;
    inline-size: min(20 * var(--rem), 100%);
  }
  .missing {
    display: grid;
    gap: calc(var(--space) * 2);
    justify-items: start;
  }
  @media print {
    .filters {
      display: none;
    }
  }
`;
