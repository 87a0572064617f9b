import { css } from 'lit';

/** What can be done with a value. */
export const valueMenuStyles = css`
  /* The buttons stand below each other, and stay there when they are pressed. */
  .facts .with-menu {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: var(--space) calc(var(--space) * 2);
  }
  .facts .value-menu {
    display: contents;
  }
  .facts .more {
    margin-block: -4px;
  }
  .facts .value-actions {
    grid-column: 1 / -1;
  }
  .value-actions {
    display: inline-flex;
    flex-wrap: wrap;
    gap: var(--space);
  }
  /* Between two columns: its place is 24 pixels wide, and what is seen of it fits into the room that the text leaves. */
  .cell-menu {
    position: absolute;
    inset-block-start: calc(var(--space) * 2.5 - 2px);
    inset-inline-start: -12px;
  }
  .row > :first-child > .cell-menu {
    inset-inline-start: 0;
  }
  .cell-menu .value-menu {
    display: inline-flex;
  }
  .cell-menu .more {
    inline-size: 24px;
    block-size: 24px;
    padding: 0 4px;
    border-radius: 8px;
    background-clip: content-box;
    outline-offset: -2px;
    anchor-name: --value;
  }
  .cell-menu .more .icon {
    transform: rotate(90deg);
  }
  .menu.values {
    position-anchor: --value;
    position-area: block-end span-inline-end;
    font-weight: 400;
    white-space: normal;
  }
  .values .second {
    /* As wide as the buttons. */
    inline-size: 0;
    min-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .values .value-actions + .second {
    margin-block-start: calc(var(--space) * 1.5);
  }
  @container (inline-size < 54.8em) {
    .row > * > .cell-menu,
    .row > :first-child > .cell-menu {
      inset-block-start: calc(var(--space) - 2px);
      inset-inline: auto 0;
    }
  }
  @media print {
    .facts .more,
    .facts .value-actions,
    .cell-menu {
      display: none;
    }
  }
`;
