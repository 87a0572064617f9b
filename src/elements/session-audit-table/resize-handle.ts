import { html, type TemplateResult } from 'lit';

import { widthLimit, type Column } from './columns.js';
import { resizeHandleStyles } from './resize-handle.styles.js';
import type { TableHead } from './table-head.js';

export const styles = [resizeHandleStyles];

/**
 * Makes a column wider or narrower: with the arrow keys, since it is a slider, or by drawing it with a pointer. A
 * double click, Delete or Backspace makes it as wide as usual.
 */
export function resizeHandle(
  { localize, resize }: Pick<TableHead, 'localize' | 'resize'>,
  column: Column,
): TemplateResult {
  const { name, width } = column;
  const words = localize.messages.table.columnMenu;
  const cellOf = (target: EventTarget | null) => (target as Element).closest('th') as HTMLElement;
  const now = (target: EventTarget | null) => toRem(cellOf(target).getBoundingClientRect().width);

  const onFocus = ({ target }: Event) => {
    const slider = target as HTMLInputElement;
    slider.value = String(width ?? now(target));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const slider = event.currentTarget as HTMLInputElement;
    event.preventDefault(); // a slider of its own accord would jump to where it was pressed
    slider.focus({ preventScroll: true });
    slider.setPointerCapture(event.pointerId);
    const start = event.clientX;
    const before = now(slider);
    const sign = getComputedStyle(slider).direction === 'rtl' ? -1 : 1;
    const onMove = (move: PointerEvent) => resize(name, before + toRem((move.clientX - start) * sign));
    slider.addEventListener('pointermove', onMove);
    slider.addEventListener('lostpointercapture', () => slider.removeEventListener('pointermove', onMove), {
      once: true,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') resize(name, null);
  };
  return html`<input
    class="resize-handle"
    part="resize-handle"
    type="range"
    min=${widthLimit.min}
    max=${widthLimit.max}
    step="0.5"
    aria-label=${words.widthOf({ column: localize.messages.table.columns[name] })}
    @focus=${onFocus}
    @pointerdown=${onPointerDown}
    @keydown=${onKeyDown}
    @dblclick=${() => resize(name, null)}
    @input=${({ target }: Event) => resize(name, Number((target as HTMLInputElement).value))}
  />`;
}

const toRem = (pixels: number) =>
  pixels / Math.max(16, Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
