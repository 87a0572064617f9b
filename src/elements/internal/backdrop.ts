/** Knows a press on the backdrop of a dialog from a selection that was dragged out of one of its fields. */
export class Backdrop {
  #pressed = false;

  readonly onPointerDown = ({ target, currentTarget }: Event): void => {
    this.#pressed = target === currentTarget;
  };

  /** Whether this click began and ended on the backdrop, and not on anything in the dialog. */
  wasPressed({ target, currentTarget }: Event): boolean {
    return this.#pressed && target === currentTarget;
  }
}
