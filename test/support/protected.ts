/**
 * A handler behind `withAuth`, and people who come to its door.
 *
 * @module
 */

import type { Session } from '../../src/core/session.js';
import { createAuth, type AuthOptions, type Handler, type HandlerOptions } from '../../src/server/auth.js';
import type { Auth } from '../../src/server/authenticated-request.js';
import type { Gate, ImpersonatedRequest, Outcome } from '../../src/server/gate.js';
import { audience, createIssuer, impersonated, instant, issuer, ordinary } from './issuer.js';

export const keys = await createIssuer();

/** Ada herself, and Root acting as her. */
export const tokens = {
  ordinary: await keys.mint(ordinary),
  readOnly: await keys.mint({ ...impersonated, impersonation: { mode: 'read-only' } }),
  full: await keys.mint({ ...impersonated, impersonation: { mode: 'full' } }),
};

/** A gate that remembers what it was told, next to what the handler did. */
export class Notebook implements Gate {
  readonly lines: string[] = [];
  readonly requests: ImpersonatedRequest[] = [];
  mode: 'read-only' | 'full' | null = null;
  fails: { check?: Error; intend?: Error; record?: Error } = {};

  async check(session: Session) {
    if (this.fails.check) throw this.fails.check;
    return { mode: this.mode ?? session.mode ?? 'read-only' };
  }

  async intend(session: Session, request: ImpersonatedRequest) {
    if (this.fails.intend) throw this.fails.intend;
    this.#write(session, request, 'intended');
  }

  async record(session: Session, request: ImpersonatedRequest, outcome: Outcome) {
    if (this.fails.record) throw this.fails.record;
    const code = outcome.is === 'blocked' ? ` ${outcome.code}` : '';
    this.#write(session, request, `${outcome.is} ${outcome.status}${code}`);
  }

  #write({ actor, userId }: Session, request: ImpersonatedRequest, what: string) {
    this.requests.push(request);
    const action = request.action ?? '-';
    this.lines.push(`${actor?.sub} as ${userId} ${request.method} ${request.route} ${action} ${what}`);
  }
}

export const protection = (options: Partial<AuthOptions> = {}) =>
  createAuth({ issuer, audience, jwks: keys.jwks, now: () => instant * 1000, ...options });

export interface Scene {
  /** One of {@link tokens}, by name, or any other; `null` for none. In full mode when absent. */
  token?: string | null;
  headers?: Record<string, string>;
  method?: string;
  url?: string;
  body?: string;
  options?: Partial<AuthOptions>;
  policy?: HandlerOptions;
  gate?: Notebook;
  handler?: Handler<[]>;
}

/** What a page gets, what the handler saw, what the host was told, and what stands in the notebook. */
export async function send(scene: Scene) {
  const { gate = new Notebook(), token = 'full', method = 'GET', body } = scene;
  const told: { auth?: Auth; errors: unknown[] } = { errors: [] };
  const { withAuth } = protection({ gate, onError: (error) => told.errors.push(error), ...scene.options });
  const handle = withAuth((request) => {
    told.auth = request.auth;
    gate.lines.push('handler');
    return scene.handler ? scene.handler(request) : Response.json({ ok: true });
  }, scene.policy);

  const request = new Request(scene.url ?? 'https://api.test/notes/7', {
    method,
    headers: { ...bearer(token), ...scene.headers },
    ...(body !== undefined && { body }),
  });
  const response = await handle(request);
  const text = await response.text();
  const code = response.ok ? null : ((JSON.parse(text || '{}') as { code?: string }).code ?? null);
  return { ...told, response, status: response.status, text, code, lines: gate.lines, gate, request };
}

export function bearer(token: string | null): Record<string, string> {
  if (token === null) return {};
  return {
    authorization: `Bearer ${Object.hasOwn(tokens, token) ? tokens[token as keyof typeof tokens] : token}`,
  };
}

/** Whether the handler ran. */
export const ran = (lines: readonly string[]) => lines.includes('handler');

export function deferred<Value>() {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>((done) => (resolve = done));
  return { promise, resolve };
}
