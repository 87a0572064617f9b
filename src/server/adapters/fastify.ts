/**
 * Entry `impersonation-kit/server/fastify`: a plugin for Fastify 5.
 *
 * @module
 */

import type { FastifyInstance, FastifyPluginAsync, onRequestAsyncHookHandler, RouteOptions } from 'fastify';

import type { HandlerOptions, RequestAuth } from '../auth.js';
import type { Auth } from '../authenticated-request.js';
import { standsFor, type Route } from '../coverage.js';
import { enter } from './enter.js';
import { toRequest } from './node-request.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request. There where `protect` is registered only; on any other route it is `null`. */
    auth: Auth;
  }
  interface FastifyContextConfig {
    /** What this route does while somebody impersonates. */
    whileImpersonating?: HandlerOptions['whileImpersonating'] & {};
    /** The host's name for what this route does, for the record. */
    action?: HandlerOptions['action'] & {};
  }
}

/**
 * Protects every route that is declared after it where it is registered: it lets those in only who are signed in, and
 * those who impersonate only as far as the route's `config.whileImpersonating` says. The handler finds who it is in
 * `request.auth`. Requests are judged before their body is read, so a policy function is asked about one without.
 *
 * @param options - For routes whose `config` says nothing.
 * @throws {TypeError} when an option makes no sense, here or, at its declaration, in a route.
 */
export function protect(auth: RequestAuth, options: HandlerOptions = {}): FastifyPluginAsync {
  auth.guard(options); // says now what makes no sense
  const plugin: FastifyPluginAsync = async (app) => {
    if (!app.hasRequestDecorator('auth')) app.decorateRequest('auth', null as never);
    app.addHook('onRoute', (route) => {
      const { whileImpersonating, action } = route.config ?? {};
      const hook = guarding(auth, {
        ...options,
        ...(whileImpersonating !== undefined && { whileImpersonating }),
        ...(action !== undefined && { action }),
      });
      route.onRequest = [hook, ...[route.onRequest ?? []].flat()];
    });
  };
  // Where it is registered, not in a scope of its own: what `fastify-plugin` does.
  return Object.assign(plugin, {
    [Symbol.for('skip-override')]: true,
    [Symbol.for('fastify.display-name')]: 'impersonation-kit',
  });
}

function guarding(auth: RequestAuth, options: HandlerOptions): onRequestAsyncHookHandler {
  const guard = auth.guard(options);
  const hook: onRequestAsyncHookHandler = async (request, reply) => {
    const { protocol, host } = request;
    const admission = await enter(guard, () => toRequest(request.raw, { protocol, host }), reply.raw);
    if (admission.is === 'refused') return reply.send(admission.response);
    reply.headers(admission.headers);
    request.auth = admission.auth;
  };
  return standsFor(hook, guard, 'guard');
}

/**
 * The routes of an app, for `reportCoverage`. Fastify tells of a route only when it is declared, so ask first, declare
 * then, and look at the list at last. Hooks that are added to the whole app are not in it, other than `protect`.
 */
export function routesOf(app: FastifyInstance): Iterable<Route> {
  const declared: { route: RouteOptions; path: string }[] = [];
  app.addHook('onRoute', (route) => {
    declared.push({ route, path: route.url });
  });
  return {
    *[Symbol.iterator]() {
      for (const { route, path } of declared)
        for (const method of [route.method].flat()) yield { method, path, handler: chainOf(route) };
    },
  };
}

const chainOf = ({
  onRequest = [],
  preParsing = [],
  preValidation = [],
  preHandler = [],
  handler,
}: RouteOptions) => [
  ...[onRequest].flat(),
  ...[preParsing].flat(),
  ...[preValidation].flat(),
  ...[preHandler].flat(),
  handler,
];
