/**
 * Who is signed in, and who is really there.
 *
 * Pure functions over claims whose origin the caller has already judged.
 *
 * @module
 */

import { isIdentifier, own, readActor, type Actor } from './actor.js';
import { ImpersonationError } from './errors.js';
import { isMode, type Mode } from './vocabulary.js';

/** What a token says about the current session. All instants are milliseconds since the epoch. */
export interface Session {
  /** The user the application sees: `sub`. */
  readonly userId: string;
  /** `sid`, when the token names one. */
  readonly sessionId: string | null;
  /** Who is really at the keyboard: `act`. `null` means an ordinary session, and only that. */
  readonly actor: Actor | null;
  /** `iss`, when the token names one. */
  readonly issuer: string | null;
  /** The subject's `name`, when the token carries one. For display. */
  readonly name: string | null;
  /** When the token runs out: `exp`. */
  readonly expiresAt: number | null;
  /** What the actor may do; `null` in an ordinary session. An issuer that does not say grants `read-only`. */
  readonly mode: Mode | null;
  /** When the impersonation ends whatever happens, when the token says so. */
  readonly endsAt: number | null;
  /** When it ends for want of activity, as known when the token was made. */
  readonly idleEndsAt: number | null;
}

/**
 * Reads a session from a claims set.
 *
 * `impersonation` is the kit's own claim: `{ mode, exp, idle_exp? }`, instants as NumericDate (RFC 7519 §2).
 *
 * @param actorOf - Finds who is really there, for an issuer that does not write `act`.
 * @throws {ImpersonationError} `claims_not_object`, `sub_invalid`, `claim_type`, or what {@link readActor} throws.
 */
export function readSession(
  claims: unknown,
  actorOf: (claims: Readonly<Record<string, unknown>>) => Actor | null = readActClaim,
): Session {
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) {
    throw new ImpersonationError('claims_not_object');
  }
  const userId = own(claims, 'sub');
  if (!isIdentifier(userId)) throw new ImpersonationError('sub_invalid');
  const actor = actorOf(claims as Record<string, unknown>);
  const name = own(claims, 'name');
  return {
    userId,
    sessionId: readText(claims, 'sid'),
    actor,
    issuer: readText(claims, 'iss'),
    name: typeof name === 'string' ? name : null,
    expiresAt: readInstant(claims, 'exp'),
    ...readTerms(actor && own(claims, 'impersonation'), actor !== null),
  };
}

/** Who the `act` of some claims names; `null` when there is none. @throws what {@link readActor} throws. */
export function readActClaim(claims: object): Actor | null {
  const act = own(claims, 'act');
  return act === undefined ? null : readActor(act);
}

type Terms = Pick<Session, 'mode' | 'endsAt' | 'idleEndsAt'>;

function readTerms(terms: unknown, impersonating: boolean): Terms {
  if (!impersonating) return { mode: null, endsAt: null, idleEndsAt: null };
  if (terms === undefined || terms === null) return { mode: 'read-only', endsAt: null, idleEndsAt: null };
  const mode = own(terms, 'mode');
  if (!isMode(mode)) throw new ImpersonationError('claim_type', { field: 'impersonation.mode' });
  return { mode, endsAt: readInstant(terms, 'exp'), idleEndsAt: readInstant(terms, 'idle_exp') };
}

function readText(claims: object, member: string): string | null {
  const value = own(claims, member);
  if (value === undefined) return null;
  if (!isIdentifier(value)) throw new ImpersonationError('claim_type', { field: member });
  return value;
}

function readInstant(claims: object, member: string): number | null {
  const value = own(claims, member);
  if (value === undefined) return null;
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new ImpersonationError('claim_type', { field: member });
  return value * 1000;
}
