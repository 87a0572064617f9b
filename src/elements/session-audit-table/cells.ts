/**
 * Brings the menu of the cells when somebody comes near one: most tables on a page are never asked this way.
 *
 * @module
 */

import type { KitElement } from '../internal/kit-element.js';
import { dressed } from '../internal/brought.js';
import type { CellMenu } from './cell-menu.js';
import type { TableView } from './table-view.js';

/** What of an event is still known after it. */
export interface Near {
  readonly target: Element;
  readonly type: string;
  readonly touch: boolean;
}

export class Cells {
  readonly #make: () => Promise<CellMenu>;
  #menu: CellMenu | null = null;
  #bringing: Promise<CellMenu> | null = null;

  constructor(host: KitElement, view: () => TableView, rowAt: (step: number) => Element | null) {
    this.#make = async () => {
      const { CellMenu } = await dressed(host, import('./cell-menu.js'));
      return new CellMenu(host, view, rowAt);
    };
  }

  /** For whatever holds the rows. */
  readonly onEvent = (event: Event): void => {
    const { pointerType } = event as PointerEvent;
    const touch = pointerType ? pointerType === 'touch' : matchMedia('(hover: none)').matches;
    const near = { target: event.target as Element, type: event.type, touch };
    if (this.#menu) this.#menu.come(near);
    else if (near.target.closest('.row')) void this.#bring((menu) => menu.come(near));
  };

  /** To the values of this row. */
  enter(row: Element | null): void {
    void this.#bring((menu) => menu.enter(row));
  }

  async #bring(use: (menu: CellMenu) => void): Promise<void> {
    this.#bringing ??= this.#make();
    try {
      use((this.#menu = await this.#bringing));
    } catch {
      this.#bringing = null; // it is tried again when somebody comes again
    }
  }
}
