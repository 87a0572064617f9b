/**
 * The way to a backend, whichever it is. Elements see this interface and nothing else.
 *
 * @module
 */

import type {
  AccessQuery,
  AccessRecord,
  Activity,
  ActivityQuery,
  EventQuery,
  ExportQuery,
  ExtendRequest,
  Grant,
  ModeRequest,
  Page,
  RevokeRequest,
  SessionEvent,
  SessionQuery,
  SessionRecord,
  StartAnswer,
  StartRequest,
  UserDetail,
  UserQuery,
  UserSummary,
} from '../core/protocol.js';
import type { Prove } from './proof.js';

/** What a backend can do. Elements leave out what it cannot. */
export interface Capabilities {
  readonly searchUsers: boolean;
  readonly start: boolean;
  readonly extend: boolean;
  readonly setMode: boolean;
  readonly list: boolean;
  readonly events: boolean;
  /** Whether it counts sessions over time. */
  readonly activity: boolean;
  /** Whether it writes sessions to a file. */
  readonly export: boolean;
  readonly revoke: boolean;
  /** Whether people see who acted as them. What they may end, each record says. */
  readonly access: boolean;
  /** What ending leaves behind: a tab to close (the admin's own was never touched), or nobody signed in at all. */
  readonly end: 'close' | 'sign-out';
}

/** What the kit's own backend can do: all of it. */
export const allCapabilities: Capabilities = {
  searchUsers: true,
  start: true,
  extend: true,
  setMode: true,
  list: true,
  events: true,
  activity: true,
  export: true,
  revoke: true,
  access: true,
  end: 'close',
};

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Proves that this tab holds its key. Given with a token that is bound to one, and to redeem where one is wanted. */
  readonly prove?: Prove;
}

export interface StartOptions extends CallOptions {
  /** Names this start: sent again under the same name, it is still one. 1 to 255 visible characters. */
  readonly idempotencyKey?: string;
}

export interface ExportOptions extends CallOptions {
  /** Told again and again how many sessions have arrived, and of how many. */
  readonly onProgress?: (progress: { readonly rows: number; readonly total: number }) => void;
}

/** A whole file of sessions. */
export interface ExportedFile {
  readonly file: Blob;
  readonly name: string;
  /** Sessions in it. */
  readonly rows: number;
  /** There are never more in a file than this. */
  readonly limit: number;
  /** Whether everything that was asked for is in it. */
  readonly complete: boolean;
}

/**
 * Every call resolves with a judged answer, or rejects with an `ImpersonationError` (or with the signal's reason when
 * it was aborted). A client keeps no session: what acts for a tab is given the tab's token.
 */
export interface ImpersonationClient {
  readonly capabilities: Capabilities;

  /** The server's time as well as it is known here, in milliseconds since the epoch. */
  now(): number;

  // For an admin, by their own sign-in.
  searchUsers(query: UserQuery, options?: CallOptions): Promise<Page<UserSummary>>;
  getUser(id: string, options?: CallOptions): Promise<UserDetail>;
  start(request: StartRequest, options?: StartOptions): Promise<StartAnswer>;
  list(query: SessionQuery, options?: CallOptions): Promise<Page<SessionRecord>>;
  get(sessionId: string, options?: CallOptions): Promise<SessionRecord>;
  events(sessionId: string, query: EventQuery, options?: CallOptions): Promise<Page<SessionEvent>>;
  activity(query: ActivityQuery, options?: CallOptions): Promise<Activity>;
  export(query: ExportQuery, options?: ExportOptions): Promise<ExportedFile>;
  revoke(sessionId: string, request: RevokeRequest, options?: CallOptions): Promise<SessionRecord>;

  // For the person impersonated, by their own sign-in.
  listAccess(query: AccessQuery, options?: CallOptions): Promise<Page<AccessRecord>>;
  endAccess(sessionId: string, options?: CallOptions): Promise<AccessRecord>;

  // For the tab that impersonates, by its token.
  redeem(ticket: string, options?: CallOptions): Promise<Grant>;
  renew(token: string, options?: CallOptions): Promise<Grant>;
  current(token: string, options?: CallOptions): Promise<SessionRecord>;
  extend(token: string, request: ExtendRequest, options?: CallOptions): Promise<Grant>;
  setMode(token: string, request: ModeRequest, options?: CallOptions): Promise<Grant>;
  end(token: string, options?: CallOptions): Promise<SessionRecord>;
}
