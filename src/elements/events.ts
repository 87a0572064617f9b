/**
 * The events of every element. Present tense may still be prevented; past tense is a fact. None carries a token or a
 * ticket, since they bubble to the document, where anybody listens.
 *
 * @module
 */

import type { TabState } from '../client/tab-state.js';
import type { ImpersonationError } from '../core/errors.js';
import type {
  AccessRecord,
  ExportFormat,
  Mode,
  SessionRecord,
  StartRequest,
  UserSummary,
} from '../core/protocol.js';

const everywhere = { bubbles: true, composed: true } as const;
const preventable = { ...everywhere, cancelable: true } as const;

/** Fired before the backend is asked to start. `preventDefault()` stops it. */
export class ImpersonationStartEvent extends Event {
  readonly request: StartRequest;
  constructor(request: StartRequest) {
    super('impersonation-start', preventable);
    this.request = request;
  }
}

/** The backend opened an impersonation, and its tab was asked for. `session` is `null` where the backend redirects. */
export class ImpersonationStartedEvent extends Event {
  readonly session: SessionRecord | null;
  constructor(session: SessionRecord | null) {
    super('impersonation-started', everywhere);
    this.session = session;
  }
}

/**
 * The backend wants to know that it is still the admin who sits there, before it starts an impersonation (RFC 9470).
 * Answer with {@link respondWith}; when nobody does, the dialog says what to do.
 */
export class ImpersonationStepUpEvent extends Event {
  /** The user to act as. */
  readonly userId: string;
  /** The age in seconds that a sign-in may have; `null` when the backend does not say. */
  readonly maxAge: number | null;
  #answer: Promise<unknown> | null = null;

  constructor(userId: string, maxAge: number | null) {
    super('impersonation-step-up', everywhere);
    this.userId = userId;
    this.maxAge = maxAge;
  }

  /** What {@link respondWith} was given; `null` while nobody has answered. */
  get answer(): Promise<unknown> | null {
    return this.#answer;
  }

