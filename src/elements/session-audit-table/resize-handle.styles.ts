import { css } from 'lit';

/** The edge of a column, by which it is made wider or narrower. */
export const resizeHandleStyles = css`
  .resize-handle {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 24px;
    block-size: auto;
    margin: 0;
    appearance: none;
    border: 0 solid transparent;
    border-inline-start-width: 23px;
    border-block-width: 6px;
    background: var(--border) padding-box;
    cursor: col-resize;
    touch-action: none;
  }
  .resize-handle::-webkit-slider-thumb {
    appearance: none;
    inline-size: 0;
    block-size: 0;
  }
  .resize-handle::-moz-range-thumb {
    inline-size: 0;
    block-size: 0;
    border: 0;
    opacity: 0;
  }
  .resize-handle::-moz-range-track {
    background: none;
  }
  .resize-handle:hover,
  .resize-handle:active,
  .resize-handle:focus-visible {
    border-inline-start-width: 21px;
    background-color: var(--accent);
  }
  .resize-handle:focus-visible {
    outline-offset: -4px;
  }
  @media (forced-colors: active) {
    .resize-handle {
      forced-color-adjust: none;
      background-color: ButtonText;
    }
    .resize-handle:hover,
    .resize-handle:focus-visible {
      background-color: Highlight;
    }
  }
  @container (inline-size < 54.8em) {
    .resize-handle {
      display: none;
    }
  }
  @media print {
    .resize-handle {
      display: none;
    }
  }
`;
