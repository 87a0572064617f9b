/**
 * What one guard holds of the controls inside it, however often the page puts others there.
 *
 * @module
 */

import { controlSelector, hold, letGo } from './held-controls.js';

export class ControlHold {
  readonly #guard: Element;
  readonly #isOwn: (control: Element) => boolean;
  readonly #held = new Set<Element>();
  readonly #observer = new MutationObserver(() => this.#holdAll());
  #reasonId = '';

  /** `isOwn`: what the guard itself put there is not held. */
  constructor(guard: Element, isOwn: (control: Element) => boolean) {
    this.#guard = guard;
    this.#isOwn = isOwn;
  }

  /** Holds them all, and those that come later, for the reason in the element with this id. */
  engage(reasonId: string): void {
    this.#reasonId = reasonId;
    this.#holdAll();
    this.#observer.observe(this.#guard, {
      subtree: true,
      childList: true,
      attributeFilter: ['href', 'role', 'contenteditable', 'slot', 'type'],
    });
  }

  release(): void {
    this.#observer.disconnect();
    for (const control of this.#held) letGo(control, this.#guard);
    this.#held.clear();
  }

  #holdAll(): void {
    const controls = new Set<Element>(
      [...this.#guard.querySelectorAll(controlSelector)].filter((control) => !this.#isOwn(control)),
    );
    for (const control of this.#held) if (!controls.has(control)) letGo(control, this.#guard);
    this.#held.clear();
    for (const control of controls) {
      hold(control, this.#guard, this.#reasonId);
      this.#held.add(control);
    }
  }
}
