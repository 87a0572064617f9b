/**
 * Reads a token WITHOUT verifying it, so that a page can show what the token it holds says. Never decide on it.
 *
 * @module
 */

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

/** The middle one of three parts, which is base64url of a JSON object in UTF-8 (RFC 7519 §7.2). */
function decodeClaims(token: string): object {
  try {
    const [, payload = ''] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token) ?? [];
    const claims: unknown = JSON.parse(decodeText(payload));
    if (typeof claims === 'object' && claims !== null && !Array.isArray(claims)) return claims;
  } catch {
    // no UTF-8, no JSON
  }
  throw new ImpersonationError('malformed_token');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Without what only a browser has, or only Node. @throws {URIError} where it is no UTF-8. */
function decodeText(base64url: string): string {
  let escaped = '';
  let [bits, held] = [0, 0];
  for (const character of base64url) {
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    escaped += `%${((bits >> held) & 0xff).toString(16).padStart(2, '0')}`;
  }
  return decodeURIComponent(escaped);
}
