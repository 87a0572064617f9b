import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

import type { Column } from './columns.js';

/** Sets widths as a script may: a `style` attribute would be against a strict Content-Security-Policy. */
class Sized extends Directive {
  #element: HTMLElement | undefined;

  render(name: 'inlineSize' | 'minInlineSize', value: string): unknown {
    if (this.#element) this.#element.style[name] = value;
    return noChange;
  }
  override update({ element }: ElementPart, [name, value]: Parameters<this['render']>) {
    this.#element = element as HTMLElement;
    return this.render(name, value);
  }
}
const sized = directive(Sized);

const asWide = ({ name, width }: Column) =>
  width === null ? `var(--in-${name})` : `${String(width)} * var(--rem)`;

/** For the `<col>` of a column. */
export const columnWidth = (column: Column) =>
  sized('inlineSize', column.width === null ? '' : `calc(${asWide(column)})`);

/** For the table: its columns are not squeezed. What does not fit is scrolled to. */
export const tableWidth = (columns: readonly Column[]) =>
  sized('minInlineSize', `calc(${columns.map(asWide).join(' + ')} + var(--in-actions))`);
