/**
 * What every step of a session's life works with.
 *
 * @module
 */

import type { Minting } from '../mint.js';
import type { Party } from '../../core/protocol.js';
import type { Person, Policy, TellSubject, UserDirectory } from '../host.js';
import type { Store } from '../store/store.js';

/** Whether an actor's own sign-in still stands. */
export type IsSignedIn = (actor: {
  readonly id: string;
  readonly sessionId: string;
}) => boolean | Promise<boolean>;

export interface Limits {
  /** Impersonations that one actor may have open at once. */
  readonly openPerActor: number;
  /** Starts that one actor may try in a minute. */
  readonly startsPerMinute: number;
  /** Starts from one address in a minute, where `addressOf` tells it. */
  readonly startsPerMinuteFromAddress: number;
  /** Tickets that are nobody's, in a minute: from one address where `addressOf` tells it, else from all together. */
  readonly wrongTicketsPerMinute: number;
  /** Files of sessions that one person may begin in a minute. */
  readonly exportsPerMinute: number;
  /** Sessions in such a file at most. */
  readonly exportRows: number;
}

export interface Context {
  readonly store: Store;
  readonly minting: Minting;
  readonly users: UserDirectory;
  readonly policy: Policy;
  readonly isSignedIn: IsSignedIn;
  readonly tellSubject: TellSubject | null;
  /** Where an impersonation's own tab opens. */
  readonly appUrl: string;
  readonly idleSeconds: number;
  readonly ticketSeconds: number;
  /** The age that an actor's sign-in may have at the start; `Infinity` when it does not matter. */
  readonly signInMaxAgeSeconds: number;
  readonly limits: Limits;
  /** Where a request comes from; empty when that is not known. */
  readonly addressOf: (request: Request) => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told what no answer shows. */
  readonly onError: (error: unknown) => void;
}

export const partyOf = ({ id, name, email = null }: Person): Party => ({ id, name, email });
