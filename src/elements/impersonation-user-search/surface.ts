import type { LitElement } from 'lit';

import { Backdrop } from '../internal/backdrop.js';

interface Box {
  readonly open: boolean;
  readonly shown: boolean;
  hide(): void;
}

/** Whether the list can be held to its field by the browser. Otherwise it stands below it, as part of the page. */
export const anchored = () => CSS.supports('anchor-name', '--a') && 'popover' in HTMLElement.prototype;

/** Opens and closes what lies above the page, and keeps the focus where somebody types. */
export class Surface {
  readonly backdrop = new Backdrop();
  readonly #element: LitElement;
  readonly #box: Box;
  #drawing = false;

  constructor(element: LitElement, box: Box) {
    this.#element = element;
    this.#box = box;
  }

  get input(): HTMLInputElement | null {
    return this.#find('#input');
  }

  /** What had the focus may be gone afterwards, such as the button that loaded the last of them: it stays in the field. */
  whileDrawing(draw: () => void): void {
    const focused = this.#element.shadowRoot?.activeElement;
    this.#drawing = true;
    draw();
    this.#drawing = false;
    if (focused && !focused.isConnected) this.input?.focus();
  }

  /** Brings what is open in line with what should be. */
  follow(): void {
    const { isConnected } = this.#element;
    const { open, shown } = this.#box;
    const dialog = this.#find<HTMLDialogElement>('dialog');
    const panel = this.#find('#panel');
    if (dialog && dialog.open !== open) {
      if (!open) this.#close(dialog);
      else if (isConnected) this.#open(dialog);
    }
    if (isConnected && panel?.popover && panel.matches(':popover-open') !== shown) panel.togglePopover();
    this.#find('[part~=option-active]')?.scrollIntoView({ block: 'nearest' });
  }

  readonly onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const to = relatedTarget instanceof Node ? relatedTarget : null;
    const element = this.#element;
    if (!this.#drawing && !element.renderRoot.contains(to) && !element.contains(to)) this.#box.hide();
  };

  #open(dialog: HTMLDialogElement): void {
    dialog.showModal();
    this.input?.select();
    this.input?.focus();
  }

  #close(dialog: HTMLDialogElement): void {
    dialog.close();
    // Safari focuses no button that is clicked, and what opened it may have had no focus at all.
    const lost = document.activeElement === document.body || this.#element.shadowRoot?.activeElement;
    if (lost) this.#element.focus();
  }

  #find<Found extends HTMLElement>(selector: string): Found | null {
    return this.#element.renderRoot.querySelector<Found>(selector);
  }
}
