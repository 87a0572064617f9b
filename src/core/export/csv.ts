/**
 * Sessions as comma-separated values (RFC 4180) that no spreadsheet takes for formulas.
 *
 * @module
 */

import type { Party, SessionRecord } from '../protocol.js';
import { isoIn } from '../time-zone.js';

/** What spreadsheets begin a formula with, be it wide or behind spaces, and what they split or cut cells at. */
const dangerous = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\0]/u;

/** In quotes in any case: where another sign parts the cells, half a cell must not begin one. */
function cell(value: string | null): string {
  const text = value ?? '';
  return `"${(dangerous.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

const csvLine = (values: readonly (string | null)[]): string => `${values.map(cell).join(',')}\r\n`;

type Column = (session: SessionRecord, at: (instant: string | null) => string | null) => string | null;
const party = (who: (session: SessionRecord) => Party | null, member: keyof Party): Column => {
  return (session) => who(session)?.[member] ?? null;
};

const columns: Record<string, Column> = {
  id: ({ id }) => id,
  createdAt: ({ createdAt }, at) => at(createdAt),
  startedAt: ({ startedAt }, at) => at(startedAt),
  endedAt: ({ endedAt }, at) => at(endedAt),
  status: ({ status }) => status,
  endCause: ({ endCause }) => endCause,
  mode: ({ mode }) => mode,
  actorId: party(({ actor }) => actor, 'id'),
  actorName: party(({ actor }) => actor, 'name'),
  actorEmail: party(({ actor }) => actor, 'email'),
  subjectId: party(({ subject }) => subject, 'id'),
  subjectName: party(({ subject }) => subject, 'name'),
  subjectEmail: party(({ subject }) => subject, 'email'),
  category: ({ category }) => category,
  caseNumber: ({ caseNumber }) => caseNumber,
  reason: ({ reason }) => reason,
  expiresAt: ({ expiresAt }, at) => at(expiresAt),
  endedById: party(({ endedBy }) => endedBy, 'id'),
  endedByName: party(({ endedBy }) => endedBy, 'name'),
  endReason: ({ endReason }) => endReason,
};

export const csvHeader = (): string => csvLine(Object.keys(columns));

export function csvSessionsIn(zone: string): (session: SessionRecord) => string {
  const iso = isoIn(zone);
  const at = (instant: string | null) => instant && iso(Date.parse(instant));
  return (session) => csvLine(Object.values(columns).map((column) => column(session, at)));
}

/** As wide as the others, so that no reader stumbles over it. */
export const csvNote = (note: string): string =>
  csvLine([note, ...Array<null>(Object.keys(columns).length - 1).fill(null)]);
