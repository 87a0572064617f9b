/**
 * What a question to the record looks like once it is read: a list of terms, all of which must hold.
 *
 * @module
 */

/** How a term's values are compared. Everything but time knows `:` alone. */
export const operators = [':', '>=', '<=', '>', '<'] as const;
export type Operator = (typeof operators)[number];

/** Where a term stands in the text it was read from: from the first character up to and not including the second. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A word, or several in quotes, to be found anywhere. */
export interface WordTerm {
  readonly kind: 'word';
  readonly not: boolean;
  readonly value: string;
}

/** `key:value`, `-key:a,b`, `time>2026-11-01`. Whether there is such a key is not judged here. */
export interface FieldTerm {
  readonly kind: 'field';
  readonly not: boolean;
  /** In small letters. */
  readonly key: string;
  readonly operator: Operator;
  /** Any of these; empty while nothing is typed yet. */
  readonly values: readonly string[];
}

export type Term = WordTerm | FieldTerm;
export type PlacedTerm = Term & Place;

/** Characters that end a value unless it stands in quotes. */
export const delimiters = /[\s,"]/u;

/** What a key may look like, and what follows it. */
export const keyPattern = /^([a-z][a-z-]*)(:|>=|<=|>|<)/iu;
