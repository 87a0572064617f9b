/**
 * `npm run bench:lists`: how long a page of the list takes among a million impersonations, on the PostgreSQL that
 * `TEST_DATABASE_URL` names. It makes a database of its own there, and drops it.
 *
 * @module
 */

import pg from 'pg';

import { createImpersonationBackend, openDatabase, type Database } from '../../src/server/index.js';
import { writeCursor } from '../../src/server/store/cursor.js';

const rows = Number(process.argv[2] ?? 1_000_000);
const tries = 9;
const address = process.env['TEST_DATABASE_URL'];
if (!address) throw new Error('TEST_DATABASE_URL must name a PostgreSQL server');

const server = await openDatabase(address);
const name = `bench_${crypto.randomUUID().replaceAll('-', '')}`;
await server.run(`create database ${name}`);
const own = new URL(address);
own.pathname = `/${name}`;
try {
  await measure(await openDatabase(own.href));
} finally {
  await server.run(`drop database ${name} with (force)`);
  await server.close();
}

/** Two hundred admins, fifty thousand users, one impersonation a minute. */
async function fill(): Promise<void> {
  const client = new pg.Client({ connectionString: own.href }); // one that waits as long as it takes
  await client.connect();
  await client.query(
    `insert into impersonation_kit.impersonations (
         id, actor_id, actor_name, actor_email, actor_session_id, subject_id, subject_name, subject_email, category,
         reason, case_number, mode, modes, status, created_at, started_at, expires_at, idle_seconds, extensions_max,
         extension_seconds, ended_at, end_cause, app_origin, ticket_hash, ticket_expires_at, ticket_used_at)
       select 'imp_' || n, 'a_' || n % 200, 'Admin ' || n % 200, 'admin' || n % 200 || '@host.example', 's_' || n,
         'u_' || n % 50000, 'User ' || n % 50000, 'user' || n % 50000 || '@acme.example', 'Billing question',
         'Looking into invoice ' || n || ' of the customer', 'SUP-' || n, 'read-only', '{read-only,full}', 'ended',
         at, at, at + interval '15 minutes', 900, 3, 900, at + interval '10 minutes',
         (array['ended','expired','idle','revoked'])[1 + n % 4], 'https://app.example', 'hash_' || n, at, at
       from generate_series(1, $1::integer) as n,
         lateral (select timestamptz '2024-01-01' + n * interval '1 minute' as at) as clock`,
    [rows],
  );
  await client.query('analyze impersonation_kit.impersonations');
  await client.end();
}

async function measure(database: Database): Promise<void> {
  const backend = await createImpersonationBackend({
    database,
    issuer: 'https://app.example/impersonation',
    audience: 'https://app.example',
    app: { url: 'https://app.example/' },
    authenticate: () => ({ id: 'a_1', name: 'Admin 1', sessionId: 's' }),
    users: { get: () => Promise.resolve(null), search: () => Promise.reject(new Error('not here')) },
    rights: () => true,
    onError: () => undefined, // the table says so
  });
  await fill();
  const at = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 60_000).toISOString();
  const list = JSON.stringify(['-createdAt', { where: 'true', parameters: [] }]);
  const after = (n: number) => writeCursor(list, { key: at(n), id: `imp_${n}` });
  const middle = Math.floor(rows / 2);

  const json = (field: string, value: string, not = false) =>
    JSON.stringify([{ field, not, values: [value] }]);

  const pages: [what: string, query: Record<string, string>][] = [
    ['first page', {}],
    ['middle page', { cursor: await after(middle) }],
    ['last page', { cursor: await after(51) }],
    ['first page, 200 rows', { limit: '200' }],
    ['by actor, first page', { sort: 'actor' }],
    ['by subject, descending', { sort: '-subject' }],
    ['actor: one of 200', { actor: 'admin17@' }],
    ['subject: one of 50,000', { subject: 'user49999@' }],
    ['subject: nobody', { subject: 'nobody at all' }],
    ['status: active (none)', { status: 'active' }],
    ['end cause: revoked', { endCause: 'revoked' }],
    ['one day in the middle', { from: at(middle), to: at(middle + 1440) }],
    ['text: in every row', { text: 'invoice' }],
    ['text: in one row', { text: `invoice ${middle} of` }],
    ['anything: one subject', { where: json('any', 'user49999@') }],
    ['anything: nobody', { where: json('any', 'nobody at all') }],
    ['anything: in every row', { where: json('any', 'invoice') }],
    ['anything but: in every row', { where: json('any', 'invoice', true) }],
    ['case: one of a million', { where: json('caseNumber', `SUP-${middle}`) }],
    ['by actor, subject: one of 50,000', { subject: 'user49999@', sort: 'actor' }],
    ['text: in one row of a day', { text: `invoice ${middle + 9} of`, from: at(middle), to: at(middle + 1440) }],
  ]; // prettier-ignore
  console.log(`${rows} impersonations, ${tries} tries each, milliseconds\n`);
  console.log('| what is asked | median | slowest | rows |\n| --- | ---: | ---: | ---: |');
  for (const [what, query] of pages) console.log(await time(what, query));
  await backend.close();
  await database.close();

  async function time(what: string, query: Record<string, string>): Promise<string> {
    const url = `https://app.example/impersonations?${new URLSearchParams(query).toString()}`;
    const times: number[] = [];
    let found = '';
    for (let count = 0; count < tries; count++) {
      const began = performance.now();
      const response = await backend.fetch(new Request(url));
      const body = (await response.json()) as { items?: unknown[] };
      times.push(performance.now() - began);
      found = response.ok ? String(body.items?.length) : `status ${response.status}`;
    }
    times.sort((a, b) => a - b);
    const ms = (value = 0) => value.toFixed(value < 10 ? 1 : 0);
    return `| ${what} | ${ms(times[Math.floor(tries / 2)])} | ${ms(times.at(-1))} | ${found} |`;
  }
}
