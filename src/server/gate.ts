/**
 * What `withAuth` asks of whoever keeps the sessions and the record. The backend in this process is one; a resource
 * server that has none relies on the token's own short life.
 *
 * @module
 */

import type { ErrorCode } from '../core/errors.js';
import type { Mode } from '../core/protocol.js';
import type { Session } from '../core/session.js';

/** A request made under an impersonation. Never its body, its query or its headers. */
export interface ImpersonatedRequest {
  /** Shared by every row about this request. */
  readonly id: string;
  readonly method: string;
  /** The path of the address. */
  readonly route: string;
  /** The host's name for what is attempted. */
  readonly action: string | null;
}

/** How it went. */
export type Outcome =
  | { readonly is: 'made'; readonly status: number }
  | { readonly is: 'blocked'; readonly status: number; readonly code: ErrorCode };

export interface Gate {
  /**
   * Judges the session as it is now, not as it was when the token was made.
   *
   * @throws {ImpersonationError} `session_revoked`, `session_expired`, or `unavailable` when nobody can tell.
   */
  check(session: Session): Promise<{ readonly mode: Mode }>;
  /** Commits a row before a state-changing handler runs. @throws {ImpersonationError} `unavailable`. */
  intend(session: Session, request: ImpersonatedRequest): Promise<void>;
  /** Commits the row of what happened. @throws {ImpersonationError} `unavailable`. */
  record(session: Session, request: ImpersonatedRequest, outcome: Outcome): Promise<void>;
}
