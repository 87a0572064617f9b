/**
 * What the controls above the rows remember between two renders, and what they do to the question.
 *
 * @module
 */

import type { ReactiveControllerHost } from 'lit';

import { withFilter, type QueryKey } from '../../core/query/index.js';
import { announce } from '../internal/announce.js';
import { Brought } from '../internal/brought.js';
import { Disclosure } from './disclosure.js';
import type { filterChooser } from './filter-chooser.js';

interface Draft {
  readonly key: QueryKey;
  readonly not: boolean;
}

/** A value that can be filtered by, or copied. */
export interface Pick {
  /** Absent where only copying makes sense. */
  readonly key?: QueryKey | undefined;
  readonly value: string;
}

/** For whoever draws the controls. */
export interface Asking {
  readonly disclosure: Disclosure;
  readonly chooser: Brought<typeof filterChooser>;
  /** The filter that is being put together. */
  readonly draft: Draft;
  redraft(part: Partial<Draft>): void;
  /** Whether the zones of the world are listed: not before somebody comes near. */
  readonly allZones: boolean;
  showZones(): void;
  /** Asks another question; the focus goes to it. */
  ask(query: string): void;
  filterBy(pick: { readonly key: QueryKey; readonly value: string }, not: boolean): void;
  copy(text: string, words: { readonly copied: string; readonly notCopied: string }): void;
}

/** @param question the one that is asked now, and how to ask another. */
export function createAsking(
  host: ReactiveControllerHost,
  question: { get(): string; set(query: string): void },
): Asking {
  let draft: Draft = { key: 'actor', not: false };
  let allZones = false;
  const disclosure = new Disclosure(host);
  const ask = (query: string) => {
    disclosure.close();
    question.set(query);
  };
  return {
    disclosure,
    chooser: new Brought(host, async () => (await import('./filter-chooser.js')).filterChooser),
    get draft() {
      return draft;
    },
    redraft: (part) => {
      draft = { ...draft, ...part };
      host.requestUpdate();
    },
    get allZones() {
      return allZones;
    },
    showZones: () => {
      if (allZones) return;
      allZones = true;
      host.requestUpdate();
    },
    ask,
    filterBy: ({ key, value }, not) => ask(withFilter(question.get(), { key, value, not })),
    copy: (text, { copied, notCopied }) => {
      disclosure.close();
      navigator.clipboard.writeText(text).then(
        () => announce(copied),
        () => announce(notCopied, 'high'),
      );
    },
  };
}
