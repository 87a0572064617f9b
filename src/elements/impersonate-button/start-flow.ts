/**
 * The conversation that starts an impersonation, from "who is this?" to "their tab is open". Knows no DOM.
 *
 * @module
 */

import type { ImpersonationClient } from '../../client/client.js';
import { isUnanswered } from '../../client/grant-answer.js';
import { newIdempotencyKey } from '../../client/idempotency-key.js';
import { ImpersonationError } from '../../core/errors.js';
import type { SessionRecord, StartRequest, UserDetail } from '../../core/protocol.js';
import { ImpersonationFailedEvent, ImpersonationStartEvent, ImpersonationStartedEvent } from '../events.js';
import { inTheWay } from './conflict.js';
import { newDraft, problemsIn, requestFrom, type Demands, type Draft, type Problems } from './draft.js';
import { HandOver } from './hand-over.js';
import { fieldOf, type Asking, type Phase } from './start-phase.js';
import { askPage, isStepUp, type StepUp } from './step-up.js';
import { isWebAddress, type Tabs } from './tabs.js';

/** One's own impersonation to end, and why, as the record will say. */
export interface Ending {
  readonly session: SessionRecord;
  readonly reason: string;
}

export interface StartFlowOptions {
  readonly client: ImpersonationClient;
  readonly userId: string;
  readonly preferredDuration: number | undefined;
  readonly demands: () => Demands;
  readonly tabs: Tabs;
  /** Fires at the element; `false` when it was prevented. */
  readonly dispatch: (event: Event) => boolean;
  readonly changed: () => void;
}

export class StartFlow {
  phase: Phase = { is: 'loading' };
  /** As the backend knows them; `undefined` until it has said so. */
  user: UserDetail | undefined;
  readonly #options: StartFlowOptions;
  readonly #gone = new AbortController();
  #draft: Draft | undefined;
  #handOver: HandOver | undefined;
  /** What was sent and perhaps never arrived: sent again, it is the same start. */
  #pending: { readonly body: string; readonly idempotencyKey: string } | undefined;

  constructor(options: StartFlowOptions) {
    this.#options = options;
  }

  /** Whether the backend is being asked to start: nothing may be changed or cancelled. */
  get busy(): boolean {
    return this.phase.is === 'asking' && this.phase.busy;
  }

  /** Whether what was entered is on its way, or waits for the page to confirm who sits there: it cannot be changed. */
  get held(): boolean {
    return this.busy || (this.phase.is === 'asking' && this.phase.stepUp?.is === 'confirming');
  }

  /** Whether something would be lost by closing. */
  get touched(): boolean {
    return this.phase.is === 'asking' && Boolean(this.phase.draft.reason || this.phase.draft.caseNumber);
  }

  /** Asks who this is, and what may be asked for. */
  async load(): Promise<void> {
    const { client, userId } = this.#options;
    const { signal } = this.#gone;
    this.#turn({ is: 'loading' });
    try {
      this.user = await client.getUser(userId, { signal });
      if (!signal.aborted) this.#ask(this.user);
    } catch (cause) {
      if (!signal.aborted) this.#turn({ is: 'unreachable', error: this.#fail(cause) });
    }
  }

  edit(change: Partial<Draft>): void {
    const { phase } = this;
    if (phase.is !== 'asking') return;
    const problems = Object.fromEntries(
      Object.entries(phase.problems).filter(([field]) => !(field in change)),
    ) as Problems;
    this.#turn({ ...phase, draft: { ...phase.draft, ...change }, problems });
  }

  /** Resolves when it is over, however it ended. @param ending what to end first, and why, to make room. */
  async submit(ending?: Ending): Promise<void> {
    const { phase } = this;
    if (phase.is !== 'asking' || this.held) return;
    const { userId, demands, dispatch } = this.#options;
    const { draft, offer } = phase;
    const problems = problemsIn(draft, offer, demands());
    if (Object.keys(problems).length) {
      this.#turn({ ...phase, problems, error: null });
      return;
    }
    const request = requestFrom(userId, draft, offer);
    if (!dispatch(new ImpersonationStartEvent(request))) return;

    this.#draft = draft; // survives a ticket that lapses
    await this.#send(request, { ...phase, problems, error: null, conflict: [] }, { ending });
  }

