/**
 * Lets a request in for a handler that answers in its framework's own way, and not with a `Response`.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import { judge, type Supervision } from './attempt.js';
import type { Auth } from './authenticated-request.js';
import { problemResponse } from './problem.js';
import { impersonatedBy, marked } from './supervise.js';

/** Whether a request may go on to its handler. */
export type Admission = Admitted | Refused;

export interface Admitted {
  readonly is: 'admitted';
  /** Who sent the request. */
  readonly auth: Auth;
  /** What the answer must carry, whatever it is: `Impersonated-By`, when somebody impersonates. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Records the outcome: call it once the answer has left, or cannot leave any more. Only the first call counts. It
   * never rejects: what went wrong is told to `onError`.
   *
   * @param status - Of the answer.
   */
  readonly settle: (status: number) => Promise<void>;
  /** What to answer when the handler threw this. The host is told of it, and nothing of it is shown. */
  readonly fail: (thrown: unknown) => Response;
}

export interface Refused {
  readonly is: 'refused';
  /** Send this, and run nothing. If somebody impersonates, the refusal is in the record already. */
  readonly response: Response;
}

/** Judges a request by its method, address and headers; a body is the policy function's business alone. */
export type Guard = (request: Request) => Promise<Admission>;

/** What to do about what goes wrong. */
interface Trouble {
  readonly tell: (error: unknown) => void;
  readonly fail: (thrown: unknown) => Response;
}

/** Lets those in who are really there. */
export const admitted = (auth: Auth, { fail }: Trouble): Admitted => ({
  is: 'admitted',
  auth: Object.freeze(auth),
  headers: {},
  settle: () => Promise.resolve(),
  fail,
});

/**
 * Lets somebody in who impersonates. The answer may leave before its outcome is recorded, so the intent is committed
 * for reads, too: no record, no request.
 *
 * @throws {ImpersonationError} when the session is over, or when what must be recorded cannot be.
 */
export async function admit(
  request: Request,
  token: Auth,
  settled: Supervision,
  { tell, fail }: Trouble,
): Promise<Admission> {
  const { auth, refusal, intend, conclude } = await judge(request, token, settled);
  if (refusal) return { is: 'refused', response: marked(problemResponse(refusal), auth) };
  await intend();

  let settling: Promise<void> | undefined;
  return {
    is: 'admitted',
    auth,
    headers: { 'Impersonated-By': impersonatedBy(auth) },
    settle: (status) =>
      (settling ??= conclude(status).catch((error: unknown) =>
        tell(ImpersonationError.from(error).cause ?? error),
      )),
    fail,
  };
}
