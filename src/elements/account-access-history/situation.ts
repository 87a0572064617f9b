import type { ImpersonationClient } from '../../client/client.js';
import type { ErrorCode } from '../../core/errors.js';
import type { AccessPages } from './access-pages.js';
import type { Looker } from './who-looks.js';

/** What there is to see, in one word. Also the element's `:state()`. */
export const situations = [
  'unconfigured',
  'unsupported',
  'impersonating',
  'unknown',
  'loading',
  'ready',
  'empty',
  'error',
  'offline',
  'forbidden',
] as const;
export type Situation = (typeof situations)[number];

/** Not a failure of the moment: asking again changes nothing. Where the host shows nothing, the address is not there. */
const settledBy: Partial<Record<ErrorCode, Situation>> = {
  not_found: 'unsupported',
  unsupported: 'unsupported',
  impersonation_blocked: 'impersonating',
  forbidden: 'forbidden',
};

export function situationOf(
  client: ImpersonationClient | undefined,
  looker: Looker,
  pages: AccessPages,
): Situation {
  if (!client) return 'unconfigured';
  if (!client.capabilities.access) return 'unsupported';
  if (looker === 'actor') return 'impersonating';
  if (looker === 'unknown') return 'unknown';
  if (looker === 'checking') return 'loading';
  const { error } = pages;
  if (error)
    return (
      settledBy[error.code] ??
      (error.status === 401 ? 'forbidden' : error.code === 'network' ? 'offline' : 'error')
    );
  if (pages.entries.length) return 'ready';
  return pages.phase.is === 'ready' ? 'empty' : 'loading';
}
