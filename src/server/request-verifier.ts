/**
 * Verifies the token of a request, together with the proof of possession that it needs (RFC 9449 §7).
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import { readAuthorization } from './authorization.js';
import type { VerifiedSession } from './claims.js';
import type { KeyProver } from './possession.js';
import type { TokenJudge } from './verify.js';

/** @throws {ImpersonationError} a token's code (401), `invalid_request`, or `unavailable`. */
export type RequestVerifier = (request: Request) => Promise<VerifiedSession>;

export function createRequestVerifier(judge: TokenJudge, proveKey: KeyProver): RequestVerifier {
  return async (request) => {
    const sent = readAuthorization(request.headers.get('authorization') ?? '');
    if (!sent) throw new ImpersonationError('token_missing');
    const { boundTo, session } = await judge(sent.token);
    if (boundTo === null) {
      if (sent.scheme === 'DPoP') throw new ImpersonationError('invalid_dpop_proof');
      return session;
    }
    if (sent.scheme !== 'DPoP') throw new ImpersonationError('pop_required');
    await proveKey(request, { token: sent.token, boundTo });
    return session;
  };
}
