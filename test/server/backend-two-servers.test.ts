import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { openDatabase, type Database } from '../../src/server/index.js';
import { deferred } from '../support/protected.js';
import { newPostgres, onEachEngine, postgres } from '../support/server/engines.js';
import { openSite, origin, reason, type Site } from '../support/server/site.js';

/** Asks again and again, and fails when what was sent more than a second after the start is still let in. */
async function refusedWithinASecond(ask: () => Promise<{ status: number }>): Promise<void> {
  const began = performance.now();
  for (;;) {
    const sent = performance.now() - began; // how long the answer takes is another matter
    const { status } = await ask();
    if (status === 401) return;
    assert.equal(status, 200);
    assert.ok(sent < 1000, `It was let in ${sent} milliseconds later`);
  }
}

function askOn(site: Site, token: string) {
  const handler = site.backend.auth.withAuth(() => new Response('here you are'));
  return () => handler(new Request(`${origin}/notes`, { headers: { authorization: `Bearer ${token}` } }));
}

/** Listens, and hears nothing. */
const deaf = (same: Database): Database => ({ ...same, listen: async () => () => Promise.resolve() });

const revoke = (site: Site, id: string) =>
  site.send(`/impersonations/${id}/revoke`, { method: 'POST', as: site.sam, body: { reason } });

onEachEngine('Two servers on one database', (database) => {
  async function openBoth(other: (database: Database) => Database = (same) => same) {
    const site = await openSite(database());
    const second = await openSite(other(database()));
    for (const [id, person] of site.people) second.people.set(id, person);
    return { site, second };
  }

  test('a session that is revoked on one is refused by the other within a second', async () => {
    const { site, second } = await openBoth();
    const { token, session } = await site.impersonate();
    const ask = askOn(second, token);
    assert.equal((await ask()).status, 200);

    assert.equal((await revoke(site, session.id)).status, 200);
    await refusedWithinASecond(ask);
    assert.equal((await askOn(site, token)()).status, 401);
    await Promise.all([site.close(), second.close()]);
  });

  test('even when the word of it is lost', async () => {
    const { site, second } = await openBoth(deaf);
    const { token, session } = await site.impersonate();
    const ask = askOn(second, token);
    assert.equal((await ask()).status, 200);

    await revoke(site, session.id);
    await refusedWithinASecond(ask);
    await Promise.all([site.close(), second.close()]);
  });

  test('and at once where nothing can be heard, since nothing is remembered there', async () => {
    const { site, second } = await openBoth((same) => ({ ...same, listen: async () => null }));
    const { token, session } = await site.impersonate();
    const ask = askOn(second, token);
    assert.equal((await ask()).status, 200);

    await revoke(site, session.id);
    assert.equal((await ask()).status, 401);
    await Promise.all([site.close(), second.close()]);
  });

  test('a session that is revoked is refused at once by the server that revoked it', async () => {
    const site = await openSite(deaf(database()));
    const { token, session } = await site.impersonate();
    const ask = askOn(site, token);
    assert.equal((await ask()).status, 200);

    await revoke(site, session.id);
    assert.equal((await ask()).status, 401);
    await site.close();
  });

  test('the database tells of what changes a session, and not of mere activity', async () => {
    const site = await openSite(database());
    const heard: string[] = [];
    const told = deferred<null>();
    const stop = await database().listen?.('impersonation_kit_sessions', (id) => {
      heard.push(id);
      if (heard.length === 3) told.resolve(null);
    });
    assert.ok(stop);
    const { token, session } = await site.impersonate(); // the redemption is the first change
    site.clock.pass(60);
    await askOn(site, token)();
    await site.send('/current/mode', { method: 'POST', token, body: { mode: 'full', reason } });
    site.clock.pass(60);
    await askOn(site, token)();
    await revoke(site, session.id);
    await told.promise;
    await stop();

    assert.deepEqual(heard, [session.id, session.id, session.id]);
    await site.close();
  });

  test('rows stand in the order in which they were written, whatever the clocks of the servers say', async () => {
    const { site, second } = await openBoth();
    second.clock.pass(-3);
    const { token, session } = await site.impersonate({ mode: 'full' });
    await site.send('/current/mode', { method: 'POST', token, body: { mode: 'read-only' } });
    await revoke(second, session.id);
    const { body } = await site.send<{ items: { type: string; at: string }[] }>(
      `/impersonations/${session.id}/events`,
      { as: site.sam },
    );

    assert.deepEqual(
      body.items.map(({ type }) => type),
      ['session.requested', 'session.started', 'session.mode-changed', 'session.ended'],
    );
    const [changed, ended] = body.items.slice(2).map(({ at }) => Date.parse(at));
    assert.equal((changed ?? 0) - (ended ?? 0), 3000);
    await Promise.all([site.close(), second.close()]);
  });

  test('a tab that sends many requests costs few reads of its session', async () => {
    let reads = 0;
    const counted: Database = {
      ...database(),
      query: (sql, parameters) => {
        if (sql.startsWith('select * from impersonation_kit.impersonations where id')) reads++;
        return database().query(sql, parameters);
      },
    };
    const site = await openSite(counted);
    const ask = askOn(site, (await site.impersonate()).token);
    await ask();
    const before = reads;
    await Promise.all(Array.from({ length: 50 }, ask));

    assert.ok(reads - before < 50 / 2, `${reads - before} reads for 50 requests`);
    await site.close();
  });
});

const administrator = postgres;
if (administrator) {
  describe('Two processes on one PostgreSQL', () => {
    let address: string;
    let name: string;
    let forget: () => Promise<void>;
    let server: Database;
    let site: Site;
    let child: ChildProcess;
    let port: number;

    before(async () => {
      [address, forget] = await newPostgres(administrator);
      name = new URL(address).pathname.slice(1);
      server = await openDatabase(administrator);
      site = await openSite(address, { now: Date.now });
      child = fork(fileURLToPath(new URL('../support/server/server-process.ts', import.meta.url)), [address]);
      [port] = (await once(child, 'message')) as [number];
    });
    after(async () => {
      child.kill();
      await once(child, 'exit');
      await site.close();
      await server.close();
      await forget();
    });

    const ask = (token: string) => () =>
      fetch(`http://127.0.0.1:${port}/notes`, { headers: { authorization: `Bearer ${token}` } });

    test('what one revokes, the other refuses within a second', async () => {
      const { token, session } = await site.impersonate();
      assert.equal((await ask(token)()).status, 200);

      assert.equal((await revoke(site, session.id)).status, 200);
      await refusedWithinASecond(ask(token));
    });

    test('who listens listens again after the connection broke', async () => {
      const listener = await openDatabase(address);
      const heard = deferred<string>();
      const stop = await listener.listen?.('a_channel', heard.resolve);
      await server.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query = 'listen a_channel'`,
        [name],
      );
      const shouting = setInterval(() => void listener.query(`select pg_notify('a_channel', 'hello')`), 50);
      assert.equal(await heard.promise, 'hello');
      clearInterval(shouting);
      await stop?.();
      await listener.close();
    });

    test('a database is closed though somebody still listens', async () => {
      const listener = await openDatabase(address);
      const stop = await listener.listen?.('a_channel', () => undefined);
      await listener.close();
      await stop?.();
    });

    test('also after the connection that listened broke', async () => {
      const { token, session } = await site.impersonate();
      assert.equal((await ask(token)()).status, 200);
      await server.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like 'listen%'`,
        [name],
      );

      await revoke(site, session.id);
      await refusedWithinASecond(ask(token));
    });
  });
}
