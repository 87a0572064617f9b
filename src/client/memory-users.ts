/**
 * The directory of a memory client.
 *
 * @module
 */

import type { InferOutput } from 'valibot';

import { ImpersonationError } from '../core/errors.js';
import type { StartOffer, StartRequest, UserSummary } from '../core/protocol.js';

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

/** @throws {ImpersonationError} what keeps this request from being granted for this user. */
export function judgeOffer(user: MemoryUser, request: InferOutput<typeof StartRequest>): StartOffer {
  if (user.refusal) throw new ImpersonationError(user.refusal);
  const offer = offerOf(user);
  const refuse = (
    code: 'mode_not_allowed' | 'duration_not_allowed' | 'case_number_required',
    field: string,
  ) => {
    throw new ImpersonationError(code, { field });
  };
  if (!offer.modes.includes(request.mode)) refuse('mode_not_allowed', 'mode');
  if (!offer.durations.includes(request.durationSeconds)) refuse('duration_not_allowed', 'durationSeconds');
  if (offer.caseNumber === 'required' && !request.caseNumber) refuse('case_number_required', 'caseNumber');
  return offer;
}

export function summaryOf(user: MemoryUser): UserSummary {
  const { id, name, email = null, organization = null, role = null, refusal = null } = user;
  return { id, name, email, organization, role, refusal };
}
