/**
 * The record as a file, streamed: as large as it may be, little of it is ever in memory.
 *
 * @module
 */

import { createExportWriter, exportFileName, type ExportMeta } from '../../core/export/writer.js';
import type { ExportFormat, SessionRecord } from '../../core/protocol.js';
import type { SignedIn } from '../host.js';
import { partyOf, type Context } from '../lifecycle/context.js';
import type { SessionFilter } from '../store/store.js';

type Query = SessionFilter & { readonly format: ExportFormat; readonly timeZone: string };

/**
 * Who takes what with them is on record before the first byte leaves. What goes wrong later breaks the answer off, so that
 * no part of it passes for the whole.
 */
export async function exportSessions(context: Context, admin: SignedIn, query: Query): Promise<Response> {
  const { store, limits, now } = context;
  const { format, timeZone, ...filter } = query;
  const at = now();
  const limit = limits.exportRows;
  const meta: ExportMeta = { format, generatedAt: new Date(at).toISOString(), timeZone, filter, limit };
  // What begins while the file is written is not in it. (A day that there is not, the store refuses.)
  const later = filter.to === undefined || Date.parse(filter.to) > at;
  const asked = later ? { ...filter, to: new Date(at + 1).toISOString() } : filter;

  const found = await store.count(asked, limit + 1);
  const [rows, complete] = [Math.min(found, limit), found <= limit];
  await store.append([
    {
      at,
      type: 'record.exported',
      sessionId: null,
      actor: partyOf(admin),
      detail: { format, rows, complete, filter: JSON.stringify(filter) },
    },
  ]);

  const writer = createExportWriter(meta);
  return new Response(streamOf(write(writer, store.every(asked), limit)), {
    headers: {
      'Content-Type': writer.type,
      'Content-Disposition': `attachment; filename="${exportFileName(meta)}"`,
      'Impersonation-Export-Rows': String(rows),
      'Impersonation-Export-Limit': String(limit),
      'Impersonation-Export-Complete': String(complete),
    },
  });
}

async function* write(
  writer: ReturnType<typeof createExportWriter>,
  pages: AsyncGenerator<readonly SessionRecord[], void>,
  limit: number,
): AsyncGenerator<string, void> {
  yield writer.head();
  let rows = 0;
  let complete = true;
  for await (const page of pages) {
    const taken = page.slice(0, limit - rows);
    rows += taken.length;
    if (taken.length) yield taken.map((record) => writer.session(record)).join('');
    if (taken.length < page.length) {
      complete = false;
      break;
    }
  }
  yield writer.tail({ rows, complete });
}

/** Asks for the next part when there is room for it, and for none any more when nobody wants it. */
function streamOf(parts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await parts.return();
      },
    },
    { highWaterMark: 0 },
  );
}
