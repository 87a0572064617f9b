/**
 * From terms to the typed filters of the protocol, and what could not be understood on the way.
 *
 * @module
 */

import type { Condition, SessionQuery } from '../protocol.js';
import { conditionLimits, endCauses, modes, statuses } from '../vocabulary.js';
import { nearest } from './suggest.js';
import type { FieldTerm, Place, PlacedTerm, Term } from './syntax.js';
import { readTime, type Here } from './time.js';

/** What can be asked for by name, and what the protocol calls it. */
const fields = {
  actor: 'actor',
  subject: 'subject',
  reason: 'reason',
  category: 'category',
  case: 'caseNumber',
  session: 'id',
  status: 'status',
  mode: 'mode',
  cause: 'endCause',
  time: 'createdAt',
} as const;
export type QueryKey = keyof typeof fields;
export const queryKeys = Object.keys(fields) as readonly QueryKey[];

/** The values of the keys that have a closed list of them. */
export const queryValues = { status: statuses, mode: modes, cause: endCauses } as const;

export const isQueryKey = (key: string): key is QueryKey => Object.hasOwn(fields, key);
const isClosed = (key: QueryKey): key is keyof typeof queryValues => Object.hasOwn(queryValues, key);

/** Why a term counts for nothing. The rest of the question is asked without it. */
export interface QueryProblem extends Place {
  readonly code: 'unknown-key' | 'unknown-value' | 'missing-value' | 'bad-operator' | 'bad-time' | 'too-much';
  /** Which of the terms. */
  readonly index: number;
  readonly key: string;
  readonly value: string;
  /** What may have been meant. */
  readonly suggestion: string | null;
}

export interface CompiledQuery {
  /** `where`, `from` and `to` of the list, of the counts and of the export; only what was asked for. */
  readonly filter: Pick<SessionQuery, 'where' | 'from' | 'to'>;
  readonly problems: readonly QueryProblem[];
}

type Flaw = Pick<QueryProblem, 'code'> & Partial<Pick<QueryProblem, 'value' | 'suggestion'>>;

/** Compiles what was read. A term that is not understood becomes a problem, and nothing else. */
export function compileQuery(terms: readonly PlacedTerm[], here: Here): CompiledQuery {
  const where: Condition[] = [];
  let [from, to] = [-Infinity, Infinity];
  const problems: QueryProblem[] = [];
  terms.forEach((term, index) => {
    const meaning = term.kind === 'word' ? conditionOn('any', term, [term.value]) : meaningOf(term, here);
    if ('from' in meaning) [from, to] = [Math.max(from, meaning.from), Math.min(to, meaning.to)];
    else if ('field' in meaning && where.length < conditionLimits.conditions) where.push(meaning);
    else problems.push(problemAt(term, index, 'field' in meaning ? { code: 'too-much' } : meaning));
  });
  return {
    filter: {
      ...(where.length && { where }),
      ...(from > -Infinity && { from: isoOf(from) }),
      ...(to < Infinity && { to: isoOf(to) }),
    },
    problems,
  };
}

/** Whether the question itself says when. */
export const asksForTime = (terms: readonly Term[]): boolean => terms.some(isTime);
export const isTime = (term: Term): boolean => term.kind === 'field' && term.key === 'time';

type Meaning = Condition | { readonly from: number; readonly to: number } | Flaw;

function meaningOf(term: FieldTerm, here: Here): Meaning {
  const { key, values, operator } = term;
  if (!isQueryKey(key)) return { code: 'unknown-key', suggestion: nearest(key, queryKeys) };
  if (!values.length) return { code: 'missing-value' };
  if (key === 'time') return spanOf(term, here);
  if (operator !== ':') return { code: 'bad-operator' };
  if (!isClosed(key)) return conditionOn(fields[key] as 'actor', term, values);
  const known: readonly string[] = queryValues[key];
  const wrong = values.find((value) => !known.includes(value.toLowerCase()));
  if (wrong !== undefined) return { code: 'unknown-value', value: wrong, suggestion: nearest(wrong, known) };
  return conditionOn(
    fields[key] as 'actor',
    term,
    values.map((value) => value.toLowerCase()),
  );
}

/** The name of the field and its values were looked up together. */
function conditionOn(field: 'any' | 'actor', { not }: Term, values: readonly string[]): Condition | Flaw {
  const { values: most, characters } = conditionLimits;
  if (!values.every((value) => /[^\s\p{Cc}\p{Cf}\p{Cs}]/u.test(value))) return { code: 'missing-value' };
  if (values.length > most || values.some((value) => value.length > characters)) return { code: 'too-much' };
  return { field, not, values: [...values] };
}

function spanOf({ operator, values, not }: FieldTerm, here: Here): Meaning {
  const [value = ''] = values;
  if (not || values.length > 1) return { code: 'bad-operator' };
  const span = readTime(value, here);
  if (!span || span.some((instant) => !isInCalendar(instant))) return { code: 'bad-time', value };
  const [start, end] = span;
  const [from, to] = {
    ':': [start, end],
    '>': [end, Infinity],
    '>=': [start, Infinity],
    '<': [-Infinity, start],
    '<=': [-Infinity, end],
  }[operator] as [number, number];
  return { from, to };
}

function problemAt(term: PlacedTerm, index: number, flaw: Flaw): QueryProblem {
  const { start, end } = term;
  const [key, value] = term.kind === 'field' ? [term.key, term.values.join(',')] : ['', term.value];
  return { index, start, end, key, value, suggestion: null, ...flaw };
}

const isoOf = (instant: number) => new Date(instant).toISOString();
const isInCalendar = (instant: number) =>
  instant >= Date.parse('0001-01-01T00:00:00Z') && instant < Date.parse('+010000-01-01T00:00:00Z');
