/**
 * What is being picked of the buckets: by a pointer that drags, by two presses, by keys. Nobody is told before it is
 * settled. Knows nothing of how it is drawn.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import {
  between,
  moveEdge,
  pickedOf,
  press,
  shift,
  type Bucket,
  type Picked,
  type TimeRange,
} from './brush.js';

/** How long a pause between two presses of a key is waited for, in milliseconds. */
const keyPause = 350;

interface Wishes {
  buckets(): readonly Bucket[];
  /** What is picked by now, and everybody knows of. */
  selection(): TimeRange | null;
  settled(picked: Picked | null): void;
}

export class Picking implements ReactiveController {
  /** The bucket under the pointer, unless it drags. */
  #hovered: number | null = null;
  /** `undefined`: nothing is being picked just now. */
  #draft: Picked | null | undefined;
  #anchor: { readonly index: number; readonly x: number; moved: boolean } | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  readonly #host: ReactiveControllerHost & Element;
  readonly #wishes: Wishes;

  constructor(host: ReactiveControllerHost & Element, wishes: Wishes) {
    this.#host = host;
    this.#wishes = wishes;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drop();
  }

  get picked(): Picked | null {
    return this.#draft === undefined
      ? pickedOf(this.#wishes.buckets(), this.#wishes.selection())
      : this.#draft;
  }

  get pickedBuckets(): readonly Bucket[] {
    const { picked } = this;
    return picked ? this.#wishes.buckets().slice(picked.first, picked.end) : [];
  }

  get hovered(): number | null {
    return this.#hovered;
  }

  /** The bucket under the pointer while nothing is dragged, else what is picked. */
  get pointedAt(): readonly Bucket[] {
    const hovered =
      this.#hovered === null || this.#anchor ? undefined : this.#wishes.buckets()[this.#hovered];
    return hovered ? [hovered] : this.pickedBuckets;
  }

  /** After a press on one bucket. */
  press(index: number): void {
    this.settle(press(this.picked, index, this.#count));
  }

  /** After one edge was moved by a key. */
  move(edge: 'first' | 'end', value: number): void {
    this.#sketch(moveEdge(this.picked ?? { first: 0, end: this.#count }, edge, value, this.#count));
  }

  settle(picked: Picked | null): void {
    this.drop();
    this.#wishes.settled(picked);
  }

  /** Forgets what was not settled. */
  drop(): void {
    clearTimeout(this.#pause);
    this.#anchor = null;
    this.#draft = undefined;
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const { picked } = this;
    if (!picked) return;
    if (event.key === 'Enter') this.settle(picked);
    if (!event.shiftKey || !/^Arrow(Left|Right)$/.test(event.key)) return;
    event.preventDefault();
    const forward = (event.key === 'ArrowRight') !== this.#isRightToLeft;
    this.#sketch(shift(picked, forward ? 1 : -1, this.#count));
  };

  readonly onPointer = (event: PointerEvent): void => {
    this.#host.requestUpdate();
    const plot = event.currentTarget as HTMLElement;
    const index = this.#bucketAt(plot, event.clientX);
    if (event.type === 'pointerdown') {
      if (event.button !== 0 || !event.isPrimary) return;
      plot.setPointerCapture(event.pointerId);
      this.drop();
      this.#anchor = { index, x: event.clientX, moved: false };
    } else if (event.type === 'pointerleave' || event.type === 'pointercancel') {
      this.#hovered = null;
      if (event.type === 'pointercancel') this.drop();
    } else if (this.#anchor && event.type === 'pointerup') {
      this.#hovered = null; // what was picked is said first
      if (this.#anchor.moved && this.#draft !== undefined) this.settle(this.#draft);
      else this.press(index);
    } else {
      this.#hovered = event.pointerType === 'touch' ? null : index;
      this.#drag(index, event.clientX);
    }
  };

  /** Shows it, and tells once nothing follows. */
  #sketch(picked: Picked | null): void {
    clearTimeout(this.#pause);
    this.#draft = picked;
    this.#host.requestUpdate();
    this.#pause = setTimeout(() => this.settle(picked), keyPause);
  }

  #drag(index: number, x: number): void {
    const anchor = this.#anchor;
    if (!anchor) return;
    anchor.moved ||= Math.abs(x - anchor.x) > 4; // a hand is never quite still
    if (anchor.moved) this.#draft = between(anchor.index, index, this.#count);
  }

  #bucketAt(plot: HTMLElement, x: number): number {
    const { left, width } = plot.getBoundingClientRect();
    const share = (x - left) / width;
    const place = Math.floor((this.#isRightToLeft ? 1 - share : share) * this.#count);
    return Math.min(Math.max(place, 0), this.#count - 1);
  }

  get #count(): number {
    return this.#wishes.buckets().length;
  }

  get #isRightToLeft(): boolean {
    return this.#host.matches(':dir(rtl)');
  }
}
