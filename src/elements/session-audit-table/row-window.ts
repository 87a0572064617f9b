/**
 * Draws the rows that can be seen, and keeps drawing them while somebody scrolls. A list that is short is drawn as a
 * whole, so that the browser can find and print all of it.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { RowGeometry } from './row-geometry.js';
import { heightsOf, usualOf } from './row-heights.js';
import { RowPool, type Ends, type RowLook } from './row-pool.js';
import { nearEnd, scrollBy, viewOf } from './scroller.js';
import { Spacers } from './spacers.js';

/** Up to so many rows, all are drawn. */
const drawnWhole = 200;

/** More than this is not printed: it would be thousands of pages. */
const printedAtMost = 2000;

/** How much of the window's height the box takes, unless the host has it otherwise. */
const usualShare = 0.8;

export interface Rows {
  readonly count: number;
  /** These are about to be drawn. */
  need(first: number, last: number): void;
  /** The row at `index` with whatever is open below it. `inView`: not only kept for the focus that is in it. */
  looks(index: number, inView: boolean): readonly RowLook[];
  /** Where the row with this key is; -1 when it is not there. */
  indexOf(key: string): number;
  /** The bottom of what there is can be seen, and somebody scrolled to it. */
  reachedEnd(): void;
}

type Host = ReactiveControllerHost & HTMLElement;

export class RowWindow implements ReactiveController {
  readonly #host: Host;
  readonly #rows: Rows;
  readonly #pool = new RowPool();
  readonly #geometry = new RowGeometry();
  readonly #spacers = new Spacers();
  /** A frame later: among cards the box grows with what is drawn, which browsers report as an endless loop. */
  readonly #resized = new ResizeObserver(() => requestAnimationFrame(() => this.#windowed && this.#draw()));
  #scroller: HTMLElement | null = null;
  #body: HTMLElement | null = null;
  /** How wide the box was when its rows said what is to be expected of others. */
  #learnedAt = -1;
  #printing = false;

  constructor(host: Host, rows: Rows) {
    this.#host = host;
    this.#rows = rows;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    window.removeEventListener('scroll', this.#onScroll, { capture: true });
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
    this.#watch(null, null);
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    this.#watch(root?.querySelector('.scroller') ?? null, root?.querySelector('.rows') ?? null);
    this.#draw();
  }

