/**
 * One tab's impersonation as the backend grants it: redeemed, kept, renewed, changed, ended. Loaded where there is one.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import type { EndCause, Grant, Party, SessionRecord } from '../core/protocol.js';
import type { Session } from '../core/session.js';
import type { CallOptions } from './client.js';
import { causeIn, endedRecord, isUnanswered } from './grant-answer.js';
import { pageKeys } from './key-storage.js';
import { readGrant } from './kept-state.js';
import { openTabChannel, type TabChannel } from './tab-channel.js';
import type { Standing, TabGrantOptions } from './tab-grant.js';
import { TabKey } from './tab-key.js';
import type { TabState } from './tab-state.js';
import { keep } from './tab-storage.js';
import { pageTimer } from './timers.js';
import { createTurns } from './turns.js';

/** A call that is answered with a grant; `by` is to be passed on. */
export type GrantCall = (token: string, by: CallOptions) => Promise<Grant>;

/** Renewed at this share of the token's life, so that there is time for more than one try. */
const renewalShare = 0.6;
/** The waits between tries while the backend does not answer. */
const patience = { first: 1000, longest: 30_000 };
/** Timers of a sleeping or hidden page are late and long ones overflow, so the clock is looked at this often. */
const longestTimer = 60_000;

export class LiveGrant {
  readonly #options: TabGrantOptions;
  readonly #at: Standing;
  readonly #channel: TabChannel | null;
  readonly #key: TabKey;
  readonly #stopListening: (() => void) | undefined;
  #failures = 0;
  #cancelTimer: (() => void) | undefined;
  readonly #inTurn = createTurns();
  #renewing: Promise<void> | undefined;

