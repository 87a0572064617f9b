/**
 * Entry `impersonation-kit/server/node`: handlers of `node:http`, `node:https` and `node:http2`.
 *
 * @module
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { ImpersonationError } from '../../core/errors.js';
import type { HandlerOptions, RequestAuth } from '../auth.js';
import type { Auth } from '../authenticated-request.js';
import { standsFor } from '../coverage.js';
import { ask, enterOrAnswer, send } from './enter.js';
import { toRequest } from './node-request.js';

/** A request that knows who sent it. */
export type AuthenticatedMessage = IncomingMessage & { readonly auth: Auth };

/**
 * Wraps a listener so that it runs for those who are signed in only, and for those who impersonate only as far as
 * `whileImpersonating` lets it. What it throws is a 500, and told to `onError`.
 *
 * A policy function is asked about a request without a body.
 *
 * @throws {TypeError} when an option makes no sense.
 */
export function protect(
  auth: RequestAuth,
  handler: (request: AuthenticatedMessage, response: ServerResponse) => unknown,
  options?: HandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const guard = auth.guard(options);
  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const admitted = await enterOrAnswer(guard, () => toRequest(request), response);
    if (!admitted) return;
    try {
      await handler(Object.assign(request, { auth: admitted.auth }), response);
    } catch (error) {
      await send(admitted.fail(error), response);
    }
  };
  return standsFor(listener, guard, 'handler');
}

/**
 * Wraps a listener to `'upgrade'`. A socket may carry anything, so it is opened only where changes are allowed. It is
 * judged once: close it yourself when the impersonation ends.
 *
 * @throws {TypeError} when an option makes no sense.
 */
export function protectUpgrade(
  auth: RequestAuth,
  handler: (request: AuthenticatedMessage, socket: Duplex, head: Buffer) => unknown,
  options?: HandlerOptions,
): (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void> {
  const guard = auth.guard(options);
  const listener = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    socket.on('error', () => socket.destroy()); // a page that goes away must not end the process
    const admission = await ask(guard, () => socketRequest(request));
    if (admission.is === 'refused') {
      socket.end(await onTheWire(admission.response));
      return;
    }
    try {
      await handler(Object.assign(request, { auth: admission.auth }), socket, head);
      await admission.settle(101);
    } catch (error) {
      const problem = admission.fail(error);
      socket.destroy();
      await admission.settle(problem.status);
    }
  };
  return standsFor(listener, guard, 'handler');
}

/** Policies know one kind of socket. Any other could carry just as much, and would pass for a look. */
function socketRequest(message: IncomingMessage): Request {
  const request = toRequest(message);
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket')
    throw new ImpersonationError('invalid_request');
  return request;
}

async function onTheWire(response: Response): Promise<string> {
  const body = await response.text();
  const fields = [
    ...response.headers,
    ['content-length', new TextEncoder().encode(body).length],
    ['connection', 'close'],
  ];
  return [
    `HTTP/1.1 ${response.status} ${response.statusText}`,
    ...fields.map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
}
