/**
 * Puts a handler below a prefix.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import { problemResponse } from './problem.js';

/**
 * Hands on what comes below the prefix, with the prefix taken off its path, and answers anything else with 404:
 * `mount('/impersonation', backend.fetch)`.
 *
 * @param prefix - With a slash in front and none at the end.
 * @throws {TypeError} when the prefix is written in another way.
 */
export function mount(
  prefix: string,
  fetch: (request: Request) => Response | Promise<Response>,
): (request: Request) => Promise<Response> {
  if (!/^(?:\/[^/?#]+)+$/.test(prefix)) throw new TypeError('A prefix is written like /impersonation');
  return async (request) => {
    const url = new URL(request.url);
    if (!url.pathname.startsWith(`${prefix}/`)) return problemResponse(new ImpersonationError('not_found'));
    url.pathname = url.pathname.slice(prefix.length);
    return fetch(new Request(url, request));
  };
}
