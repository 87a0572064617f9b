import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Watch {
  /** Whether there is anything to look at. */
  running(): boolean;
  /** Seconds between two looks. */
  interval(): number;
  /** Looks; answers whether that worked. */
  look(): Promise<boolean>;
}

/**
 * Looks again and again while there is something to see and somebody to see it: not in a hidden tab, less and less often
 * while it fails, at once when the tab or the network comes back.
 */
export class LiveController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #watch: Watch;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking = false;
  #failures = 0;

  constructor(host: ReactiveControllerHost, watch: Watch) {
    this.#host = host;
    this.#watch = watch;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onReturn);
    window.addEventListener('online', this.#onReturn);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onReturn);
    window.removeEventListener('online', this.#onReturn);
    this.#stop();
  }

  hostUpdated(): void {
    if (!this.#watch.running() || document.hidden) this.#stop();
    else if (!this.#looking) this.#timer ??= setTimeout(this.#look, this.#delay());
  }

  readonly #onReturn = () => {
    this.#stop();
    if (this.#watch.running() && !document.hidden) void this.#look();
  };

  readonly #look = async () => {
    this.#stop();
    if (this.#looking) return;
    this.#looking = true;
    this.#failures = (await this.#watch.look()) ? 0 : this.#failures + 1;
    this.#looking = false;
    this.#host.requestUpdate(); // sets the next timer
  };

  #delay(): number {
    return Math.max(1, this.#watch.interval() || 0) * 1000 * 2 ** Math.min(this.#failures, 4);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
