import { onDemand } from '../../client/on-demand.js';
import type { Moment } from './moment.js';
import type { Rest, RestHost } from './rest.js';

/** Once one banner of the page has it, another one has it from the beginning. */
let RestClass: typeof Rest | undefined;
const load = onDemand(async () => (RestClass = (await import('./rest.js')).Rest));

/**
 * Brings the rest of a banner, which the page need not wait for. Without it the bar tells what it has to tell and ends what it
 * has to end; whoever asks for more is told that it cannot be had.
 */
export class Later {
  readonly #host: RestHost;
  readonly #moment: () => Moment;
  #rest: Rest | undefined;
  #wanted = false;

  constructor(host: RestHost, moment: () => Moment) {
    this.#host = host;
    this.#moment = moment;
  }

  /** `undefined` until it is there. */
  get rest(): Rest | undefined {
    return (this.#rest ??= RestClass && new RestClass(this.#host, this.#moment));
  }

  /** Brings it if nobody did so before. */
  want(): void {
    if (this.#wanted || this.#rest) return;
    this.#wanted = true;
    this.bring().catch(() => undefined);
  }

  /** @throws {ImpersonationError} `network` */
  async bring(): Promise<Rest> {
    const There = await load();
    this.#host.requestUpdate();
    return (this.#rest ??= new There(this.#host, this.#moment));
  }
}
