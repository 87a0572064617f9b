import { css } from 'lit';

/** What can be chosen in a menu. */
export const menuItemStyles = css`
  .menu-item {
    display: flex;
    align-items: center;
    gap: calc(var(--space) * 2);
    min-block-size: 32px;
    padding-inline: calc(var(--space) * 1.5);
    border-radius: calc(var(--radius) * 0.5);
    cursor: pointer;
  }
  .menu-item:hover {
    background: var(--raised);
  }
  .menu-item input {
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    accent-color: var(--accent);
  }
  .column-item {
    display: flex;
    align-items: center;
  }
  .column-item .menu-item {
    flex: 1;
  }
  .column-item .icon {
    stroke-width: 1.5;
  }
  .more[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.35;
  }
  .menu > .button {
    margin-block-start: calc(var(--space) * 1.5);
  }
`;
