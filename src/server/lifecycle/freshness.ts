/**
 * How long ago an actor last proved who they are: what `auth_time` says elsewhere (RFC 9470).
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import type { SignedIn } from '../host.js';
import type { Context } from './context.js';

/** How far the clock of the host's sign-in may be ahead of ours, in milliseconds. */
const tolerance = 5000;

/**
 * An instant that is not known, or yet to come, is no proof.
 *
 * @param maxAge seconds; `Infinity` asks for nothing.
 * @throws {ImpersonationError} `insufficient_user_authentication`, with the `maxAge` that would do.
 */
export function assertFresh({ now }: Context, { authenticatedAt }: SignedIn, maxAge: number): void {
  if (maxAge === Infinity) return;
  const age = typeof authenticatedAt === 'number' ? now() - authenticatedAt : NaN;
  const fresh = age >= -tolerance && age <= maxAge * 1000;
  if (!fresh) throw new ImpersonationError('insufficient_user_authentication', { maxAge });
}
