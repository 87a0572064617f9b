import { svg, type TemplateResult } from 'lit';

/** Drawn on a grid of 16, in the color of the text around it. Says nothing: a word stands beside each. */
const icon = (path: string): TemplateResult =>
  svg`<svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

export const icons = {
  search: icon('m14 14-3.6-3.6M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z'),
  close: icon('m4.5 4.5 7 7M11.5 4.5l-7 7'),
  alert: icon('M8 2.25 14.5 13.5h-13L8 2.25ZM8 6.5v3M8 11.5v.05'),
  offline: icon('M1.5 8.5h3l2-5 3 9 2-4h3'),
  clock: icon('M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM8 4.5V8l2.25 1.5'),
  lock: icon('M5 7.25V5a3 3 0 0 1 6 0v2.25M3.75 7.25h8.5v6.5h-8.5z'),
  person: icon(
    'M8 7.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M2.75 14c0-2.6 2.2-4.25 5.25-4.25S13.25 11.4 13.25 14',
  ),
};
