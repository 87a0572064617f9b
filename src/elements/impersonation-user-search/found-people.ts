/**
 * Whom the directory finds for what is typed. Each question drops the one before it, so that no late answer takes the
 * place of a newer one. Knows nothing of how people are drawn.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import type { Page, UserSummary } from '../../core/protocol.js';
import { isForbidden } from '../internal/situations.js';

export type Phase =
  | { readonly is: 'idle' }
  /** `slow`: it has taken long enough to say so. */
  | { readonly is: 'loading'; readonly task: 'first' | 'more'; readonly slow: boolean }
  | { readonly is: 'ready' }
  | { readonly is: 'failed'; readonly task: 'first' | 'more'; readonly error: ImpersonationError };

interface Question {
  readonly client: ImpersonationClient;
  readonly query: string;
  readonly limit: number;
}

interface Wishes {
  failed(error: ImpersonationError): void;
  /** The first page of an answer is here. */
  answered(): void;
}

/** How long an answer may take before anything says that it is awaited, in milliseconds. */
const patience = 150;

export class FoundPeople implements ReactiveController {
  people: readonly UserSummary[] = [];
  total: Page<UserSummary>['total'] = null;
  phase: Phase = { is: 'idle' };
  /** What the people were found for. */
  query = '';

  readonly #host: ReactiveControllerHost;
  readonly #wishes: Wishes;
  #question: Question | undefined;
  #cursor: string | null = null;
  #asking = new AbortController();
  /** What said that the backend wants to be left alone, and until when by the page's own clock. */
  #limit: { readonly error: ImpersonationError; readonly until: number } | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, wishes: Wishes) {
    this.#host = host;
    this.#wishes = wishes;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
    clearTimeout(this.#rest);
    this.#limit = undefined;
    this.reset();
  }

  get error(): ImpersonationError | null {
    return this.phase.is === 'failed' ? this.phase.error : null;
  }

  /** What is, or was last, asked for; `undefined` when nothing is. */
  get asked(): string | undefined {
    return this.#question?.query;
  }

  /** Whether the directory knows more of them than are here. */
  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** Where in the list the one is who was meant: whoever pastes a whole address or id means that person. -1 if nobody. */
  get exactMatch(): number {
    const wanted = this.query.toLowerCase();
    return this.people.findIndex(
      ({ id, email }) => id.toLowerCase() === wanted || email?.toLowerCase() === wanted,
    );
  }

  /** Seconds for which the backend wants to be left alone. */
  get secondsToWait(): number {
    return Math.max(0, Math.ceil(((this.#limit?.until ?? 0) - performance.now()) / 1000));
  }

  /** Forgets everything but the wish to be left alone, and drops what is on its way. */
  reset(): void {
    this.#asking.abort();
    this.#question = undefined;
    this.#take('', [], null, null);
    this.#enter({ is: 'idle' });
  }

  /** Asks after `delay` milliseconds without another question. People found before stay until there is an answer. */
  async ask(question: Question, delay = 0): Promise<void> {
    this.#asking.abort();
    this.#question = question;
    if (this.#limit) {
      this.#enter({ is: 'failed', task: 'first', error: this.#limit.error }); // asked when the time is over
      return;
    }
    await this.#run('first', delay, async (signal) => {
      if (delay) await pause(delay);
      signal.throwIfAborted();
      const { client, query, limit } = question;
      const page = await client.searchUsers({ query, limit }, { signal });
      signal.throwIfAborted(); // a client may answer all the same
      this.#take(query, page.items, page.nextCursor, page.total);
    });
  }

  /** Asks for those after the last one. */
  async more(): Promise<void> {
    const { client, query, limit } = this.#question ?? {};
    const cursor = this.#cursor;
    if (!client || cursor === null || this.phase.is === 'loading' || this.#limit) return;
    await this.#run('more', 0, async (signal) => {
      const page = await client.searchUsers({ query, limit, cursor }, { signal });
      signal.throwIfAborted();
      const known = new Set(this.people.map(({ id }) => id));
      const people = [...this.people, ...page.items.filter(({ id }) => !known.has(id))];
      this.#take(query ?? '', people, page.nextCursor, page.total ?? this.total);
    });
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    const { phase } = this;
    if (phase.is !== 'failed' || !this.#question) return;
    if (phase.task === 'more') await this.more();
    else await this.ask(this.#question);
  }

  async #run(
    task: 'first' | 'more',
    delay: number,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    this.#enter({ is: 'loading', task, slow: false });
    const slow = setTimeout(() => {
      if (!signal.aborted) this.#enter({ is: 'loading', task, slow: true });
    }, delay + patience);
    try {
      await work(signal);
      this.#enter({ is: 'ready' });
      if (task === 'first') this.#wishes.answered();
    } catch (cause) {
      if (!signal.aborted) this.#fail(task, ImpersonationError.from(cause));
    } finally {
      clearTimeout(slow);
    }
  }

  #fail(task: 'first' | 'more', error: ImpersonationError): void {
    // Whoever may not look around may not go on looking at what was found before.
    if (isForbidden(error)) this.#take('', [], null, null);
    if (error.code === 'rate_limited' && error.retryAfter) this.#restFor(error, error.retryAfter * 1000);
    this.#enter({ is: 'failed', task, error });
    this.#wishes.failed(error);
  }

  #restFor(error: ImpersonationError, milliseconds: number): void {
    clearTimeout(this.#rest);
    this.#limit = { error, until: performance.now() + milliseconds };
    this.#rest = setTimeout(() => {
      this.#limit = undefined;
      void this.retry();
    }, milliseconds);
  }

  readonly #onOnline = () => {
    if (this.error?.code === 'network') void this.retry();
  };

  #take(
    query: string,
    people: readonly UserSummary[],
    cursor: string | null,
    total: Page<UserSummary>['total'],
  ): void {
    this.query = query;
    this.people = people;
    this.total = total;
    this.#cursor = cursor;
  }

  #enter(phase: Phase): void {
    this.phase = phase;
    this.#host.requestUpdate();
  }
}

/** Whether it says that this person may not look, rather than that looking failed. */
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
