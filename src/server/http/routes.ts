/**
 * Registers a path with the methods it takes; any other is refused by name.
 *
 * @module
 */

import type { Context, Hono } from 'hono';

import { ImpersonationError } from '../../core/errors.js';
import { problemResponse } from '../problem.js';
import { allowTabsOf } from './cross-origin.js';
import { assertOwnPage, type Pages } from './guards.js';

type Handler = (c: Context) => Promise<Response>;

export interface Handlers {
  readonly get?: Handler;
  readonly post?: Handler;
}

export type AddRoute = (path: string, handlers: Handlers) => void;

/** @param pages whose pages may send what changes something. */
export function routesOn(app: Hono, pages: Pages): AddRoute {
  return (path, { get, post }) => {
    const methods = [...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : [])];
    if (pages.elsewhere) app.use(path, allowTabsOf(pages.elsewhere, methods));
    if (get) app.get(path, get); // HEAD as well: the same without its body
    if (post) {
      app.post(path, (c) => {
        assertOwnPage(c.req.raw, pages);
        return post(c);
      });
    }
    const headers = { Allow: methods.join(', ') };
    app.all(path, () => problemResponse(new ImpersonationError('method_not_allowed'), { headers }));
  };
}

/** The query of an address as an object; nothing in it but text. */
export const queryOf = (request: Request): Record<string, string> =>
  Object.fromEntries(new URL(request.url).searchParams);
