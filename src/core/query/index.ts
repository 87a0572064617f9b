/** The language in which the record is asked: text, its terms, and the filters they come to. */

export { changeTerms, withFilter, withoutTerm } from './change.js';
export {
  asksForTime,
  compileQuery,
  isQueryKey,
  isTime,
  queryKeys,
  queryValues,
  type CompiledQuery,
  type QueryKey,
  type QueryProblem,
} from './compile.js';
export { formatQuery, formatTerm } from './format.js';
export { parseQuery } from './parse.js';
export type { FieldTerm, Operator, Place, PlacedTerm, Term, WordTerm } from './syntax.js';
export type { Here } from './time.js';
