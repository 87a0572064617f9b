/**
 * A backend that wants a fresh sign-in before it starts anything, and a page that may see to it (RFC 9470).
 *
 * @module
 */

import type { ImpersonationError } from '../../core/errors.js';
import { ImpersonationStepUpEvent } from '../events.js';

/**
 * `confirming`: the page has taken it over. `unanswered`: no page did. `rejected`: it was not confirmed. `repeated`: it
 * was, and the backend demands it all the same.
 */
export interface StepUp {
  readonly is: 'confirming' | 'unanswered' | 'rejected' | 'repeated';
  /** The age in seconds that a sign-in may have; `null` when the backend does not say. */
  readonly maxAge: number | null;
}

export const isStepUp = ({ code }: ImpersonationError): boolean =>
  code === 'insufficient_user_authentication';

/** Asks the page to see to it; `null` when no listener does. */
export function askPage(
  userId: string,
  maxAge: number | null,
  dispatch: (event: Event) => boolean,
): Promise<unknown> | null {
  const event = new ImpersonationStepUpEvent(userId, maxAge);
  dispatch(event);
  return event.answer;
}
