/**
 * From text to terms. Whatever somebody types is read as something: nothing here throws.
 *
 * @module
 */

import { delimiters, keyPattern, type Operator, type PlacedTerm } from './syntax.js';

/** The terms of a question, each with its place in `text`. */
export function parseQuery(text: string): PlacedTerm[] {
  const terms: PlacedTerm[] = [];
  const reader = new Reader(text);
  while (reader.skipSpace()) {
    const start = reader.at;
    const term = readTerm(reader);
    if (term) terms.push({ ...term, start, end: reader.at });
  }
  return terms;
}

function readTerm(reader: Reader) {
  // A hyphen by itself is no "not": it is what somebody has typed so far.
  const not = reader.takes(/^-(?=[^\s-])/u) !== null;
  const [, key, operator] = reader.takes(keyPattern) ?? [];
  if (key !== undefined) {
    const values = readValues(reader);
    return { kind: 'field', not, key: key.toLowerCase(), operator: operator as Operator, values } as const;
  }
  const value = reader.word();
  return value === '' ? null : ({ kind: 'word', not, value } as const);
}

function readValues(reader: Reader): string[] {
  const values: string[] = [];
  do {
    const value = reader.value();
    if (value !== '') values.push(value);
  } while (reader.takes(/^,/u));
  return values;
}

class Reader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether anything follows. */
  skipSpace(): boolean {
    this.takes(/^\s+/u);
    return this.at < this.#text.length;
  }

  takes(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.#text.slice(this.at));
    if (found) this.at += found[0].length;
    return found;
  }

  /** One of a list of values. */
  value(): string {
    return this.#quoted() ?? this.#until(delimiters);
  }

  /** A word takes commas along; in a list of values they would part two of them. */
  word(): string {
    return this.#quoted() ?? this.#until(/[\s"]/u);
  }

  #until(end: RegExp): string {
    const rest = this.#text.slice(this.at);
    const length = rest.search(end);
    const found = length < 0 ? rest : rest.slice(0, length);
    this.at += found.length;
    return found;
  }

  /** A quotation whose end is not there yet goes on to the end of the text. */
  #quoted(): string | null {
    const found = this.takes(/^"((?:[^"\\]|\\.|\\$)*)"?/su);
    return found && (found[1] ?? '').replace(/\\(.?)/gsu, '$1');
  }
}
