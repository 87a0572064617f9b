/**
 * The routes of a Hono app, for `reportCoverage`.
 *
 * @module
 */

import { findTargetHandler } from 'hono/utils/handler';

import type { Route } from '../coverage.js';

/** An app of any kind; of its insides, what is used. */
export interface HonoRoutes {
  readonly routes: readonly {
    readonly method: string;
    readonly path: string;
    readonly handler: (...args: never) => unknown;
  }[];
}

type Entry = HonoRoutes['routes'][number];

/**
 * What an app answers to, each with the functions that a request goes through. Like Hono itself, it takes a function that
 * was added for all methods and has a second parameter for middleware, so a handler that `app.all` or `app.mount` adds that
 * way is not listed.
 *
 * Middleware counts where its pattern covers the whole of a route's: `*`, `/notes/*`, `/:tenant/*`, or the very same. When
 * in doubt it is left out, so that a route is reported which may be protected, and never the reverse.
 */
export function routesOf({ routes }: HonoRoutes): Route[] {
  const entries = routes.map((entry) => ({
    ...entry,
    handler: findTargetHandler(entry.handler as never) as Entry['handler'],
  }));
  const last = new Map<string, Entry>();
  for (const entry of entries)
    if (entry.method !== 'ALL' || answers(entry)) last.set(`${entry.method} ${entry.path}`, entry);
  return [...last.values()].map((entry) => ({
    method: entry.method,
    path: entry.path,
    handler: chainOf(entry, entries),
  }));
}

/** What a request meets on its way to this, up to the first that answers. */
function chainOf(to: Entry, entries: readonly Entry[]): Entry['handler'][] {
  const met = entries
    .slice(0, entries.indexOf(to) + 1)
    .filter(({ method, path }) => (method === 'ALL' || method === to.method) && covers(path, to.path));
  const end = met.findIndex(answers);
  return met.slice(0, end === -1 ? met.length : end + 1).map(({ handler }) => handler);
}

/** A function that takes no `next` cannot pass a request on. */
const answers = ({ handler }: Entry) => handler.length < 2;

/** Whether each request that the pattern `path` matches is matched by `pattern`, too. */
function covers(pattern: string, path: string): boolean {
  if (pattern === path || pattern === '*' || pattern === '/*') return true;
  const ours = pattern.split('/');
  const theirs = path.split('/');
  const open = ours.at(-1) === '*';
  if (open) ours.pop();
  if (open ? theirs.length < ours.length : theirs.length !== ours.length) return false;
  return ours.every((segment, at) => {
    const other = theirs[at] ?? '';
    return segment === other || (/^:\w+$/.test(segment) && other !== '' && !/[?*]/.test(other));
  });
}
