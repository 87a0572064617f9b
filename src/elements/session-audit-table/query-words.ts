/**
 * A question's terms, as a person reads them.
 *
 * @module
 */

import { isQueryKey, type Term } from '../../core/query/index.js';
import type { Scene } from './words.js';

/** `Admin: Sam Lee`, `Access: not Read-only`, `“two words”`. */
export function sayTerm({ localize }: Scene, term: Term): string {
  const words = localize.messages.query;
  if (term.kind === 'word') return (term.not ? words.notWord : words.word)({ value: term.value });
  const key = isQueryKey(term.key) ? words.keys[term.key] : term.key;
  const sign = term.operator === ':' ? '' : `${term.operator} `;
  const value = sign + term.values.map((one) => sayValue({ localize }, term.key, one)).join(', ');
  return (term.not ? words.isNot : words.is)({ key, value });
}

/** A value of a closed list by its name, any other as it is. */
export function sayValue({ localize }: Pick<Scene, 'localize'>, key: string, value: string): string {
  const { table, modes, endCauses } = localize.messages;
  const names: Record<string, Record<string, string>> = {
    status: table.statuses,
    mode: modes,
    cause: endCauses,
  };
  return names[key]?.[value.toLowerCase()] ?? value;
}
