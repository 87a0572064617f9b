/**
 * Rows of the record, put together as a person thinks of them: one request is one thing, however many rows it has.
 *
 * @module
 */

import type { SessionEvent } from '../../core/protocol.js';

export type Happening =
  | { readonly is: 'step'; readonly event: SessionEvent }
  | {
      readonly is: 'request';
      /** The row that says most: how it went, or that it was about to happen. */
      readonly event: SessionEvent & { readonly request: NonNullable<SessionEvent['request']> };
      /** `intended`: it was let through, and how it went is not known. */
      readonly outcome: 'made' | 'blocked' | 'intended';
      /** When the first row about it was written. */
      readonly at: string;
    };

const outcomes: Partial<Record<SessionEvent['type'], 'made' | 'blocked' | 'intended'>> = {
  'request.intended': 'intended',
  'request.made': 'made',
  'request.blocked': 'blocked',
};

/** In the order in which each began. */
export function groupEvents(events: readonly SessionEvent[]): Happening[] {
  const happenings: Happening[] = [];
  const requests = new Map<string, number>();
  for (const event of events) {
    const { request } = event;
    const outcome = outcomes[event.type];
    if (!request || !outcome) {
      happenings.push({ is: 'step', event });
      continue;
    }
    const index = requests.get(request.id);
    const earlier = index === undefined ? undefined : happenings[index];
    const at = earlier?.is === 'request' ? earlier.at : event.at;
    if (earlier && outcome === 'intended') continue; // how it went is known already
    requests.set(request.id, index ?? happenings.length);
    happenings[index ?? happenings.length] = { is: 'request', event: { ...event, request }, outcome, at };
  }
  return happenings;
}
