/**
 * The far side of the elements that show what a tab knows about itself: a tab session in whichever state a test or a
 * story puts it, with a clock that stands where it is told to stand.
 *
 * @module
 */

import { ContextProvider } from '@lit/context';
import { LitElement, html, type TemplateResult } from 'lit';

import { allCapabilities, type Capabilities, type ImpersonationClient } from '../../src/client/client.js';
import type { TabSession } from '../../src/client/tab-session.js';
import type { TabState } from '../../src/client/tab-state.js';
import { clientContext, tabSessionContext } from '../../src/context/contexts.js';
import type { ImpersonationError } from '../../src/core/errors.js';
import type { EndCause, Mode, SessionRecord } from '../../src/core/protocol.js';
import type { Session } from '../../src/core/session.js';

type Active = Extract<TabState, { status: 'active' }>;

/** An instant to count from. */
export const noon = Date.parse('2026-11-21T12:00:00Z');

export interface Situation {
  readonly mode?: Mode;
  /** Seconds until it ends whatever happens. */
  readonly left?: number;
  /** Seconds until it ends for want of activity. */
  readonly idleLeft?: number | null;
  readonly online?: boolean;
  /** The instant to count from. */
  readonly now?: number;
  /** Whether there is a record beside the token. */
  readonly recorded?: boolean;
  readonly record?: Partial<SessionRecord>;
}

export const none: TabState = { status: 'none', session: null };
export const unknown = (error: ImpersonationError | null = null): TabState => ({ status: 'unknown', error });

/** Sam Lee acts as Dana Fox. */
export function active(situation: Situation = {}): Active {
  const { mode = 'read-only', left = 900, idleLeft = null, online = true, now = noon } = situation;
  const endsAt = now + left * 1000;
  const idleEndsAt = idleLeft === null ? null : now + idleLeft * 1000;
  const session: Session = {
    userId: 'u_42',
    sessionId: 'is_7f3a',
    actor: { sub: 'a_7' },
    issuer: 'https://app.test',
    name: null,
    expiresAt: now + 300_000,
    mode,
    endsAt,
    idleEndsAt,
  };
  if (situation.recorded === false) return { status: 'active', session, record: null, online };
  const record: SessionRecord = {
    id: 'is_7f3a',
    actor: { id: 'a_7', name: 'Sam Lee', email: 'sam@acme.test' },
    subject: { id: 'u_42', name: 'Dana Fox', email: 'dana@acme.test' },
    category: 'Support',
    reason: 'The invoice of October does not open',
    caseNumber: 'SUP-482',
    mode,
    status: 'active',
    createdAt: new Date(now - 60_000).toISOString(),
    startedAt: new Date(now - 58_000).toISOString(),
    expiresAt: new Date(endsAt).toISOString(),
    idleExpiresAt: idleEndsAt === null ? null : new Date(idleEndsAt).toISOString(),
    endedAt: null,
    endCause: null,
    endedBy: null,
    endReason: null,
    extension: { used: 0, max: 2, seconds: 900 },
    modes: ['read-only', 'full'],
    idleSeconds: 900,
    ...situation.record,
  };
  return { status: 'active', session, record, online };
}

/** It is over, for this cause. */
export function ended(cause: EndCause, record: Partial<SessionRecord> = {}): TabState {
  const before = active();
  return {
    status: 'ended',
    cause,
    session: before.session,
    record: before.record && { ...before.record, status: 'ended', endCause: cause, ...record },
  };
}

/** A tab session that does what it is asked at once, unless told to hold its answers back or to refuse. */
export class FakeTab implements TabSession {
  state: TabState;
  readonly token = null;
  /** What it was asked to do so far. */
  readonly asked: string[] = [];
  readonly #listeners = new Set<(state: TabState) => void>();
  #held: Promise<void> | undefined;
  #refusal: unknown;

  constructor(state: TabState) {
    this.state = state;
  }

  become(state: TabState): void {
    this.state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }

  /** Holds every answer back until the returned function is called. */
  holds(): () => void {
    let release: () => void;
    this.#held = new Promise((resolve) => (release = resolve));
    return () => {
      this.#held = undefined;
      release();
    };
  }

  refuses(error: unknown): void {
    this.#refusal = error;
  }

  accepts(): void {
    this.#refusal = undefined;
  }

  subscribe(listener: (state: TabState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async refresh(): Promise<void> {
    await this.#answer('refresh');
  }

  async extend(reason?: string): Promise<void> {
    await this.#answer('extend', reason);
    this.#change((state) => {
      const { extension, expiresAt } = state.record ?? active().record!;
      const later = Date.parse(expiresAt) + extension.seconds * 1000;
      return {
        ...state,
        session: { ...state.session, endsAt: later },
        record: state.record && {
          ...state.record,
          expiresAt: new Date(later).toISOString(),
          extension: { ...extension, used: extension.used + 1 },
        },
      };
    });
  }

  async setMode(mode: Mode, reason?: string): Promise<void> {
    await this.#answer(mode, reason);
    this.#change((state) => ({
      ...state,
      session: { ...state.session, mode },
      record: state.record && { ...state.record, mode },
    }));
  }

  async end(): Promise<void> {
    await this.#answer('end');
    this.become({ ...ended('ended'), ...pick(this.state) });
  }

  readonly setToken = () => undefined;
  fetch(): Promise<Response> {
    return Promise.reject(new TypeError('Not part of this double'));
  }
  readonly dispose = () => undefined;

  async #answer(...asked: (string | undefined)[]): Promise<void> {
    this.asked.push(asked.filter(Boolean).join(': '));
    await this.#held;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a host's own tab session may throw anything
    if (this.#refusal !== undefined) throw this.#refusal;
  }

  #change(to: (state: Active) => Active): void {
    if (this.state.status === 'active') this.become(to(this.state));
  }
}

const pick = (state: TabState) =>
  state.status === 'active' ? { session: state.session, record: state.record } : {};

/** A client that knows the time and what it can do, and nothing else. */
export class FakeClock {
  time: number | null;
  readonly capabilities: Capabilities;

  /** Stands still at `time`; runs when it is `null`. */
  constructor(time: number | null = noon, capabilities: Partial<Capabilities> = {}) {
    this.time = time;
    this.capabilities = { ...allCapabilities, ...capabilities };
  }

  now(): number {
    return this.time ?? Date.now();
  }

  /** Lets time pass, and the page notice: coming back into view counts as a tick. */
  passes(seconds: number): void {
    this.time = this.now() + seconds * 1000;
    document.dispatchEvent(new Event('visibilitychange'));
  }
}

/** Hands a tab session and a clock down, as the provider does. */
export class TabStage extends LitElement {
  readonly #tab = new ContextProvider(this, { context: tabSessionContext });
  readonly #client = new ContextProvider(this, { context: clientContext });

  set tab(tab: TabSession) {
    this.#tab.setValue(tab);
  }
  set client(client: FakeClock) {
    this.#client.setValue(client as Partial<ImpersonationClient> as ImpersonationClient);
  }

  protected override createRenderRoot() {
    return this;
  }
}
if (!customElements.get('tab-stage')) customElements.define('tab-stage', TabStage);

/** `content`, below a tab in this state. */
export const staged = (tab: TabSession, clock: FakeClock, content: TemplateResult): TemplateResult =>
  html`<tab-stage .tab=${tab} .client=${clock}>${content}</tab-stage>`;
