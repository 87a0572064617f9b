import type { ImpersonationClient } from '../../client/client.js';
import type { UserSummary } from '../../core/protocol.js';
import { isForbidden } from '../internal/situations.js';
import type { FoundPeople } from './found-people.js';

/** What there is to see, in one word. Also the element's `:state()`. */
export const situations = [
  'unconfigured',
  'unsupported',
  'idle',
  'recents',
  'too-short',
  'loading',
  'ready',
  'empty',
  'error',
  'offline',
  'forbidden',
  'rate-limited',
] as const;
export type Situation = (typeof situations)[number];

interface Known {
  readonly client: ImpersonationClient | undefined;
  readonly query: string;
  readonly minLength: number;
  readonly recent: readonly UserSummary[];
  readonly found: Pick<FoundPeople, 'phase' | 'people'>;
}

export function situationOf({ client, query, minLength, recent, found }: Known): Situation {
  if (!client) return 'unconfigured';
  if (!client.capabilities.searchUsers) return 'unsupported';
  if (!query) return recent.length ? 'recents' : 'idle';
  if (isTooShort(query, minLength)) return 'too-short';
  const { phase, people } = found;
  if (phase.is === 'failed') {
    const { error } = phase;
    if (isForbidden(error)) return 'forbidden';
    if (error.code === 'rate_limited') return 'rate-limited';
    return error.code === 'network' ? 'offline' : 'error';
  }
  if (phase.is === 'ready') return people.length ? 'ready' : 'empty';
  return 'loading';
}

/** Counted as a person counts: a letter of any script is one. */
export const isTooShort = (query: string, minLength: number) => [...query].length < minLength;
