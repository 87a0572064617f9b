import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { announce } from '../internal/announce.js';

/** Milliseconds of quiet before anything is said: each key would cut the sentence for the one before it. */
const rest = 500;

/** Says what there is to screen readers, once nothing has changed for a while. */
export class Quiet implements ReactiveController {
  #about: readonly unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#about = [];
  }

  /** `about`: a change in it is a change of what there is to say. `sentence` may be empty. */
  say(about: readonly unknown[], sentence: () => string): void {
    if (about.length === this.#about.length && about.every((part, index) => part === this.#about[index]))
      return;
    this.#about = about;
    clearTimeout(this.#timer);
    if (!about.length) return;
    this.#timer = setTimeout(() => {
      const text = sentence();
      if (text) announce(text);
    }, rest);
  }
}
