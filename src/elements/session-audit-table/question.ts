/**
 * What is asked of the record: put together from the attributes of the table, and changed by whoever sits there.
 *
 * @module
 */

import type { PropertyValues } from 'lit';

import { asksForTime, parseQuery } from '../../core/query/index.js';
import { SessionQueryChangeEvent } from '../events.js';
import type { Filters } from '../internal/session-filters.js';
import type { Look } from './saved-view.js';

/** Changing one of these asks a new question. */
const asks = ['query', 'actor', 'subject', 'status', 'endCause', 'period', 'from', 'to', 'sort', 'pageSize'];

/** How long a pause in typing is waited for, in milliseconds. */
const typingPause = 250;

type Host = EventTarget & Filters & { readonly columns: string };

export class Question {
  readonly #host: Host;
  #typing = false;

  constructor(host: Host) {
    this.#host = host;
  }

  get filters(): Filters {
    const { query, actor, subject, status, endCause, period, from, to, sort, timezone } = this.#host;
    return { query, actor, subject, status, endCause, period, from, to, sort, timezone };
  }

  /** As it is kept: what is not said is as usual. */
  get look(): Look {
    const { query, period, from, to, sort, timezone, columns } = this.#host;
    return {
      query,
      period: period || 'all',
      from,
      to,
      sort: sort || '-createdAt',
      timezone: timezone || 'local',
      columns,
    };
  }

  /** Asks something else, and says so. `typing`: more of it is likely to follow. */
  readonly change = (filters: Partial<Filters>, typing?: 'typing'): void => {
    this.#typing = typing === 'typing';
    const { query, period, from, to, sort, timezone } = Object.assign(this.#host, filters);
    this.#host.dispatchEvent(new SessionQueryChangeEvent({ query, period, from, to, sort, timezone }));
  };

  /** Whether these changes make another question of it. Another time zone does where days are named. */
  isAnother(changed: PropertyValues): boolean {
    if (asks.some((name) => changed.has(name))) return true;
    return changed.has('timezone') && asksForTime(parseQuery(this.#host.query));
  }

  /** Milliseconds to wait for what is still being typed. */
  takeDelay(): number {
    const delay = this.#typing ? typingPause : 0;
    this.#typing = false;
    return delay;
  }
}
