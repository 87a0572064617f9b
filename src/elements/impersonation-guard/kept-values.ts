/** What fields held when somebody came to them, to be put back. */
export class KeptValues {
  readonly #values = new WeakMap<EventTarget, string>();

  readonly remember = (event: Event): void => {
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
      this.#values.set(target, target.value);
    }
  };

  /** Takes back what no event announced: a spin button, a browser that fills in a form. */
  putBack(target: EventTarget | undefined): void {
    const value = target && this.#values.get(target);
    if (value === undefined) return;
    if (
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && target.type !== 'file')
    ) {
      target.value = value;
    }
  }
}
