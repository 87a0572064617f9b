/**
 * Nothing that opens a door is ever said aloud: not to a caller, not to the host's log, not in the record.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';

import type { Database } from '../../src/server/index.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite, reason, ticketOf, type Sent, type Site } from '../support/server/site.js';

const password = 'canary-hunter2-password';
const aside = 'canary words in a reason, meant for the record alone';

/** The database, until it is told to break: then the engine itself refuses, with whatever it likes to quote. */
function breakable(database: Database) {
  const fault = { on: null as RegExp | null };
  const spoil = (sql: string) => (fault.on?.test(sql) ? `${sql} and then nonsense` : sql);
  const wrapped: Database = {
    ...database,
    query: (sql, parameters) => database.query(spoil(sql), parameters),
    transaction: (work) =>
      database.transaction((transaction) =>
        work({ query: (sql, parameters) => transaction.query(spoil(sql), parameters) }),
      ),
  };
  return { database: wrapped, fault };
}

onEachEngine('A secret', (database) => {
  /** Every kind of secret in every place that takes a text; answers with all that was said. */
  async function everywhere(site: Site, secrets: readonly string[]): Promise<string> {
    const said: string[] = [];
    const send = async (path: string, sent: Sent) => {
      const { status, body, headers } = await site.send(path, sent);
      if (status < 400) return;
      said.push(`${String(status)} ${JSON.stringify(body)} ${JSON.stringify([...headers])}`);
    };
    const paths = ['/users', '/users/x', '/impersonations', '/impersonations/x', '/impersonations/x/revoke', '/redeem', '/token', '/current', '/current/end', '/current/extend', '/current/mode', '/me/access', '/me/access/x/end', '/nowhere']; // prettier-ignore
    for (const secret of secrets) {
      const bodies = [
        JSON.stringify({ [secret]: secret, ticket: `${secret}?`, userId: { secret }, reason: [secret], mode: secret, cursor: secret }),
        `{"${secret}`,
        `"${secret}"`,
      ]; // prettier-ignore
      for (const path of paths) {
        const query = `?ticket=${secret}&token=${secret}&limit=${secret}&cursor=${secret}.&sort=${secret}`;
        await send(`${path}${query}`, { as: site.sam, headers: { referer: `https://x.example/#${secret}` } });
        await send(path, { headers: { authorization: `Bearer ${secret}.x` } });
        await send(path, { headers: { authorization: `Basic ${secret}` } });
        await send(path, { headers: { authorization: `Bearer ${secret}, Bearer ${secret}` } });
        await send(path, { method: 'DELETE', headers: { cookie: `user=${secret}`, dpop: secret } });
        for (const text of bodies) {
          await send(path, { method: 'POST', as: site.sam, text });
          await send(path, { method: 'POST', text, headers: { cookie: `x=${secret}`, origin: `https://${secret.slice(0, 8)}.example` } });
          await send(path, { method: 'POST', text, headers: { authorization: `Bearer ${secret}`, 'user-agent': secret } });
        } // prettier-ignore
      }
    }
    assert.ok(said.length > 200, 'most of it is refused');
    return said.join('\n');
  }

  const dump = async ({ backend }: Site) => {
    const rows = await backend.database.query(
      `select i::text as row from impersonation_kit.impersonations i
       union all select e::text from impersonation_kit.audit_events e`,
    );
    return rows.map(({ row }) => String(row)).join('\n');
  };

  /** A secret also counts as said when half of it is. */
  const assertSilent = (text: string, secrets: readonly string[], where: string) => {
    for (const secret of secrets)
      for (const part of [secret, secret.slice(0, 20), secret.slice(-20)])
        assert.equal(text.includes(part), false, `${where} holds a part of a secret`);
  };

  test('is in no answer, no log and no row, wherever it was sent', async () => {
    const site = await openSite(database(), {
      limits: { startsPerMinute: 100_000, wrongTicketsPerMinute: 100_000 },
    });
    const { token } = await site.impersonate();
    const ticket = ticketOf((await site.start({ userId: site.sam.replace('sam', 'kim') })).body);
    const [, , signature = ''] = token.split('.');
    const secrets = [ticket, signature, password];
    const said = await everywhere(site, secrets);

    assertSilent(said, secrets, 'an answer');
    assertSilent(inspect(site.errors, { depth: 20, showHidden: true }), secrets, 'the log');
    assertSilent(await dump(site), secrets, 'the database');
    assert.doesNotMatch(said, /\bat \S+ \(|node_modules|\.ts:\d/, 'no stack in any answer');
    assert.equal((await site.redeem(ticket)).status, 200, 'and none of that used the ticket');
    await site.close();
  });

  const faults: [what: string, on: RegExp][] = [
    ['sessions cannot be written', /insert into impersonation_kit\.impersonations/],
    ['the record cannot be written', /insert into impersonation_kit\.audit_events/],
    ['tickets cannot be looked up', /where ticket_hash = \$1/],
    ['tickets cannot be used', /update impersonation_kit\.impersonations/],
    ['nothing can be read', /^\s*select/],
  ];
  for (const [what, on] of faults) {
    test(`stays one when ${what}, and so do the words of a request`, async () => {
      const { database: broken, fault } = breakable(database());
      const site = await openSite(broken);
      const { token } = await site.impersonate({ mode: 'full' });
      const kim = site.sam.replace('sam', 'kim');
      const ticket = ticketOf((await site.start({ userId: kim })).body);
      const handler = site.backend.auth.withAuth(() => new Response(), { whileImpersonating: 'allow' });

      fault.on = on;
      const answers = [
        await site.start({ userId: site.sam.replace('sam', 'lou'), reason: aside }),
        await site.redeem(ticket),
        await site.send('/current/mode', { method: 'POST', token, body: { mode: 'read-only', reason: aside } }),
        await site.send('/current/extend', { method: 'POST', token, body: { reason: aside } }),
        await site.send('/current/end', { method: 'POST', token, body: {} }),
      ]; // prettier-ignore
      const headers = { authorization: `Bearer ${token}`, cookie: `session=${password}` };
      const url = `https://app.example/api?password=${password}`;
      await handler(new Request(url, { method: 'POST', headers, body: aside }));
      fault.on = null;

      assert.ok(answers.some(({ status }) => status === 503));
      assert.notEqual(site.errors.length, 0, 'the host is told');
      const log = inspect(site.errors, { depth: 20, showHidden: true });
      const [, , signature = ''] = token.split('.');
      assertSilent(log, [ticket, signature, password, aside], 'the log');
      assert.match(log, /42601|syntax error/, 'what went wrong can be seen');
      await site.close();
    });
  }

  test('or what else a row was to hold is not quoted from a database that does not take it', async () => {
    const site = await openSite(database());
    await site.backend.database.run(
      `alter table impersonation_kit.impersonations add constraint no_canary check (reason not like 'canary%') not valid`,
    );
    const answer = await site.start({ reason: aside });
    await site.backend.database.run('alter table impersonation_kit.impersonations drop constraint no_canary');
    assert.equal(answer.status, 503);
    const log = inspect(site.errors, { depth: 20, showHidden: true });
    assert.match(log, /23514/);
    assert.match(log, /no_canary/);
    assertSilent(log, [aside, 'dana@acme.example'], 'the log');
    await site.close();
  });

  test('among the values of a statement is not hung on its error', async () => {
    const error: unknown = await database()
      .query('select $1::text and nonsense', [password])
      .catch((thrown: unknown) => thrown);
    assert.ok(error instanceof Error);
    assertSilent(inspect(error, { depth: 20, showHidden: true }), [password], 'the error');
  });

  test('of a host’s own that its sign-in throws goes to the host, and to nobody else', async () => {
    const site = await openSite(database(), {
      authenticate: () => Promise.reject(new Error(`${password}: ${reason}`)),
    });
    const answer = await site.start();
    assert.equal(answer.status, 500);
    assertSilent(JSON.stringify([answer.body, [...answer.headers]]), [password], 'the answer');
    await site.close();
  });
});
