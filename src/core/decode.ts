/**
 * Reads a token WITHOUT verifying it, so that a page can show what the token it holds says. Never decide on it.
 *
 * @module
 */

import { decodeJwt } from 'jose';

import { own } from './actor.js';
import { ImpersonationError } from './errors.js';
import { readSession, type Session } from './session.js';

/**
 * Decodes the claims of a compact JWS and reads the session in them.
 *
 * @throws {ImpersonationError} `malformed_token`, or what {@link readSession} throws.
 */
export function decodeSession(token: string): Session {
  return readSession(decodeClaims(token));
}

/** Whether the token says that it is bound to a key (RFC 9449 §6.1). One that cannot be read says nothing. */
export function isBoundToken(token: string): boolean {
  try {
    return own(decodeClaims(token), 'cnf') !== undefined;
  } catch {
    return false;
  }
}

function decodeClaims(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch (cause) {
    throw new ImpersonationError('malformed_token', { cause });
  }
}
