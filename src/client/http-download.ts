/**
 * Asks for a file, and takes it in as it arrives. A part of it is never taken for the whole.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import { createLineCounter } from '../core/export/count-lines.js';
import type { ExportFormat } from '../core/protocol.js';
import type { ExportedFile, ExportOptions } from './client.js';

/** Starts the request; whoever aborts the signal ends it, however far it has got. */
type Open = (signal: AbortSignal) => Promise<Response>;

/** Lines of a file that are no sessions: the first, and the last where there is one. */
const overhead: Record<ExportFormat, number> = { csv: 1, ndjson: 2, json: 2 };

/** @param patience how long nothing may arrive, in milliseconds. */
export async function download(
  open: Open,
  format: ExportFormat,
  patience: number,
  { signal, onProgress }: ExportOptions = {},
): Promise<ExportedFile> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), patience);
  };
  try {
    wait();
    const answer = await open(AbortSignal.any([silence.signal, ...(signal ? [signal] : [])]));
    const said = readHead(answer);
    const count = createLineCounter(format === 'csv');
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let lines = 0;
    const reader = answer.body?.getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) break;
      wait();
      parts.push(value);
      lines = count(value);
      onProgress?.({ rows: Math.min(Math.max(lines - 1, 0), said.rows), total: said.rows });
    }
    signal?.throwIfAborted();
    if (parts.at(-1)?.at(-1) !== 0x0a) throw new ImpersonationError('bad_answer'); // cut off between
    const rows = lines - overhead[format] - (format === 'csv' && !said.complete ? 1 : 0);
    return { ...said, rows, file: new Blob(parts, { type: answer.headers.get('content-type') ?? '' }) };
  } catch (cause) {
    signal?.throwIfAborted();
    throw ImpersonationError.from(cause, 'network');
  } finally {
    clearTimeout(timer);
  }
}

/** @throws {ImpersonationError} `bad_answer`: something between here and the backend wrote it. */
function readHead({ headers }: Response) {
  const [, name] =
    /^attachment; filename="([\w.+-]{1,200})"$/.exec(headers.get('content-disposition') ?? '') ?? [];
  const [rows, limit] = ['rows', 'limit'].map((part) => headers.get(`impersonation-export-${part}`) ?? '');
  const complete = headers.get('impersonation-export-complete');
  if (
    !name ||
    !/^\d+$/.test(rows ?? '') ||
    !/^\d+$/.test(limit ?? '') ||
    !/^(true|false)$/.test(complete ?? '')
  )
    throw new ImpersonationError('bad_answer');
  return { name, rows: Number(rows), limit: Number(limit), complete: complete === 'true' };
}
