import { css } from 'lit';

/** The row below an open one: what is known, and what happened. */
export const detailStyles = css`
  .detail {
    background: var(--raised);
  }
  .detail-grid {
    /* As wide as what can be seen of the table, and standing still when the columns are scrolled. */
    position: sticky;
    inset-inline-start: calc(var(--space) * 4);
    max-inline-size: calc(100cqi - var(--space) * 8 - var(--rem));
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--space) * 6);
    padding-block: calc(var(--space) * 2) calc(var(--space) * 3);
  }
  @container (inline-size >= 59.5em) {
    .detail-grid {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
  .events-heading {
    margin-block-end: calc(var(--space) * 3);
    font-weight: 650;
  }
  .timeline {
    list-style: none;
  }
  .event {
    position: relative;
    display: grid;
    grid-template-columns: var(--rem) minmax(0, 1fr) auto;
    gap: calc(var(--space) * 3);
    padding-block-end: calc(var(--space) * 3.5);
  }
  .event > .icon {
    margin-block-start: calc(0.2 * var(--rem));
    color: var(--muted);
  }
  .event:not(:last-child)::before {
    position: absolute;
    inset-block: calc(1.5 * var(--rem)) calc(0.1 * var(--rem));
    inset-inline-start: calc(0.5 * var(--rem) - 0.5px);
    border-inline-start: 1px solid var(--border);
    content: '';
  }
  .event time {
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
    white-space: nowrap;
  }
  .outcome {
    margin-inline-start: calc(var(--space) * 2);
    color: var(--muted);
    font-size: calc(0.8125 * var(--rem));
  }
  .event[data-outcome='made'] > .icon {
    color: var(--success);
  }
  .event[data-outcome='intended'] > .icon,
  .event[data-outcome='intended'] .outcome {
    color: var(--warning);
  }
  .event[data-outcome='blocked'] > .icon,
  .event[data-outcome='blocked'] .outcome {
    color: var(--danger);
  }
  .event[data-outcome='blocked'] .outcome {
    font-weight: 650;
  }
  .parts > bdi + bdi::before {
    content: ' · ' / '';
  }
  .late {
    animation: appear 0s 150ms both;
  }
  @container (inline-size < 54.8em) {
    .detail-grid {
      position: static;
      max-inline-size: none;
    }
    .detail-row > td {
      padding-inline: calc(var(--space) * 4);
    }
    .event {
      grid-template-columns: var(--rem) minmax(0, 1fr);
    }
    .event > time {
      grid-column: 2;
      margin-block-start: calc(var(--space) * -2.5);
    }
  }
`;
