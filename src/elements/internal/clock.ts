import type { ReactiveController, ReactiveControllerHost } from 'lit';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  for (const listener of [...listeners]) listener();
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = listeners.size && !document.hidden ? setTimeout(tick, 1000 - (Date.now() % 1000)) : undefined;
}

function onVisibility(): void {
  if (document.hidden) schedule();
  else tick();
}

/**
 * Re-renders its host once a second while `running()`. One timer serves the page: every countdown changes at once, and
 * none runs in a hidden tab. Coming back into view counts as a tick.
 */
export class SecondsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #running: () => boolean;
  readonly #listener = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost, running: () => boolean) {
    this.#host = host;
    this.#running = running;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#running()) this.#start();
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    if (!listeners.delete(this.#listener) || listeners.size) return;
    document.removeEventListener('visibilitychange', onVisibility);
    schedule();
  }

  #start(): void {
    if (listeners.has(this.#listener)) return;
    listeners.add(this.#listener);
    if (listeners.size > 1) return;
    document.addEventListener('visibilitychange', onVisibility);
    schedule();
  }
}