  /**
   * Takes the matter over, as `FetchEvent.respondWith()` does: nobody after this listener hears of it. Once `confirmed`
   * resolves, to whatever, the same start is sent again; when it rejects, the dialog says that nothing was started.
   *
   * @throws {DOMException} `InvalidStateError` when it was answered before, or the event is over.
   */
  respondWith(confirmed: PromiseLike<unknown>): void {
    if (this.#answer || this.eventPhase === Event.NONE)
      throw new DOMException('Answer once, and while the event is dispatched', 'InvalidStateError');
    this.#answer = Promise.resolve(confirmed);
    this.stopImmediatePropagation();
  }
}

/** Something an element was asked to do could not be done. */
export class ImpersonationFailedEvent extends Event {
  readonly error: ImpersonationError;
  constructor(error: ImpersonationError) {
    super('impersonation-failed', everywhere);
    this.error = error;
  }
}

/** Fired before an impersonation is ended from its banner. `preventDefault()` stops it. */
export class ImpersonationEndEvent extends Event {
  constructor() {
    super('impersonation-end', preventable);
  }
}

/** The tab impersonates nobody any more: ended here, elsewhere, or by time. `session` as the backend last told it. */
export class ImpersonationEndedEvent extends Event {
  readonly session: SessionRecord | null;
  constructor(session: SessionRecord | null) {
    super('impersonation-ended', everywhere);
    this.session = session;
  }
}

/** The time of the impersonation was extended. */
export class ImpersonationExtendedEvent extends Event {
  readonly session: SessionRecord;
  constructor(session: SessionRecord) {
    super('impersonation-extended', everywhere);
    this.session = session;
  }
}

/** The kind of access was switched. */
export class ImpersonationModeChangedEvent extends Event {
  readonly mode: Mode;
  constructor(mode: Mode) {
    super('impersonation-mode-changed', everywhere);
    this.mode = mode;
  }
}

/** The banner became small, or whole again. Of no concern to the page, so it stays on the element. */
export class ImpersonationCollapseEvent extends Event {
  readonly collapsed: boolean;
  constructor(collapsed: boolean) {
    super('impersonation-collapse');
    this.collapsed = collapsed;
  }
}

/** What the tab knows about itself changed. */
export class ImpersonationChangeEvent extends Event {
  readonly state: TabState;
  readonly previous: TabState;
  constructor(state: TabState, previous: TabState) {
    super('impersonation-change', everywhere);
    this.state = state;
    this.previous = previous;
  }
}

/** A guard kept somebody from doing something. */
export class ImpersonationBlockedEvent extends Event {
  /** The guard's `action`. */
  readonly action: string;
  readonly reason: 'impersonating' | 'not-impersonating' | 'read-only' | 'unknown' | 'ended';
  /** What was operated, where it is not in a closed shadow root. */
  readonly control: Element | null;
  constructor(action: string, reason: ImpersonationBlockedEvent['reason'], control: Element | null = null) {
    super('impersonation-blocked', everywhere);
    this.action = action;
    this.reason = reason;
    this.control = control;
  }
}

/** Fired before a guard lets through what was confirmed with a reason. `preventDefault()` stops it. */
export class ImpersonationAllowEvent extends Event {
  /** The guard's `action`. */
  readonly action: string;
  /** What was typed. */
  readonly reason: string;
  readonly control: Element | null;
  constructor(action: string, reason: string, control: Element | null) {
    super('impersonation-allow', preventable);
    this.action = action;
    this.reason = reason;
    this.control = control;
  }
}

/** A guard let one thing through, for a reason. A page's own record: no server has heard of it. */
export class ImpersonationAllowedEvent extends Event {
  /** The guard's `action`. */
  readonly action: string;
  /** What was typed. */
  readonly reason: string;
  readonly control: Element | null;
  constructor(action: string, reason: string, control: Element | null) {
    super('impersonation-allowed', everywhere);
    this.action = action;
    this.reason = reason;
    this.control = control;
  }
}

/** Somebody was chosen in the user search. */
export class ImpersonationUserSelectedEvent extends Event {
  readonly user: UserSummary;
  constructor(user: UserSummary) {
    super('impersonation-user-selected', everywhere);
    this.user = user;
  }
}

/** What the user search looks for changed. Does not bubble: it is the search's own affair. */
export class QueryChangeEvent extends Event {
  /** Without the space around it; empty when nothing is looked for. */
  readonly query: string;
  constructor(query: string) {
    super('query-change');
    this.query = query;
  }
}

/** An impersonation was revoked from the audit table. */
export class SessionRevokedEvent extends Event {
  readonly session: SessionRecord;
  constructor(session: SessionRecord) {
    super('session-revoked', everywhere);
    this.session = session;
  }
}

/** Sessions were exported from the audit table. */
export class SessionsExportedEvent extends Event {
  readonly format: ExportFormat;
  /** Sessions in the file. */
  readonly rows: number;
  /** Whether everything that was asked for is in it. */
  readonly complete: boolean;
  constructor(format: ExportFormat, rows: number, complete: boolean) {
    super('sessions-exported', everywhere);
    this.format = format;
    this.rows = rows;
    this.complete = complete;
  }
}

/** Somebody ended an impersonation of their own account. */
export class AccessEndedEvent extends Event {
  readonly access: AccessRecord;
  constructor(access: AccessRecord) {
    super('access-ended', everywhere);
    this.access = access;
  }
}

/** A row of the audit table was opened or closed. Does not bubble: it is the table's own affair. */
export class RowToggleEvent extends Event {
  readonly sessionId: string;
  readonly expanded: boolean;
  constructor(sessionId: string, expanded: boolean) {
    super('row-toggle');
    this.sessionId = sessionId;
    this.expanded = expanded;
  }
}

/** The columns of the audit table were chosen or resized. Does not bubble. */
export class ColumnsChangeEvent extends Event {
  /** As the table's attribute `columns` has it. */
  readonly columns: string;
  constructor(columns: string) {
    super('columns-change');
    this.columns = columns;
  }
}

/** What the audit table asks for. */
export interface SessionQueryState {
  /** In the language of the record. */
  readonly query: string;
  readonly period: string;
  /** ISO 8601, where the period is `custom`. */
  readonly from: string;
  readonly to: string;
  readonly sort: string;
  readonly timezone: string;
}

/** The audit table was asked something else by whoever sits there. Does not bubble. */
export class SessionQueryChangeEvent extends Event implements SessionQueryState {
  readonly query: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly sort: string;
  readonly timezone: string;
  constructor({ query, period, from, to, sort, timezone }: SessionQueryState) {
    super('session-query-change');
    this.query = query;
    this.period = period;
    this.from = from;
    this.to = to;
    this.sort = sort;
    this.timezone = timezone;
  }
}

/** Another range of time was picked: ISO 8601, from the first up to and not including the second; `null` for all of it. */
export class SessionRangeChangeEvent extends Event {
  readonly from: string | null;
  readonly to: string | null;
  constructor(from: string | null, to: string | null) {
    super('session-range-change');
    this.from = from;
    this.to = to;
  }
}

declare global {
  interface HTMLElementEventMap {
    'impersonation-start': ImpersonationStartEvent;
    'impersonation-started': ImpersonationStartedEvent;
    'impersonation-step-up': ImpersonationStepUpEvent;
    'impersonation-failed': ImpersonationFailedEvent;
    'impersonation-end': ImpersonationEndEvent;
    'impersonation-ended': ImpersonationEndedEvent;
    'impersonation-extended': ImpersonationExtendedEvent;
    'impersonation-mode-changed': ImpersonationModeChangedEvent;
    'impersonation-collapse': ImpersonationCollapseEvent;
    'impersonation-change': ImpersonationChangeEvent;
    'impersonation-blocked': ImpersonationBlockedEvent;
    'impersonation-allow': ImpersonationAllowEvent;
    'impersonation-allowed': ImpersonationAllowedEvent;
    'impersonation-user-selected': ImpersonationUserSelectedEvent;
    'query-change': QueryChangeEvent;
    'session-revoked': SessionRevokedEvent;
    'sessions-exported': SessionsExportedEvent;
    'access-ended': AccessEndedEvent;
    'session-query-change': SessionQueryChangeEvent;
    'session-range-change': SessionRangeChangeEvent;
    'row-toggle': RowToggleEvent;
    'columns-change': ColumnsChangeEvent;
  }
}
