/**
 * One-time codes: 256 random bits, of which only the digest is kept.
 *
 * @module
 */

import { base64url } from 'jose';

export const makeTicket = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)));

export async function hashTicket(ticket: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(ticket));
  return base64url.encode(new Uint8Array(digest));
}
