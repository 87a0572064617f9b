import { css } from 'lit';

/** What can be done with a value. */
export const valueMenuStyles = css`
  .facts .with-menu {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between; /* below each other, however long the values are */
    gap: calc(var(--space) * 2);
  }
  .with-menu > :first-child {
    min-inline-size: 0;
    max-inline-size: calc(100% - 40px);
  }
  .value-menu {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space);
    margin-block: -4px;
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
    margin: 0;
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
    .value-menu {
      display: none;
    }
  }
`;
