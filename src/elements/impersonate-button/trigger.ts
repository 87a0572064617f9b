/**
 * The native button of an `<impersonate-button>`. It is drawn once for the page and copied for each: a page has hundreds,
 * and a template with bindings costs each of them as much as all the rest (docs/decisions/0019).
 *
 * @module
 */

import { html, render } from 'lit';

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

/** As it is drawn. */
export const plain: TriggerLook = { variant: 'button', label: '', name: undefined, unavailable: false };

let drawn: HTMLButtonElement | undefined;

/** One more. What happens to it goes to `listener`. */
export function newTrigger(listener: (event: Event) => void): HTMLButtonElement {
  drawn ??= draw();
  const trigger = drawn.cloneNode(true) as HTMLButtonElement;
  // The `slotchange` of its slots bubbles.
  for (const type of ['click', 'focus', 'pointerenter', 'slotchange'])
    trigger.addEventListener(type, listener);
  return trigger;
}

/** Brings a trigger from what it shows to what it should: most need a label and a name, once. */
export function changeTrigger(trigger: HTMLButtonElement, from: TriggerLook, to: TriggerLook): void {
  const { variant, label, name, unavailable } = to;
  if (label !== from.label) trigger.lastElementChild!.lastChild!.textContent = label;
  if (name !== from.name) set(trigger, 'aria-label', name);
  if (variant !== from.variant) {
    set(trigger, 'role', variant === 'menuitem' && variant);
    set(trigger, 'tabindex', variant === 'menuitem' && '-1');
  }
  if (variant !== from.variant || name !== from.name) set(trigger, 'title', variant === 'icon' && name);
  if (unavailable !== from.unavailable) {
    set(trigger, 'aria-disabled', unavailable && 'true');
    set(trigger, 'aria-describedby', unavailable && 'hint');
  }
}

function set(element: Element, name: string, value: string | false | undefined): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

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
  const trigger = place.firstElementChild as HTMLButtonElement;
  const label = trigger.lastElementChild!;
  trigger.replaceChildren(...trigger.children); // a copy needs no white space
  label.append('');
  return trigger;
}
