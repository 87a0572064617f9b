import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { PGlite } from '@electric-sql/pglite';

import { lockFolder } from '../../src/server/database/folder-lock.js';
import { migrate } from '../../src/server/database/migrate.js';
import { migrations } from '../../src/server/database/migrations.js';
import { loadPeer } from '../../src/server/database/optional-peer.js';
import { openDatabase } from '../../src/server/index.js';
import { loadSigningKeys } from '../../src/server/keys.js';
import { onEachEngine } from '../support/server/engines.js';
import { openSite } from '../support/server/site.js';

describe('An address', () => {
  for (const address of ['', 'mysql://localhost', 'pglite:', './.data', 'pglite://']) {
    test(`${JSON.stringify(address)} is a programmer's mistake`, () =>
      assert.rejects(openDatabase(address), TypeError));
  }

  test('something else than a database is one too', () =>
    assert.rejects(openDatabase({} as never), TypeError));

  test('whose engine is not installed says what to install', async () => {
    const name = ['not', 'installed'].join('-'); // written so that no tool looks for it
    const missing = () => import(name) as Promise<unknown>;
    await assert.rejects(loadPeer('some-engine', missing), {
      name: 'TypeError',
      message: 'This database needs the package some-engine: npm install some-engine',
    });
  });
});

describe('A database folder', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'impersonation-kit-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('keeps keys, sessions and the record over a restart, and lets nobody else in meanwhile', async () => {
    const address = `pglite://${join(folder, 'deep', 'data')}`;
    const first = await openSite(address);
    const { token, session } = await first.impersonate();
    await assert.rejects(openDatabase(address), new RegExp(`in use by process ${String(process.pid)} `));
    await first.close();

    const second = await openSite(address);
    for (const [id, person] of first.people) second.people.set(id, person);
    const current = await second.send<typeof session>('/current', { token });
    assert.deepEqual([current.status, current.body], [200, session]);
    assert.deepEqual(await second.record(session.id), ['session.requested', 'session.started']);
    await second.send('/current/end', { method: 'POST', token, body: {} });
    await second.close();

    const third = await openSite(address);
    for (const [id, person] of first.people) third.people.set(id, person);
    assert.equal((await third.send('/current', { token })).body.code, 'session_revoked');
    await third.close();
  });

  test('is not shared with another process, which is named', async () => {
    const path = join(folder, 'held');
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await new Promise((resolve) => child.once('spawn', resolve));
    const lock = JSON.stringify({ pid: child.pid, host: hostname(), began: null });
    await writeFile(`${path}.lock`, lock);

    await assert.rejects(lockFolder(path), new RegExp(`in use by process ${String(child.pid)} on`));
    assert.equal(await readFile(`${path}.lock`, 'utf8'), lock, 'the lock is untouched, however old');

    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const unlock = await lockFolder(path);
    assert.equal((JSON.parse(await readFile(`${path}.lock`, 'utf8')) as { pid: number }).pid, process.pid);
    await unlock();
    await (
      await lockFolder(path)
    )();
  });

  test('of a process on another machine is left alone: nobody here can tell whether it lives', async () => {
    const path = join(folder, 'far');
    await writeFile(`${path}.lock`, JSON.stringify({ pid: 999_999_999, host: 'far.example', began: null }));
    await assert.rejects(lockFolder(path), /in use by process 999999999 on far\.example/);
  });

  test('is taken over from a process whose number somebody else has by now', async () => {
    const path = join(folder, 'reused');
    await writeFile(`${path}.lock`, JSON.stringify({ pid: process.pid, host: hostname(), began: '1' }));
    if (process.platform === 'linux') await (await lockFolder(path))();
    else await assert.rejects(lockFolder(path));
  });

  test('that many take at once is given to one', async () => {
    const path = join(folder, 'wanted');
    await writeFile(`${path}.lock`, JSON.stringify({ pid: 999_999_999, host: hostname(), began: null }));
    const taken = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(path)));
    const held = taken.filter((one) => one.status === 'fulfilled');
    assert.equal(held.length, 1);
    await held[0]?.value();
  });

  test('with a lock that cannot be read is left alone', async () => {
    const path = join(folder, 'garbled');
    await writeFile(`${path}.lock`, 'pid 1');
    await assert.rejects(lockFolder(path), /cannot be read/);
  });
});

test('a database that the host opened is the host’s to close', async () => {
  const pglite = await PGlite.create();
  const site = await openSite(pglite as never);
  await site.close();
  assert.deepEqual((await pglite.query('select 1 as one')).rows, [{ one: 1 }]);
  await pglite.close();
});

onEachEngine('The schema', (database) => {
  test('is made once, however many start at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => migrate(database())));
    const applied = await database().query('select id from impersonation_kit.migrations order by id');
    assert.deepEqual(applied.map(({ id }) => id), migrations.map(({ id }) => id)); // prettier-ignore
  });

  test('is completed after a crash half-way', async () => {
    await migrate(database());
    await database().run(`
      drop table impersonation_kit.signing_keys;
      delete from impersonation_kit.migrations where id = '0003-signing-keys';`);
    await migrate(database());
    assert.deepEqual(await database().query('select * from impersonation_kit.signing_keys'), []);
  });

  test('keeps one signing key, however many start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, () => loadSigningKeys(database())));
    assert.equal(new Set(keys.map(({ current }) => current.id)).size, 1);
    assert.equal((await database().query('select 1 from impersonation_kit.signing_keys')).length, 1);
  });

  test('lets nobody change, delete or empty the record', async () => {
    await database().query(
      `insert into impersonation_kit.audit_events (at, type, actor_id, subject_id, detail)
       values (now(), 'request.made', 'a', 'b', '{}')`,
    );
    for (const statement of [
      `update impersonation_kit.audit_events set actor_id = 'c'`,
      'delete from impersonation_kit.audit_events',
      'truncate impersonation_kit.audit_events',
      'truncate impersonation_kit.audit_events cascade',
    ])
      await assert.rejects(database().query(statement), /append-only/, statement);
    assert.deepEqual(
      await database().query(
        `select actor_id from impersonation_kit.audit_events where type = 'request.made'`,
      ),
      [{ actor_id: 'a' }],
    );
  });

  test('a transaction that fails leaves nothing behind', async () => {
    await database().run('create table if not exists scratch (n integer)');
    const fails = database().transaction(async (transaction) => {
      await transaction.query('insert into scratch values (1)');
      throw new Error('no');
    });
    await assert.rejects(fails, /no/);
    assert.deepEqual(await database().query('select n from scratch'), []);
    await database().run('drop table scratch');
  });
});
