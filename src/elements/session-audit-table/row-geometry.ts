/**
 * Which rows are drawn, and how far down. Knows nothing of elements: lengths are pixels, and the first row begins at 0
 * unless there are so many rows that they have to share a height that browsers can still lay out.
 *
 * @module
 */

/** What can be seen, measured from where the rows begin. */
export interface View {
  readonly start: number;
  readonly end: number;
}

/** Browsers give up somewhere between 17 and 33 million pixels. */
const tallest = 8_000_000;

/** How many rows beyond what can be seen are drawn in any case, so that Tab finds the next one. */
const spare = 2;

export class RowGeometry {
  /** The rows that are drawn: from `first` up to and not including `last`. */
  first = 0;
  /** Where the first of them begins. */
  top = 0;
  /** What a row is expected to take up. */
  usual = 64;
  count = 0;
  /** What each row that is drawn takes up, as far as that is known. */
  #heights: number[] = [];

  get last(): number {
    return this.first + this.#heights.length;
  }

  get bottom(): number {
    return this.#heights.reduce((sum, height) => sum + height, this.top);
  }

  /** What comes after the rows that are drawn. Never so little that nobody could scroll on. */
  get below(): number {
    const left = this.count - this.last;
    return left && Math.max(this.#height - this.bottom, Math.min(left, 50) * this.usual);
  }

  /** Begins at the first row again. */
  reset(): void {
    this.first = 0;
    this.top = 0;
    this.#heights = [];
  }

  /** Decides which rows are drawn for `view`. Answers with what must stay where it is. */
  place(view: View, beyond: number): Anchor {
    const jumped =
      !this.#heights.length || this.last > this.count || view.end < this.top || view.start > this.bottom;
    const anchor = (jumped ? this.#jump(view) : null) ?? this.#anchorIn(view);
    const over = Math.max(jumped ? 0 : beyond, spare * this.usual);
    this.#cover({ start: view.start - over, end: view.end + over });
    return anchor;
  }

  /** Whether rows are drawn wherever there should be some. */
  covers({ start, end }: View): boolean {
    return (this.first === 0 || this.top <= start) && (this.last === this.count || this.bottom >= end);
  }

  /** Draws around the row at `index`. Answers with where it begins. */
  moveTo(index: number): number {
    this.first = index;
    this.top = this.#placeOf(index);
    this.#heights = [this.usual];
    return this.top;
  }

  /**
   * Takes in what the rows that are drawn really take up, and keeps the anchor where it was. Answers by how much the
   * view has to be moved along, which is 0 unless the rows had to be put elsewhere.
   */
  measured(heights: number[], anchor: Anchor): number {
    this.#heights = heights;
    const index = Math.min(anchor.index, this.last) - this.first;
    const before = heights.slice(0, Math.max(0, index)).reduce((sum, height) => sum + height, 0);
    this.top = anchor.at - before;
    const misplaced = this.first === 0 ? Math.abs(this.top) >= 1 : this.top <= 0;
    if (misplaced) return this.settle();
    if (this.first === 0) this.top = 0;
    return 0;
  }

  /** Puts the rows where they belong, which scrolling alone need not do. Answers by how much they were moved. */
  settle(): number {
    const before = this.top;
    this.top = this.#placeOf(this.first);
    return this.top - before;
  }

  /** How far the rows are from where they belong. */
  get astray(): number {
    return Math.abs(this.top - this.#placeOf(this.first));
  }

  get #height(): number {
    return Math.min(this.count * this.usual, tallest);
  }

  #placeOf(index: number): number {
    return this.count ? (index / this.count) * this.#height : 0;
  }

  /** Somewhere else altogether: the share of the way says which row. Answers with the end, when it is the end. */
  #jump({ start, end }: View): Anchor | null {
    const size = end - start;
    const from = Math.max(start, 0);
    const room = this.#height - size;
    const share = room > 0 ? Math.min(from / room, 1) : 0;
    const row = share * Math.max(0, this.count - size / this.usual);
    this.first = Math.min(Math.floor(row), Math.max(0, this.count - 1));
    this.top = from - (row - this.first) * this.usual;
    this.#heights = this.count ? [this.usual] : [];
    return share === 1 ? { index: this.count, at: end } : null;
  }

  /** The row that is there. */
  indexAt(place: number): number {
    return this.#anchorIn({ start: place, end: place }).index;
  }

  #anchorIn({ start }: View): Anchor {
    let [index, at] = [this.first, this.top];
    for (const height of this.#heights) {
      if (at + height > start) break;
      at += height;
      index++;
    }
    return { index, at };
  }

  #cover({ start, end }: View): void {
    const heights = this.#heights;
    while (this.first > 0 && this.top > start) {
      heights.unshift(this.usual);
      this.first--;
      this.top -= this.usual;
    }
    while (heights.length > 1 && this.top + (heights[0] ?? 0) < start) {
      this.top += heights.shift() ?? 0;
      this.first++;
    }
    let bottom = this.bottom;
    while (this.last < this.count && bottom < end) {
      heights.push(this.usual);
      bottom += this.usual;
    }
    while (heights.length > 1 && bottom - (heights.at(-1) ?? 0) > end) bottom -= heights.pop() ?? 0;
  }
}

/** The row at `index` begins at `at`, and goes on doing so. */
export interface Anchor {
  readonly index: number;
  readonly at: number;
}