  /** To the first row. */
  toTop(): void {
    this.#geometry.reset();
    if (this.#scroller) this.#scroller.scrollTop = 0;
    this.#host.requestUpdate();
  }

  /** The place of the row that has the focus, or of the one before the first that can be seen. */
  get focusedRow(): number {
    const focused = this.#indexWith(this.#host.shadowRoot?.activeElement ?? null);
    if (focused >= 0 || !this.#scroller || !this.#body) return focused;
    return this.#windowed ? this.#geometry.indexAt(viewOf(this.#scroller, this.#body).start) - 1 : -1;
  }

  /** Brings the row that has the focus into view, with those beside it. */
  revealFocused(): void {
    const index = this.#indexWith(this.#host.shadowRoot?.activeElement ?? null);
    if (this.#windowed && index >= 0 && !this.#isDrawn(index)) this.reveal(index);
  }

  /** Draws the row at `index`, if there is one, and brings it into view. Answers with its element. */
  reveal(index: number): HTMLElement | null {
    if (!this.#scroller || !this.#body || index < 0 || index >= this.#rows.count) return null;
    if (this.#windowed && !this.#isDrawn(index)) {
      const at = this.#geometry.moveTo(index);
      this.#space();
      scrollBy(this.#scroller, at - viewOf(this.#scroller, this.#body).start);
      this.#draw();
    }
    const [look] = this.#rows.looks(index, true);
    const row = (look && this.#pool.of(look.key)) ?? null;
    row?.scrollIntoView({ block: 'nearest' });
    return row;
  }

  #isDrawn(index: number): boolean {
    return index >= this.#geometry.first && index < this.#geometry.last;
  }

  get #windowed(): boolean {
    return this.#rows.count > drawnWhole && !this.#printing;
  }

  #watch(scroller: HTMLElement | null, body: HTMLElement | null): void {
    if (scroller !== this.#scroller) {
      this.#scroller?.removeEventListener('scroll', this.#onScroll);
      this.#scroller?.removeEventListener('scrollend', this.#onRest);
      scroller?.addEventListener('scroll', this.#onScroll, { passive: true });
      scroller?.addEventListener('scrollend', this.#onRest);
      this.#resized.disconnect();
      if (scroller) this.#resized.observe(scroller);
      this.#scroller = scroller;
    }
    if (body === this.#body) return;
    this.#pool.clear();
    this.#geometry.reset();
    this.#body = body;
  }

  /** `scrolled`: nothing but the view is another one. */
  #draw(scrolled?: 'scrolled'): void {
    if (!this.#body || !this.#scroller) return;
    const { count } = this.#rows;
    const geometry = this.#geometry;
    this.#scroller.toggleAttribute('data-windowed', this.#windowed);
    if (!this.#windowed) {
      this.#spacers.remove();
      this.#render(0, Math.min(count, this.#printing ? printedAtMost : count), [null, null]);
      return;
    }
    this.#spacers.enclose(this.#body);
    geometry.count = count;
    // Nothing is laid out at first, and would have to be for this alone: then the rows of a usual box are drawn.
    const isFirst = !geometry.last;
    let view = isFirst ? { start: 0, end: innerHeight * usualShare } : viewOf(this.#scroller, this.#body);
    const { first, last } = geometry;
    let anchor = geometry.place(view, (view.end - view.start) / 2);
    if (scrolled && geometry.first === first && geometry.last === last) return;
    // What rows really take up is known once they are drawn. Where it is less than expected, more of them find room.
    for (let tries = 0; tries < 4; tries++) {
      this.#render(geometry.first, geometry.last, this.#spacers.ends);
      this.#space();
      const heights = heightsOf(this.#spacers.ends[0]);
      if (isFirst && !tries) view = viewOf(this.#scroller, this.#body);
      const learned = this.#learn(heights);
      let moved = geometry.measured(heights, anchor);
      if (learned) moved += geometry.settle(); // or the next long way would begin from another place
      this.#space();
      scrollBy(this.#scroller, moved);
      view = { start: view.start + moved, end: view.end + moved };
      if (geometry.covers(view)) return;
      anchor = geometry.place(view, 0);
    }
  }

  #render(first: number, last: number, ends: Ends): void {
    if (!this.#body) return;
    const rows = this.#rows;
    rows.need(first, last);
    const looks: RowLook[] = [];
    const focused = this.#host.shadowRoot?.activeElement ?? null;
    const kept = this.#indexWith(focused);
    if (kept >= 0 && kept < first) looks.push(...rows.looks(kept, false));
    for (let index = first; index < last; index++) looks.push(...rows.looks(index, true));
    if (kept >= last) looks.push(...rows.looks(kept, false));
    this.#pool.draw(this.#body, looks, ends, focused);
  }

  /** Where the row is that has the focus; -1 when none has it. */
  #indexWith(focused: Element | null): number {
    const row = focused?.closest<HTMLElement>('[data-session]');
    return row ? this.#rows.indexOf(row.dataset['session'] ?? '') : -1;
  }

  /** The first rows say what is to be expected of the others. Answers whether they did just now. */
  #learn(heights: readonly number[]): boolean {
    const width = this.#scroller?.clientWidth ?? 0;
    if (width === this.#learnedAt || !this.#body?.querySelector('.row')) return false;
    const usual = usualOf(heights);
    if (!usual) return false; // nothing is laid out
    this.#learnedAt = width;
    this.#geometry.usual = usual;
    return true;
  }

  #space(): void {
    const { top, below } = this.#geometry;
    this.#spacers.size(top, below);
  }

  readonly #onScroll = (): void => {
    if (!this.#body) return;
    if (this.#windowed) this.#draw('scrolled');
    const atEnd = !this.#windowed || this.#geometry.last === this.#rows.count;
    if (atEnd && this.#scroller && nearEnd(this.#scroller)) this.#rows.reachedEnd();
  };

  /** At rest, the rows are put where the scroll bar says they are. */
  readonly #onRest = (): void => {
    if (!this.#windowed || !this.#scroller) return;
    if (this.#geometry.astray < this.#scroller.clientHeight) return;
    const moved = this.#geometry.settle();
    this.#space();
    scrollBy(this.#scroller, moved);
  };

  readonly #onPrint = ({ type }: Event): void => {
    this.#printing = type === 'beforeprint';
    this.#draw();
  };
}
