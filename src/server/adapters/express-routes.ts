/**
 * The routes of an Express app, for `reportCoverage`.
 *
 * @module
 */

import type { Route } from '../coverage.js';

/** An app or a router; of its insides, what is used. */
export interface ExpressRoutes {
  readonly router?: unknown;
  readonly stack?: unknown;
}

interface Layer {
  readonly handle: Handle;
  /** What it was mounted at. Express before 5.3 keeps it to itself. */
  readonly rawPath?: unknown;
  /** Whether it was mounted at `/`. */
  readonly slash?: boolean;
  readonly method?: string;
  readonly route?: { readonly path: unknown; readonly stack: readonly Layer[] };
}
type Handle = ((...args: never) => unknown) & { readonly stack?: readonly Layer[] };

/** A function that requests meet before they meet those that come after it. */
interface Met {
  /** Where; `null` for everywhere, `undefined` when nobody can tell. */
  readonly path: string | null | undefined;
  readonly handle: Handle;
}

const unknownPrefix = '…';

/**
 * What an app or a router answers to, each with the functions that a request goes through. An app that is mounted in
 * another shows as one route for all methods: list it on its own.
 *
 * When in doubt it leaves a function out, so that a route is reported which may be protected, and never the reverse: a
 * `protect` that is mounted at a regular expression, or beside a router at a prefix where Express does not keep the prefix
 * (before 5.3). Put it into the router there.
 *
 * @param prefix - Where a router is mounted that is listed on its own.
 * @throws {TypeError} when it is neither an app nor a router of Express 5.
 */
export function routesOf(app: ExpressRoutes, prefix = ''): Route[] {
  const { stack } = (app.stack ? app : (app.router ?? {})) as { stack?: readonly Layer[] };
  if (!Array.isArray(stack)) throw new TypeError('routesOf needs an app or a router of Express 5');
  return walk(stack as readonly Layer[], prefix, []);
}

function walk(stack: readonly Layer[], prefix: string, outside: readonly Met[]): Route[] {
  const met = [...outside];
  return stack.flatMap((layer): Route[] => {
    if (layer.route) {
      const { path, stack: handlers } = layer.route;
      return [path].flat(Infinity).flatMap((one) => routesAt(prefix + String(one), handlers, met));
    }
    const { handle } = layer;
    const path = mountOf(layer, prefix);
    if (handle.stack) return walk(handle.stack, path ?? (layer.slash ? prefix : unknownPrefix), met);
    if (handle.length === 4) return []; // for errors only
    if (answers(handle) || handle.name === 'mounted_app') {
      const at = path === null ? '/' : (path ?? unknownPrefix);
      return [{ method: 'ALL', path: at, handler: chain(met, at, [handle]) }];
    }
    met.push({ path, handle });
    return [];
  });
}

function routesAt(path: string, handlers: readonly Layer[], met: readonly Met[]): Route[] {
  const methods = [...new Set(handlers.map(({ method }) => method))];
  const own = (asked: string | undefined) =>
    handlers.filter(({ method }) => method === undefined || method === asked).map(({ handle }) => handle);
  const route = (method: string, handles: readonly Handle[]): Route => ({
    method,
    path,
    handler: chain(met, path, handles),
  });
  // `app.all` adds its handlers once for each of the three dozen methods that Node knows.
  const first = own(methods[0]);
  const alike = methods.every((method) => own(method).every((handle, at) => handle === first[at]));
  if (methods.length > 9 && alike) return [route('ALL', first)];
  return methods.map((method) => route(method?.toUpperCase() ?? 'ALL', own(method)));
}

/** What a request to this path meets, up to the first that answers. */
function chain(met: readonly Met[], path: string, own: readonly Handle[]): Handle[] {
  const before = met.filter((one) => covers(one.path, path)).map(({ handle }) => handle);
  const all = [...before, ...own];
  const end = all.findIndex(answers);
  return end === -1 ? all : all.slice(0, end + 1);
}

/** A function that takes no `next` cannot pass a request on. One that names no parameters may take any. */
const answers = ({ length }: Handle) => length === 1 || length === 2;

function mountOf({ slash, rawPath }: Layer, prefix: string): Met['path'] {
  if (slash) return prefix || null;
  return typeof rawPath === 'string' && !prefix.startsWith(unknownPrefix) ? prefix + rawPath : undefined;
}

const covers = (mount: Met['path'], path: string) =>
  mount === null || (mount !== undefined && (path === mount || path.startsWith(`${mount}/`)));
