import { expect } from 'chai';

import { createHttpClient } from '../../src/client/http.js';
import { createMemoryClient } from '../../src/client/memory.js';
import { ImpersonationError } from '../../src/core/errors.js';

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'it worked',
    (error: unknown) => (error instanceof ImpersonationError ? error.code : String(error)),
  );

const head = (more: Record<string, string> = {}) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="impersonations_all.csv"',
  'impersonation-export-rows': '3',
  'impersonation-export-limit': '100',
  'impersonation-export-complete': 'true',
  ...more,
});

/** A server that answers with these parts, one by one; `break`: the connection does. */
function answering(
  parts: readonly string[],
  headers: Record<string, string> = head(),
  then: 'close' | 'break' | 'hang' = 'close',
) {
  const asked: string[] = [];
  const client = createHttpClient({
    endpoint: '/impersonation',
    storage: null,
    timeoutMs: 200,
    fetch: (input, init) => {
      asked.push(input as string);
      const rest = [...parts];
      const signal = init?.signal;
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
        pull: (controller) => {
          const part = rest.shift();
          if (part !== undefined) controller.enqueue(new TextEncoder().encode(part));
          else if (then === 'close') controller.close();
          else if (then === 'break') controller.error(new TypeError('connection lost'));
        },
      });
      return Promise.resolve(new Response(body, { headers }));
    },
  });
  return { client, asked };
}

describe('An export over HTTP', () => {
  const parts = ['\ufeff"id"\r\n"1', '"\r\n"2\r\n\n"\r\n', '"3"\r\n'];

  it('asks as the list does, tells how far it is, and answers with the whole file and its name', async () => {
    const { client, asked } = answering(parts);
    const told: number[] = [];
    const where = [{ field: 'mode' as const, values: ['full' as const] }];
    const { file, ...rest } = await client.export(
      { format: 'csv', timeZone: 'UTC', where },
      { onProgress: ({ rows }) => told.push(rows) },
    );

    expect(asked[0]).to.contain('/impersonation/impersonations/export?format=csv&timeZone=UTC&where=%5B');
    expect(rest).to.deep.equal({ name: 'impersonations_all.csv', rows: 3, limit: 100, complete: true });
    expect(told).to.deep.equal([0, 2, 3]); // a line break in a cell is none between two
    expect(new Uint8Array(await file.arrayBuffer()).slice(0, 3)).to.deep.equal(
      new Uint8Array([0xef, 0xbb, 0xbf]),
    );
    expect(await file.text()).to.contain('"3"\r\n');
  });

  it('does not count the line that says it stopped', async () => {
    const { client } = answering(
      [...parts, '"Stopped"\r\n'],
      head({ 'impersonation-export-complete': 'false' }),
    );
    expect(await client.export({ format: 'csv' })).to.include({ rows: 3, complete: false });
  });

  it('counts a line a session in the other formats', async () => {
    const name = { 'content-disposition': 'attachment; filename="a.ndjson"' };
    const { client } = answering(['{"a":"\\""}\n{}\n{}\n', '{}\n{}\n'], head(name));
    expect(await client.export({ format: 'ndjson' })).to.include({ rows: 3 });
  });

  it('never takes a part for the whole', async () => {
    expect(await codeOf(answering(parts, head(), 'break').client.export({ format: 'csv' }))).to.equal(
      'network',
    );
    expect(await codeOf(answering(['"id"\r\n"1'], head()).client.export({ format: 'csv' }))).to.equal(
      'bad_answer',
    );
    expect(await codeOf(answering(parts, head(), 'hang').client.export({ format: 'csv' }))).to.equal(
      'network',
    );
  });

  for (const wrong of [
    { 'content-disposition': 'attachment; filename="../a.csv"' },
    { 'content-disposition': 'inline' },
    { 'impersonation-export-rows': 'many' },
    { 'impersonation-export-complete': 'perhaps' },
  ])
    it(`takes no file from whoever says ${JSON.stringify(wrong)}`, async () => {
      expect(await codeOf(answering(parts, head(wrong)).client.export({ format: 'csv' }))).to.equal(
        'bad_answer',
      );
    });

  it('says why there is none', async () => {
    const body = { type: 'x', title: 'x', status: 403, code: 'forbidden' };
    const client = createHttpClient({
      endpoint: '/impersonation',
      storage: null,
      fetch: () => Promise.resolve(Response.json(body, { status: 403 })),
    });
    expect(await codeOf(client.export({ format: 'csv' }))).to.equal('forbidden');
  });

  it('stops when it is told to', async () => {
    const { client } = answering(parts, head(), 'hang');
    const stop = new AbortController();
    const exported = client.export(
      { format: 'csv' },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(await codeOf(exported)).to.contain('AbortError');
  });
});

describe('An export from memory', () => {
  it('is the file that the backend would write', async () => {
    const client = createMemoryClient({ sessions: 1200, exportRows: 1000 });
    const told: number[] = [];
    const { file, ...rest } = await client.export(
      { format: 'json' },
      { onProgress: ({ rows }) => told.push(rows) },
    );

    expect(told).to.deep.equal([500, 1000]);
    expect(rest).to.deep.include({ rows: 1000, limit: 1000, complete: false });
    const { sessions, end } = JSON.parse(await file.text()) as { sessions: object[]; end: object };
    expect(sessions).to.have.lengthOf(1000);
    expect(end).to.deep.equal({ rows: 1000, complete: false });
    expect((await client.export({ format: 'csv', status: 'active' })).rows).to.equal(2);
  });
});