  /** `confirmed`: the page has just seen to a fresh sign-in. */
  async #send(
    request: StartRequest,
    phase: Asking,
    { confirmed = false, ending }: { confirmed?: boolean; ending?: Ending | undefined } = {},
  ): Promise<void> {
    const { client, tabs } = this.#options;
    const { signal } = this.#gone;
    this.#turn({ ...phase, stepUp: null, busy: true });
    try {
      if (ending) await client.revoke(ending.session.id, { reason: ending.reason }, { signal });
      const answer = await client.start(request, { signal, idempotencyKey: this.#keyFor(request) });
      if (signal.aborted) return;
      this.#pending = undefined;
      if (!isWebAddress(answer.url)) throw new ImpersonationError('bad_answer');
      if (answer.kind === 'redirect') this.#leave(answer.url);
      else this.#handOverTo(new HandOver(answer, client, tabs, () => this.#follow()));
    } catch (cause) {
      if (signal.aborted) return;
      const error = ImpersonationError.from(cause);
      if (!isUnanswered(error)) this.#pending = undefined;
      if (isStepUp(error)) await this.#stepUp(request, phase, error, confirmed);
      else await this.#refuse(phase, error);
    }
  }

  #keyFor(request: StartRequest): string {
    const body = JSON.stringify(request);
    if (this.#pending?.body !== body) this.#pending = { body, idempotencyKey: newIdempotencyKey() };
    return this.#pending.idempotencyKey;
  }

  /** Once for each press: a backend that is not content with a fresh sign-in either would ask for ever. */
  async #stepUp(
    request: StartRequest,
    phase: Asking,
    error: ImpersonationError,
    confirmed: boolean,
  ): Promise<void> {
    const { userId, dispatch } = this.#options;
    const { signal } = this.#gone;
    const { maxAge = null } = error;
    const stop = (is: StepUp['is']) => {
      if (signal.aborted) return;
      this.#fail(error);
      this.#turn({ ...phase, stepUp: { is, maxAge } });
    };
    const answer = confirmed ? null : askPage(userId, maxAge, dispatch);
    if (!answer) {
      stop(confirmed || phase.stepUp ? 'repeated' : 'unanswered');
      return;
    }
    this.#turn({ ...phase, stepUp: { is: 'confirming', maxAge } });
    try {
      await answer;
    } catch {
      stop('rejected');
      return;
    }
    if (!signal.aborted) await this.#send(request, phase, { confirmed: true });
  }

  async #refuse(phase: Asking, error: ImpersonationError): Promise<void> {
    const { signal } = this.#gone;
    const conflict = await inTheWay(this.#options.client, error, signal);
    if (signal.aborted) return;
    this.#fail(error);
    const field = fieldOf(error);
    this.#turn({
      ...phase,
      stepUp: null,
      problems: field ? { [field]: error.code } : {},
      error: field ? null : error,
      conflict,
    });
  }

  /** The form again, as it was sent. */
  restart(): void {
    this.#handOver?.dispose();
    if (this.user) this.#ask(this.user);
  }

  /** Nothing more happens: what is under way is given up, and its answer is ignored. */
  dispose(): void {
    this.#gone.abort();
    this.#handOver?.dispose();
  }

  #ask({ offer, refusal }: UserDetail): void {
    const { preferredDuration } = this.#options;
    this.#turn(
      offer
        ? {
            is: 'asking',
            offer,
            draft: this.#draft ?? newDraft(offer, preferredDuration),
            problems: {},
            error: null,
            conflict: [],
            stepUp: null,
            busy: false,
          }
        : { is: 'refused', code: refusal ?? 'not_permitted' },
    );
  }

  #handOverTo(handOver: HandOver): void {
    this.#handOver = handOver;
    this.#turn({ is: 'handing-over', handOver });
    handOver.open();
    this.#options.dispatch(new ImpersonationStartedEvent(handOver.session));
  }

  #leave(url: string): void {
    this.#turn({ is: 'leaving' });
    this.#options.dispatch(new ImpersonationStartedEvent(null));
    this.#options.tabs.goTo(url);
  }

  #follow(): void {
    this.#options.changed();
  }

  #fail(cause: unknown): ImpersonationError {
    const error = ImpersonationError.from(cause);
    this.#options.dispatch(new ImpersonationFailedEvent(error));
    return error;
  }

  #turn(phase: Phase): void {
    this.phase = phase;
    this.#options.changed();
  }
}
