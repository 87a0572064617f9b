/**
 * Finds the key a token names: in a set that is given or published, or by the host's own function.
 *
 * @module
 */

import {
  base64url,
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  jwksCache,
  type CryptoKey,
  type ExportedJWKSCache,
  type JSONWebKeySet,
  type JWK,
  type JWKSCacheInput,
} from 'jose';

import { ImpersonationError } from '../core/errors.js';
import type { TokenHeader } from './token-format.js';

export type VerificationKey = CryptoKey | JWK;

/** Finds one key; `null` when the issuer has none of that name. */
export type FindKey = (
  header: TokenHeader,
) => VerificationKey | null | undefined | Promise<VerificationKey | null | undefined>;

/** The issuer's public keys: the address they are published at, the set itself, or a function. */
export type KeySource = URL | string | JSONWebKeySet | FindKey;

/** Seconds between two requests for the set, and until a set grows old; the latest one serves an hour longer. */
const pause = 30;
const fresh = 600;
const stale = 3600;
const timeout = 4;
const largestSet = 1 << 20;

/**
 * @returns A function that throws `kid_unknown`, or `unavailable` when the keys cannot be had.
 * @throws {TypeError} when the source cannot be used.
 */
export function createKeySource(
  source: KeySource,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): (header: TokenHeader) => Promise<VerificationKey> {
  const find = finder(source, fetch);
  return async (header) => {
    const key = await find(header);
    if (!isSound(key)) throw new ImpersonationError('kid_unknown');
    return key;
  };
}

function finder(
  source: KeySource,
  fetch: typeof globalThis.fetch,
): (header: TokenHeader) => Promise<VerificationKey> {
  if (typeof source === 'function') return (header) => ask(source, header);
  if (source instanceof URL || typeof source === 'string') return published(addressOf(source), fetch);
  try {
    const set = createLocalJWKSet(source);
    return (header) => pick(set, header);
  } catch (cause) {
    throw new TypeError('jwks is neither a URL nor a JSON Web Key Set nor a function', { cause });
  }
}

async function ask(find: FindKey, header: TokenHeader): Promise<VerificationKey> {
  let key: VerificationKey | null | undefined;
  try {
    key = await find(header);
  } catch (cause) {
    throw ImpersonationError.from(cause, isNoMatch(cause) ? 'kid_unknown' : 'unavailable');
  }
  if (!key) throw new ImpersonationError('kid_unknown');
  return key;
}

/** Under the exponent 1 anybody can sign. jose looks at an RSA key's length only. */
function isSound(key: VerificationKey): boolean {
  const exponent =
    'algorithm' in key
      ? (key.algorithm as { publicExponent?: Uint8Array }).publicExponent
      : key.e && base64url.decode(key.e);
  return !exponent || exponent.some((byte, index) => byte > (index === exponent.length - 1 ? 1 : 0));
}

type KeySet = ReturnType<typeof createLocalJWKSet>;

/** A key that is there twice, is private or cannot be read is as good as none. */
async function pick(set: KeySet, header: TokenHeader): Promise<VerificationKey> {
  try {
    return await set({ ...header });
  } catch (cause) {
    throw new ImpersonationError('kid_unknown', { cause });
  }
}

/**
 * jose fetches, caches and paces. Added here: a failed request is not repeated at once, and keys that are known stay
 * good for an hour while the address does not answer.
 */
function published(
  url: URL,
  fetch: typeof globalThis.fetch,
): (header: TokenHeader) => Promise<VerificationKey> {
  const cache: Partial<ExportedJWKSCache> = {};
  const remote = createRemoteJWKSet(url, {
    timeoutDuration: timeout * 1000,
    cooldownDuration: pause * 1000,
    cacheMaxAge: fresh * 1000,
    [customFetch]: (address, init) => fetchSmall(fetch, address, init),
    [jwksCache]: cache as JWKSCacheInput,
  });
  let failedAt = -Infinity;
  let known: KeySet | null = null;

  const fallBack = (header: TokenHeader, cause?: unknown) => {
    if (!cache.jwks || Date.now() - (cache.uat ?? 0) > stale * 1000)
      throw new ImpersonationError('unavailable', { cause, retryAfter: pause });
    known ??= createLocalJWKSet(cache.jwks);
    return pick(known, header);
  };

  return async (header) => {
    if (Date.now() - failedAt < pause * 1000) return fallBack(header);
    try {
      const key = await remote({ ...header });
      known = null;
      return key;
    } catch (cause) {
      if (isNoMatch(cause)) throw new ImpersonationError('kid_unknown', { cause });
      failedAt = Date.now();
      return fallBack(header, cause);
    }
  };
}

function isNoMatch(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
}

function addressOf(source: URL | string): URL {
  const url = new URL(source); // throws a TypeError of its own
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal))
    throw new TypeError('jwks must be an https: address');
  return url;
}

/** A set that does not end would fill the memory. Redirects are not followed: jose asks for that. */
async function fetchSmall(
  fetch: typeof globalThis.fetch,
  address: string,
  init: RequestInit,
): Promise<Response> {
  const response = await fetch(address, init);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestSet) throw new ImpersonationError('payload_too_large');
    chunks.push(chunk);
  }
  return new Response(new Blob(chunks), { status: response.status });
}
