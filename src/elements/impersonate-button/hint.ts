/** Pixels kept free at the edge of the window. */
const edge = 8;

/**
 * Shows why a control cannot be used, beside it and above everything else, while it is hovered, focused or pressed.
 * Escape sends it away, and the pointer may rest on it (WCAG 1.4.13). Listens only while it is shown.
 */
export class Hint {
  #listening: AbortController | undefined;

  show(control: HTMLElement, hint: HTMLElement): void {
    if (hint.matches(':popover-open')) return;
    this.forget();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    hint.showPopover();
    place(hint, control.getBoundingClientRect());
    const hide = () => {
      this.forget();
      if (hint.isConnected) hint.hidePopover();
    };
    const onLeave = ({ relatedTarget }: PointerEvent) => {
      if (relatedTarget !== hint && relatedTarget !== control && !control.matches(':focus')) hide();
    };
    control.addEventListener('blur', hide, { signal });
    control.addEventListener('pointerleave', onLeave, { signal });
    hint.addEventListener('pointerleave', onLeave, { signal });
    window.addEventListener('scroll', hide, { signal, capture: true, passive: true });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), { signal, capture: true });
  }

  /** Listens no longer. What leaves the document closes by itself. */
  forget(): void {
    this.#listening?.abort();
    this.#listening = undefined;
  }
}

/** Below the control, or above where there is no room; never over the edge. */
function place(hint: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { width, height } = hint.getBoundingClientRect();
  const room = document.documentElement.clientWidth - edge - width;
  hint.style.left = `${Math.max(edge, Math.min(left, room))}px`;
  hint.style.top = `${bottom + height > innerHeight && top > height ? top - height : bottom}px`;
}
