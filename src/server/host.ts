/**
 * What the host gives the backend: its own sign-in, its own directory, its own rules.
 *
 * @module
 */

import type { ErrorCode } from '../core/errors.js';
import type { Mode, SessionRecord, StartOffer } from '../core/protocol.js';

/** Somebody in the host's directory. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email?: string | null;
  readonly organization?: string | null;
  readonly role?: string | null;
}

/** Somebody who is signed in to the host. */
export interface SignedIn extends Person {
  /** The host's own id of this sign-in: not a secret, and stable until they sign out. */
  readonly sessionId: string;
  /**
   * When they last proved who they are, by a password, a passkey or the like: milliseconds since the epoch. Needed where
   * `signInMaxAgeSeconds` is set; a sign-in that merely goes on does not make it newer.
   */
  readonly authenticatedAt?: number;
}

/** Who sent this request, by the host's own sign-in; `null` when nobody did. */
export type Authenticate = (request: Request) => SignedIn | null | Promise<SignedIn | null>;

/** The host's users. */
export interface UserDirectory {
  /** `null` when there is no such user, or they can no longer sign in. */
  get(id: string): Promise<Person | null>;
  /** Users that match the text (all, when it is empty), a page at a time; the cursor is the directory's own. */
  search(search: {
    readonly query: string;
    readonly limit: number;
    readonly cursor: string | null;
  }): Promise<{ readonly items: readonly Person[]; readonly nextCursor: string | null }>;
}

/** What may be asked for, and by how much it may be extended. */
export type Permission = Partial<Omit<StartOffer, 'tellsSubject'>> & {
  /** How often, and by how many seconds each time. Not at all when absent. */
  readonly extension?: { readonly max: number; readonly seconds: number };
  /** The age that the actor's sign-in may have at the start. It can only tighten what the backend asks for. */
  readonly signInMaxAgeSeconds?: number;
};

/** `true` grants the defaults: both modes, 15, 30 or 60 minutes, three extensions of 15 minutes. */
export type Decision =
  boolean | Permission | { readonly refuse: Extract<ErrorCode, 'not_permitted' | 'subject_protected'> };

/**
 * Who may act as whom. Asked before a start, again at the hand-over, and on every request after that, so it must be
 * quick; anything it throws is a refusal.
 */
export type Policy = (attempt: {
  readonly actor: Person;
  readonly subject: Person;
}) => Decision | Promise<Decision>;

/** What an admin may do besides starting. */
export type Right = 'search-users' | 'read-sessions' | 'revoke-sessions';
export type Rights = (person: Person, right: Right) => boolean | Promise<boolean>;

/** What somebody who was impersonated may see of it and do about it, by their own sign-in. */
export interface SubjectMay {
  /** That it was, when, why, and how it ended. `true` by default. */
  readonly see: boolean;
  /** Who it was, by name. `false` by default. */
  readonly seeActor: boolean;
  /** End it. `false` by default. */
  readonly end: boolean;
}

/** Told once an impersonation has begun, so that the person can be. */
export type TellSubject = (session: SessionRecord) => void | Promise<void>;

export const defaultPermission = {
  modes: ['read-only', 'full'] as Mode[],
  durations: [900, 1800, 3600],
  caseNumber: 'optional' as StartOffer['caseNumber'],
  extension: { max: 3, seconds: 900 },
  signInMaxAgeSeconds: Infinity,
};
