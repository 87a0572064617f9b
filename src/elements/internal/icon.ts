import { css, svg, type TemplateResult } from 'lit';

/** Drawn on a grid of 16, in the color of the text around it. Says nothing: a word stands beside each. */
export const icon = (path: string): TemplateResult =>
  svg`<svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

/** What more than one element draws. */
const ring = 'M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5Z';
const shield = 'M8 1.75 13.5 4v4c0 3.2-2.3 5.4-5.5 6.25C4.8 13.4 2.5 11.2 2.5 8V4L8 1.75Z';
export const paths = {
  ring,
  shield,
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  clock: `${ring}M8 4.5V8l2.25 1.5`,
  check: `${ring}M5.25 8.25 7.25 10.25 10.75 6`,
  unknown: `${ring}M6.25 6.25A1.8 1.8 0 1 1 8.6 8c-.4.2-.6.5-.6.9M8 11.3v.05`,
  offline: 'M1.5 8.5h3l2-5 3 9 2-4h3',
  alert: 'M8 2.25 14.5 13.5h-13L8 2.25ZM8 6.5v3M8 11.5v.05',
  search: 'm14 14-3.6-3.6M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z',
};

export const iconStyles = css`
  .icon {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
