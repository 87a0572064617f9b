/**
 * Registers a path with the methods it takes; any other is refused by name.
 *
 * @module
 */

import type { Context, Hono } from 'hono';

import { ImpersonationError } from '../../core/errors.js';
import { problemResponse } from '../problem.js';
import { assertOwnPage } from './guards.js';

type Handler = (c: Context) => Promise<Response>;

export interface Handlers {
  readonly get?: Handler;
  readonly post?: Handler;
}

export type AddRoute = (path: string, handlers: Handlers) => void;

/** @param origins whose pages may send what changes something. */
export function routesOn(app: Hono, origins: ReadonlySet<string>): AddRoute {
  return (path, { get, post }) => {
    if (get) app.get(path, get); // HEAD as well: the same without its body
    if (post) {
      app.post(path, (c) => {
        assertOwnPage(c.req.raw, origins);
        return post(c);
      });
    }
    const allow = [...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : [])].join(', ');
    app.all(path, () =>
      problemResponse(new ImpersonationError('method_not_allowed'), { headers: { Allow: allow } }),
    );
  };
}

/** The query of an address as an object; nothing in it but text. */
export const queryOf = (request: Request): Record<string, string> =>
  Object.fromEntries(new URL(request.url).searchParams);
