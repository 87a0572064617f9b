/**
 * Says no over HTTP: RFC 9457 bodies, RFC 6750, RFC 9449 and RFC 9470 challenges.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import { problemType, type EndCause, type Problem } from '../core/protocol.js';

/** What an answer may say besides the error. */
export interface ProblemExtra {
  /** How the session ended, with `session_revoked` and `session_expired`. */
  readonly endCause?: EndCause;
  readonly headers?: HeadersInit;
}

/**
 * The answer to anything thrown. What is not an {@link ImpersonationError} is `internal`, and nothing of it is sent.
 */
export function problemResponse(error: unknown, extra: ProblemExtra = {}): Response {
  const problem = presentable(error);
  const headers = new Headers(extra.headers);
  headers.set('Content-Type', 'application/problem+json');
  headers.set('Cache-Control', 'no-store');
  const challenge = challengeFor(problem);
  if (challenge) headers.set('WWW-Authenticate', challenge);
  if (problem.retryAfter !== undefined) headers.set('Retry-After', String(Math.ceil(problem.retryAfter)));

  const endCause = extra.endCause ?? problem.endCause;
  const body: Problem = {
    type: problemType(problem.code),
    title: problem.message,
    status: problem.status,
    code: problem.code,
    ...(problem.field !== undefined && { field: problem.field }),
    ...(problem.maxAge !== undefined && { maxAge: problem.maxAge }),
    ...(endCause !== undefined && { endCause }),
    ...(problem.sessionIds !== undefined && { sessionIds: [...problem.sessionIds] }),
    ...(problem.endedBy !== undefined && { endedBy: problem.endedBy }),
  };
  return new Response(JSON.stringify(body), { status: problem.status, headers });
}

/** Codes that never travel (status 0) are the server's own trouble when they turn up here. */
function presentable(error: unknown): ImpersonationError {
  const problem = ImpersonationError.from(error);
  return problem.status === 0 ? new ImpersonationError('internal', { cause: error }) : problem;
}

/**
 * RFC 6750 §3.1: a request without a token learns no error code, one with a bad token does. RFC 9449 §7.1: one whose
 * proof is missing or wrong learns how to sign a better one.
 */
function challengeFor(problem: ImpersonationError): string | null {
  const { code, status, field } = problem;
  if (code === 'insufficient_user_authentication') return stepUpChallenge(problem);
  if (status === 400 && field === 'authorization') return 'Bearer error="invalid_request"';
  if (status !== 401) return null;
  if (code === 'invalid_dpop_proof' || field === 'dpop')
    return 'DPoP error="invalid_dpop_proof", algs="ES256"';
  return code === 'token_missing' || code === 'unauthenticated' ? 'Bearer' : 'Bearer error="invalid_token"';
}

/** RFC 9470 §3. A description may hold no quotation mark and no backslash (RFC 6750 §3). */
function stepUpChallenge({ code, message, maxAge }: ImpersonationError): string {
  const description = message.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '');
  const age = maxAge === undefined ? '' : `, max_age="${maxAge}"`;
  return `Bearer error="${code}", error_description="${description}"${age}`;
}
