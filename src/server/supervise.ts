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
 * The answer with `Impersonated-By`. One without a body is copied, since a handler may give it out many times, and
 * another person's must not carry the mark. One with a body can be sent only once, so it is marked itself: a copy would
 * have to read its body.
 */
export function marked(response: Response, auth: Auth): Response {
  if (response.status === 101) return response; // a switched protocol cannot be copied
  const mark = impersonatedBy(auth);
  // To ask for the body comes first: only then do a few servers give the answer header fields of its own.
  if (response.body !== null && setField(response.headers, mark)) return response;
  const { body, status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.set('Impersonated-By', mark);
  return new Response(body, { status, statusText, headers });
}

/** `false` where the header is fixed, as in what `fetch` answered. */
function setField(headers: Headers, mark: string): boolean {
  try {
    headers.set('Impersonated-By', mark);
    return true;
  } catch {
    return false;
  }
}
