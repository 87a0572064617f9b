/**
 * The directory of a memory client.
 *
 * @module
 */

import type { StartOffer, UserSummary } from '../core/protocol.js';

/** Somebody in it. What is left out is `null`. */
export interface MemoryUser extends Partial<UserSummary> {
  readonly id: string;
  readonly name: string;
  /** What may be asked for, where it differs from the usual. */
  readonly offer?: Partial<StartOffer>;
}

const usualOffer: StartOffer = {
  modes: ['read-only', 'full'],
  durations: [900, 1800, 3600],
  caseNumber: 'optional',
  tellsSubject: true,
};

export function offerOf(user: MemoryUser): StartOffer {
  return { ...usualOffer, ...user.offer };
}

export function summaryOf(user: MemoryUser): UserSummary {
  const { id, name, email = null, organization = null, role = null, refusal = null } = user;
  return { id, name, email, organization, role, refusal };
}
