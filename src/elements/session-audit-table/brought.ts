import type { ReactiveControllerHost } from 'lit';

/** What is not shown before somebody opens it: brought then, since few do. */
export class Brought<Look> {
  there: Look | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Look>;
  #coming = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<Look>) {
    this.#host = host;
    this.#load = load;
  }

  /** Answers with it once it is there; the host is drawn again then. */
  readonly bring = (): Look | null => {
    if (!this.there && !this.#coming) {
      this.#coming = true;
      this.#load().then(
        (look) => {
          this.there = look;
          this.#host.requestUpdate();
        },
        () => {
          this.#coming = false; // it is tried again when somebody opens it again
        },
      );
    }
    return this.there;
  };
}
