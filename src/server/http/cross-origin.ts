/**
 * Lets the tabs of other origins call (CORS), and nobody else: what they send carries a token of its own and no cookie,
 * so there is nothing that a page could borrow.
 *
 * @module
 */

import type { MiddlewareHandler } from 'hono';

/** What a tab sends besides what every page may. */
const sent = 'Authorization, Content-Type, DPoP, Idempotency-Key';
/** What it reads of the answer besides its body. */
const read = 'Date, DPoP-Nonce, Impersonated-By, Retry-After, WWW-Authenticate';
/** How long a browser may remember the answer to a preflight, in seconds. */
const remembered = '600';

/** Never `*`, and never with `Access-Control-Allow-Credentials`: a cookie is not asked for and not looked at here. */
export function allowTabsOf(origins: ReadonlySet<string>, methods: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (origin === undefined || !origins.has(origin)) return next();
    if (isPreflight(c.req.raw)) c.res = permit(methods);
    else await next();
    c.res.headers.set('Access-Control-Allow-Origin', origin);
    c.res.headers.set('Access-Control-Expose-Headers', read);
    return undefined;
  };
}

const isPreflight = ({ method, headers }: Request) =>
  method === 'OPTIONS' && headers.has('access-control-request-method');

const permit = (methods: readonly string[]) =>
  new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': methods.join(', '),
      'Access-Control-Allow-Headers': sent,
      'Access-Control-Max-Age': remembered,
    },
  });
