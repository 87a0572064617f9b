import type { EndCause } from '../../../core/protocol.js';

/** How a session ended, as a label. */
export const endCauses = {
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
} satisfies Record<EndCause, string>;

/** What every list and picture of the record says of itself. */
export const record = {
  loading: 'Loading…',
  retry: 'Try again',
  empty: 'No impersonation in this period',
  emptyHint: 'That is normal: nobody had to act as somebody else.',
  filteredEmpty: 'No session matches these filters',
  filteredEmptyHint: 'Try another word, or a longer period.',
  failed: 'The sessions could not be loaded',
  stale: ({ time }: { time: string }) => `What you see is as of ${time}.`,
  code: ({ code }: { code: string }) => `Code: ${code}`,
  offline: 'The server cannot be reached',
  offlineHint: 'Trying again by itself until it can.',
  forbidden: 'You may not see this record',
  forbiddenHint: 'Ask whoever runs this app for the right to review impersonations.',
};