  /** @param at - Where this tab stands; kept up to date from here on. */
  constructor(options: TabGrantOptions, at: Standing) {
    const { channel = pageChannel(), keys = pageKeys() } = options;
    this.#options = options;
    this.#at = at;
    this.#channel = channel;
    this.#key = new TabKey(keys, () => this.#now());
    this.#stopListening = channel?.listen(({ type, sessionId }) => {
      if (type !== 'started' && sessionId === this.#sessionId) void this.refresh();
    });
    this.#takeOver();
    this.#schedule();
  }

  /** What a call with the token needs besides it. */
  get by(): CallOptions {
    return this.#key.by(this.#at.token);
  }

  dispose(): void {
    this.#stopListening?.();
    this.#cancelTimer?.();
    this.#channel?.close();
  }

  /** Trades the ticket for a token. Whatever was there before is gone already. */
  async redeem(ticket: string): Promise<void> {
    this.#adopt(await this.#key.asked((by) => this.#options.client.redeem(ticket, by)));
    this.#tell('started');
  }

  /** Asks the backend what is true, and gets a token that says so. Asks once, however many want to know. */
  refresh(): Promise<void> {
    this.#renewing ??= this.#inTurn(async () => {
      this.#renewing = undefined;
      try {
        await this.#ask((token, by) => this.#options.client.renew(token, by));
      } catch (cause) {
        // The state says how it went; what is left is when to try again.
        const error = ImpersonationError.from(cause);
        if (!isUnanswered(error)) this.#wait(error);
      }
    });
    return this.#renewing;
  }

  /** Changes its terms, and tells the other tabs. */
  async change(call: GrantCall): Promise<void> {
    await this.#inTurn(() => this.#ask(call));
    this.#tell('changed');
  }

  /** Ends it; rejects, and goes on, when the backend cannot be told. */
  async end(): Promise<void> {
    const { token } = this.#at;
    if (token === null) return;
    try {
      const record = await this.#options.client.end(token, this.by);
      this.#finish(record.endCause ?? 'ended', record);
    } catch (cause) {
      const error = ImpersonationError.from(cause);
      if (!this.#learn(error)) throw error;
    }
  }

  /** The backend saw this tab being used, so the time without activity begins anew. */
  touch(): void {
    const { state } = this.#at;
    if (state.status !== 'active' || !state.record) return;
    const idleEndsAt = this.#now() + state.record.idleSeconds * 1000;
    if (idleEndsAt - (state.session.idleEndsAt ?? 0) < 5000) return; // not worth telling everybody
    this.#become({ ...state, session: { ...state.session, idleEndsAt } });
  }

  /** Asks again where there is something to ask: what is shown may be long over. */
  recheck(): void {
    if (this.#at.state.status !== 'active') return;
    this.look();
    if (this.#at.token !== null) void this.refresh();
  }

  /** Looks at the clock and does what is due; `anew` when the page comes back to life, which ends all patience. */
  look(anew = false): void {
    const { state } = this.#at;
    if (state.status !== 'active') return;
    const now = this.#now();
    if (state.session.endsAt !== null && state.session.endsAt <= now) this.#expire();
    else if (this.#dueAt(state.session) <= now || (anew && this.#failures)) void this.refresh();
    this.#schedule();
  }

  get #sessionId(): string | null {
    return this.#at.state.status === 'active' ? this.#at.state.session.sessionId : null;
  }

  #now(): number {
    return this.#options.client.now();
  }

  #takeOver(): void {
    const { state } = this.#at;
    const sessionId = 'session' in state && state.session?.sessionId;
    if (!sessionId) return;
    if (state.status !== 'active') this.#key.forget(sessionId);
    else if (this.by.prove) this.#key.restore(sessionId).catch((error: unknown) => this.#lose(error));
    // What is loaded by now was not to be had before.
    if (state.status === 'active' && !state.online) void this.refresh();
  }

  /** Without its key the token is of no use here; what is kept stays, so that a reload says the same. */
  #lose(error: unknown): void {
    if (this.#at.state.status !== 'active') return;
    this.#at.token = null;
    this.#become({ status: 'unknown', error: ImpersonationError.from(error) });
  }

  #adopt(grant: Grant): void {
    const session = readGrant(grant);
    const now = this.#now();
    this.#at.token = grant.token;
    this.#at.renewAt = now + renewalShare * ((session.expiresAt ?? now) - now);
    this.#failures = 0;
    keep(this.#options.storage, { ...grant, renewAt: this.#at.renewAt });
    if (this.by.prove) void this.#key.keep(grant.session.id, session.endsAt ?? Infinity);
    this.#become({ status: 'active', session, record: grant.session, online: true });
  }

  async #ask(call: GrantCall): Promise<void> {
    const { token } = this.#at;
    if (token === null) throw new ImpersonationError('session_revoked');
    try {
      const grant = await call(token, this.by);
      // Ended, or replaced by another ticket, while the backend was thinking.
      if (this.#at.token !== token) throw new ImpersonationError('session_revoked');
      this.#adopt(grant);
    } catch (cause) {
      const error = ImpersonationError.from(cause);
      if (this.#at.token === token) this.#learn(error);
      throw error;
    }
  }

  /** What a failure tells about the impersonation. Answers whether it is over. */
  #learn(error: ImpersonationError): boolean {
    const { state } = this.#at;
    const cause = causeIn(error);
    if (cause) this.#finish(cause, endedRecord(state, cause, error.endedBy));
    else if (state.status === 'active' && isUnanswered(error)) {
      this.#wait(error);
      this.#become({ ...state, online: false });
    }
    return cause !== null;
  }

  #wait({ retryAfter = 0 }: ImpersonationError): void {
    const pause = Math.min(patience.longest, patience.first * 2 ** this.#failures++);
    this.#at.renewAt = this.#now() + Math.max(pause, retryAfter * 1000);
    this.#schedule();
  }

  #finish(cause: EndCause, record: SessionRecord | null): void {
    const { state } = this.#at;
    if (state.status !== 'active') return;
    const { session } = state;
    this.#become(this.#over(cause, session, record ?? state.record));
    if (session.sessionId !== null) this.#channel?.post({ type: 'ended', sessionId: session.sessionId });
  }

  #over(cause: EndCause, session: Session, record: SessionRecord | null): TabState {
    this.#at.token = null;
    keep(this.#options.storage, { ended: cause, session: record });
    if (session.sessionId !== null) this.#key.forget(session.sessionId);
    return { status: 'ended', cause, session, record };
  }

  /** Its time is over by the clock: nobody has to be asked to know that, but the backend knows how it really ended. */
  #expire(): void {
    const { token } = this.#at;
    this.#finish('expired', null);
    if (token !== null) void this.#confirm(token);
  }

  async #confirm(token: string): Promise<void> {
    let cause: EndCause | null | undefined;
    let by: Party | null | undefined;
    try {
      ({ endCause: cause, endedBy: by } = await this.#options.client.current(token, this.#key.by(token)));
    } catch (error) {
      ({ endCause: cause, endedBy: by } = ImpersonationError.from(error));
    }
    const { state } = this.#at;
    if (state.status !== 'ended' || !cause || cause === state.cause) return;
    const record = endedRecord(state, cause, by);
    keep(this.#options.storage, { ended: cause, session: record });
    this.#become({ ...state, cause, record });
  }

  #tell(type: 'started' | 'changed'): void {
    const sessionId = this.#sessionId;
    if (sessionId !== null) this.#channel?.post({ type, sessionId });
  }

  #become(state: TabState): void {
    this.#at.state = state;
    this.#schedule();
    this.#options.onChange();
  }

  #dueAt({ idleEndsAt }: Session): number {
    // Idleness is asked about rather than decided: another tab of this impersonation may be busy.
    return this.#failures ? this.#at.renewAt : Math.min(this.#at.renewAt, idleEndsAt ?? Infinity);
  }

  #schedule(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (this.#at.state.status !== 'active') return;
    const { session } = this.#at.state;
    const wait = Math.min(this.#dueAt(session), session.endsAt ?? Infinity) - this.#now();
    const milliseconds = Math.min(longestTimer, Math.max(patience.first, wait));
    this.#cancelTimer = (this.#options.setTimer ?? pageTimer)(() => this.look(), milliseconds);
  }
}

function pageChannel(): TabChannel | null {
  try {
    return typeof BroadcastChannel === 'function' ? openTabChannel() : null;
  } catch {
    return null; // an opaque origin has no channels
  }
}
