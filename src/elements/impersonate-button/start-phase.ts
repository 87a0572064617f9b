/**
 * Where the conversation that starts an impersonation stands.
 *
 * @module
 */

import type { ErrorCode, ImpersonationError } from '../../core/errors.js';
import type { SessionRecord, StartOffer } from '../../core/protocol.js';
import type { Draft, Field, Problems } from './draft.js';
import type { HandOver } from './hand-over.js';
import type { StepUp } from './step-up.js';

export type Phase =
  | { readonly is: 'loading' }
  | { readonly is: 'unreachable'; readonly error: ImpersonationError }
  /** This person may not be impersonated by this admin. */
  | { readonly is: 'refused'; readonly code: ErrorCode }
  | {
      readonly is: 'asking';
      readonly offer: StartOffer;
      readonly draft: Draft;
      readonly problems: Problems;
      readonly error: ImpersonationError | null;
      /** One's own impersonations that keep this one from starting, where they can be ended from here. */
      readonly conflict: readonly SessionRecord[];
      /** The backend wants a fresh sign-in first. */
      readonly stepUp: StepUp | null;
      readonly busy: boolean;
    }
  | { readonly is: 'handing-over'; readonly handOver: HandOver }
  /** The backend takes the whole page along. */
  | { readonly is: 'leaving' };

export type Asking = Extract<Phase, { is: 'asking' }>;

/** The field of the form that the backend found fault with, if it was one. */
export function fieldOf({ code, field }: ImpersonationError): Field | undefined {
  if (code.startsWith('reason_')) return 'reason';
  if (code.startsWith('case_number_')) return 'caseNumber';
  return field === 'reason' || field === 'caseNumber' ? field : undefined;
}
