/**
 * Judges the claims of a token whose signature was good.
 *
 * @module
 */

import { isIdentifier, own, type Actor } from '../core/actor.js';
import { ImpersonationError } from '../core/errors.js';
import { readSession, type Session } from '../core/session.js';

/** A session whose token was verified. */
export interface VerifiedSession extends Session {
  /** `jti`: the one token that said so. `null` where the issuer need not say. */
  readonly tokenId: string | null;
  /** All claims as signed: for rights and the like. Who is who stands in the members above. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * What a token says, before whoever sent it has proved to be its holder: a session is taken out of it in `verify.ts` and
 * `request-verifier.ts` alone.
 */
export interface JudgedToken {
  /** `cnf.jkt` (RFC 9449 §6.1): the thumbprint of the one key whose holder may use it; `null` when anybody may. */
  readonly boundTo: string | null;
  readonly session: VerifiedSession;
}

/**
 * Finds who is really there in verified claims: `null` when nobody is, and only then. Whatever it throws, and any other
 * answer, refuses the token; so does `null` beside an `act` claim.
 */
export type ActorReader = (claims: Readonly<Record<string, unknown>>) => Actor | null;

/** What claims are held against. */
export interface ClaimRules {
  readonly issuer: string;
  readonly audiences: readonly string[];
  /** Seconds. */
  readonly tolerance: number;
  /** Seconds from `iat` to `exp` that a token which names an actor may live. */
  readonly longestLife: number;
  /** What must be there besides what every token needs. */
  readonly required: readonly string[];
  readonly actor: ActorReader;
}

/**
 * @param now - Seconds since the epoch.
 * @throws {ImpersonationError} the code of the first thing that is wrong.
 */
export function judgeClaims(claims: Record<string, unknown>, rules: ClaimRules, now: number): JudgedToken {
  judgeParties(claims, rules);
  const life = judgeTimes(claims, rules.tolerance, now);
  for (const name of rules.required) required(claims, name);
  const tokenId = own(claims, 'jti') ?? null;
  if (Object.hasOwn(claims, 'jti') && !isIdentifier(tokenId)) throw wrongType('jti');
  required(claims, 'sub');
  const session = readSession(freeze(claims), rules.actor);
  if (session.actor) judgeImpersonation(session, life, rules, now);
  return {
    boundTo: readConfirmation(claims),
    session: freeze({ ...session, tokenId: tokenId as string | null, claims }),
  };
}

/** A token that is bound in a way that is not checked here must not pass for one that is not (RFC 7800 §3). */
function readConfirmation(claims: object): string | null {
  if (!Object.hasOwn(claims, 'cnf')) return null;
  const cnf = own(claims, 'cnf');
  const thumbprint = own(cnf, 'jkt');
  const alone = Object.keys(cnf ?? {}).length === 1;
  if (!alone || typeof thumbprint !== 'string' || !/^[\w-]{43}$/.test(thumbprint))
    throw new ImpersonationError('pop_required');
  return thumbprint;
}

/**
 * Judges a session that was verified before by the clock alone.
 *
 * @param now - Seconds since the epoch.
 * @throws {ImpersonationError} the code of the first instant that is wrong.
 */
export function judgeInstants(session: VerifiedSession, tolerance: number, now: number): void {
  judgeTimes(session.claims, tolerance, now);
  judgeEnd(session, tolerance, now);
}

function judgeParties(claims: Record<string, unknown>, { issuer, audiences }: ClaimRules): void {
  if (required(claims, 'iss') !== issuer) throw new ImpersonationError('iss_mismatch');
  const aud = required(claims, 'aud');
  const named: unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!named.every((one) => typeof one === 'string')) throw wrongType('aud');
  if (!named.some((one) => audiences.includes(one))) throw new ImpersonationError('aud_mismatch');
}

/** @returns The seconds from `iat` to `exp`. */
function judgeTimes(claims: Readonly<Record<string, unknown>>, tolerance: number, now: number): number {
  const exp = seconds(claims, 'exp');
  const iat = seconds(claims, 'iat');
  // Written so that a clock that answers NaN lets nothing pass.
  if (!(now < exp + tolerance)) throw new ImpersonationError('expired');
  if (!(iat <= now + tolerance)) throw new ImpersonationError('iat_in_future');
  if (Object.hasOwn(claims, 'nbf') && seconds(claims, 'nbf') > now + tolerance)
    throw new ImpersonationError('not_yet_valid');
  return exp - iat;
}

function judgeImpersonation(session: Session, life: number, rules: ClaimRules, now: number): void {
  if (session.sessionId === null) throw new ImpersonationError('sid_missing');
  if (life > rules.longestLife) throw new ImpersonationError('lifetime_too_long');
  judgeEnd(session, rules.tolerance, now);
}

function judgeEnd({ endsAt }: Session, tolerance: number, now: number): void {
  if (endsAt !== null && now * 1000 >= endsAt + tolerance * 1000)
    throw new ImpersonationError('session_expired');
}

function required(claims: object, name: string): unknown {
  const value = own(claims, name);
  if (value === undefined) throw new ImpersonationError('claim_missing', { field: name });
  return value;
}

/** A NumericDate. `1e999` is a number to JSON, and a token that never ends. */
function seconds(claims: object, name: string): number {
  const value = required(claims, name);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(name);
  return value;
}

/** All the way down: what one handler changed, the next request of the same token would believe. */
function freeze<Value extends object>(value: Value): Value {
  if (Object.isFrozen(value)) return value; // this function was here before
  for (const member of Object.values(value) as unknown[])
    if (typeof member === 'object' && member !== null) freeze(member);
  return Object.freeze(value);
}

const wrongType = (field: string) => new ImpersonationError('claim_type', { field });
