import { svg, type TemplateResult } from 'lit';

/** Drawn on a grid of 16, in the color of the text around it. Says nothing: a word stands beside each. */
const icon = (path: string): TemplateResult =>
  svg`<svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

const ring = 'M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5Z';

export const icons = {
  search: icon('m14 14-3.6-3.6M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z'),
  refresh: icon('M13.5 8a5.5 5.5 0 1 1-1.6-3.9L13.5 5.7M13.5 2v3.7H9.8'),
  chevron: icon('m4 6.25 4 4 4-4'),
  up: icon('M8 13V3.5M4 7.25 8 3.25l4 4'),
  down: icon('M8 3v9.5M4 8.75l4 4 4-4'),
  updown: icon('m5 6 3-3 3 3M5 10l3 3 3-3'),
  columns: icon('M2 3.5h12v9H2v-9ZM6 3.5v9M10 3.5v9'),
  keyboard: icon('M1.5 4.5h13v7h-13v-7ZM4 7h.05M6.7 7h.05M9.3 7h.05M12 7h.05M5 9.25h6'),
  eye: icon('M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z'),
  pencil: icon('M10.5 3 13 5.5 5.5 13 2.5 13.5 3 10.5 10.5 3ZM9 4.5 11.5 7'),
  check: icon(`${ring}M5.25 8.25 7.25 10.25 10.75 6`),
  clock: icon(`${ring}M8 4.5V8l2.25 1.5`),
  stop: icon(`${ring}M3.75 3.75l8.5 8.5`),
  unknown: icon(`${ring}M6.25 6.25A1.8 1.8 0 1 1 8.6 8c-.4.2-.6.5-.6.9M8 11.3v.05`),
  pulse: icon('M1.5 8.5h3l2-5 3 9 2-4h3'),
  tab: icon(
    'M2 4.5A1.5 1.5 0 0 1 3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7ZM2 6h12',
  ),
  hand: icon('M8 1.75 13.5 4v4c0 3.2-2.3 5.4-5.5 6.25C4.8 13.4 2.5 11.2 2.5 8V4L8 1.75Z'),
  alert: icon('M8 2.25 14.5 13.5h-13L8 2.25ZM8 6.5v3M8 11.5v.05'),
  dot: icon('M8 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z'),
  save: icon('M8 2.5v8M4.75 7.5 8 10.75l3.25-3.25M2.5 13.5h11'),
  plus: icon('M8 3v10M3 8h10'),
  more: icon('M3.5 8v.05M8 8v.05M12.5 8v.05'),
  close: icon('m4 4 8 8M12 4l-8 8'),
};
