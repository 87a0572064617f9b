/**
 * Entry `impersonation-kit/server/hono`: middleware for Hono.
 *
 * @module
 */

import type { Context, MiddlewareHandler, Next } from 'hono';

import { ImpersonationError } from '../../core/errors.js';
import type { HandlerOptions, RequestAuth } from '../auth.js';
import type { Auth } from '../authenticated-request.js';
import { standsFor } from '../coverage.js';
import { problemResponse } from '../problem.js';

export { routesOf } from './hono-routes.js';

/** What the middleware adds to the context: `context.var.auth`. */
export interface AuthEnv {
  Variables: { auth: Auth };
}

/**
 * Lets those in only who are signed in, and those who impersonate only as far as `whileImpersonating` says. What comes
 * after it finds who it is in `context.var.auth`.
 *
 * Put it in front of the handler it is about, since what it decides is what that handler does. As with `withAuth`, the
 * outcome is in the record before the answer leaves. An `ImpersonationError` that a handler throws is answered as a
 * problem; anything else is for `app.onError`.
 *
 * @throws {TypeError} when an option makes no sense.
 */
export function protect(auth: RequestAuth, options?: HandlerOptions): MiddlewareHandler<AuthEnv> {
  const through = auth.withAuth(async (request, context: Context<AuthEnv>, next: Next) => {
    context.set('auth', request.auth);
    await next();
    if (context.error instanceof ImpersonationError) context.res = problemResponse(context.error);
    return context.res;
  }, options);

  const middleware: MiddlewareHandler<AuthEnv> = async (context, next) => {
    const response = await through(context.req.raw, context, next);
    if (!context.finalized) return response; // refused: Hono adds what earlier middleware wants sent
    if (response === context.res) return;
    context.res = undefined; // or it would be merged into what takes its place
    context.res = response;
  };
  return standsFor(middleware, through, 'guard');
}
