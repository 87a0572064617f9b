import { getRequestListener } from '@hono/node-server';

/**
 * WTR middleware: hands every request below `prefix` to a server of the tests' own, so that a page under test has real
 * handlers to talk to. The server is opened at the first request, when the runner's own address is known.
 *
 * @param {string} prefix
 * @param {(origin: string) => Promise<{ fetch(request: Request): Promise<Response> }>} open
 */
export function hostMiddleware(prefix, open) {
  let listener;
  return async (ctx, next) => {
    if (!ctx.path.startsWith(`${prefix}/`)) return next();
    listener ??= open(ctx.origin).then(({ fetch }) =>
      getRequestListener(fetch, { overrideGlobalObjects: false }),
    );
    ctx.respond = false;
    await (
      await listener
    )(ctx.req, ctx.res);
  };
}
