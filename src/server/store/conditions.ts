/**
 * What is asked of a session, as conditions on its row. Text is matched literally, never as a pattern.
 *
 * @module
 */

import type { Condition } from '../../core/protocol.js';
import { wholeText } from '../database/migrations.js';

/** Adds a parameter, and answers with its place. */
export type Bind = (value: string) => string;

export const people = {
  actor: ['actor_id', 'actor_name', 'actor_email'],
  subject: ['subject_id', 'subject_name', 'subject_email'],
} as const;

/** In which columns a text is looked for. Each has its place in an index where the database can make one. */
const columnsOf = {
  any: [`(${wholeText})`],
  ...people,
  reason: ['reason'],
  category: ['category'],
  caseNumber: ['case_number'],
  id: ['id'],
} as const satisfies Record<string, readonly string[]>;

const closed = { status: 'status', mode: 'mode', endCause: 'end_cause' } as const;

export function conditionOf({ field, not, values }: Condition, bind: Bind): string {
  const holds =
    field in closed
      ? `${closed[field as keyof typeof closed]} in (${values.map(bind).join(', ')})`
      : values.map((value) => contains(value, columnsOf[field as keyof typeof columnsOf], bind)).join(' or ');
  // What is null is not one of the values: asked for what is not, it is found.
  return not ? `((${holds}) is not true)` : `(${holds})`;
}

export function contains(text: string, columns: readonly string[], bind: Bind): string {
  const pattern = bind(`%${literal(text)}%`);
  return `(${columns.map((column) => `${column} ilike ${pattern}`).join(' or ')})`;
}

/** Text as itself in a `like` pattern. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');
