/**
 * Filters, orders and pages as the real backend does, over a list in memory.
 *
 * @module
 */

import { base64url } from 'jose';

import { ImpersonationError } from '../core/errors.js';
import type {
  ActivityQuery,
  Condition,
  ExportQuery,
  Page,
  Party,
  SessionQuery,
  SessionRecord,
  SessionSort,
} from '../core/protocol.js';

/** Whether the record is what the query asks for. Text is matched literally, anywhere, without regard to case. */
export function matchesSession(
  session: SessionRecord,
  query: SessionQuery | ActivityQuery | ExportQuery,
): boolean {
  const created = Date.parse(session.createdAt);
  return (
    matchesParty(session.actor, query.actor) &&
    matchesParty(session.subject, query.subject) &&
    (!query.status || session.status === query.status) &&
    (!query.endCause || session.endCause === query.endCause) &&
    (!query.from || created >= Date.parse(query.from)) &&
    (!query.to || created < Date.parse(query.to)) &&
    includes([session.reason, session.category, session.caseNumber], query.text) &&
    (query.where ?? []).every((condition) => holds(session, condition))
  );
}

function holds(session: SessionRecord, { field, not = false, values }: Condition): boolean {
  const found = isClosed(field)
    ? values.some((value) => session[field] === value)
    : values.some((value) => includes(textsOf(session, field), value));
  return found !== not;
}

type Closed = 'status' | 'mode' | 'endCause';
const isClosed = (field: Condition['field']): field is Closed =>
  field === 'status' || field === 'mode' || field === 'endCause';

function textsOf(session: SessionRecord, field: Exclude<Condition['field'], Closed>) {
  const { id, reason, category, caseNumber, actor, subject } = session;
  const people = { actor: Object.values(actor), subject: Object.values(subject) };
  const any = [id, reason, category, caseNumber, ...people.actor, ...people.subject];
  return { any, ...people, reason: [reason], category: [category], caseNumber: [caseNumber], id: [id] }[
    field
  ];
}

/** Sorted as asked; what is equal, by id, in the same direction. */
export function sortSessions(sessions: Iterable<SessionRecord>, sort: SessionSort): SessionRecord[] {
  const direction = sort.startsWith('-') ? -1 : 1;
  const key = sort.replace('-', '') as 'createdAt' | 'actor' | 'subject';
  const keyOf = (session: SessionRecord) =>
    key === 'createdAt' ? session.createdAt : labelOf(session[key]).toLowerCase();
  return [...sessions].sort((a, b) => direction * (compare(keyOf(a), keyOf(b)) || compare(a.id, b.id)));
}

/** One page of `items`, which are in order; `matches` leaves out what does not count. */
export function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  matches: (item: Item) => boolean,
  { cursor, limit, order = '' }: { cursor?: string | undefined; limit: number; order?: string },
): Page<Item> {
  const all = items.filter(matches);
  // The mark is the last row of the page before, so that rows which arrive above it move nothing.
  const after = cursor === undefined ? -1 : items.findIndex(({ id }) => id === readCursor(cursor, order));
  if (cursor !== undefined && after < 0) throw new ImpersonationError('invalid_cursor', { field: 'cursor' });
  const rest = items.slice(after + 1).filter(matches);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page,
    nextCursor: last && rest.length > limit ? base64url.encode(JSON.stringify([order, last.id])) : null,
    total: { count: all.length, atLeast: false },
  };
}

export function includes(texts: readonly (string | null | undefined)[], part: string | undefined): boolean {
  const wanted = part?.toLowerCase() ?? '';
  return !wanted || texts.some((text) => text?.toLowerCase().includes(wanted));
}

function readCursor(cursor: string, order: string): unknown {
  try {
    const [made, id] = JSON.parse(new TextDecoder().decode(base64url.decode(cursor))) as unknown[];
    return made === order ? id : undefined;
  } catch {
    return undefined; // not one of ours: no row has this mark
  }
}

const labelOf = (party: Party) => party.name ?? party.email ?? party.id;
const matchesParty = (party: Party, part: string | undefined) =>
  includes([party.id, party.name, party.email], part);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
