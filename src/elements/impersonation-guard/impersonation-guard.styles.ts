import { css } from 'lit';

export const styles = css`
  /* No box of its own: a guard goes anywhere in a layout without changing it. */
  :host {
    display: contents;
  }
  :host([behavior='hide']:state(blocked)) {
    display: none !important;
  }
  :host(:state(explains)) ::slotted(*) {
    cursor: not-allowed;
  }
  :host(:state(explains)) ::slotted([aria-disabled='true']) {
    opacity: var(--ik-guard-opacity, 0.6);
  }

  .out-of-reach::slotted(*) {
    opacity: var(--ik-guard-opacity, 0.6);
  }
  .beside {
    display: inline-flex;
    align-items: start;
    gap: calc(var(--space) * 1.5);
    padding: var(--space) 0;
    font-size: max(0.9375em, 12px);
    overflow-wrap: anywhere;
  }

  .note {
    position: fixed;
    inset: auto;
    max-inline-size: min(22 * var(--rem), calc(100vi - 12px));
    margin: 0;
    padding: calc(var(--space) * 2.5) calc(var(--space) * 3);
    border: 1px solid var(--impersonating);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 8px 24px rgb(0 0 0 / 20%);
    font-size: calc(0.9375 * var(--rem));
    overflow-wrap: anywhere;
  }
  .note:popover-open {
    display: flex;
    gap: calc(var(--space) * 2);
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.1em;
    fill: var(--impersonating);
  }

  @media (forced-colors: active) {
    :host(:state(explains)) ::slotted([aria-disabled='true']),
    .out-of-reach::slotted(*) {
      opacity: 1;
    }
    .icon {
      fill: CanvasText;
    }
  }
`;
