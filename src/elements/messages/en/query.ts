import type { ExportFormat } from '../../../core/protocol.js';
import type { QueryKey, QueryProblem } from '../../../core/query/index.js';

type Wrong = Record<'key' | 'value', string>;

/** Asking the record: what is typed, its filters, and whose time is meant. */
export const query = {
  label: 'Search',
  placeholder: 'Words, or actor:sam -mode:read-only',
  chips: 'Filters in use',
  keys: {
    actor: 'Admin',
    subject: 'Acting as',
    reason: 'Reason',
    category: 'Category',
    case: 'Case',
    session: 'Session',
    status: 'Status',
    mode: 'Access',
    cause: 'How it ended',
    time: 'Started',
  } satisfies Record<QueryKey, string>,
  is: ({ key, value }: Wrong) => `${key}: ${value}`,
  isNot: ({ key, value }: Wrong) => `${key}: not ${value}`,
  word: ({ value }: { value: string }) => `“${value}”`,
  notWord: ({ value }: { value: string }) => `not “${value}”`,
  remove: ({ filter }: { filter: string }) => `Remove filter: ${filter}`,
  ignored: 'Left out',
  problems: {
    'unknown-key': ({ key }: Wrong) =>
      `There is no filter “${key}”. To look for these words as they are, put them in quotes.`,
    'unknown-value': ({ key, value }: Wrong) => `“${value}” is nothing that ${key} can be.`,
    'missing-value': ({ key }: Wrong) => `Say what to look for after “${key}”.`,
    'bad-operator': ({ key }: Wrong) => `“${key}” cannot be asked for like this.`,
    'bad-time': ({ value }: Wrong) => `“${value}” is no time. Write 2026-11-01, 2026-11-01T10:00 or -24h.`,
    'too-much': () => 'This is more than can be asked for at once.',
  } satisfies Record<QueryProblem['code'], (wrong: Wrong) => string>,
  meant: ({ text }: { text: string }) => `Use ${text}`,

  add: 'Add filter',
  field: 'What',
  how: 'How',
  value: 'Value',
  including: 'is',
  excluding: 'is not',
  submit: 'Add',

  typed: 'As typed',
  zone: 'Time zone',
  zoneLocal: ({ zone, offset }: Record<'zone' | 'offset', string>) => `Local: ${zone} (UTC${offset})`,
  zoneNamed: ({ zone, offset }: Record<'zone' | 'offset', string>) => `${zone} (UTC${offset})`,
  zones: 'Other time zones',

  menu: ({ what }: { what: string }) => `Filter or copy: ${what}`,
  only: 'Filter for',
  without: 'Filter out',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying.',

  export: {
    open: 'Export',
    what: 'Every session that matches, in one file. It is recorded who took it.',
    formats: {
      csv: 'CSV, for spreadsheets',
      ndjson: 'NDJSON, a session a line',
      json: 'JSON',
    } satisfies Record<ExportFormat, string>,
    progress: ({ rows, total }: Record<'rows' | 'total', string>) => `${rows} of ${total}`,
    begun: 'Preparing the file',
    cancel: 'Cancel',
    canceled: 'The export was canceled. Nothing was saved.',
    done: ({ count, number }: { count: number; number: string }) =>
      count === 1 ? '1 session was saved.' : `${number} sessions were saved.`,
    capped: ({ limit }: { limit: string }) =>
      `A file holds ${limit} sessions at most, and there are more. Narrow the question to get the rest.`,
    failed: 'The file could not be made. Nothing was saved.',
  },
};
