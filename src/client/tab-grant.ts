/**
 * One tab's impersonation as the backend granted it: redeemed, kept, renewed, changed, ended.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import type { EndCause, Grant, Party, SessionRecord } from '../core/protocol.js';
import type { Session } from '../core/session.js';
import type { CallOptions, ImpersonationClient } from './client.js';
import { causeIn, endedRecord, isUnanswered, readGrant, stateOf } from './grant-answer.js';
import type { TabChannel } from './tab-channel.js';
import type { TabKey } from './tab-key.js';
import type { TabState } from './tab-state.js';
import { isGrant, keep, readKept } from './tab-storage.js';
import type { TabStorage } from './kept-text.js';
import type { SetTimer } from './timers.js';
import { createTurns } from './turns.js';

export interface TabGrantOptions {
  readonly client: ImpersonationClient;
  readonly storage: TabStorage | null;
  readonly channel: TabChannel | null;
  readonly key: TabKey;
  readonly setTimer: SetTimer;
  readonly onChange: () => void;
}

/** A call that is answered with a grant; `by` is to be passed on. */
type GrantCall = (token: string, by: CallOptions) => Promise<Grant>;

/** Renewed at this share of the token's life, so that there is time for more than one try. */
const renewalShare = 0.6;
/** The waits between tries while the backend does not answer. */
const patience = { first: 1000, longest: 30_000 };
/** Timers of a sleeping or hidden page are late and long ones overflow, so the clock is looked at this often. */
const longestTimer = 60_000;

export class TabGrant {
  state: TabState = { status: 'none', session: null };
  token: string | null = null;
  readonly #options: TabGrantOptions;
  readonly #stopListening: (() => void) | undefined;
  #renewAt = 0;
  #failures = 0;
  #cancelTimer: (() => void) | undefined;
  readonly #inTurn = createTurns();
  #renewing: Promise<void> | undefined;

