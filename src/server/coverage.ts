/**
 * Which handlers are protected, and which of them somebody has thought about: so that a forgotten one is found by a
 * test, not by an admin who acts as a user.
 *
 * @module
 */

import type { HandlerOptions, RequestAuth } from './auth.js';
import { alwaysBlockedActions, isSafeMethod } from './handler-policy.js';

/** Handlers that were wrapped alike. */
export interface HandlerCoverage {
  /** The host's name for what they do. */
  readonly action: string | null;
  readonly policy: 'read-only' | 'allow' | 'deny' | 'function';
  /** Whether somebody decided what they do while impersonating, be it to block it. If not, the default blocks changes. */
  readonly decided: boolean;
  /** How many were wrapped so. */
  readonly handlers: number;
}

/** A handler, and where it can be reached. Other members do not matter: a router's own list will do. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** What answers; or, in a list, all that a request goes through on its way, and what answers at last. */
  readonly handler: unknown;
}

type Address = Pick<Route, 'method' | 'path'>;

export interface CoverageReport {
  /** Where a handler answers that never went through `withAuth`, and that nothing of the kit stands in front of. */
  readonly unprotected: readonly Address[];
  /** Where a handler may change something, and only the default says what happens while somebody impersonates. */
  readonly undecided: readonly Address[];
}

/** A handler is protected itself; a guard protects what comes after it. */
type Role = 'handler' | 'guard';

interface Mark {
  readonly owner: Coverage;
  readonly decided: boolean;
  readonly role: Role;
}

const marks = new WeakMap<object, Mark>();
const coverages = new WeakMap<RequestAuth, Coverage>();

/** The handlers of one `createAuth`. */
export class Coverage {
  /** Counted rather than listed: a host that wraps a handler anew for each request must not fill the memory. */
  readonly #entries = new Map<string, HandlerCoverage>();

  note(wrapped: object, options: HandlerOptions, role: Role): void {
    const { whileImpersonating: policy } = options;
    const action = options.action ?? null;
    const decided = policy !== undefined || (alwaysBlockedActions as readonly unknown[]).includes(action);
    const named = typeof policy === 'function' ? 'function' : (policy ?? 'read-only');
    const key = JSON.stringify([action, named, decided]);
    const handlers = (this.#entries.get(key)?.handlers ?? 0) + 1;
    this.#entries.set(key, { action, policy: named, decided, handlers });
    marks.set(wrapped, { owner: this, decided, role });
  }

  /** Lets {@link reportCoverage} find this by the object that the host has. */
  belongsTo(auth: RequestAuth): void {
    coverages.set(auth, this);
  }

  list(): readonly HandlerCoverage[] {
    return [...this.#entries.values()].map((entry) => ({ ...entry }));
  }
}

/** Has a framework's own kind of function count as what it was made of. */
export function standsFor<Adapted extends object>(adapted: Adapted, wrapped: object, role: Role): Adapted {
  const mark = marks.get(wrapped);
  if (mark) marks.set(adapted, { ...mark, role });
  return adapted;
}

/**
 * Holds a host's routes against what was wrapped.
 *
 * @param auth - Count only what this one wrapped; any, when absent.
 * @throws {TypeError} when `auth` does not come from `createAuth`.
 */
export function reportCoverage(routes: Iterable<Route>, auth?: RequestAuth): CoverageReport {
  const owner = auth && coverages.get(auth);
  if (auth && !owner) throw new TypeError('auth must be what createAuth answered');
  const unprotected: Address[] = [];
  const undecided: Address[] = [];
  for (const { method, path, handler } of routes) {
    const found = marksIn(handler).filter((mark) => !owner || mark.owner === owner);
    if (found.length === 0) unprotected.push({ method, path });
    else if (!found.some(({ decided }) => decided) && !isSafeMethod(method.toUpperCase()))
      undecided.push({ method, path });
  }
  return { unprotected, undecided };
}

/** A guard with nothing behind it protects nothing: whatever answers stands in front of it. */
function marksIn(handler: unknown): Mark[] {
  const chain: unknown[] = Array.isArray(handler) ? handler : [handler];
  return chain.flatMap((link, at) => {
    const mark = typeof link === 'function' ? marks.get(link) : undefined;
    return mark && (mark.role === 'handler' || at < chain.length - 1) ? [mark] : [];
  });
}
