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
    font-size: 1.125rem;
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
    flex: 1 1 8rem;
    gap: var(--space);
    min-inline-size: 0;
  }
  .filter.wide {
    flex: 2 1 16rem;
  }
  .filter.instant {
    flex: 0 1 14rem;
  }
  .filter-label {
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 550;
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
`;
