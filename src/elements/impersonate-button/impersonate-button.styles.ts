import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  .trigger {
    color: var(--impersonate-button-color, var(--text));
    line-height: 1.3;
    white-space: nowrap;
  }
  .trigger.button {
    min-block-size: max(24px, calc(32px * var(--density)));
    padding: var(--space) calc(var(--space) * 3);
    border-color: var(--impersonate-button-border-color, var(--control));
    background: var(--impersonate-button-background, var(--surface));
    font-size: max(0.9375em, 12px);
  }
  .trigger.button:hover {
    background: var(--impersonate-button-background, var(--raised));
  }
  .trigger.link,
  .trigger.icon {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--radius) / 2);
    background: none;
    cursor: pointer;
  }
  .trigger.link {
    gap: calc(var(--space) * 1.25);
    color: var(--impersonate-button-color, var(--accent));
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .trigger.link:hover {
    text-decoration-thickness: 2px;
  }
  .trigger.icon {
    inline-size: 32px;
    block-size: 32px;
    border-radius: var(--radius);
  }
  .trigger.icon:hover {
    background: var(--raised);
  }
  :host([variant='menuitem']) {
    display: block;
  }
  .trigger.menuitem {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 2);
    inline-size: 100%;
    min-block-size: 32px;
    padding: var(--space) calc(var(--space) * 3);
    border: 0;
    border-radius: calc(var(--radius) / 2);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .trigger.menuitem:is(:hover, :focus) {
    background: var(--raised);
  }
  .trigger.icon .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .trigger .icon {
    display: inline-flex;
    flex: none;
  }
  .trigger[aria-disabled='true'] {
    color: var(--muted);
    opacity: 1;
    cursor: not-allowed;
  }
  .trigger.button[aria-disabled='true'] {
    border-style: dashed;
  }

  /* The clear border is the gap to the button: the pointer can cross it without leaving. */
  #hint {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: min(20 * var(--rem), calc(100vw - 16px));
    padding: calc(var(--space) * 1.5) calc(var(--space) * 2.5);
    border: 6px solid transparent;
    border-radius: calc(var(--radius) + 6px);
    background: var(--text) padding-box;
    color: var(--surface);
    font-size: calc(0.8125 * var(--rem));
    line-height: 1.4;
  }
  @media (forced-colors: active) {
    .trigger[aria-disabled='true'] {
      color: GrayText;
    }
    #hint {
      border: 1px solid CanvasText;
    }
  }
`;
