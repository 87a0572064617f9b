/**
 * What an actor may do with one handler. The rule hangs on the handler, never on a path: paths can be spelled in more
 * ways than a rule foresees.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import type { Auth, AuthenticatedRequest } from './authenticated-request.js';
import { inTime } from './in-time.js';

/** What a policy function is asked about. */
export interface Attempt {
  /** Clone it to read its body: the handler reads it, too. */
  readonly request: AuthenticatedRequest;
  readonly auth: Auth;
}

/**
 * What a handler does while somebody impersonates.
 *
 * - `'read-only'`, the default: GET and HEAD pass, all else is blocked, whatever the session's mode;
 * - `'allow'`: in mode `full` everything passes, in mode `read-only` GET and HEAD do;
 * - `'deny'`: nothing passes;
 * - a function decides alone, so it must look at `auth.mode` itself. Only exactly `true` passes.
 */
export type WhileImpersonating =
  'read-only' | 'allow' | 'deny' | ((attempt: Attempt) => boolean | Promise<boolean>);

/**
 * What nobody ever does as somebody else: whatever would outlast the impersonation, move money, or lock the person out.
 * A handler whose `action` is one of these is blocked, whatever else it says.
 */
export const alwaysBlockedActions = Object.freeze([
  'account.delete',
  'api-key.create',
  'api-key.delete',
  'api-key.read',
  'credential.create',
  'credential.delete',
  'email.change',
  'impersonation.start',
  'invite.create',
  'mfa.change',
  'mfa.disable',
  'mfa.enable',
  'passkey.create',
  'passkey.delete',
  'password.change',
  'payout.create',
  'payout-account.change',
  'phone.change',
  'recovery-codes.read',
  'role.change',
] as const);
export type AlwaysBlockedAction = (typeof alwaysBlockedActions)[number];

const named = ['read-only', 'allow', 'deny'] as const;

/** @throws {TypeError} when it is none. Said when a handler is wrapped, not when the first request comes. */
export function assertPolicy(policy: unknown): asserts policy is WhileImpersonating {
  if (typeof policy !== 'function' && !(named as readonly unknown[]).includes(policy))
    throw new TypeError(`whileImpersonating must be a function or one of: ${named.join(', ')}`);
}

/**
 * Whether a request only reads: by its method alone, not by what a header says of it. A GET that opens a socket does
 * not, since anything may follow.
 */
export function isSafe({ method, headers }: Request): boolean {
  return isSafeMethod(method) && !/\bwebsocket\b/i.test(headers.get('upgrade') ?? '');
}

export const isSafeMethod = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Judges one request made while impersonating. A policy that throws, does not answer in time or answers anything but
 * `true` blocks.
 *
 * @returns Why it is blocked, or `null`.
 */
export async function judgeAttempt(
  policy: WhileImpersonating,
  action: string | null,
  attempt: Attempt,
  timeoutSeconds: number,
): Promise<ImpersonationError | null> {
  const safe = isSafe(attempt.request);
  if ((alwaysBlockedActions as readonly (string | null)[]).includes(action)) return blocked();
  switch (policy) {
    case 'deny':
      return blocked();
    case 'read-only':
      return safe ? null : blocked();
    case 'allow':
      return safe || attempt.auth.mode === 'full' ? null : new ImpersonationError('read_only_mode');
    default:
      return askInTime(policy, attempt, timeoutSeconds);
  }
}

async function askInTime(
  policy: (attempt: Attempt) => unknown,
  attempt: Attempt,
  timeoutSeconds: number,
): Promise<ImpersonationError | null> {
  try {
    const answer = await inTime(
      timeoutSeconds,
      () => policy(attempt),
      () => new Error(`whileImpersonating took longer than ${timeoutSeconds} seconds`),
    );
    return answer === true ? null : blocked();
  } catch (cause) {
    return blocked(cause);
  }
}

const blocked = (cause?: unknown) => new ImpersonationError('impersonation_blocked', { cause });