  constructor(options: TabGrantOptions) {
    this.#options = options;
    this.#restore();
    this.#stopListening = options.channel?.listen(({ type, sessionId }) => {
      if (type !== 'started' && sessionId === this.#sessionId) void this.refresh();
    });
    this.#schedule();
  }

  /** What a call with the token needs besides it. */
  get by(): CallOptions {
    return this.#options.key.by(this.token);
  }

  dispose(): void {
    this.#stopListening?.();
    this.#cancelTimer?.();
    this.#options.channel?.close();
  }

  /** Trades the ticket for a token. Whatever was kept from before is gone, even if this fails. */
  async redeem(ticket: string): Promise<void> {
    const { client, key, storage } = this.#options;
    this.token = null;
    keep(storage, null);
    this.#become({ status: 'unknown', error: null });
    try {
      this.#adopt(await key.asked((by) => client.redeem(ticket, by)));
    } catch (cause) {
      this.#become({ status: 'unknown', error: ImpersonationError.from(cause) });
      return;
    }
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
    const { token } = this;
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
    const { state } = this;
    if (state.status !== 'active' || !state.record) return;
    const idleEndsAt = this.#now() + state.record.idleSeconds * 1000;
    if (idleEndsAt - (state.session.idleEndsAt ?? 0) < 5000) return; // not worth telling everybody
    this.#become({ ...state, session: { ...state.session, idleEndsAt } });
  }

  /** Asks again where there is something to ask: what is shown may be long over. */
  recheck(): void {
    if (this.state.status !== 'active') return;
    this.look();
    if (this.token !== null) void this.refresh();
  }

  /** Looks at the clock and does what is due; `anew` when the page comes back to life, which ends all patience. */
  look(anew = false): void {
    const { state } = this;
    if (state.status !== 'active') return;
    const now = this.#now();
    if (state.session.endsAt !== null && state.session.endsAt <= now) this.#expire();
    else if (this.#dueAt(state.session) <= now || (anew && this.#failures)) void this.refresh();
    this.#schedule();
  }

  get #sessionId(): string | null {
    return this.state.status === 'active' ? this.state.session.sessionId : null;
  }

  #now(): number {
    return this.#options.client.now();
  }

  #restore(): void {
    const kept = readKept(this.#options.storage);
    this.state = stateOf(kept);
    if (this.state.status !== 'active' || !isGrant(kept)) return;
    const { session, record } = this.state;
    if ((session.expiresAt ?? 0) <= this.#now()) {
      this.state = this.#over('expired', session, record);
      return;
    }
    this.token = kept.token;
    this.#renewAt = kept.renewAt;
    if (this.by.prove)
      this.#options.key.restore(kept.session.id).catch((error: unknown) => this.#lose(error));
  }

  /** Without its key the token is of no use here; what is kept stays, so that a reload says the same. */
  #lose(error: unknown): void {
    if (this.state.status !== 'active') return;
    this.token = null;
    this.#become({ status: 'unknown', error: ImpersonationError.from(error) });
  }

  #adopt(grant: Grant): void {
    const session = readGrant(grant);
    const now = this.#now();
    this.token = grant.token;
    this.#renewAt = now + renewalShare * ((session.expiresAt ?? now) - now);
    this.#failures = 0;
    keep(this.#options.storage, { ...grant, renewAt: this.#renewAt });
    if (this.by.prove) void this.#options.key.keep(grant.session.id, session.endsAt ?? Infinity);
    this.#become({ status: 'active', session, record: grant.session, online: true });
  }

  async #ask(call: GrantCall): Promise<void> {
    const { token } = this;
    if (token === null) throw new ImpersonationError('session_revoked');
    try {
      const grant = await call(token, this.by);
      // Ended, or replaced by another ticket, while the backend was thinking.
      if (this.token !== token) throw new ImpersonationError('session_revoked');
      this.#adopt(grant);
    } catch (cause) {
      const error = ImpersonationError.from(cause);
      if (this.token === token) this.#learn(error);
      throw error;
    }
  }

  /** What a failure tells about the impersonation. Answers whether it is over. */
  #learn(error: ImpersonationError): boolean {
    const { state } = this;
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
    this.#renewAt = this.#now() + Math.max(pause, retryAfter * 1000);
    this.#schedule();
  }

  #finish(cause: EndCause, record: SessionRecord | null): void {
    const { state } = this;
    if (state.status !== 'active') return;
    const { session } = state;
    this.#become(this.#over(cause, session, record ?? state.record));
    if (session.sessionId !== null)
      this.#options.channel?.post({ type: 'ended', sessionId: session.sessionId });
  }

  #over(cause: EndCause, session: Session, record: SessionRecord | null): TabState {
    this.token = null;
    keep(this.#options.storage, { ended: cause, session: record });
    if (session.sessionId !== null) this.#options.key.forget(session.sessionId);
    return { status: 'ended', cause, session, record };
  }

  /** Its time is over by the clock: nobody has to be asked to know that, but the backend knows how it really ended. */
  #expire(): void {
    const { token } = this;
    this.#finish('expired', null);
    if (token !== null) void this.#confirm(token);
  }

  async #confirm(token: string): Promise<void> {
    let cause: EndCause | null | undefined;
    let by: Party | null | undefined;
    try {
      ({ endCause: cause, endedBy: by } = await this.#options.client.current(
        token,
        this.#options.key.by(token),
      ));
    } catch (error) {
      ({ endCause: cause, endedBy: by } = ImpersonationError.from(error));
    }
    const { state } = this;
    if (state.status !== 'ended' || !cause || cause === state.cause) return;
    const record = endedRecord(state, cause, by);
    keep(this.#options.storage, { ended: cause, session: record });
    this.#become({ ...state, cause, record });
  }

  #tell(type: 'started' | 'changed'): void {
    const sessionId = this.#sessionId;
    if (sessionId !== null) this.#options.channel?.post({ type, sessionId });
  }

  #become(state: TabState): void {
    this.state = state;
    this.#schedule();
    this.#options.onChange();
  }

  #dueAt({ idleEndsAt }: Session): number {
    // Idleness is asked about rather than decided: another tab of this impersonation may be busy.
    return this.#failures ? this.#renewAt : Math.min(this.#renewAt, idleEndsAt ?? Infinity);
  }

  #schedule(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (this.state.status !== 'active') return;
    const { session } = this.state;
    const wait = Math.min(this.#dueAt(session), session.endsAt ?? Infinity) - this.#now();
    const milliseconds = Math.min(longestTimer, Math.max(patience.first, wait));
    this.#cancelTimer = this.#options.setTimer(() => this.look(), milliseconds);
  }
}
