/**
 * Runs a handler for somebody who impersonates: only as far as they may, and never without a record.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import { judge, type Supervision } from './attempt.js';
import type { Auth, AuthenticatedRequest } from './authenticated-request.js';
import { isSafe } from './handler-policy.js';
import { problemResponse } from './problem.js';

/**
 * Read first, then intent, then the deed, then its outcome, then the answer: whoever stops half-way has left a row.
 *
 * @param run - Runs the handler; answers a problem in place of whatever it throws.
 * @throws {ImpersonationError} when the session is over, or when what must be recorded cannot be.
 */
export async function supervise(
  incoming: Request,
  token: Auth,
  settled: Supervision,
  run: (request: AuthenticatedRequest) => Promise<Response>,
): Promise<Response> {
  const { auth, request, refusal, intend, conclude } = await judge(incoming, token, settled);
  if (refusal) return marked(problemResponse(refusal), auth);

  const safe = isSafe(request);
  if (!safe) await intend();
  const response = await run(request);
  try {
    await conclude(response.status);
  } catch (error) {
    await response.body?.cancel();
    throw safe ? error : new ImpersonationError('unavailable', { message: outcomeUnknown, cause: error });
  }
  return marked(response, auth);
}

const outcomeUnknown =
  'The change may have been made, but its outcome could not be recorded. Look before you try again.';

/** What `Impersonated-By` says, so that proxies, logs and tests see it. */
export function impersonatedBy({ actor, sessionId }: Auth): string {
  return `${encodeURIComponent(actor?.sub ?? '')}; sid=${encodeURIComponent(sessionId ?? '')}`;
}

/**
 * The answer with `Impersonated-By`. Always a copy: a handler may give out one response object many times, and another
 * person's must not carry the mark.
 */
export function marked(response: Response, auth: Auth): Response {
  if (response.status === 101) return response; // a switched protocol cannot be copied
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.set('Impersonated-By', impersonatedBy(auth));
  return new Response(response.body, { status, statusText, headers });
}
