/**
 * What is asked, and which row is open, in the address of the page: read first, written only after that, so that nothing
 * is overwritten which was never looked at.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { sessionSorts } from '../../core/vocabulary.js';
import { formatQuery, parseQuery, type Term } from '../../core/query/index.js';
import { periods } from '../internal/session-filters.js';

/** What is kept, and what it is called in the address. */
const names = {
  query: 'q',
  period: 'period',
  from: 'from',
  to: 'to',
  sort: 'sort',
  timezone: 'tz',
  openRow: 'session',
} as const;
type Name = keyof typeof names;
type Values = Record<Name, string>;

type Host = ReactiveControllerHost &
  Element &
  Values & {
    readonly urlState: string;
    readonly urlPrefix: string;
    readonly urlPersonal: boolean;
  };

/** Says nothing about anybody. What else was typed stays in this tab's history, and out of its addresses. */
const impersonal = ['status', 'mode', 'cause', 'category', 'case', 'session', 'time'];
const isImpersonal = (term: Term) => term.kind === 'field' && impersonal.includes(term.key);

const isOf = (list: readonly string[]) => (value: string) => list.includes(value);
const isInstant = (value: string) => !Number.isNaN(Date.parse(value));
const fits: Record<Name, (value: string) => boolean> = {
  query: ({ length }) => length <= 2000,
  period: isOf(periods),
  from: isInstant,
  to: isInstant,
  sort: isOf(sessionSorts),
  timezone: ({ length }) => length <= 64,
  openRow: ({ length }) => length <= 255,
};

export class UrlState implements ReactiveController {
  readonly #host: Host;
  /** As the page wrote the element: what the address need not say. */
  #usual: Values | null = null;
  /** The last change was one more letter. */
  #typed = false;
  /** Nothing was changed here since the address was read. */
  #fresh = true;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get #isOn(): boolean {
    return this.#host.urlState === 'replace' || this.#host.urlState === 'push';
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#read);
    if (this.#isOn) this.#begin();
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#read);
    this.#usual = null;
  }

  hostUpdated(): void {
    if (!this.#isOn || !this.#host.isConnected) return;
    if (this.#usual) this.#write(this.#usual);
    else this.#begin(); // switched on later
  }

  #begin(): void {
    this.#usual = this.#values;
    this.#read();
  }

  get #values(): Values {
    return mapNames((name) => this.#host[name]);
  }

  readonly #read = (): void => {
    const usual = this.#usual;
    if (!this.#isOn || !usual) return;
    this.#fresh = true;
    const said = new URLSearchParams(location.search);
    const values = mapNames((name) => {
      const value = said.get(this.#nameOf(name));
      return value !== null && (value === '' || fits[name](value)) ? value : usual[name];
    });
    const kept = this.#kept;
    if (kept?.shown === values.query) values.query = kept.query;
    Object.assign(this.#host, values);
  };

  #write(usual: Values): void {
    const values = this.#values;
    const shown = this.#host.urlPersonal ? values.query : impersonalPart(values.query);
    const address = new URL(location.href);
    for (const name of Object.keys(names) as Name[]) {
      const value = name === 'query' ? shown : values[name];
      setParameter(address, this.#nameOf(name), value === usual[name] ? null : value);
    }
    const fresh = this.#fresh;
    this.#fresh = false;
    if (
      address.href === location.href &&
      this.#kept?.query === (values.query === shown ? undefined : values.query)
    )
      return;
    const state = stateObject();
    if (shown === values.query) Reflect.deleteProperty(state, this.#key);
    else state[this.#key] = { query: values.query, shown };
    const typing = isTyping(this.#host);
    // One word is one step back, not one for each of its letters.
    const steps = this.#host.urlState === 'push' && !fresh && !(typing && this.#typed);
    history[steps ? 'pushState' : 'replaceState'](Object.keys(state).length ? state : null, '', address);
    this.#typed = typing;
  }

  get #key(): string {
    return `impersonation-kit:${this.#host.urlPrefix}`;
  }

  #nameOf(name: Name): string {
    return this.#host.urlPrefix + names[name];
  }

  /** The whole question, where the address shows only a part of it. */
  get #kept(): { readonly query: string; readonly shown: string } | null {
    const kept = stateObject()[this.#key] as { query?: unknown; shown?: unknown } | undefined;
    const { query, shown } = kept ?? {};
    return typeof query === 'string' && typeof shown === 'string' ? { query, shown } : null;
  }
}

/** What the rest of the address says, and how it is spelled, stays as it is. */
function setParameter({ searchParams }: URL, name: string, value: string | null): void {
  if (searchParams.get(name) === value) return;
  if (value === null) searchParams.delete(name);
  else searchParams.set(name, value);
}

const mapNames = (value: (name: Name) => string) =>
  Object.fromEntries((Object.keys(names) as Name[]).map((name) => [name, value(name)])) as Values;

function impersonalPart(query: string): string {
  const terms = parseQuery(query);
  return terms.every(isImpersonal) ? query : formatQuery(terms.filter(isImpersonal));
}

/** A router of the page's may keep things of its own there. */
function stateObject(): Record<string, unknown> {
  const state = history.state as unknown;
  return typeof state === 'object' && state !== null ? { ...state } : {};
}

const isTyping = ({ shadowRoot }: Element) => shadowRoot?.activeElement?.getAttribute('name') === 'query';
