import { css } from 'lit';

/** How it stands on the page. */
export const layouts = css`
  :host([layout='flow']) {
    position: relative !important;
    inset: auto !important;
  }
  :host([layout='overlay']),
  :host([layout='pill']) {
    position: fixed !important;
    inset-inline: 0 !important;
  }

  .frame {
    position: fixed;
    inset: 0;
    border: var(--ik-frame-width, 3px) solid var(--ik-frame-color, var(--impersonating));
    pointer-events: none;
  }

  @media print {
    .frame {
      display: none;
    }
  }
`;
