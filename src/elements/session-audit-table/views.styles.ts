import { css } from 'lit';

/** The list of views, and the name of the one that is used. */
export const viewStyles = css`
  .view {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .view > :first-child {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .views {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  button.menu-item {
    justify-content: space-between;
    padding-block: calc(var(--space) * 1);
    border: 0;
    background: none;
    text-align: start;
  }
  .menu-item[aria-current='true'] {
    font-weight: 600;
  }
  .view > [part='update-button'] {
    flex: 1 0 100%;
  }
  .view .icon {
    stroke-width: 1.5;
  }
  .name {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--space) * 1.5);
    inline-size: 100%;
  }
  .name > :is(label, p) {
    grid-column: 1 / -1;
  }
  .view-name {
    display: inline-block;
    vertical-align: bottom;
    max-inline-size: 14ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .changed {
    display: inline-block;
    vertical-align: 1px;
    margin-inline-start: var(--space);
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--accent);
    forced-color-adjust: none;
  }
`;
