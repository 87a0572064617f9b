import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { announce } from '../internal/announce.js';

let notes = 0;

/**
 * The note that says why. Its text stands in the light DOM, in the guard's `note` slot, because that is the only place the
 * guarded controls can be described by; what the host put there goes before the kit's own.
 */
export class NoteController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ownId = `impersonation-guard-note-${++notes}`;
  #own: HTMLElement | undefined;
  /** The host's note that was lent an id. */
  #lent: Element | undefined;
  #target: Element | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** Stands ready to say this, unless the host has words of its own. */
  say(text: string): void {
    const given = this.#given();
    if (given) {
      this.#own?.remove();
      if (!given.id) {
        given.id = this.#ownId;
        this.#lent = given;
      }
      return;
    }
    if (!this.#own) {
      this.#own = Object.assign(document.createElement('span'), { id: this.#ownId, slot: 'note' });
      // It looks like the note it stands in, whatever the page says of everything.
      this.#own.style.cssText = 'all: inherit !important; display: inline !important';
    }
    if (this.#own.textContent !== text) this.#own.textContent = text;
    if (this.#own.parentNode !== this.#host) this.#host.append(this.#own);
  }

  /** The element that holds the words. */
  get id(): string {
    return this.#given()?.id ?? this.#ownId;
  }

  contains(element: Element): boolean {
    return this.#given()?.contains(element) ?? false;
  }

  /** Opens beside `target`, and says what it says. */
  open(target: Element): void {
    const { popover } = this;
    if (!popover) return;
    this.#target = target;
    if (!popover.matches(':popover-open')) {
      popover.addEventListener('toggle', this.#onToggle);
      window.addEventListener('scroll', this.#place, { capture: true, passive: true });
      window.addEventListener('resize', this.#place);
      popover.showPopover();
      announce((this.#given() ?? this.#own)?.textContent.trim() ?? '');
    }
    this.#place();
  }

  /** Takes back all that it put on the page. */
  clear(): void {
    const { popover } = this;
    if (popover?.matches(':popover-open')) popover.hidePopover();
    this.#own?.remove();
    this.#lent?.removeAttribute('id');
    this.#lent = undefined;
  }

  get popover(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('[popover]') ?? null;
  }

  #given(): Element | undefined {
    return [...this.#host.children].find((child) => child.slot === 'note' && child !== this.#own);
  }

  #onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') this.#forget();
  };

  #forget(): void {
    window.removeEventListener('scroll', this.#place, { capture: true });
    window.removeEventListener('resize', this.#place);
  }

  /** Below what it is about, or above where there is no room; within the window. */
  #place = (): void => {
    const { popover } = this;
    if (!popover || !this.#target) return;
    const about = this.#target.getBoundingClientRect();
    const { width, height } = popover.getBoundingClientRect();
    const gap = 6;
    const below = about.bottom + gap;
    const top = below + height > innerHeight && about.top > height + gap ? about.top - gap - height : below;
    const start = getComputedStyle(popover).direction === 'rtl' ? about.right - width : about.left;
    const left = Math.max(gap, Math.min(start, document.documentElement.clientWidth - width - gap));
    // Through the object model, which a strict style-src allows; an attribute it would not.
    popover.style.setProperty('top', `${top}px`);
    popover.style.setProperty('left', `${left}px`);
  };
}
