import { css } from 'lit';

// The drawing is a shape: a thousand <svg> cost more than the buttons they stand in, and an image would need the page's
// permission. The outlines are those of lines 1.5 wide with round ends, on a grid of 16.
// The hint's clear border is the gap to the button: the pointer can cross it without leaving.

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  :host([variant='menuitem']) {
    display: block;
  }
  .trigger {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--space) * 1.5);
    min-block-size: max(24px, calc(32px * var(--density)));
    padding: var(--space) calc(var(--space) * 3);
    border: 1px solid var(--impersonate-button-border-color, var(--control));
    border-radius: var(--radius);
    background: var(--impersonate-button-background, var(--surface));
    color: var(--impersonate-button-color, var(--text));
    font-size: max(0.9375em, 12px);
    font-weight: 550;
    line-height: 1.3;
    white-space: nowrap;
    cursor: pointer;
  }
  .trigger:hover {
    background: var(--impersonate-button-background, var(--raised));
  }
  .icon {
    display: inline-flex;
    flex: none;
  }
  .icon:not(.own) {
    inline-size: 16px;
    block-size: 16px;
    background: currentColor;
    clip-path: path(
      'M3 4.75a3.5 3.5 0 1 1 7 0 3.5 3.5 0 1 1-7 0zm1.5 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0zM1 14c0-2.95 2.48-5 5.5-5q1.02 0 1.92.28a.75.75 0 0 1-.44 1.44Q7.29 10.5 6.5 10.5C4.02 10.5 2.5 11.75 2.5 14A.75.75 0 0 1 1 14zm9.5-2.5h4a.75.75 0 0 1 0 1.5h-4a.75.75 0 0 1 0-1.5zm2.78-1.68 1.9 1.9a.75.75 0 0 1 0 1.06l-1.9 1.9a.75.75 0 0 1-1.06-1.06l1.37-1.37-1.37-1.37a.75.75 0 0 1 1.06-1.06z'
    );
    print-color-adjust: exact;
  }

  :host(:is([variant='link'], [variant='icon'], [variant='menuitem'])) .trigger {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--radius) / 2);
    background: none;
    font-size: max(1em, 13px);
    font-weight: 400;
  }
  :host([variant='link']) .trigger {
    gap: calc(var(--space) * 1.25);
    color: var(--impersonate-button-color, var(--accent));
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  :host([variant='link']) .trigger:hover {
    text-decoration-thickness: 2px;
  }
  :host([variant='icon']) .trigger {
    inline-size: 32px;
    block-size: 32px;
    border-radius: var(--radius);
  }
  :host([variant='icon']) .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  :host([variant='menuitem']) .trigger {
    display: flex;
    justify-content: start;
    gap: calc(var(--space) * 2);
    inline-size: 100%;
    min-block-size: 32px;
    padding: var(--space) calc(var(--space) * 3);
    text-align: start;
  }
  :host([variant='icon']) .trigger:hover,
  :host([variant='menuitem']) .trigger:is(:hover, :focus) {
    background: var(--raised);
  }

  :host .trigger[aria-disabled='true'] {
    border-style: dashed;
    color: var(--muted);
    cursor: not-allowed;
  }

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
    .trigger {
      border-color: ButtonText;
    }
    :host .trigger[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
    .icon:not(.own) {
      background: ButtonText;
      forced-color-adjust: none;
    }
    .trigger[aria-disabled='true'] .icon:not(.own) {
      background: GrayText;
    }
    #hint {
      border: 1px solid CanvasText;
    }
  }
`;
