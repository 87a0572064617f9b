/**
 * The host's own functions, each with a limit to how long a request waits for it.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import type { Authenticate, Policy, Rights, UserDirectory } from './host.js';
import { inTime } from './in-time.js';
import type { IsSignedIn } from './lifecycle/context.js';

export interface HostFunctions {
  readonly authenticate: Authenticate;
  readonly users: UserDirectory;
  readonly policy: Policy;
  readonly rights: Rights;
  readonly isSignedIn: IsSignedIn;
}

/** The same, each of which throws `unavailable` when it takes longer. */
export function withPatience(
  seconds: number,
  { authenticate, users, policy, rights, isSignedIn }: HostFunctions,
): HostFunctions {
  const limit =
    <Asked extends unknown[], Answer>(
      name: string,
      ask: (...asked: Asked) => Answer | Promise<Answer>,
    ): ((...asked: Asked) => Promise<Answer>) =>
    (...asked) =>
      inTime(
        seconds,
        () => ask(...asked),
        () =>
          new ImpersonationError('unavailable', {
            cause: new Error(`${name} took longer than ${seconds} seconds`),
          }),
      );
  return {
    authenticate: limit('authenticate', authenticate),
    users: {
      get: limit('users.get', (id) => users.get(id)),
      search: limit('users.search', (search) => users.search(search)),
    },
    policy: limit('policy', policy),
    rights: limit('rights', rights),
    isSignedIn: limit('isSignedIn', isSignedIn),
  };
}
