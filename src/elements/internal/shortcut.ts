import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Calls back when `keys()` are pressed anywhere on the page. It listens on the document and before everybody else, since
 * a native modal dialog makes the rest of the page inert but does not keep keys from the document.
 */
export class ShortcutController implements ReactiveController {
  readonly #keys: () => string;
  readonly #press: () => void;

  constructor(host: ReactiveControllerHost, keys: () => string, press: () => void) {
    this.#keys = keys;
    this.#press = press;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKeydown, true);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKeydown, true);
  }

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.repeat || event.isComposing || !isPressed(this.#keys(), event)) return;
    event.preventDefault();
    this.#press();
  };
}

const modifiers = ['Alt', 'Control', 'Meta', 'Shift'] as const;

/** Whether `keys`, written as in `aria-keyshortcuts`, are the ones pressed. */
function isPressed(keys: string, event: KeyboardEvent): boolean {
  const wanted = keys.split('+');
  const key = wanted.pop()?.toUpperCase();
  // A key without Alt, Control or Meta is text that somebody types (WCAG 2.1.4).
  if (!key || !wanted.some((modifier) => /^(Alt|Control|Meta)$/.test(modifier))) return false;
  if (modifiers.some((modifier) => event.getModifierState(modifier) !== wanted.includes(modifier)))
    return false;
  // With Alt a Mac reports the sign that is typed (´ for E), so the key's place counts too.
  return event.key.toUpperCase() === key || event.code.toUpperCase() === `KEY${key}`;
}
