/**
 * Questions changed by hand: a filter added, taken away, or put right.
 *
 * @module
 */

import { formatQuery } from './format.js';
import { parseQuery } from './parse.js';
import type { FieldTerm, Term } from './syntax.js';

/** The question with one more filter. One that asks for the same of other values takes them in; its opposite goes. */
export function withFilter(text: string, filter: Pick<FieldTerm, 'key' | 'not'> & { value: string }): string {
  const { key, not, value } = filter;
  const terms: Term[] = parseQuery(text).flatMap((term): Term[] => {
    if (!isFilter(term, key) || term.not === not) return [term];
    const values = term.values.filter((other) => other !== value);
    return values.length ? [{ ...term, values }] : [];
  });
  const at = terms.findIndex((term) => isFilter(term, key) && term.not === not);
  const found = terms[at] as FieldTerm | undefined;
  if (!found) terms.push({ kind: 'field', operator: ':', key, not, values: [value] });
  else if (!found.values.includes(value)) terms[at] = { ...found, values: [...found.values, value] };
  return formatQuery(terms);
}

/** The question without one of its terms. */
export const withoutTerm = (text: string, index: number): string =>
  formatQuery(parseQuery(text).filter((_, place) => place !== index));

/** The question with its terms put through `change`; those that become `null` go. */
export const changeTerms = (text: string, change: (term: Term, index: number) => Term | null): string =>
  formatQuery(
    parseQuery(text)
      .map(change)
      .filter((term) => term !== null),
  );

const isFilter = (term: Term, key: string): term is FieldTerm =>
  term.kind === 'field' && term.key === key && term.operator === ':';
