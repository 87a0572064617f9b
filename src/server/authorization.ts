/**
 * The `Authorization` field of a request: the one place where a token is looked for.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';

/** A token, and the way it was sent: by whoever has it (RFC 6750), or by whoever proves to hold its key (RFC 9449). */
export interface SentToken {
  readonly scheme: 'Bearer' | 'DPoP';
  readonly token: string;
}

/**
 * `null` when the field holds something else than a token.
 *
 * @throws {ImpersonationError} `invalid_request` when the field holds more than one thing.
 */
export function readAuthorization(field: string): SentToken | null {
  if (field.includes(',')) {
    throw new ImpersonationError('invalid_request', {
      message: 'Send one Authorization field with one token.',
      field: 'authorization',
    });
  }
  const [, scheme = '', token] = /^(bearer|dpop) +(\S.*)$/i.exec(field) ?? [];
  if (token === undefined) return null;
  return { scheme: scheme.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer', token };
}
