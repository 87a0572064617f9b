/**
 * What the keyboard does in the rows, beyond what the browser does.
 *
 * @module
 */

import type { RowWindow } from './row-window.js';

interface Actions {
  /** Whether single letters do something. */
  letters(): boolean;
  toggle(index: number): void;
  /** To the values of a row. */
  values(row: Element | null): void;
  help(): void;
}

export class RowKeys {
  readonly #window: RowWindow;
  readonly #actions: Actions;

  constructor(window: RowWindow, actions: Actions) {
    this.#window = window;
    this.#actions = actions;
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    // From a row that was scrolled out of sight, Tab goes on to the one beside it.
    if (event.key === 'Tab') this.#window.revealFocused();
    else if (this.#actions.letters() && this.#act(event.key.toLowerCase())) event.preventDefault();
  };

  /** Whether the key means something. */
  #act(key: string): boolean {
    if (key === 'j') this.#focus(this.#window.focusedRow + 1);
    else if (key === 'k') this.#focus(this.#window.focusedRow - 1);
    else if (key === 'o') this.#actions.toggle(this.#window.focusedRow);
    else if (key === 'f') this.#actions.values(this.#window.reveal(this.#window.focusedRow));
    else if (key === '?') this.#actions.help();
    else return false;
    return true;
  }

  #focus(index: number): void {
    this.#window.reveal(index)?.querySelector<HTMLElement>('.expander')?.focus({ preventScroll: true });
  }
}
