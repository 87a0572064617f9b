/**
 * Every sentence a person reads, in English. Whole sentences with named arguments: no language is glued together.
 *
 * @module
 */

import type { EndCause, Mode } from '../../core/protocol.js';
import type { ErrorCode } from '../../core/errors.js';

export const en = {
  /** Names of the two modes, as a label. */
  modes: { 'read-only': 'Read-only', full: 'Full access' } satisfies Record<Mode, string>,

  endCauses: {
    ended: 'Ended by the admin',
    expired: 'Ran out of time',
    idle: 'Ended for want of activity',
    revoked: 'Revoked',
    'revoked-by-subject': 'Ended by the person themselves',
    'actor-lost-right': 'The admin lost the right to impersonate',
    'actor-signed-out': 'The admin signed out',
    'subject-protected': 'The person may no longer be impersonated',
    'never-redeemed': 'Never opened',
    unknown: 'Ended, cause unknown',
  } satisfies Record<EndCause, string>,

  /** Where an error's own sentence (which is English) should read differently to a person in front of an element. */
  errors: {} as Partial<Record<ErrorCode, string>>,

  provider: {},
  button: {},
  banner: {},
  guard: {},
  table: {},
};

export type Messages = typeof en;
