/**
 * The sentences for what only a backend says. They come with whatever judges a backend's answers, or gives them.
 *
 * @module
 */

import { learnSentences } from './errors.js';

learnSentences({
  // The token itself.
  token_too_large: 'The token is larger than this server reads.',
  alg_not_allowed: 'The token is signed with an algorithm that is not accepted here.',
  header_not_allowed: 'The token tries to bring its own key.',
  crit_unsupported: 'The token demands an extension that is not understood here.',
  typ_not_allowed: 'The token is not an access token.',
  kid_missing: 'The token does not name its key.',
  kid_unknown: 'The token names a key that its issuer does not publish.',
  bad_signature: "The token's signature does not match.",
  claims_too_deep: "The token's claims are nested too deeply.",
  duplicate_claim: 'The token names a claim twice.',
  claim_missing: 'The token lacks a claim that is needed here.',
  iss_mismatch: 'The token comes from another issuer.',
  aud_mismatch: 'The token is meant for another audience.',
  expired: 'The token has expired.',
  not_yet_valid: 'The token is not valid yet.',
  iat_in_future: 'The token was issued in the future.',
  lifetime_too_long: 'The token lives longer than an impersonation token may.',
  sid_missing: 'The token names an actor but no session that could be revoked.',
  invalid_dpop_proof: 'The proof of possession does not fit this request.',

  // The request.
  unauthenticated: 'Sign in first.',
  forbidden: 'You are not allowed to do this.',
  cross_site_request: 'The request came from a page that is not allowed to send it.',
  invalid_request: 'The request is not understood.',
  ambiguous_credentials: 'The request carries two credentials; send one.',
  invalid_cursor: 'The page marker is not from this list.',
  method_not_allowed: 'This address does not take that method.',
  not_found: 'There is nothing here, or it is not yours to see.',
  payload_too_large: 'The request is too large.',
  unsupported_media_type: 'Send JSON.',
  rate_limited: 'Too many requests. Wait a moment.',

  // Starting.
  user_not_found: 'There is no such user, or you may not act as them.',
  reason_too_short: 'Give a reason of at least 10 characters.',
  reason_too_long: 'Keep the reason under 500 characters.',
  case_number_required: 'Give the case number.',
  case_number_invalid: 'The case number may hold up to 64 letters, digits and signs.',
  duration_not_allowed: 'Choose one of the durations on offer.',
  mode_not_allowed: 'This kind of access is not on offer.',
  self_impersonation: 'You are already yourself.',
  nested_impersonation: 'End this impersonation before you start another.',
  subject_protected: 'This person cannot be impersonated.',
  not_permitted: 'You are not permitted to act as this person.',
  insufficient_user_authentication: 'Sign in again, to confirm that it is you.',
  too_many_sessions: 'You have too many impersonations open. End one first.',
  session_conflict: 'You are already acting as this person.',
  already_started: 'This start was made before. Close the dialog and begin again.',
  idempotency_mismatch: 'The same idempotency key came before with another request.',

  // Handing over, and during.
  ticket_invalid: 'This link is not valid. Start again from the admin page.',
  ticket_used: 'This link was used before, so the impersonation it opened was ended. Start again.',
  ticket_expired: 'This link has expired. Start again from the admin page.',
  ticket_misplaced: 'This link belongs to another app.',
  extension_not_allowed: 'This impersonation cannot be extended any further.',
  read_only_mode: 'This impersonation is read-only. Switch to full access to make changes.',
  impersonation_blocked: 'This cannot be done while impersonating.',

  // The machinery.
  unavailable: 'The record cannot be written or read right now, so nothing was done. Try again.',
});
