/**
 * The key that a tab's tokens are bound to, where the backend wants one (RFC 9449).
 *
 * @module
 */

import { isBoundToken } from '../core/decode.js';
import { ImpersonationError } from '../core/errors.js';
import type { CallOptions } from './client.js';
import type { KeyStorage } from './key-storage.js';
import type { Prove } from './proof.js';

const lost = 'This tab has lost its key. Start again from the admin page.';

export class TabKey {
  readonly #storage: KeyStorage | null;
  readonly #now: () => number;
  #pair: Promise<CryptoKeyPair | null> = Promise.resolve(null);

  /** @param now - The server's time, in milliseconds since the epoch. */
  constructor(storage: KeyStorage | null, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  /** What a call needs besides the token. */
  by(token: string | null): CallOptions {
    return token !== null && isBoundToken(token) ? { prove: this.#prove } : {};
  }

  /** Asks without a proof, and makes a key once the backend wants one: other pages never load what makes keys. */
  async asked<Answer>(ask: (by: CallOptions) => Promise<Answer>): Promise<Answer> {
    try {
      return await ask({});
    } catch (error) {
      if (ImpersonationError.from(error).code !== 'pop_required') throw error;
    }
    this.#pair = import('./proof-key.js').then(({ makeKeyPair }) => makeKeyPair());
    return ask({ prove: this.#prove });
  }

  /** Keeps it over a reload, if the browser lets it. */
  async keep(sessionId: string, until: number): Promise<void> {
    const pair = await this.#pair;
    if (pair) await this.#storage?.save(sessionId, { pair, until }, this.#now());
  }

  /** Finds it after a reload. @throws {ImpersonationError} `pop_required` when it is not there. */
  async restore(sessionId: string): Promise<void> {
    this.#pair = this.#storage?.load(sessionId) ?? Promise.resolve(null);
    if (!(await this.#pair)) throw new ImpersonationError('pop_required', { message: lost });
  }

  /** What was kept; a question that is under way still gets its proof. */
  forget(sessionId: string): void {
    void this.#storage?.remove(sessionId);
  }

  readonly #prove: Prove = async (request) => {
    const pair = await this.#pair;
    if (!pair) throw new ImpersonationError('pop_required', { message: lost });
    const { makeProof } = await import('./proof-key.js');
    return makeProof(pair, request, this.#now());
  };
}
