/**
 * Verifies the token of a request, together with the proof of possession that it needs (RFC 9449 §7).
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import { readAuthorization } from './authorization.js';
import type { VerifiedSession } from './claims.js';
import { createKeyProver, type PossessionSettings } from './possession.js';
import type { TokenJudge } from './verify.js';

/** @throws {ImpersonationError} a token's code (401), `invalid_request`, or `unavailable`. */
export type RequestVerifier = (request: Request) => Promise<VerifiedSession>;

/** @throws {TypeError} when an option makes no sense. */
export function createRequestVerifier(judge: TokenJudge, settings: PossessionSettings): RequestVerifier {
  const proveKey = createKeyProver(settings);
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
