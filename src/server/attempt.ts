/**
 * A request of somebody who impersonates, held against the session as it is now and against the handler's policy.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import type { Mode } from '../core/protocol.js';
import { attachAuth, type Auth, type AuthenticatedRequest } from './authenticated-request.js';
import type { Gate, ImpersonatedRequest } from './gate.js';
import { judgeAttempt, type WhileImpersonating } from './handler-policy.js';

/** What is settled before the first request comes. */
export interface Supervision {
  readonly gate: Gate;
  readonly policy: WhileImpersonating;
  readonly action: string | null;
  readonly policyTimeoutSeconds: number;
}

/** What became of it. A refusal is in the record already; of what may go on, both rows are still to be written. */
export interface Judged {
  readonly auth: Auth;
  readonly request: AuthenticatedRequest;
  /** Why it must not go on, or `null`. */
  readonly refusal: ImpersonationError | null;
  /** Commits the row of what is about to happen. @throws {ImpersonationError} when it cannot. */
  readonly intend: () => Promise<void>;
  /** Commits the row of how it went. @throws {ImpersonationError} when it cannot. */
  readonly conclude: (status: number) => Promise<void>;
}

/** @throws {ImpersonationError} when the session is over, or when a refusal cannot be recorded. */
export async function judge(incoming: Request, token: Auth, settled: Supervision): Promise<Judged> {
  const { gate, policy, action, policyTimeoutSeconds } = settled;
  const auth: Auth = { ...token, mode: await currentMode(gate, token) };
  const request = attachAuth(incoming, auth);
  const about: ImpersonatedRequest = {
    id: crypto.randomUUID(),
    method: request.method,
    route: new URL(request.url).pathname,
    action,
  };

  const refusal = await judgeAttempt(policy, action, { request, auth }, policyTimeoutSeconds);
  if (refusal) {
    const { status, code } = refusal;
    await committed(() => gate.record(auth, about, { is: 'blocked', status, code }));
  }
  return {
    auth,
    request,
    refusal,
    intend: () => committed(() => gate.intend(auth, about)),
    conclude: (status) => committed(() => gate.record(auth, about, { is: 'made', status })),
  };
}

/** The mode as it is now. A token only remembers how it was. */
async function currentMode(gate: Gate, token: Auth): Promise<Mode> {
  const { mode } = await committed(() => gate.check(token));
  return mode === 'full' ? 'full' : 'read-only';
}

/** What a store throws is never a reason to go on, and never to be shown. */
async function committed<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (cause) {
    throw ImpersonationError.from(cause, 'unavailable');
  }
}
