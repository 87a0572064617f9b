/**
 * A tab whose tokens are bound to its key, with the real client and the real server: everything it sends proves the key.
 *
 * @module
 */

import { expect } from 'chai';
import { decodeJwt } from 'jose';

import { createHttpClient } from '../../src/client/http.js';
import { pageKeys, type KeyStorage } from '../../src/client/key-storage.js';
import { createTabSession, type TabSession } from '../../src/client/tab-session.js';
import { PretendAddress, PretendStorage } from '../support/pretend-page.js';
import { until } from '../support/screen.js';

const endpoint = '/__host/bound/impersonation';
const note = '/__host/bound/note';

describe('A tab whose token is bound to its key', function () {
  this.timeout(120_000); // the server starts, and makes its database

  const tabs: TabSession[] = [];

  before(async () => {
    // Answers once there is a database. Without cookies: another page of these tests may be signed in meanwhile.
    expect((await fetch(note, { credentials: 'omit' })).status).to.equal(401);
    document.cookie = 'user=sam; path=/__host/bound; samesite=strict';
  });
  afterEach(async () => {
    for (const tab of tabs.splice(0)) {
      await tab.end().catch(() => undefined);
      tab.dispose();
    }
  });
  after(() => {
    document.cookie = 'user=; path=/__host/bound; max-age=0';
  });

  it('redeems, acts, acts again after a reload, changes its mode, and ends', async () => {
    const storage = new PretendStorage();
    const first = await impersonating(storage);
    expect(decodeJwt(first.token ?? ''))
      .to.have.nested.property('cnf.jkt')
      .with.length(43);
    expect(await (await first.fetch(`${note}?page=1`)).json()).to.include({ userId: 'dana' });

    first.dispose();
    const again = open({ storage });
    expect(again.state.status).to.equal('active');
    expect((await again.fetch(note)).status).to.equal(200);
    await again.setMode('full', 'She asked me to correct it');
    expect((await again.fetch(note, { method: 'PUT', body: 'Changed' })).status).to.equal(204);
    await again.extend();
    await again.refresh();
    expect((await again.fetch(note)).status).to.equal(200);

    await again.end();
    expect(again.state).to.include({ status: 'ended', cause: 'ended' });
    await keysThere(0);
  });

  it('keeps a token that is of no use to whoever copies it', async () => {
    const tab = await impersonating(new PretendStorage());
    const copied = tab.token ?? '';

    for (const scheme of ['Bearer', 'DPoP']) {
      const stolen = await fetch(note, {
        headers: { authorization: `${scheme} ${copied}` },
        credentials: 'omit',
      });
      expect(stolen.status).to.equal(401);
    }
    expect((await tab.fetch(note)).status).to.equal(200);
  });

  it('keeps a key that nobody can carry away, and nothing else', async () => {
    await impersonating(new PretendStorage());

    const [kept] = await keysThere(1);
    expect(kept).to.have.all.keys('pair', 'until');
    const { privateKey, publicKey } = (kept as { pair: CryptoKeyPair }).pair;
    expect([privateKey.extractable, privateKey.type, publicKey.type]).to.deep.equal([
      false,
      'private',
      'public',
    ]);
    const carriedAway = await crypto.subtle.exportKey('jwk', privateKey).catch((error: unknown) => error);
    expect(carriedAway).to.be.instanceOf(DOMException);
    expect(JSON.stringify(kept)).not.to.include('"d"');
  });

  it('works until the reload where the browser keeps no keys, and says then that it must start again', async () => {
    const blocked: KeyStorage = {
      load: () => Promise.resolve(null),
      save: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    };
    for (const keys of [blocked, null]) {
      const storage = new PretendStorage();
      const first = await impersonating(storage, keys);
      expect((await first.fetch(note)).status).to.equal(200);

      for (const load of [1, 2]) {
        const again = open({ storage, keys });
        await until(() => again.state.status === 'unknown', `load ${load}`);
        expect(again.state).to.have.nested.property('error.code', 'pop_required');
        expect(again.token).to.equal(null);
        const refused = await again.fetch(note).catch((error: unknown) => error);
        expect(refused).to.include({ code: 'pop_required' });
      }
      await first.end();
    }
  });

  it('dates its proofs by the server’s clock, however wrong the one on the desk is', async () => {
    const client = createHttpClient({ endpoint, now: () => Date.now() - 3_600_000, storage: null });
    const tab = await impersonating(new PretendStorage(), pageKeys(), client);

    expect((await tab.fetch(note)).status).to.equal(200);
  });

  async function impersonating(
    storage: PretendStorage,
    keys: KeyStorage | null = pageKeys(),
    client = createHttpClient({ endpoint }),
  ): Promise<TabSession> {
    const answer = await createHttpClient({ endpoint }).start({
      userId: 'dana',
      reason: 'Cannot find the label note',
      durationSeconds: 900,
    });
    if (answer.kind !== 'ticket') throw new Error('The backend hands tickets out');
    const tab = open({ storage, keys, client, hash: `#ik-ticket=${answer.ticket}` });
    await until(() => tab.state.status === 'active', 'the tab');
    return tab;
  }

  interface Page {
    readonly storage: PretendStorage;
    readonly keys?: KeyStorage | null;
    readonly client?: ReturnType<typeof createHttpClient>;
    readonly hash?: string;
  }

  function open({ storage, keys = pageKeys(), client = createHttpClient({ endpoint }), hash = '' }: Page) {
    const tab = createTabSession({ client, storage, keys, channel: null, address: new PretendAddress(hash) });
    tabs.push(tab);
    return tab;
  }
});

/** What is kept, once it is so many. */
function keysThere(count: number): Promise<unknown[]> {
  let seen: unknown[] | undefined;
  return until(() => {
    void keptKeys().then((keys) => (seen = keys));
    return seen?.length === count && seen;
  }, `${count} keys`) as Promise<unknown[]>;
}

/** All that IndexedDB holds for this page. */
async function keptKeys(): Promise<unknown[]> {
  const opening = indexedDB.open('impersonation-kit', 1);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  const asking = database.transaction('keys').objectStore('keys').getAll();
  const kept = await new Promise<unknown[]>((resolve, reject) => {
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error!);
  });
  database.close();
  return kept;
}
