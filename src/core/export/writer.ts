/**
 * A file of sessions, from its first line to its last. A line is a session, but for the first and the last.
 *
 * @module
 */

import type { ExportFormat, ExportQuery, SessionRecord } from '../protocol.js';
import { csvHeader, csvNote, csvSessionsIn } from './csv.js';

/** What a file says of itself. */
export interface ExportMeta {
  readonly format: ExportFormat;
  /** ISO 8601. Sessions that began later are not in it. */
  readonly generatedAt: string;
  /** IANA name: by whose clock the times of a CSV file are. */
  readonly timeZone: string;
  /** What was asked. */
  readonly filter: Omit<ExportQuery, 'format' | 'timeZone'>;
  /** There are never more sessions in a file than this. */
  readonly limit: number;
}

export interface ExportWriter {
  readonly type: string;
  head(): string;
  session(record: SessionRecord): string;
  /** @param complete whether everything that was asked for is in it. */
  tail(end: { readonly rows: number; readonly complete: boolean }): string;
}

/** Begins with a byte order mark, by which spreadsheets know that it is UTF-8. */
const csv = ({ timeZone, limit }: ExportMeta): ExportWriter => ({
  type: 'text/csv; charset=utf-8',
  head: () => `\ufeff${csvHeader()}`,
  session: csvSessionsIn(timeZone),
  tail: ({ complete }) =>
    complete ? '' : csvNote(`Stopped at ${String(limit)} sessions: there are more. Narrow the question.`),
});

const ndjson = (meta: ExportMeta): ExportWriter => ({
  type: 'application/x-ndjson',
  head: () => `${JSON.stringify({ kind: 'export', ...meta })}\n`,
  session: (record) => `${JSON.stringify({ kind: 'session', ...record })}\n`,
  tail: (end) => `${JSON.stringify({ kind: 'end', ...end })}\n`,
});

function json(meta: ExportMeta): ExportWriter {
  let begun = false;
  return {
    type: 'application/json',
    head: () => `{"export":${JSON.stringify(meta)},"sessions":[\n`,
    session: (record) => {
      const comma = begun ? ',' : '';
      begun = true;
      return `${comma}${JSON.stringify(record)}\n`;
    },
    tail: (end) => `],"end":${JSON.stringify(end)}}\n`,
  };
}

const writers = { csv, ndjson, json };
export const createExportWriter = (meta: ExportMeta): ExportWriter => writers[meta.format](meta);

/** `impersonations_2026-10-21_2026-11-20_Europe-Berlin_20261120T093000Z.csv`: nothing in it that anybody typed. */
export function exportFileName({ format, generatedAt, timeZone, filter }: ExportMeta): string {
  const day = (instant: string | undefined, otherwise: string) =>
    instant === undefined ? otherwise : new Date(instant).toISOString().slice(0, 10);
  const made = new Date(generatedAt).toISOString().replace(/[-:]|\.\d+/g, '');
  const range = `${day(filter.from, 'all')}_${day(filter.to, made.slice(0, 8))}`;
  const name = ['impersonations', range, timeZone, made].join('_').replace(/[^\w+-]/g, '-');
  return `${name}.${format}`;
}
