/**
 * Who holds a key: whoever proves it in a request, with a proof that was never used before.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import { steadyNow } from './clock.js';
import { judgeProof, proofAddress, type Proof } from './dpop.js';
import { createProofMemory, type ProofMemory } from './proof-memory.js';

/** What proofs of possession are held against. */
export interface PossessionSettings {
  /**
   * Where browsers reach this server, if requests arrive here under another address: `https://api.example.com`, or
   * `https://example.com/api` where a proxy takes `/api` away. A proof names the address that the browser saw.
   */
  readonly publicUrl?: string;
  /** Where used proofs are noted, for several processes to share. By default 100000 in the memory of this one. */
  readonly proofs?: ProofMemory;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/**
 * Answers with the thumbprint of the key whose holder sent the request.
 *
 * @param held what the proof must go with; `null` where there is no token yet, and any key will do.
 * @throws {ImpersonationError} `pop_required` without a proof, `invalid_dpop_proof`, `unavailable`.
 */
export type KeyProver = (
  request: Request,
  held: { readonly token: string; readonly boundTo: string } | null,
) => Promise<string>;

/** @throws {TypeError} when an option makes no sense. */
export function createKeyProver(settings: PossessionSettings): KeyProver {
  const { publicUrl, now = steadyNow } = settings;
  const addressOf = publicUrl === undefined ? ownAddress : addressBelow(publicUrl);
  const proofs = settings.proofs ?? createProofMemory(100_000, now);
  return async (request, held) => {
    const field = request.headers.get('dpop');
    if (field === null) throw new ImpersonationError('pop_required', { field: 'dpop' });
    const proven = { method: request.method, address: addressOf(request), token: held?.token ?? null };
    const proof = await judgeProof(field, proven, now() / 1000);
    // Before it is noted, so that whoever holds a stolen token alone cannot fill the memory.
    if (held && proof.thumbprint !== held.boundTo) throw new ImpersonationError('invalid_dpop_proof');
    if (!(await isNew(proofs, proof))) throw new ImpersonationError('invalid_dpop_proof');
    return proof.thumbprint;
  };
}

/** Whether tokens are bound to a key of the tab: never, where the tab offers one, or else there is no token. */
export type Binding = 'off' | 'optional' | 'required';

/** Finds the key to bind a token to; `null` for none. @throws {ImpersonationError} as {@link KeyProver}. */
export function createKeyFinder(
  binding: Binding,
  proveKey: KeyProver,
): (request: Request) => Promise<string | null> {
  return async (request) => {
    if (binding === 'off' || (binding === 'optional' && !request.headers.has('dpop'))) return null;
    return proveKey(request, null);
  };
}

async function isNew(proofs: ProofMemory, { id, until }: Proof): Promise<boolean> {
  try {
    return ((await proofs.use(id, until)) as unknown) === true;
  } catch (cause) {
    throw ImpersonationError.from(cause, 'unavailable');
  }
}

const ownAddress = ({ url }: Request) => proofAddress(url);

function addressBelow(publicUrl: string): (request: Request) => string {
  if (!isWebAddress(publicUrl))
    throw new TypeError('publicUrl must be an address such as https://api.example.com');
  const base = publicUrl.replace(/\/+$/, '');
  return ({ url }) => proofAddress(base + new URL(url).pathname);
}

/** Whether a path can be put behind it. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:[^?#]+$/i.test(text);
}
