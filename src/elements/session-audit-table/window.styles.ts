import { css } from 'lit';

/** The part of a long list that is drawn. */
export const windowStyles = css`
  /* What is drawn is put back where it was by the window itself. */
  .scroller[data-windowed] {
    overflow-anchor: none;
  }
  .spacer > * {
    padding: 0;
    border: 0;
  }
  .rows > .skeleton-row > * {
    block-size: calc(4 * var(--rem));
  }
  /* The row that has the focus goes on having it while others are looked at. */
  .kept {
    position: absolute;
    inset-block-start: 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .print-summary {
    display: none;
  }
  @media print {
    :host {
      color-scheme: light;
    }
    .scroller {
      max-block-size: none;
      overflow: visible;
    }
    .toolbar > :not(.title),
    .filters,
    .notice.strip .button,
    .detail-row,
    .skeleton-row,
    .in-actions,
    .actions,
    .foot,
    .fresh {
      display: none;
    }
    .print-summary {
      display: flex;
      flex-wrap: wrap;
      column-gap: calc(var(--space) * 4);
      color: var(--muted);
    }
    .frame {
      overflow: visible;
    }
    tr {
      break-inside: avoid;
    }
    thead th {
      position: static;
    }
    .clamp {
      -webkit-line-clamp: none;
    }
  }
`;
