import type { SessionRecord } from '../../core/protocol.js';
import type { SessionSet } from './session-source.js';

/** Rows that are asked for together. */
const chunk = 100;

/** How many chunks are kept. What is farther away is asked for again. */
const chunksKept = 40;

/** Questions at a time: whoever drags the scroll bar through a million rows passes thousands of chunks. */
const questions = 3;

type Chunk = readonly SessionRecord[] | 'asked' | 'failed';

/** The rows of a set, as far as they were looked at. */
export class SetRows {
  readonly set: SessionSet;
  readonly #changed: () => void;
  readonly #failed: (cause: unknown) => void;
  readonly #chunks = new Map<number, Chunk>();
  #wanted: readonly [first: number, last: number] = [0, 0];

  constructor(set: SessionSet, changed: () => void, failed: (cause: unknown) => void) {
    this.set = set;
    this.#changed = changed;
    this.#failed = failed;
  }

  at(index: number): SessionRecord | undefined {
    const rows = this.#chunks.get(Math.floor(index / chunk));
    return typeof rows === 'object' ? rows[index % chunk] : undefined;
  }

  /** The place of a row among those that are here; -1 when it is not. */
  indexOf(id: string): number {
    for (const [number, rows] of this.#chunks) {
      const index = typeof rows === 'object' ? rows.findIndex((row) => row.id === id) : -1;
      if (index >= 0) return number * chunk + index;
    }
    return -1;
  }

  /** Asks for what is missing between these places. What a source knows at once is there at once. */
  need(first: number, last: number): void {
    this.#wanted = [Math.floor(first / chunk), Math.ceil(last / chunk)];
    this.#ask();
  }

  /** Asks again for what failed. */
  retry(): void {
    for (const [number, rows] of this.#chunks) if (rows === 'failed') this.#chunks.delete(number);
    this.#ask();
  }

  /** Puts a newer record of a row in its place. */
  replace(record: SessionRecord): void {
    for (const [number, rows] of this.#chunks) {
      if (typeof rows !== 'object' || !rows.some(({ id }) => id === record.id)) continue;
      this.#chunks.set(
        number,
        rows.map((row) => (row.id === record.id ? record : row)),
      );
    }
  }

  #ask(): void {
    const [first, last] = this.#wanted;
    for (let number = first; number < last; number++) {
      if (this.#chunks.has(number)) continue;
      if ([...this.#chunks.values()].filter((rows) => rows === 'asked').length >= questions) return;
      void this.#load(number);
    }
  }

  async #load(number: number): Promise<void> {
    const start = number * chunk;
    try {
      const rows = this.set.rows(start, Math.min(start + chunk, this.set.count));
      if (!('then' in rows)) {
        this.#keep(number, rows);
        return;
      }
      this.#chunks.set(number, 'asked');
      this.#keep(number, await rows);
    } catch (cause) {
      this.#chunks.set(number, 'failed');
      this.#failed(cause);
      return;
    }
    this.#changed();
    this.#ask();
  }

  #keep(number: number, rows: readonly SessionRecord[]): void {
    this.#chunks.delete(number);
    this.#chunks.set(number, rows);
    const [first, last] = this.#wanted;
    for (const [old, state] of this.#chunks) {
      if (this.#chunks.size <= chunksKept) return;
      if (state !== 'asked' && (old < first || old >= last)) this.#chunks.delete(old);
    }
  }
}
