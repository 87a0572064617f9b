/**
 * From terms to the text that would be read as them.
 *
 * @module
 */

import { keyPattern, type Term } from './syntax.js';

export const formatQuery = (terms: readonly Term[]): string => terms.map(formatTerm).join(' ');

/** One term as it is typed. */
export function formatTerm(term: Term): string {
  const not = term.not ? '-' : '';
  if (term.kind === 'word') return `${not}${formatWord(term.value)}`;
  return `${not}${term.key}${term.operator}${term.values.map(formatValue).join(',')}`;
}

/** In quotes also where it would be read as the rest of an operator. */
const formatValue = (value: string) => (/^[^\s,"=][^\s,"]*$/u.test(value) ? value : quoted(value));

/** In quotes as well, where it would be read as something else. */
const formatWord = (value: string) =>
  /^[^\s"-][^\s"]*$/u.test(value) && !keyPattern.test(value) ? value : quoted(value);

const quoted = (value: string) => `"${value.replace(/["\\]/gu, '\\$&')}"`;
