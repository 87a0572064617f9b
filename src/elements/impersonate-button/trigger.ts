import { html, render } from 'lit';

type Attributes = Readonly<Record<string, string | false | undefined>>;

/** What a trigger shows. */
export interface TriggerLook {
  readonly variant: 'button' | 'link' | 'menuitem' | 'icon';
  /** The kit's own label; empty where the page brings one. */
  readonly label: string;
  /** Its accessible name, where that is not its label. */
  readonly name: string | undefined;
  /** Whether it says why it cannot be used, in what has the id `hint`. */
  readonly unavailable: boolean;
}

/**
 * The native button of an element. It is drawn once for the page and copied for each: a page has hundreds, and a template
 * with bindings would cost each of them more than all the rest (docs/decisions/0019).
 */
export class Trigger {
  readonly button = (drawn ??= draw()).cloneNode(true) as HTMLButtonElement;
  #worn: Attributes = {};
  readonly #text = new Text();

  constructor(listener: (event: Event) => void) {
    // The `slotchange` of its slots bubbles.
    for (const type of ['click', 'focus', 'pointerenter', 'slotchange'])
      this.button.addEventListener(type, listener);
    this.button.lastElementChild?.append(this.#text);
  }

  /** Most need no more than a label and a name, once: what stays as it is costs nothing. */
  update({ variant, label, name, unavailable }: TriggerLook): void {
    const { button } = this;
    const menuitem = variant === 'menuitem';
    const attributes: Attributes = {
      role: menuitem && 'menuitem',
      tabindex: menuitem && '-1',
      'aria-label': name,
      title: variant === 'icon' && name,
      'aria-disabled': unavailable && 'true',
      'aria-describedby': unavailable && 'hint',
    };
    for (const key in attributes) {
      const value = attributes[key];
      if (value === this.#worn[key]) continue;
      if (value) button.setAttribute(key, value);
      else button.removeAttribute(key);
    }
    this.#worn = attributes;
    if (label !== this.#text.data) this.#text.data = label;
  }
}

let drawn: HTMLButtonElement | undefined;

function draw(): HTMLButtonElement {
  const place = document.createElement('div');
  render(
    html`
      <button id="trigger" part="button" class="trigger" type="button" aria-haspopup="dialog">
        <slot class="icon" part="icon" name="icon"></slot>
        <span class="label" part="label"><slot></slot></span>
      </button>
    `,
    place,
  );
  const button = place.firstElementChild as HTMLButtonElement;
  button.replaceChildren(...button.children); // a copy needs no white space
  return button;
}
