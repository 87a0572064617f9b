import { base64url } from 'jose';

/** A name that no other start has: 128 random bits, as the quoted text that the header field wants. */
export const newIdempotencyKey = (): string =>
  `"${base64url.encode(crypto.getRandomValues(new Uint8Array(16)))}"`;
