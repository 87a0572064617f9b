/**
 * Sends one request of the kit's protocol and reads the answer: its JSON, or the error it stands for.
 *
 * @module
 */

import { ImpersonationError, type ErrorCode } from '../core/errors.js';
import { judge, Problem } from '../core/protocol.js';
import type { CallOptions } from './client.js';
import type { ServerClock } from './http-clock.js';
import { authorizationOf, type Prove } from './proof.js';

export interface Message {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: object;
  readonly body?: object;
  readonly idempotencyKey?: string;
  /** Whose request it is: the admin's, by the host's cookie; or the tab's, by its token (none yet when it redeems). */
  readonly by: 'admin' | { readonly token: string | null };
}

export type Send = (message: Message, options?: CallOptions) => Promise<unknown>;
/** The answer itself, once it is known to be none of an error. */
export type Open = (message: Message, signal: AbortSignal) => Promise<Response>;

export interface Wire {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  readonly timeout: number;
  readonly clock: ServerClock;
  readonly desk: () => number;
}

export function createSend({ endpoint, fetch, timeout, clock, desk }: Wire): Send {
  const base = endpoint.replace(/\/+$/, '');
  return async (message, { signal, prove } = {}) => {
    signal?.throwIfAborted();
    const limits = [AbortSignal.timeout(timeout), ...(signal ? [signal] : [])];
    const sentAt = desk();
    let answer: Response;
    let text: string;
    try {
      const address = addressOf(base, message);
      answer = await fetch(address, {
        ...requestOf(message, await authorizationFor(message, address, prove)),
        signal: AbortSignal.any(limits),
      });
      text = await answer.text();
    } catch (cause) {
      signal?.throwIfAborted();
      throw ImpersonationError.from(cause, 'network');
    }
    clock.learn(answer, sentAt);
    const body = parse(text);
    if (!answer.ok) throw problemOf(answer, body, clock.now());
    return body;
  };
}

export function createOpen({ endpoint, fetch, clock, desk }: Wire): Open {
  const base = endpoint.replace(/\/+$/, '');
  return async (message, signal) => {
    const sentAt = desk();
    const answer = await fetch(addressOf(base, message), { ...requestOf(message, {}), signal });
    clock.learn(answer, sentAt);
    if (!answer.ok) throw problemOf(answer, parse(await answer.text()), clock.now());
    return answer;
  };
}

function addressOf(base: string, { path, query = {} }: Message): string {
  const parameters = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(
    parameters.map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
  return `${base}${path}${search.size ? `?${search.toString()}` : ''}`;
}

/** A proof names the whole address. */
async function authorizationFor({ method, by }: Message, address: string, prove: Prove | undefined) {
  if (by === 'admin') return {};
  const url = new URL(address, (globalThis as { readonly location?: Location }).location?.href).href;
  return authorizationOf({ method, url, token: by.token }, prove);
}

function requestOf(
  { method, body, by, idempotencyKey }: Message,
  authorization: Record<string, string>,
): RequestInit {
  return {
    method,
    credentials: by === 'admin' ? 'same-origin' : 'omit',
    cache: 'no-store',
    // A ticket or a reason must not follow a redirect to wherever it leads.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    headers: {
      accept: 'application/json, application/problem+json',
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      ...authorization,
    },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  };
}

/** What is not JSON is `undefined`, which no schema accepts. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What an error without a body of ours means: something between here and the backend wrote it. */
const byStatus: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'payload_too_large',
  429: 'rate_limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

function problemOf(answer: Response, body: unknown, now: number): ImpersonationError {
  const retryAfter = readRetryAfter(answer.headers.get('retry-after'), now);
  const details = retryAfter === undefined ? {} : { retryAfter };
  try {
    const { code, field, maxAge, endCause, endedBy, sessionIds } = judge(Problem, body, 'bad_answer');
    return new ImpersonationError(code, {
      ...details,
      ...(field && { field }),
      ...(maxAge !== undefined && { maxAge }),
      ...(endCause && { endCause }),
      ...(sessionIds && { sessionIds }),
      ...(endedBy && { endedBy }),
    });
  } catch {
    return new ImpersonationError(byStatus[answer.status] ?? 'bad_answer', details);
  }
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
