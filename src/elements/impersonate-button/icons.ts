import { html, svg } from 'lit';

/** Small line drawings in the color of the text around them. None says what the text beside it does not. */
const draw = (path: string) => html`
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${svg`<path d=${path} />`}
  </svg>
`;

export const icons = {
  close: draw('m4 4 8 8m0-8-8 8'),
  alert: draw('M8 5.25v3.5m0 2.35v.05M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5'),
  warning: draw(
    'M8 6.5v3m0 2.1v.05M7.1 2.3 1.6 12a1 1 0 0 0 .9 1.5h11a1 1 0 0 0 .9-1.5L8.9 2.3a1 1 0 0 0-1.8 0',
  ),
  view: draw(
    'M1.5 8S3.75 3.5 8 3.5 14.5 8 14.5 8 12.25 12.5 8 12.5 1.5 8 1.5 8M8 9.75a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5',
  ),
  edit: draw('m10.5 3 2.5 2.5M2.5 13.5l.6-3L10.9 2.7a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7l-7.8 7.8z'),
  record: draw('M8 4.5V8l2.25 1.5M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5'),
  told: draw('M3.5 11.25V7a4.5 4.5 0 0 1 9 0v4.25l1 1h-11zM6.5 14.25h3'),
  /** A lock: who sits there is asked once more. */
  confirm: draw(
    'M5 7.25V5a3 3 0 0 1 6 0v2.25M4 7.25h8a.75.75 0 0 1 .75.75v5a.75.75 0 0 1-.75.75H4a.75.75 0 0 1-.75-.75V8A.75.75 0 0 1 4 7.25M8 9.75v1.5',
  ),
  opening: draw(
    'M9.25 2.25h4.5v4.5M13.5 2.5 8 8M6.75 3.25H3.5a1 1 0 0 0-1 1v8.25a1 1 0 0 0 1 1h8.25a1 1 0 0 0 1-1V9.25',
  ),
  done: draw('m5.25 8.25 2 2 3.75-4.25M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5'),
};
