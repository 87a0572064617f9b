import { createExportWriter, exportFileName } from '../core/export/writer.js';
import type { SessionRecord, ExportFormat, ExportQuery } from '../core/protocol.js';
import type { ExportedFile, ExportOptions } from './client.js';

interface Order {
  readonly query: ExportQuery & { readonly format: ExportFormat; readonly timeZone: string };
  readonly sessions: readonly SessionRecord[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly limit: number;
  /** Waits as long as an answer takes. */
  pause(): Promise<void>;
}

const atATime = 500;

/** Writes the file that the real backend would, some sessions at a time. */
export async function exportFromMemory(
  { query, sessions, now, limit, pause }: Order,
  { signal, onProgress }: ExportOptions = {},
): Promise<ExportedFile> {
  const { format, timeZone, ...filter } = query;
  const meta = { format, generatedAt: new Date(now).toISOString(), timeZone, filter, limit };
  const writer = createExportWriter(meta);
  const taken = sessions.slice(0, limit);
  const complete = taken.length === sessions.length;
  const parts = [writer.head()];
  for (let from = 0; from < taken.length; from += atATime) {
    await pause();
    signal?.throwIfAborted();
    parts.push(...taken.slice(from, from + atATime).map((session) => writer.session(session)));
    onProgress?.({ rows: Math.min(from + atATime, taken.length), total: taken.length });
  }
  parts.push(writer.tail({ rows: taken.length, complete }));
  const file = new Blob(parts, { type: writer.type });
  return { file, name: exportFileName(meta), rows: taken.length, limit, complete };
}
