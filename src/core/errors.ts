/**
 * The one error class of the kit, and the closed set of codes it can carry.
 *
 * A code is stable and may be compared; a message is a sentence for a person and may change. Neither ever holds a
 * token, a ticket, a claim's value or a response body.
 *
 * @module
 */

import type { EndCause, Party } from './protocol.js';

/** Each code with the HTTP status (RFC 9110) it travels under and its sentence. 0: never sent over HTTP. */
const definitions = {
  // The token itself. Sent with `WWW-Authenticate: Bearer error="invalid_token"` (RFC 6750 §3.1).
  token_missing: [401, 'Sign in first: the request carries no token.'],
  malformed_token: [401, 'The token cannot be read: it is damaged, or no token at all.'],
  token_too_large: [401, 'The token is larger than this server reads.'],
  alg_not_allowed: [401, 'The token is signed with an algorithm that is not accepted here.'],
  header_not_allowed: [401, 'The token tries to bring its own key.'],
  crit_unsupported: [401, 'The token demands an extension that is not understood here.'],
  typ_not_allowed: [401, 'The token is not an access token.'],
  kid_missing: [401, 'The token does not name its key.'],
  kid_unknown: [401, 'The token names a key that its issuer does not publish.'],
  bad_signature: [401, "The token's signature does not match."],
  claims_not_object: [401, "The token's claims are not a JSON object."],
  claims_too_deep: [401, "The token's claims are nested too deeply."],
  duplicate_claim: [401, 'The token names a claim twice.'],
  claim_missing: [401, 'The token lacks a claim that is needed here.'],
  claim_type: [401, "One of the token's claims has the wrong type."],
  iss_mismatch: [401, 'The token comes from another issuer.'],
  aud_mismatch: [401, 'The token is meant for another audience.'],
  expired: [401, 'The token has expired.'],
  not_yet_valid: [401, 'The token is not valid yet.'],
  iat_in_future: [401, 'The token was issued in the future.'],
  lifetime_too_long: [401, 'The token lives longer than an impersonation token may.'],
  sub_invalid: [401, "The token's subject is not an identifier."],
  act_malformed: [401, 'The token names an actor in a form that cannot be trusted.'],
  act_sub_missing: [401, 'The token names an actor without an identifier.'],
  act_sub_invalid: [401, "The actor's identifier is not an identifier."],
  act_too_deep: [401, 'The token names too many prior actors.'],
  sid_missing: [401, 'The token names an actor but no session that could be revoked.'],
  pop_required: [401, 'The token is bound to a key, and the request does not prove it holds that key.'],
  invalid_dpop_proof: [401, 'The proof of possession does not fit this request.'],
  session_revoked: [401, 'The impersonation was ended.'],
  session_expired: [401, 'The impersonation has run out of time.'],

  // The request.
  unauthenticated: [401, 'Sign in first.'],
  forbidden: [403, 'You are not allowed to do this.'],
  cross_site_request: [403, 'The request came from a page that is not allowed to send it.'],
  invalid_request: [400, 'The request is not understood.'],
  ambiguous_credentials: [400, 'The request carries two credentials; send one.'],
  invalid_cursor: [400, 'The page marker is not from this list.'],
  method_not_allowed: [405, 'This address does not take that method.'],
  not_found: [404, 'There is nothing here, or it is not yours to see.'],
  payload_too_large: [413, 'The request is too large.'],
  unsupported_media_type: [415, 'Send JSON.'],
  rate_limited: [429, 'Too many requests. Wait a moment.'],

  // Starting.
  user_not_found: [404, 'There is no such user, or you may not act as them.'],
  reason_too_short: [422, 'Give a reason of at least 10 characters.'],
  reason_too_long: [422, 'Keep the reason under 500 characters.'],
  case_number_required: [422, 'Give the case number.'],
  case_number_invalid: [422, 'The case number may hold up to 64 letters, digits and signs.'],
  duration_not_allowed: [422, 'Choose one of the durations on offer.'],
  mode_not_allowed: [422, 'This kind of access is not on offer.'],
  self_impersonation: [422, 'You are already yourself.'],
  nested_impersonation: [403, 'End this impersonation before you start another.'],
  subject_protected: [403, 'This person cannot be impersonated.'],
  not_permitted: [403, 'You are not permitted to act as this person.'],
  insufficient_user_authentication: [401, 'Sign in again, to confirm that it is you.'],
  too_many_sessions: [409, 'You have too many impersonations open. End one first.'],
  session_conflict: [409, 'You are already acting as this person.'],
  already_started: [409, 'This start was made before. Close the dialog and begin again.'],
  idempotency_mismatch: [422, 'The same idempotency key came before with another request.'],

  // Handing over, and during.
  ticket_invalid: [400, 'This link is not valid. Start again from the admin page.'],
  ticket_used: [400, 'This link was used before, so the impersonation it opened was ended. Start again.'],
  ticket_expired: [410, 'This link has expired. Start again from the admin page.'],
  ticket_misplaced: [403, 'This link belongs to another app.'],
  extension_not_allowed: [403, 'This impersonation cannot be extended any further.'],
  read_only_mode: [403, 'This impersonation is read-only. Switch to full access to make changes.'],
  impersonation_blocked: [403, 'This cannot be done while impersonating.'],

  // The machinery.
  internal: [500, 'Something went wrong on the server. Nothing was changed.'],
  unavailable: [503, 'The record cannot be written or read right now, so nothing was done. Try again.'],
  network: [0, 'The server cannot be reached. Check the connection and try again.'],
  bad_answer: [0, 'The server gave an answer that makes no sense. Try again.'],
  unsupported: [0, 'This backend cannot do that.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

/** Every code an {@link ImpersonationError} can carry. */
export type ErrorCode = keyof typeof definitions;

/** All codes, in the order of their definition. */
export const errorCodes = Object.keys(definitions) as readonly ErrorCode[];

/** Whether `value` is one of the kit's codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(definitions, value);
}

/** What an error may say besides its code. */
export interface ErrorDetails {
  /** The sentence; the code's own when absent. */
  readonly message?: string;
  /** The member of the request that is wrong. */
  readonly field?: string;
  /** Seconds to wait before another try (`Retry-After`). */
  readonly retryAfter?: number;
  /** With `insufficient_user_authentication`: the age in seconds that a sign-in may have (RFC 9470 §3). */
  readonly maxAge?: number;
  /** With `session_revoked` and `session_expired`: how the impersonation ended. */
  readonly endCause?: EndCause;
  /** With `session_conflict` and `too_many_sessions`: the ids of one's own impersonations that are in the way. */
  readonly sessionIds?: readonly string[];
  /** With `session_revoked`: who revoked it, when a person did. */
  readonly endedBy?: Party;
  /** What was caught. Never shown, never sent. */
  readonly cause?: unknown;
}

/** Everything the kit throws at a caller who is not a programmer making a mistake (those get a `TypeError`). */
export class ImpersonationError extends Error {
  override readonly name = 'ImpersonationError';
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;
  readonly maxAge: number | undefined;
  readonly endCause: EndCause | undefined;
  readonly sessionIds: readonly string[] | undefined;
  readonly endedBy: Party | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.message ?? definitions[code][1], { cause: details.cause });
    this.code = code;
    this.field = details.field;
    this.retryAfter = details.retryAfter;
    this.maxAge = details.maxAge;
    this.endCause = details.endCause;
    this.sessionIds = details.sessionIds;
    this.endedBy = details.endedBy;
  }

  /** The HTTP status this error travels under; 0 when it never left the browser. */
  get status(): number {
    return definitions[this.code][0];
  }

  /** `cause` itself when it is one of ours (from any copy of the kit), else wrapped as `otherwise`. */
  static from(cause: unknown, otherwise: ErrorCode = 'internal'): ImpersonationError {
    if (cause instanceof ImpersonationError) return cause;
    if (
      cause instanceof Error &&
      cause.name === 'ImpersonationError' &&
      'code' in cause &&
      isErrorCode(cause.code)
    ) {
      return new ImpersonationError(cause.code, { message: cause.message, cause });
    }
    return new ImpersonationError(otherwise, { cause });
  }
}
