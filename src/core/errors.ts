/**
 * The one error class of the kit, and the closed set of codes it can carry.
 *
 * A code is stable and may be compared; a message is a sentence for a person and may change. Neither ever holds a
 * token, a ticket, a claim's value or a response body.
 *
 * @module
 */

import type { EndCause, Party } from './protocol.js';

/** Each code with the HTTP status (RFC 9110) it travels under. 0: never sent over HTTP. */
const statuses = {
  // The token itself. Sent with `WWW-Authenticate: Bearer error="invalid_token"` (RFC 6750 §3.1).
  token_missing: 401,
  malformed_token: 401,
  token_too_large: 401,
  alg_not_allowed: 401,
  header_not_allowed: 401,
  crit_unsupported: 401,
  typ_not_allowed: 401,
  kid_missing: 401,
  kid_unknown: 401,
  bad_signature: 401,
  claims_not_object: 401,
  claims_too_deep: 401,
  duplicate_claim: 401,
  claim_missing: 401,
  claim_type: 401,
  iss_mismatch: 401,
  aud_mismatch: 401,
  expired: 401,
  not_yet_valid: 401,
  iat_in_future: 401,
  lifetime_too_long: 401,
  sub_invalid: 401,
  act_malformed: 401,
  act_sub_missing: 401,
  act_sub_invalid: 401,
  act_too_deep: 401,
  sid_missing: 401,
  pop_required: 401,
  invalid_dpop_proof: 401,
  session_revoked: 401,
  session_expired: 401,

  // The request.
  unauthenticated: 401,
  forbidden: 403,
  cross_site_request: 403,
  invalid_request: 400,
  ambiguous_credentials: 400,
  invalid_cursor: 400,
  method_not_allowed: 405,
  not_found: 404,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,

  // Starting.
  user_not_found: 404,
  reason_too_short: 422,
  reason_too_long: 422,
  case_number_required: 422,
  case_number_invalid: 422,
  duration_not_allowed: 422,
  mode_not_allowed: 422,
  self_impersonation: 422,
  nested_impersonation: 403,
  subject_protected: 403,
  not_permitted: 403,
  insufficient_user_authentication: 401,
  too_many_sessions: 409,
  session_conflict: 409,
  already_started: 409,
  idempotency_mismatch: 422,

  // Handing over, and during.
  ticket_invalid: 400,
  ticket_used: 400,
  ticket_expired: 410,
  ticket_misplaced: 403,
  extension_not_allowed: 403,
  read_only_mode: 403,
  impersonation_blocked: 403,

  // The machinery.
  internal: 500,
  unavailable: 503,
  network: 0,
  bad_answer: 0,
  unsupported: 0,
} as const satisfies Record<string, number>;

/**
 * The sentences for what a page finds out by itself. Those for what only a backend says are in `error-sentences.ts`: a page
 * that no backend has answered yet does without.
 */
const ownSentences = {
  token_missing: 'Sign in first: the request carries no token.',
  malformed_token: 'The token cannot be read: it is damaged, or no token at all.',
  claims_not_object: "The token's claims are not a JSON object.",
  claim_type: "One of the token's claims has the wrong type.",
  sub_invalid: "The token's subject is not an identifier.",
  act_malformed: 'The token names an actor in a form that cannot be trusted.',
  act_sub_missing: 'The token names an actor without an identifier.',
  act_sub_invalid: "The actor's identifier is not an identifier.",
  act_too_deep: 'The token names too many prior actors.',
  pop_required: 'The token is bound to a key, and the request does not prove it holds that key.',
  session_revoked: 'The impersonation was ended.',
  session_expired: 'The impersonation has run out of time.',
  internal: 'Something went wrong on the server. Nothing was changed.',
  network: 'The server cannot be reached. Check the connection and try again.',
  bad_answer: 'The server gave an answer that makes no sense. Try again.',
  unsupported: 'This backend cannot do that.',
} as const satisfies Partial<Record<ErrorCode, string>>;

const sentences: Partial<Record<ErrorCode, string>> = { ...ownSentences };

/** Brings the words of all the others. */
export function learnSentences(
  others: Readonly<Record<Exclude<ErrorCode, keyof typeof ownSentences>, string>>,
): void {
  Object.assign(sentences, others);
}

/** Every code an {@link ImpersonationError} can carry. */
export type ErrorCode = keyof typeof statuses;

/** All codes, in the order of their definition. */
export const errorCodes = Object.keys(statuses) as readonly ErrorCode[];

/** Whether `value` is one of the kit's codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(statuses, value);
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
    super(details.message ?? sentences[code] ?? code, { cause: details.cause });
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
    return statuses[this.code];
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
