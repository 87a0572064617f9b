import type { ReactiveControllerHost } from 'lit';

import { onDemand } from '../../client/on-demand.js';

/** A file that elements of one kind share. What one of them got, another one has from its beginning. */
export class LaterFile<File> {
  there: File | undefined;
  readonly load: () => Promise<File>;

  constructor(load: () => Promise<File>) {
    this.load = onDemand(async () => (this.there = await load()));
  }
}

/**
 * Brings the part of an element that the page need not wait for. What is drawn without it says what must be said, and whoever
 * asks for more is told that it cannot be had.
 */
export class Later<File, Part> {
  /** Whether it could not be had the last time. */
  failed = false;
  readonly #host: ReactiveControllerHost;
  readonly #file: LaterFile<File>;
  readonly #make: (file: File) => Part;
  #part: Part | undefined;
  #wanted = false;

  constructor(host: ReactiveControllerHost, file: LaterFile<File>, make: (file: File) => Part) {
    this.#host = host;
    this.#file = file;
    this.#make = make;
  }

  /** `undefined` until it is there. */
  get part(): Part | undefined {
    if (!this.#part && this.#file.there) this.#part = this.#make(this.#file.there);
    return this.#part;
  }

  /** Asked for, and neither there nor known to be out of reach. */
  get isComing(): boolean {
    return this.#wanted && !this.part && !this.failed;
  }

  /** Asks for it, once; `again` where it could not be had. */
  want(again = false): void {
    if (this.#part || (this.#wanted && !(again && this.failed))) return;
    this.#wanted = true;
    this.bring().catch(() => undefined);
  }

  /** @throws {ImpersonationError} `network` */
  async bring(): Promise<Part> {
    try {
      const file = await this.#file.load();
      this.failed = false;
      return (this.#part ??= this.#make(file));
    } catch (error) {
      this.failed = true;
      throw error;
    } finally {
      this.#host.requestUpdate();
    }
  }
}
