/**
 * Which of the table's panels is open: one at a time, closed by Escape, and by leaving it.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Disclosure implements ReactiveController {
  #open = '';
  #opener: HTMLElement | null = null;
  #isInSight = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** In a low window what opens would be below its edge. It may have been fetched first. */
  hostUpdated(): void {
    const panel = this.#open && !this.#isInSight ? this.#opener?.nextElementSibling : null;
    if (!panel) return;
    panel.scrollIntoView({ block: 'nearest' });
    this.#isInSight = true;
  }

  /** What is open; empty when nothing is. */
  get name(): string {
    return this.#open;
  }

  isOpen(name: string): boolean {
    return this.#open === name;
  }

  readonly toggle = (name: string, event: Event): void => {
    this.#opener = event.currentTarget as HTMLElement;
    this.#enter(this.isOpen(name) ? '' : name);
  };

  /** Closes what is open. The focus goes back to the button that opened it. */
  readonly close = (): void => {
    if (!this.#open) return;
    this.#enter('');
    this.#opener?.focus();
  };

  /** For what holds the button and its panel. */
  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#open) return;
    event.stopPropagation(); // a dialog that the table stands in stays open
    this.close();
  };

  /** For what holds the button and its panel. */
  readonly onFocusOut = ({ currentTarget, target, relatedTarget }: FocusEvent): void => {
    const holder = currentTarget as Element;
    void this.#host.updateComplete.then(() => {
      // A button that went away under the focus is nobody leaving.
      if (!document.hasFocus() || !(target as Element).isConnected) return;
      const { activeElement } = holder.getRootNode() as ShadowRoot;
      if (![relatedTarget as Node | null, activeElement].some((node) => holder.contains(node)))
        this.#enter('');
    });
  };

  #enter(name: string): void {
    if (this.#open === name) return;
    this.#open = name;
    this.#isInSight = false;
    this.#host.requestUpdate();
  }
}
