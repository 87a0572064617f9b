/**
 * The `<tr>` elements of the rows that are drawn. One that is not needed any more is used for another row, and all stand
 * in the order in which they are read.
 *
 * @module
 */

import { render } from 'lit';

/** What a row looks like. */
export interface RowLook {
  /** The same as long as it is the same row. */
  readonly key: string;
  /** What it depends on: it is drawn again when one of these changes. */
  readonly parts: readonly unknown[];
  readonly attributes: Readonly<Record<string, string>>;
  cells(): unknown;
}

/** What stands before the rows, and what after them. */
export type Ends = readonly [before: Element | null, after: Element | null];

interface Slot {
  readonly row: HTMLTableRowElement;
  parts: readonly unknown[];
  attributes: RowLook['attributes'];
}

/** How many rows that are not needed are kept for those that will be. */
const spares = 24;

export class RowPool {
  #used = new Map<string, Slot>();
  #spare: Slot[] = [];

  /** Makes the rows of `body` between its ends look like this. The one that has the focus is not moved. */
  draw(body: HTMLElement, looks: readonly RowLook[], ends: Ends, focused: Element | null): void {
    const keys = new Set(looks.map(({ key }) => key));
    const free = [...this.#used].filter(([key]) => !keys.has(key)).map(([, slot]) => slot);
    const before = this.#used;
    this.#used = new Map();
    const rows = looks.map((look) => {
      const slot = before.get(look.key) ?? free.shift() ?? this.#spare.pop() ?? newSlot();
      this.#used.set(look.key, slot);
      dress(slot, look);
      return slot.row;
    });
    for (const { row } of free) row.remove();
    this.#spare = [...free, ...this.#spare].slice(0, spares);
    order(body, rows, ends, focused);
  }

  of(key: string): HTMLTableRowElement | undefined {
    return this.#used.get(key)?.row;
  }

  clear(): void {
    for (const { row } of this.#used.values()) row.remove();
    this.#used.clear();
    this.#spare = [];
  }
}

const newSlot = (): Slot => ({ row: document.createElement('tr'), parts: [], attributes: {} });

function dress(slot: Slot, { parts, attributes, cells }: RowLook): void {
  if (parts.length === slot.parts.length && parts.every((part, index) => part === slot.parts[index])) return;
  const { row, attributes: before } = slot;
  slot.parts = parts;
  slot.attributes = attributes;
  for (const name in before) if (!(name in attributes)) row.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) {
    if (before[name] !== value) row.setAttribute(name, value);
  }
  render(cells(), row);
}

/** Moving what has the focus takes the focus from it, so the others are moved past it. */
function order(
  body: HTMLElement,
  rows: readonly HTMLElement[],
  [first, last]: Ends,
  focused: Element | null,
): void {
  let next = first ? first.nextElementSibling : body.firstElementChild;
  for (const row of rows) {
    while (focused && next && next !== row && row.contains(focused)) {
      const passed = next;
      next = next.nextElementSibling;
      body.insertBefore(passed, last);
    }
    if (next === row) next = next.nextElementSibling;
    else body.insertBefore(row, next);
  }
}
