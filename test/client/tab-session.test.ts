import { expect } from 'chai';

import { createMemoryClient } from '../../src/client/memory.js';
import { ImpersonationError, type ErrorCode } from '../../src/core/errors.js';
import {
  answers,
  blockedStorage,
  impersonating,
  PretendAddress,
  pretendPage,
  PretendOrigin,
  PretendStorage,
  ticketFor,
} from '../support/pretend-page.js';
import { until } from '../support/screen.js';

const minutes = (count: number) => count * 60_000;

describe('a tab session', () => {
  describe('that finds a ticket in the address', () => {
    it('has scrubbed it before anybody is asked anything', async () => {
      const client = createMemoryClient({ sessions: 0 });
      const ticket = await ticketFor(client);
      const page = pretendPage({ client, hash: `#ik-ticket=${ticket}` });

      expect(page.address.entry).to.equal('/notes?view=all');
      expect(page.address.location.hash).to.equal('');
      expect(client.calls.map(({ method }) => method)).to.deep.equal(['start']);
      await answers();
      expect(client.calls.map(({ method }) => method)).to.deep.equal(['start', 'redeem']);
    });

    it('has scrubbed it by the time the request leaves', async () => {
      const client = createMemoryClient({ sessions: 0 });
      const ticket = await ticketFor(client);
      const address = new PretendAddress(`#ik-ticket=${ticket}`);
      let seen = 'nothing';
      const redeem: typeof client.redeem = (...args) => {
        seen = address.entry;
        return client.redeem(...args);
      };
      pretendPage({ client: { ...client, redeem }, address });
      await answers();

      expect(seen).to.equal('/notes?view=all');
    });

    it('takes one that comes later as well, before the router of the page can see it', async () => {
      const page = await impersonating();
      await page.tab.end();
      page.address.location.hash = `#ik-ticket=${await ticketFor(page.client)}`;
      window.dispatchEvent(new HashChangeEvent('hashchange'));

      expect(page.address.location.hash).to.equal('');
      await answers();
      expect(page.tab.state.status).to.equal('active');
    });

    it('leaves the rest of the fragment, and the state of the router, as they were', async () => {
      const client = createMemoryClient({ sessions: 0 });
      const page = pretendPage({ client, hash: `#/note/7&ik-ticket=${await ticketFor(client)}&pane=2` });

      expect(page.address.entry).to.equal('/notes?view=all#/note/7&pane=2');
      expect(page.address.history.state).to.deep.equal({ of: 'the router' });
    });

    it('is unknown while it is redeemed, and then who the ticket was for', async () => {
      const client = createMemoryClient({ sessions: 0 });
      const page = pretendPage({ client, hash: `#ik-ticket=${await ticketFor(client)}` });

      expect(page.tab.state).to.deep.equal({ status: 'unknown', error: null });
      await answers();

      const { state } = page.tab;
      if (state.status !== 'active') throw new Error(state.status);
      expect(state.session.userId).to.equal('u_42');
      expect(state.session.actor?.sub).to.equal('u_1');
      expect(state.record?.subject.name).to.equal('Dana Fox');
      expect(state.online).to.equal(true);
    });

    it('forgets what it had from before, even when the ticket turns out to be no good', async () => {
      const storage = new PretendStorage();
      const before = await impersonating({ storage });
      before.tab.dispose();
      const page = pretendPage({ client: before.client, storage, hash: `#ik-ticket=${'x'.repeat(43)}` });
      await answers();

      expect(page.tab.state.status).to.equal('unknown');
      expect(page.tab.token).to.equal(null);
      expect([...storage.held.keys()]).to.deep.equal([]);
    });

    const failures: ErrorCode[] = [
      'ticket_invalid',
      'ticket_used',
      'ticket_expired',
      'ticket_misplaced',
      'rate_limited',
      'session_revoked',
      'unavailable',
      'network',
      'bad_answer',
    ];
    for (const code of failures) {
      it(`stays unknown, and says why, when redeeming fails with ${code}: never "none"`, async () => {
        const client = createMemoryClient({ sessions: 0 });
        const ticket = await ticketFor(client);
        client.fail('redeem', code);
        const page = pretendPage({ client, hash: `#ik-ticket=${ticket}` });
        await answers();

        await page.elapse(minutes(10));
        expect(errorOf(page.tab)).to.equal(code);
      });
    }

    for (const wrong of ['', 'short', 'x'.repeat(10_000), '%00']) {
      it(`scrubs "${wrong.slice(0, 8)}" too, and stays unknown`, async () => {
        const page = pretendPage({ hash: `#ik-ticket=${wrong}` });
        await answers();

        expect(page.address.entry).to.equal('/notes?view=all');
        expect(errorOf(page.tab)).to.equal('ticket_invalid');
      });
    }

    it('takes no grant whose token is about something else than its record', async () => {
      const client = createMemoryClient({ sessions: 0 });
      const hash = `#ik-ticket=${await ticketFor(client)}`;
      const redeem: typeof client.redeem = async (ticket) => {
        const grant = await client.redeem(ticket);
        return { ...grant, session: { ...grant.session, id: 'another' } };
      };
      const page = pretendPage({ client: { ...client, redeem }, hash });
      await answers();

      expect(errorOf(page.tab)).to.equal('bad_answer');
    });
  });

  describe('over a reload', () => {
    it('keeps the banner and the identity, and asks nothing', async () => {
      const storage = new PretendStorage();
      const { client, sessionId } = await impersonating({ storage });
      const asked = client.calls.length;
      const { tab } = pretendPage({ client, storage });

      expect(tab.state.status).to.equal('active');
      expect(sessionOf(tab)?.sessionId).to.equal(sessionId);
      expect(client.calls).to.have.lengthOf(asked);
    });

    it('knows that nobody is impersonated when nothing was kept', () => {
      const { tab } = pretendPage({ storage: new PretendStorage() });

      expect(tab.state).to.deep.equal({ status: 'none', session: null });
      expect(tab.token).to.equal(null);
    });

    for (const garbage of ['', '{', 'null', '{}', '[]', '{"token":1}', '{"token":"a.b.c","session":{}}']) {
      it(`is unknown when what was kept is ${garbage || 'empty'}`, () => {
        const storage = new PretendStorage();
        storage.setItem('impersonation-kit', garbage);

        expect(errorOf(pretendPage({ storage }).tab)).to.equal('malformed_token');
      });
    }

    it('is unknown when the token that was kept cannot be read', async () => {
      const storage = new PretendStorage();
      await impersonating({ storage });
      const kept = JSON.parse(storage.getItem('impersonation-kit') ?? '') as object;
      storage.setItem('impersonation-kit', JSON.stringify({ ...kept, token: 'no.token.' }));

      expect(errorOf(pretendPage({ storage }).tab)).to.equal('malformed_token');
    });

    it('is over when the token has run out, and asks nobody', async () => {
      const storage = new PretendStorage();
      const { client, tab } = await impersonating({ storage });
      tab.dispose();
      client.clock.advance(minutes(6));
      const asked = client.calls.length;
      const again = pretendPage({ client, storage });
      await answers();

      expect(causeOf(again.tab)).to.equal('expired');
      expect(again.tab.token).to.equal(null);
      expect(client.calls).to.have.lengthOf(asked);
    });

    it('stays over once it is: the tab does not turn into the admin', async () => {
      const storage = new PretendStorage();
      const { client, tab } = await impersonating({ storage });
      await tab.end();

      const again = pretendPage({ client, storage }).tab;
      expect(causeOf(again)).to.equal('ended');
      expect(storage.getItem('impersonation-kit')).not.to.contain('token');
      expect(await rejection(again.fetch('/api/notes'))).to.equal('session_revoked');
    });

    it('is nobody where the browser blocks storage: nothing can have been kept', () => {
      expect(pretendPage({ storage: blockedStorage }).tab.state.status).to.equal('none');
    });

    it('works until the reload where the browser blocks storage', async () => {
      const { tab, elapse } = await impersonating({ storage: blockedStorage });
      await elapse(minutes(4));

      expect(tab.state.status).to.equal('active');
      await tab.end();
      expect(causeOf(tab)).to.equal('ended');
    });
  });

  describe('while it lasts', () => {
    it('renews the token before it runs out, without being asked', async () => {
      const { tab, client, elapse } = await impersonating({ durationSeconds: 3600 });
      const first = tab.token;
      await elapse(179_000);
      expect(tab.token).to.equal(first);
      await elapse(2000);

      expect(tab.token).not.to.equal(first);
      expect(callsOf(client, 'renew')).to.equal(1);
      await elapse(minutes(6));
      expect(callsOf(client, 'renew')).to.equal(3);
    });

    it('renews as well after a reload', async () => {
      const storage = new PretendStorage();
      const before = await impersonating({ storage });
      before.tab.dispose();
      const { elapse, client } = pretendPage({ client: before.client, storage });
      await elapse(181_000);

      expect(callsOf(client, 'renew')).to.equal(1);
    });

    it('is over when its time is, and learns how it really ended', async () => {
      const { tab, client, elapse } = await impersonating();
      await elapse(minutes(14));
      client.fail('renew', 'network', Infinity);
      client.fail('current', new ImpersonationError('session_revoked', { endCause: 'actor-lost-right' }));
      await elapse(minutes(2));

      expect(causeOf(tab)).to.equal('actor-lost-right');
    });

    it('is over when its time is, whether anybody answers or not', async () => {
      const { tab, client, elapse } = await impersonating();
      await elapse(minutes(14));
      client.fail('renew', 'network', Infinity);
      client.fail('current', 'network', Infinity);
      await elapse(minutes(2));

      expect(causeOf(tab)).to.equal('expired');
      expect(tab.token).to.equal(null);
    });

    it('is over for want of activity when the backend says so', async () => {
      const { tab, elapse } = await impersonating({ durationSeconds: 3600 });
      await elapse(minutes(15) + 5000);

      expect(causeOf(tab)).to.equal('idle');
    });

    const ends: [thrown: ImpersonationError, cause: string][] = [
      [new ImpersonationError('session_revoked', { endCause: 'revoked-by-subject' }), 'revoked-by-subject'],
      [new ImpersonationError('session_revoked'), 'revoked'],
      [new ImpersonationError('session_expired', { endCause: 'idle' }), 'idle'],
      [new ImpersonationError('session_expired'), 'expired'],
      [new ImpersonationError('expired'), 'expired'],
      [new ImpersonationError('kid_unknown'), 'unknown'],
      [new ImpersonationError('bad_signature'), 'unknown'],
    ];
    for (const [thrown, cause] of ends) {
      it(`is over (${cause}) when the backend refuses the token: ${thrown.code}`, async () => {
        const { tab, client } = await impersonating();
        client.fail('renew', thrown);
        await tab.refresh();

        expect(causeOf(tab)).to.equal(cause);
        expect(tab.token).to.equal(null);
      });
    }

    for (const code of ['network', 'unavailable', 'internal', 'bad_answer'] as const) {
      it(`goes on, and says that it is cut off, while the backend fails with ${code}`, async () => {
        const { tab, client, elapse } = await impersonating();
        client.fail('renew', code);
        await elapse(180_500);
        expect(onlineOf(tab)).to.equal(false);

        await elapse(2000);
        expect(onlineOf(tab)).to.equal(true);
        expect(callsOf(client, 'renew')).to.equal(2);
      });
    }

    it('tries less and less often, and never gives up before the end', async () => {
      const { tab, client, elapse } = await impersonating({ durationSeconds: 3600 });
      client.fail('renew', 'network', Infinity);
      await elapse(180_000);
      expect(callsOf(client, 'renew')).to.equal(1);
      await elapse(1000 + 2000 + 4000 + 8000 + 16_000);
      expect(callsOf(client, 'renew')).to.equal(6);
      await elapse(minutes(3));

      expect(callsOf(client, 'renew')).to.equal(12);
      expect(tab.state.status).to.equal('active');
    });

    it('waits as long as it is told to', async () => {
      const { client, elapse } = await impersonating({ durationSeconds: 3600 });
      client.fail('renew', new ImpersonationError('rate_limited', { retryAfter: 50 }));
      await elapse(180_000);
      await elapse(49_000);
      expect(callsOf(client, 'renew')).to.equal(1);
      await elapse(2000);

      expect(callsOf(client, 'renew')).to.equal(2);
    });

    for (const code of ['unauthenticated', 'insufficient_user_authentication'] as const) {
      it(`goes on when it is something between here and the backend that says ${code}`, async () => {
        const { tab, client } = await impersonating();
        client.fail('renew', code);
        await tab.refresh();

        expect(tab.state.status).to.equal('active');
        expect(tab.token).not.to.equal(null);
      });
    }

    it('does not hammer a backend that refuses for a reason that is not the end', async () => {
      const { tab, client, elapse } = await impersonating({ durationSeconds: 3600 });
      client.fail('renew', 'forbidden', Infinity);
      await elapse(minutes(4));

      expect(callsOf(client, 'renew')).to.be.lessThan(8);
      expect(tab.state.status).to.equal('active');
    });

    it('asks at once when the browser is online again', async () => {
      const { tab, client } = await impersonating();
      client.fail('renew', 'network');
      await tab.refresh();
      expect(onlineOf(tab)).to.equal(false);

      window.dispatchEvent(new Event('online'));
      await until(() => onlineOf(tab), 'the tab to be online');
    });

    it('asks at once when it is taken out of the back/forward cache: it heard nothing meanwhile', async () => {
      const { tab, client, sessionId } = await impersonating();
      await client.revoke(sessionId, { reason: 'The case is closed.' });
      expect(tab.state.status).to.equal('active');

      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

      await until(() => causeOf(tab) === 'revoked', 'the tab to know');
    });

    for (const [what, wake] of [
      ['shown again', () => document.dispatchEvent(new Event('visibilitychange'))],
      [
        'taken out of the back/forward cache',
        () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
      ],
    ] as const) {
      it(`looks at the clock when it is ${what}: no timer ran meanwhile`, async () => {
        const { tab, client } = await impersonating();
        client.clock.advance(minutes(16));
        expect(tab.state.status).to.equal('active');
        wake();

        expect(causeOf(tab)).to.equal('expired');
      });
    }

    it('extends, and switches, and shows what the backend answered', async () => {
      const { tab, client } = await impersonating();
      const end = sessionOf(tab)?.endsAt ?? 0;
      await tab.extend('Still looking into it.');
      expect((sessionOf(tab)?.endsAt ?? 0) - end).to.equal(900_000);
      await tab.setMode('full', 'The note must be repaired.');

      expect(sessionOf(tab)?.mode).to.equal('full');
      expect(client.calls.slice(-2)).to.deep.equal([
        { method: 'extend', args: [{ reason: 'Still looking into it.' }] },
        { method: 'setMode', args: [{ mode: 'full', reason: 'The note must be repaired.' }] },
      ]);
    });

    it('says why it could not be extended or switched, and goes on', async () => {
      const { tab, client } = await impersonating();
      client.fail('extend', 'extension_not_allowed');

      expect(await rejection(tab.extend())).to.equal('extension_not_allowed');
      expect(await rejection(tab.setMode('full', 'short'))).to.equal('reason_too_short');
      expect(tab.state.status).to.equal('active');
    });

    it('is over when it turns out so while it is extended', async () => {
      const { tab, client, sessionId } = await impersonating();
      await client.revoke(sessionId, { reason: 'The case is closed.' });

      expect(await rejection(tab.extend())).to.equal('session_revoked');
      expect(causeOf(tab)).to.equal('revoked');
    });

    it('does not let an older answer replace a newer one', async () => {
      const { tab, client } = await impersonating();
      const release = client.hold('renew');
      const renewed = tab.refresh();
      const switched = tab.setMode('full', 'The note must be repaired.');
      release();
      await Promise.all([renewed, switched]);

      expect(sessionOf(tab)?.mode).to.equal('full');
    });

    it('asks once, however many want to know', async () => {
      const { tab, client } = await impersonating();
      await Promise.all([tab.refresh(), tab.refresh(), tab.refresh()]);

      expect(callsOf(client, 'renew')).to.equal(1);
    });
  });

  describe('when it is ended', () => {
    it('is nobody any more, and the backend knows', async () => {
      const { tab, client, sessionId } = await impersonating();
      await tab.end();

      expect(causeOf(tab)).to.equal('ended');
      expect(tab.token).to.equal(null);
      expect((await client.get(sessionId)).endCause).to.equal('ended');
    });

    it('goes on, and says so, when the backend cannot be told', async () => {
      const { tab, client } = await impersonating();
      client.fail('end', 'network');

      expect(await rejection(tab.end())).to.equal('network');
      expect(tab.state.status).to.equal('active');
      await tab.end();
      expect(causeOf(tab)).to.equal('ended');
    });

    it('says how it ended when somebody was faster', async () => {
      const { tab, client, sessionId } = await impersonating();
      await client.revoke(sessionId, { reason: 'The case is closed.' });
      await tab.end();

      expect(causeOf(tab)).to.equal('revoked');
    });

    it('says who revoked it', async () => {
      const { tab, client, sessionId } = await impersonating();
      const { endedBy } = await client.revoke(sessionId, { reason: 'The case is closed.' });
      await tab.refresh();

      const { state } = tab;
      expect(state.status === 'ended' && state.record?.endedBy?.name).to.equal(endedBy?.name);
      expect(endedBy?.name).to.be.a('string').that.is.not.empty;
    });

    it('stays ended when an answer from before arrives', async () => {
      const client = createMemoryClient({ sessions: 0 });
      let arrive!: () => void;
      const late = new Promise<void>((resolve) => (arrive = resolve));
      const renew: typeof client.renew = async (token) => {
        const grant = await client.renew(token);
        await late;
        return grant;
      };
      const { tab } = await impersonating({ client: { ...client, renew } });
      const renewed = tab.refresh();
      await answers();
      await tab.end();
      arrive();
      await renewed;

      expect(causeOf(tab)).to.equal('ended');
      expect(tab.token).to.equal(null);
    });

    it('has no timer left', async () => {
      const { tab, client, elapse } = await impersonating();
      await tab.end();
      const asked = client.calls.length;
      await elapse(minutes(60));

      expect(client.calls).to.have.lengthOf(asked);
    });
  });

  describe('beside others', () => {
    it('tells the tabs of its origin that it is open, and no more than that', async () => {
      const origin = new PretendOrigin();
      const { sessionId } = await impersonating({ origin });

      expect(origin.said).to.deep.equal([{ type: 'started', sessionId }]);
    });

    it('shows the same in a duplicated tab, and ends in both', async () => {
      const origin = new PretendOrigin();
      const storage = new PretendStorage();
      const first = await impersonating({ origin, storage });
      const second = pretendPage({ client: first.client, origin, storage: storage.copy() });
      await answers();
      expect(sessionOf(second.tab)?.sessionId).to.equal(first.sessionId);

      await first.tab.end();
      await answers();
      expect(causeOf(second.tab)).to.equal('ended');
    });

    it('follows a switch or an extension of a duplicated tab', async () => {
      const origin = new PretendOrigin();
      const storage = new PretendStorage();
      const first = await impersonating({ origin, storage });
      const second = pretendPage({ client: first.client, origin, storage: storage.copy() });
      await answers();
      await first.tab.setMode('full', 'The note must be repaired.');
      await answers();

      expect(sessionOf(second.tab)?.mode).to.equal('full');
    });

    it('asks the backend when it hears "ended", and believes the backend', async () => {
      const origin = new PretendOrigin();
      const { tab, client, sessionId } = await impersonating({ origin });
      origin.forge({ type: 'ended', sessionId });
      await answers();

      expect(callsOf(client, 'renew')).to.equal(1);
      expect(tab.state.status).to.equal('active');
    });

    it('does not care about the impersonations of other tabs', async () => {
      const origin = new PretendOrigin();
      const { client } = await impersonating({ origin });
      origin.forge({ type: 'ended', sessionId: 'another' });
      await answers();

      expect(callsOf(client, 'renew')).to.equal(0);
    });

    it('says nothing secret, from beginning to end', async () => {
      const origin = new PretendOrigin();
      const client = createMemoryClient({ sessions: 0 });
      const ticket = await ticketFor(client);
      const { tab } = pretendPage({ client, origin, hash: `#ik-ticket=${ticket}` });
      await answers();
      const { token } = tab;
      await tab.extend();
      await tab.setMode('full', 'The note must be repaired.');
      await tab.end();

      const said = JSON.stringify(origin.said);
      expect(origin.said.map(({ type }) => type)).to.deep.equal(['started', 'changed', 'changed', 'ended']);
      expect(said).not.to.contain(token);
      expect(said).not.to.contain(ticket);
    });
  });

  describe('with a token of the host', () => {
    const jwt = (claims: object) =>
      ['{"alg":"none"}', JSON.stringify(claims)].map((part) => btoa(part).replace(/=+$/, '')).join('.') + '.';

    it('shows whose session it is', () => {
      const { tab } = pretendPage();
      tab.setToken(jwt({ sub: 'u_7' }));

      expect(tab.state.status).to.equal('none');
      expect(sessionOf(tab)?.userId).to.equal('u_7');
      expect(tab.token).to.equal(null);
    });

    it('shows an impersonation that it names', async () => {
      const { tab } = pretendPage();
      tab.setToken(jwt({ sub: 'u_7', act: { sub: 'u_1' } }));

      expect(tab.state.status).to.equal('active');
      expect(sessionOf(tab)?.actor).to.deep.equal({ sub: 'u_1' });
      expect(await rejection(tab.end())).to.equal('unsupported');
    });

    it('is unknown when it cannot be read: never "none"', () => {
      const { tab } = pretendPage();
      tab.setToken(jwt({ sub: 'u_7', act: 'admin' }));

      expect(errorOf(tab)).to.equal('act_malformed');
    });

    it('does not hide the impersonation of a ticket behind it', async () => {
      const { tab } = await impersonating();
      tab.setToken(jwt({ sub: 'u_1' }));

      expect(tab.state.status).to.equal('active');
      expect(sessionOf(tab)?.userId).to.equal('u_42');
    });

    it('forgets it when it is taken back', () => {
      const { tab } = pretendPage();
      tab.setToken(jwt({ sub: 'u_7' }));
      tab.setToken(null);

      expect(tab.state).to.deep.equal({ status: 'none', session: null });
    });
  });

  it('goes on when a listener of the page throws, and tells the others', async () => {
    const { tab } = await impersonating();
    const reported: unknown[] = [];
    const heard: string[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error: unknown) => reported.push(String(error));
    tab.subscribe(() => {
      throw new Error('of the page');
    });
    tab.subscribe(({ status }) => heard.push(status));
    await tab.end();
    globalThis.reportError = reportError;

    expect(heard).to.deep.equal(['ended']);
    expect(reported).to.deep.equal(['Error: of the page']);
  });
});

type Tab = ReturnType<typeof pretendPage>['tab'];
const errorOf = ({ state }: Tab) => (state.status === 'unknown' ? state.error?.code : state.status);
const causeOf = ({ state }: Tab) => (state.status === 'ended' ? state.cause : state.status);
const onlineOf = ({ state }: Tab) => (state.status === 'active' ? state.online : null);
const sessionOf = ({ state }: Tab) => (state.status === 'unknown' ? null : state.session);
const callsOf = (client: ReturnType<typeof createMemoryClient>, method: string) =>
  client.calls.filter((call) => call.method === method).length;
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing went wrong',
    (error: unknown) => (error instanceof ImpersonationError ? error.code : String(error)),
  );
