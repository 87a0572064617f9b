/**
 * Reads the `act` claim of RFC 8693 §4.1: who is really at the keyboard.
 *
 * @module
 */

import { ImpersonationError } from './errors.js';

/** The current actor: the outermost `act`. Two actors are the same when `iss` (or the token's own) and `sub` are. */
export interface Actor {
  readonly sub: string;
  readonly iss?: string;
  /** The actor's own sign-in, by which it can be found and ended. */
  readonly sid?: string;
  readonly name?: string;
}

/** How many actors a chain may name, the current one included. */
export const maxActorDepth = 8;

/**
 * Reads one `act` claim that is known to be there. Nested actors are history: they are checked, because a chain that
 * cannot be recorded cannot be trusted, and then left out, because access may depend on the current actor alone.
 *
 * @throws {ImpersonationError} `act_malformed`, `act_sub_missing`, `act_sub_invalid` or `act_too_deep`. It never
 *   answers "no actor": whatever stands in `act` and is not an actor is an error.
 */
export function readActor(act: unknown): Actor {
  const actor = readLevel(act);
  let prior = own(act, 'act');
  for (let depth = 2; prior !== undefined; depth++) {
    if (depth > maxActorDepth) throw new ImpersonationError('act_too_deep');
    readLevel(prior);
    prior = own(prior, 'act');
  }
  return actor;
}

function readLevel(act: unknown): Actor {
  if (typeof act !== 'object' || act === null || Array.isArray(act))
    throw new ImpersonationError('act_malformed');
  const sub = own(act, 'sub');
  if (sub === undefined) throw new ImpersonationError('act_sub_missing');
  if (!isIdentifier(sub)) throw new ImpersonationError('act_sub_invalid');
  const iss = readOptional(act, 'iss');
  const sid = readOptional(act, 'sid');
  const name = own(act, 'name');
  return {
    sub,
    ...(iss !== undefined && { iss }),
    ...(sid !== undefined && { sid }),
    ...(typeof name === 'string' && { name }), // display only, so a wrong one is left out rather than fatal
  };
}

function readOptional(act: object, member: string): string | undefined {
  const value = own(act, member);
  if (value !== undefined && !isIdentifier(value)) throw new ImpersonationError('act_malformed');
  return value;
}

/** 1 to 255 characters, none a control, a line separator or half a surrogate pair: safe in a row, a log, a header. */
export function isIdentifier(value: unknown): value is string {
  return typeof value === 'string' && /^[^\p{Cc}\p{Cs}\u2028\u2029]{1,255}$/u.test(value);
}

/** Own members only: `Object.prototype` never answers for a claim. */
export function own(value: unknown, member: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, member)
    ? (value as Record<string, unknown>)[member]
    : undefined;
}
