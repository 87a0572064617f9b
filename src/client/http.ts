/**
 * The client of the kit's own protocol, which the backend handler speaks.
 *
 * @module
 */

import { allCapabilities, type Capabilities, type ImpersonationClient } from './client.js';
import { createServerClock, type ClockStorage } from './http-clock.js';
import { tabStorage } from './kept-text.js';
import { clientOf, onDemand } from './on-demand.js';

export interface HttpClientOptions {
  /** Where the backend is mounted, such as `/impersonation`. */
  readonly endpoint: string;
  /** Sends the requests; the platform's own when absent. */
  readonly fetch?: typeof fetch;
  /** How long an answer may take, in milliseconds. 15 seconds when absent. */
  readonly timeoutMs?: number;
  /** What this backend cannot do. */
  readonly capabilities?: Partial<Capabilities>;
  /** The clock on the desk, in milliseconds since the epoch. */
  readonly now?: () => number;
  /** Where the difference to the server's clock is kept; the tab's own storage when absent. */
  readonly storage?: ClockStorage | null;
}

export function createHttpClient(options: HttpClientOptions): ImpersonationClient {
  const { endpoint, timeoutMs: timeout = 15_000, now: desk = Date.now, storage = tabStorage() } = options;
  if (typeof endpoint !== 'string' || endpoint === '') throw new TypeError('"endpoint" must be an address');
  const clock = createServerClock(desk, storage);
  const platformFetch: typeof fetch = (input, init) => globalThis.fetch(input, init);
  const wire = { endpoint, fetch: options.fetch ?? platformFetch, timeout, clock, desk };
  const calls = onDemand(async () => (await import('./http-calls.js')).createHttpCalls(wire));
  // Once the page has drawn what it knows: whoever ends an impersonation offline must not need a file first.
  if (typeof document !== 'undefined') setTimeout(() => void calls().catch(() => undefined));
  return clientOf({ capabilities: { ...allCapabilities, ...options.capabilities }, now: clock.now }, calls);
}
