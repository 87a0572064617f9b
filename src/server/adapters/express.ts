/**
 * Entry `impersonation-kit/server/express`: middleware for Express 5.
 *
 * @module
 */

import type { HandlerOptions, RequestAuth } from '../auth.js';
import type { Auth } from '../authenticated-request.js';
import { standsFor } from '../coverage.js';
import { enterOrAnswer, type NodeResponse } from './enter.js';
import { toRequest, type NodeRequest } from './node-request.js';

export { routesOf } from './express-routes.js';

/** What is used of Express's request. */
export interface ExpressRequest extends NodeRequest {
  readonly originalUrl: string;
  readonly protocol: string;
  readonly host: string;
}

export type ExpressMiddleware = (
  request: ExpressRequest,
  response: NodeResponse,
  next: (error?: unknown) => void,
) => Promise<void>;

declare global {
  // The one way in which Express lets its request be added to.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Request {
      /** Who sent the request. There behind `protect` only; on any other route it is `undefined`. */
      auth: Auth;
    }
  }
}

/**
 * Lets those in only who are signed in, and those who impersonate only as far as `whileImpersonating` says. The handler
 * finds who it is in `request.auth`.
 *
 * Put it in front of the handler it is about, since what it decides is what that handler does. A policy function is asked
 * about a request without a body.
 *
 * @throws {TypeError} when an option makes no sense.
 */
export function protect(auth: RequestAuth, options?: HandlerOptions): ExpressMiddleware {
  const guard = auth.guard(options);
  const middleware: ExpressMiddleware = async (request, response, next) => {
    const { protocol, host, originalUrl: target } = request;
    const admitted = await enterOrAnswer(
      guard,
      () => toRequest(request, { protocol, host, target }),
      response,
    );
    if (!admitted) return;
    Object.assign(request, { auth: admitted.auth });
    next();
  };
  return standsFor(middleware, guard, 'guard');
}
