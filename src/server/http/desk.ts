/**
 * Where an admin's calls arrive: who they are, and what they may do.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import type { Right, Rights, SignedIn } from '../host.js';
import type { Callers } from './callers.js';

export interface Desk {
  may(person: SignedIn, right: Right): Promise<boolean>;
  /** @throws {ImpersonationError} `forbidden` without the right, or what {@link Callers.admin} throws. */
  admin(request: Request, right: Right): Promise<SignedIn>;
  /** For calls that somebody without the right may make about their own. */
  adminWith(
    request: Request,
    right: Right,
  ): Promise<{ readonly person: SignedIn; readonly allowed: boolean }>;
}

/** @param rights whatever they answer but `true`, or throw, is a no. */
export function createDesk(callers: Callers, rights: Rights, onError: (error: unknown) => void): Desk {
  async function may(person: SignedIn, right: Right): Promise<boolean> {
    try {
      return ((await rights(person, right)) as unknown) === true;
    } catch (error) {
      onError(error);
      return false;
    }
  }

  async function adminWith(request: Request, right: Right) {
    const person = await callers.admin(request);
    return { person, allowed: await may(person, right) };
  }

  return {
    may,
    adminWith,
    async admin(request, right) {
      const { person, allowed } = await adminWith(request, right);
      if (!allowed) throw new ImpersonationError('forbidden');
      return person;
    },
  };
}
