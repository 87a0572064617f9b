import { css } from 'lit';

import { noticeStyles } from './notices.styles.js';

const chartStyles = css`
  :host {
    --bar: var(--session-activity-chart-bar, var(--accent));
    --blocked: var(--session-activity-chart-blocked, var(--danger));
    --block-size: var(--session-activity-chart-block-size, calc(9 * var(--rem)));

    display: block;
    container-type: inline-size;
    color: var(--text);
    font-size: calc(0.875 * var(--rem));
  }
  p {
    margin: 0;
  }
  .base {
    display: grid;
    gap: calc(var(--space) * 3);
    min-inline-size: 0;
  }
  .head,
  .actions,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 2);
  }
  .title {
    display: flex;
    flex: 1 1 calc(14 * var(--rem));
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--space) * 2.5);
  }
  .caption {
    font-size: calc(1.125 * var(--rem));
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .summary,
  .readout,
  .legend {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .button.small {
    min-block-size: max(24px, calc(32px * var(--density)));
  }
  .button[aria-pressed='true'] {
    border-color: var(--accent);
    background: color-mix(in oklab, var(--accent), transparent 90%);
    color: color-mix(in oklab, var(--accent), var(--text) 35%);
  }

  .chart {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(var(--space) * 2);
    row-gap: var(--space);
    color: var(--muted);
    font-size: calc(0.75 * var(--rem));
    font-variant-numeric: tabular-nums;
  }
  .scale {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    margin-block: -0.7em;
    text-align: end;
  }
  .plot {
    position: relative;
    block-size: var(--block-size);
    border-radius: calc(var(--radius) * 0.25);
    cursor: crosshair;
    touch-action: pan-y;
    user-select: none;
  }
  .plot:has(:focus-visible) {
    outline: var(--focus-width) solid var(--focus-color);
    outline-offset: 3px;
  }
  .drawing {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .plot:dir(rtl) .drawing {
    transform: scaleX(-1);
  }
  /* There for the keys and for screen readers: the pointer goes to the bars below. */
  .edge {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    pointer-events: none;
  }
  .grid {
    stroke: var(--border);
    stroke-dasharray: 2 4;
  }
  .ground {
    stroke: var(--control);
  }
  .bar {
    fill: var(--bar);
  }
  .bar-blocked {
    fill: var(--blocked);
  }
  .drawing:not(.fine) :is(.bar, .bar-blocked) {
    stroke: var(--surface);
  }
  .out {
    opacity: 0.35;
  }
  .brush,
  .hover {
    fill: color-mix(in oklab, var(--accent), transparent 88%);
  }
  .handle {
    stroke: var(--accent);
    stroke-width: 2px;
  }
  .handle.idle {
    stroke: none;
  }
  .edge[name='first']:focus-visible ~ .drawing .handle.first,
  .edge[name='end']:focus-visible ~ .drawing .handle.end {
    stroke: var(--focus-color);
    stroke-width: 5px;
  }
  .times {
    display: flex;
    grid-column: 2;
    justify-content: space-between;
    gap: calc(var(--space) * 2);
  }
  .times :nth-child(2) {
    text-align: center;
  }
  .times :last-child:not(:first-child) {
    text-align: end;
  }

  .foot {
    justify-content: space-between;
    font-size: calc(0.8125 * var(--rem));
  }
  .readout {
    min-block-size: 1.45em;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 1.5);
  }
  .swatch {
    inline-size: calc(0.75 * var(--rem));
    block-size: calc(0.75 * var(--rem));
    border-radius: 2px;
    background: var(--bar);
    forced-color-adjust: none;
  }
  .swatch.blocked {
    margin-inline-start: calc(var(--space) * 1.5);
    background: var(--blocked);
  }

  .bones {
    display: flex;
    align-items: end;
    gap: 3px;
    block-size: var(--block-size);
    border-block-end: 1px solid var(--border);
  }
  .bone {
    flex: 1;
    block-size: 35%;
    background: color-mix(in oklab, var(--muted), transparent 78%);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .bone:nth-child(2n) {
    block-size: 55%;
  }
  .bone:nth-child(3n) {
    block-size: 20%;
  }
  .bone:nth-child(5n) {
    block-size: 75%;
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }

  @media (forced-colors: active) {
    .drawing {
      forced-color-adjust: none;
    }
    .bar {
      fill: CanvasText;
    }
    .drawing .bar-blocked.bar-blocked {
      fill: Canvas;
      stroke: CanvasText;
    }
    .drawing .bar.bar {
      stroke: none;
    }
    .out {
      opacity: 1;
      fill: GrayText;
    }
    .grid {
      stroke: GrayText;
    }
    .ground {
      stroke: CanvasText;
    }
    .brush,
    .hover {
      fill: none;
      stroke: Highlight;
      stroke-width: 2px;
    }
    .plot {
      --accent: Highlight;
      --focus-color: Highlight;
    }
    .bone {
      background: GrayText;
    }
    .swatch {
      background: CanvasText;
    }
    .swatch.blocked {
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .button[aria-pressed='true'] {
      background: SelectedItem;
      color: SelectedItemText;
      forced-color-adjust: none;
    }
  }
`;

export const styles = [chartStyles, noticeStyles];
