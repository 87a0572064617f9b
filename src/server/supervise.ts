/**
 * Runs a handler for somebody who impersonates: only as far as they may, and never without a record.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import type { Mode } from '../core/protocol.js';
import { attachAuth, type Auth, type AuthenticatedRequest } from './authenticated-request.js';
import type { Gate, ImpersonatedRequest } from './gate.js';
import { isSafe, judgeAttempt, type WhileImpersonating } from './handler-policy.js';
import { problemResponse } from './problem.js';

/** What is settled when a handler is wrapped. */
export interface Supervision {
  readonly gate: Gate;
  readonly policy: WhileImpersonating;
  readonly action: string | null;
  readonly policyTimeoutSeconds: number;
  /** Runs the handler; answers a problem in place of whatever it throws. */
  readonly run: (request: AuthenticatedRequest) => Promise<Response>;
}

/**
 * Read first, then intent, then the deed, then its outcome, then the answer: whoever stops half-way has left a row.
 *
 * @throws {ImpersonationError} when the session is over, or when what must be recorded cannot be.
 */
export async function supervise(request: Request, token: Auth, settled: Supervision): Promise<Response> {
  const { gate } = settled;
  const auth: Auth = { ...token, mode: await currentMode(gate, token) };
  const attempt = { request: attachAuth(request, auth), auth };
  const about: ImpersonatedRequest = {
    id: crypto.randomUUID(),
    method: request.method,
    route: new URL(request.url).pathname,
    action: settled.action,
  };

  const refusal = await judgeAttempt(settled.policy, settled.action, attempt, settled.policyTimeoutSeconds);
  if (refusal) {
    const { status, code } = refusal;
    await committed(() => gate.record(auth, about, { is: 'blocked', status, code }));
    return marked(problemResponse(refusal), auth);
  }
  const safe = isSafe(request);
  if (!safe) await committed(() => gate.intend(auth, about));
  const response = await settled.run(attempt.request);
  try {
    await committed(() => gate.record(auth, about, { is: 'made', status: response.status }));
  } catch (error) {
    await response.body?.cancel();
    throw safe ? error : new ImpersonationError('unavailable', { message: outcomeUnknown, cause: error });
  }
  return marked(response, auth);
}

const outcomeUnknown =
  'The change may have been made, but its outcome could not be recorded. Look before you try again.';

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

/**
 * The answer with `Impersonated-By`, so that proxies, logs and tests see it. Always a copy: a handler may give out one
 * response object many times, and another person's must not carry the mark.
 */
function marked(response: Response, { actor, sessionId }: Auth): Response {
  if (response.status === 101) return response; // a switched protocol cannot be copied
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  const by = encodeURIComponent(actor?.sub ?? '');
  headers.set('Impersonated-By', `${by}; sid=${encodeURIComponent(sessionId ?? '')}`);
  return new Response(response.body, { status, statusText, headers });
}
