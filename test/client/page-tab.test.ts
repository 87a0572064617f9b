import { expect } from 'chai';

import { getAuth, subscribeAuth } from '../../src/client/auth.js';
import { createMemoryClient } from '../../src/client/memory.js';
import { getTabSession, installTabSession } from '../../src/client/page-tab.js';
import type { Auth } from '../../src/client/tab-state.js';
import { answers, impersonating, pretendPage, PretendStorage, ticketFor } from '../support/pretend-page.js';

describe('a page without a framework', () => {
  const undo: (() => void)[] = [];
  afterEach(() => {
    for (const step of undo.splice(0)) step();
  });
  const install = (tab: Parameters<typeof installTabSession>[0]) => undo.push(installTabSession(tab));

  it('is told that nothing is known before anybody looked: the actor is not null', () => {
    expect(getAuth()).to.deep.equal({
      status: 'unknown',
      userId: undefined,
      sessionId: undefined,
      actor: undefined,
    });
  });

  it('asks who is signed in, and who is really there', async () => {
    const { tab, sessionId } = await impersonating();
    install(tab);
    const { userId, actor, ...rest } = getAuth();

    expect(userId).to.equal('u_42');
    expect(actor?.sub).to.equal('u_1');
    expect(rest).to.deep.equal({ status: 'active', sessionId });
  });

  it('is told that nobody impersonates', () => {
    install(pretendPage().tab);

    expect(getAuth()).to.deep.equal({ status: 'none', userId: null, sessionId: null, actor: null });
  });

  it('is not told "no actor" by a tab that is over, even after a reload: what it shows was theirs', async () => {
    const storage = new PretendStorage();
    const { tab, client } = await impersonating({ storage });
    await tab.end();
    install(pretendPage({ client, storage }).tab);

    expect(getAuth()).to.include({ status: 'ended', actor: undefined });
  });

  it('hears each change, from before there was anything to hear', async () => {
    const heard: Auth[] = [];
    undo.push(subscribeAuth((auth) => heard.push(auth)));
    const client = createMemoryClient({ sessions: 0 });
    const { tab } = pretendPage({ client, hash: `#ik-ticket=${await ticketFor(client)}` });
    install(tab);
    await answers();
    await tab.end();

    expect(heard.map(({ status }) => status)).to.deep.equal(['unknown', 'active', 'ended']);
    expect(heard.at(-1)?.actor?.sub).to.equal('u_1');
  });

  it('hears nothing after it stopped listening', async () => {
    const { tab } = await impersonating();
    install(tab);
    const heard: Auth[] = [];
    subscribeAuth((auth) => heard.push(auth))();
    await tab.end();

    expect(heard).to.deep.equal([]);
  });

  it('has one tab session: a second one does not take its place', async () => {
    const { tab } = await impersonating();
    install(tab);
    install(pretendPage().tab);

    expect(getAuth().status).to.equal('active');
  });

  it('shares it with another copy of the kit', async () => {
    const { tab } = await impersonating();
    install(tab);
    const slot = (globalThis as Record<symbol, unknown>)[Symbol.for('impersonation-kit@1/tab')];

    expect((slot as { tab: unknown }).tab === tab).to.equal(true);
  });

  it('may ask for something before its provider is there, and gets it once it is', async () => {
    const { tab } = await impersonating({ fetch: () => Promise.resolve(new Response('notes')) });
    const response = getTabSession().fetch('/api/notes');
    expect(getTabSession().state.status).to.equal('unknown');
    expect(getTabSession().token).to.equal(null);
    install(tab);

    expect(await (await response).text()).to.equal('notes');
    expect(getTabSession().token === tab.token).to.equal(true);
    await getTabSession().setMode('full', 'The note must be repaired.');
    await getTabSession().extend();
    await getTabSession().refresh();
    await getTabSession().end();
    expect(tab.state.status).to.equal('ended');
  });
});
