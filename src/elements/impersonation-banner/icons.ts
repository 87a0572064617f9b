import { html, svg, type TemplateResult } from 'lit';

export const icon = (shape: TemplateResult) => html`
  <svg
    part="icon"
    class="icon"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>
`;

/** Two people, one in front of the other. */
export const twoPeople = icon(svg`
  <circle cx="7.5" cy="7" r="3" /><path d="M2 16.5c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5" />
  <path d="M13 4.2a3 3 0 0 1 0 5.6M15 12.4c1.7.6 2.8 2 3 4.1" />
`);
export const question = icon(svg`
  <circle cx="10" cy="10" r="7.5" /><path d="M7.8 7.8c.2-1.3 1.1-1.9 2.2-1.9 1.3 0 2.2.8 2.2 2 0 1.6-2.2 1.7-2.2 3.3M10 13.9v.1" />
`);
export const eye = icon(svg`
  <path d="M1.8 10s3-5.5 8.2-5.5 8.2 5.5 8.2 5.5-3 5.5-8.2 5.5S1.8 10 1.8 10Z" /><circle cx="10" cy="10" r="2.3" />
`);
export const pencil = icon(
  svg`<path d="m3.5 16.5.8-3.7 8.9-8.9a1.7 1.7 0 0 1 2.4 0l.5.5a1.7 1.7 0 0 1 0 2.4l-8.9 8.9Z" />`,
);
export const clock = icon(svg`<circle cx="10" cy="10" r="7.5" /><path d="M10 5.8V10l2.8 1.9" />`);
export const alert = icon(svg`<path d="M10 2.8 1.9 16.7h16.2ZM10 8v4M10 14.3v.1" />`);
export const disconnected = icon(
  svg`<path d="M2 7.5a12 12 0 0 1 16 0M5 11a8 8 0 0 1 10 0M8 14.3a3.5 3.5 0 0 1 4 0M3 2l14 16" />`,
);
export const smaller = icon(svg`<path class="turn" d="m5 12.5 5-5 5 5" />`);
