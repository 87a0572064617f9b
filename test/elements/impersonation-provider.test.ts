import '../../src/elements/impersonation-provider/define.js';

import { expect } from 'chai';
import { html, LitElement } from 'lit';

import { getAuth } from '../../src/client/auth.js';
import { pageKeys } from '../../src/client/key-storage.js';
import { createMemoryClient, type MemoryClient } from '../../src/client/memory.js';
import { installedTabSession } from '../../src/client/page-tab.js';
import { openTabChannel, type TabMessage } from '../../src/client/tab-channel.js';
import { createTabSession } from '../../src/client/tab-session.js';
import { ImpersonationController } from '../../src/context/impersonation-controller.js';
import { sampleSession } from '../../src/client/memory-seed.js';
import { SessionRevokedEvent } from '../../src/elements/events.js';
import { ImpersonationProvider } from '../../src/elements/impersonation-provider/impersonation-provider.js';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import { ticketFor } from '../support/pretend-page.js';
import { next, until } from '../support/screen.js';

/** A host's own Lit element, that uses the kit's controller. */
class WhoAmI extends LitElement {
  readonly around = new ImpersonationController(this);
  protected override render() {
    const { state } = this.around;
    return html`<p>${state.status === 'active' ? state.session.userId : state.status}</p>`;
  }
  get says(): string {
    return this.shadowRoot?.textContent.trim() ?? '';
  }
}
customElements.define('who-am-i', WhoAmI);

const jwt = (claims: object) =>
  `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims))}.`.replace(/=/g, '');

describe('<impersonation-provider>', () => {
  let client: MemoryClient;

  beforeEach(() => {
    sessionStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
    client = createMemoryClient({ sessions: 0 });
  });

  it('redeems the ticket of the address, and hands down who this tab is', async () => {
    await arriveWithTicket();
    const { who, page } = await pageWithProvider();
    await until(() => who.says === 'u_42', 'the element inside to know');

    expect(location.hash).to.equal('');
    expect(provider(page).state.status).to.equal('active');
    expect(getAuth().userId).to.equal('u_42');
  });

  it('hands down the client', async () => {
    const { who } = await pageWithProvider();

    expect(who.around.client === client).to.equal(true);
  });

  describe('with an endpoint', () => {
    const { fetch } = globalThis;
    const asked: string[] = [];

    beforeEach(() => {
      client = createMemoryClient({ sessions: 0, now: Date.now });
      asked.length = 0;
      globalThis.fetch = async (input, init) => {
        const request = new Request(input, init);
        asked.push(`${request.method} ${new URL(request.url).pathname} from ${location.href}`);
        const { ticket } = (await request.json()) as { ticket: string };
        return Response.json(await client.redeem(ticket));
      };
    });

    afterEach(() => {
      globalThis.fetch = fetch;
      installedTabSession()?.dispose();
      slot().tab = undefined;
    });

    it('redeems there, once it is gone from the address, and outlives the element', async () => {
      const ticket = await arriveWithTicket();
      const page = await fixture(
        html`<impersonation-provider endpoint="/impersonation"
          ><who-am-i></who-am-i
        ></impersonation-provider>`,
      );
      await until(() => provider(page).state.status !== 'unknown', 'the provider to know');
      provider(page).remove();
      await new Promise<void>((resolve) => queueMicrotask(resolve));

      expect(asked).to.have.lengthOf(1);
      expect(asked[0]).to.match(/^POST \/impersonation\/redeem from /);
      expect(asked[0]).not.to.contain(ticket);
      expect(getAuth()).to.include({ status: 'active', sessionId: 'imp_new_1' });
    });

    it('needs none to read a token of the host', async () => {
      const token = jwt({ sub: 'u_7', act: { sub: 'u_1' } });
      const page = await fixture(
        html`<impersonation-provider .token=${token}><who-am-i></who-am-i></impersonation-provider>`,
      );

      expect(whoIn(page).says).to.equal('u_7');
      expect(whoIn(page).around.client?.capabilities.start).to.equal(false);
      expect(asked).to.deep.equal([]);
    });

    const slot = () => (globalThis as never as Record<symbol, { tab: unknown }>)[key] ?? { tab: undefined };
    const key = Symbol.for('impersonation-kit@1/tab');
  });

  it('says "none" where nobody is impersonated, and "unknown" where it was given nothing', async () => {
    expect((await pageWithProvider()).who.says).to.equal('none');

    const page = await fixture(html`<impersonation-provider><who-am-i></who-am-i></impersonation-provider>`);
    expect(whoIn(page).says).to.equal('unknown');
  });

  it('says "unknown" to an element that stands outside', async () => {
    await pageWithProvider();
    const page = await fixture(html`<who-am-i></who-am-i>`);

    expect(whoIn(page).says).to.equal('unknown');
  });

  it('tells the page what changed, with no token in it', async () => {
    await arriveWithTicket();
    const release = client.hold('redeem');
    const { page } = await pageWithProvider();
    const change = next(page, 'impersonation-change');
    release();
    const { state, previous } = await change;

    expect(previous.status).to.equal('unknown');
    expect(state.status).to.equal('active');
    expect(JSON.stringify(state)).not.to.match(/eyJ/);
  });

  it('tells the page that it is over, once', async () => {
    const { page, who } = await impersonatingPage();
    const ended: (string | undefined)[] = [];
    page.addEventListener('impersonation-ended', ({ session }) => ended.push(session?.endCause ?? undefined));
    await who.around.tab?.end();

    expect(ended).to.deep.equal(['ended']);
    await settled(page);
    expect(who.says).to.equal('ended');
  });

  it('does not call it news that the tab was over before the page was loaded', async () => {
    const { who, page } = await impersonatingPage();
    await who.around.tab?.end();
    const element = provider(page);
    element.remove();
    await until(() => getAuth().status === 'unknown', 'the page to know nothing');
    const ended: string[] = [];
    page.addEventListener('impersonation-ended', ({ type }) => ended.push(type));
    page.append(element);
    await until(() => who.says === 'ended', 'the element inside to know');

    expect(ended).to.deep.equal([]);
  });

  it('is found by elements that were there before it was defined', async () => {
    class LateProvider extends ImpersonationProvider {}
    const page = await fixture(html`<late-provider><who-am-i></who-am-i></late-provider>`);
    expect(whoIn(page).says).to.equal('unknown');
    const late = page.firstElementChild as LateProvider;
    late.client = client; // as a framework does, before the element knows what to do with it
    customElements.define('late-provider', LateProvider);
    await until(() => whoIn(page).says === 'none', 'the element to find its provider');
  });

  it('keeps its impersonation while it is moved', async () => {
    const { page, who } = await impersonatingPage();
    const tab = who.around.tab;
    const elsewhere = document.createElement('section');
    page.append(elsewhere);
    elsewhere.append(provider(page));
    await settled(page);

    expect(who.around.tab === tab).to.equal(true);
    expect(who.says).to.equal('u_42');
  });

  it('lets go of it when it is taken away, and finds it again when it is put back', async () => {
    const { page, who } = await impersonatingPage();
    const element = provider(page);
    element.remove();
    await until(() => getAuth().status === 'unknown', 'the page to know nothing');
    page.append(element);
    await until(() => who.says === 'u_42', 'the element inside to know again');

    expect(getAuth().userId).to.equal('u_42');
  });

  it('shows nothing of before in an element that was moved out of it', async () => {
    const { page, who } = await impersonatingPage();
    page.append(who);
    await settled(page);

    expect(who.says).to.equal('unknown');
  });

  it('shares one impersonation with the other providers of the page', async () => {
    await arriveWithTicket();
    const page = await fixture(html`
      <impersonation-provider .client=${client}><who-am-i></who-am-i></impersonation-provider>
      <impersonation-provider .client=${client}><who-am-i></who-am-i></impersonation-provider>
    `);
    const [first, second] = page.querySelectorAll<WhoAmI>('who-am-i');
    await until(() => first?.says === 'u_42' && second?.says === 'u_42', 'both to know');

    expect(client.calls.filter(({ method }) => method === 'redeem')).to.have.lengthOf(1);
  });

  it('takes another client, and what belonged to the first goes with it', async () => {
    const { page, who } = await impersonatingPage();
    sessionStorage.clear();
    const other = createMemoryClient({ sessions: 0 });
    provider(page).client = other;
    await settled(page);

    expect(who.around.client === other).to.equal(true);
    expect(who.says).to.equal('none');
  });

  it('lets go of its own for one that the page gives it later', async () => {
    const { page, who } = await impersonatingPage();
    const tab = createTabSession({ client, storage: null, channel: null });
    provider(page).tab = tab;
    await settled(page);

    expect(who.says).to.equal('none');
    expect(getAuth().status).to.equal('unknown');
    tab.dispose();
  });

  it('hands down a tab session that the page created itself', async () => {
    await arriveWithTicket();
    const tab = createTabSession({ client, storage: null, channel: null });
    const page = await fixture(
      html`<impersonation-provider .tab=${tab}><who-am-i></who-am-i></impersonation-provider>`,
    );
    await until(() => whoIn(page).says === 'u_42', 'the element inside to know');

    expect(whoIn(page).around.client === client).to.equal(true);
    provider(page).remove();
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    await tab.end();
    expect(tab.state.status).to.equal('ended');
  });

  describe('with the token of the host', () => {
    it('shows whose session it is, and whose impersonation', async () => {
      const { page, who } = await pageWithToken(jwt({ sub: 'u_7', act: { sub: 'u_1' } }));
      expect(who.says).to.equal('u_7');

      provider(page).token = jwt({ sub: 'u_7' });
      await settled(page);
      expect(who.says).to.equal('none');
    });

    it('reads it once, however often the element is drawn', async () => {
      const { page } = await pageWithToken(jwt({ sub: 'u_7' }));
      const { state } = provider(page);
      provider(page).requestUpdate();
      await settled(page);

      expect(provider(page).state === state).to.equal(true);
    });

    it('is unknown when it cannot be read', async () => {
      expect((await pageWithToken(jwt({ sub: 'u_7', act: {} }))).who.says).to.equal('unknown');
    });

    it('shows it nowhere in the document', async () => {
      const token = jwt({ sub: 'u_7' });
      const { page } = await pageWithToken(token);
      provider(page).setAttribute('token', jwt({ sub: 'u_8' }));
      await settled(page);

      expect(page.innerHTML).not.to.contain(token);
      const { state } = provider(page);
      expect(state.status === 'none' && state.session?.userId).to.equal('u_7');
    });

    async function pageWithToken(token: string) {
      const page = await fixture(
        html`<impersonation-provider .client=${client} .token=${token}
          ><who-am-i></who-am-i
        ></impersonation-provider>`,
      );
      return { page, who: whoIn(page) };
    }
  });

  it('tells the other tabs when a session is revoked in its table, unless it should not', async () => {
    const { page } = await pageWithProvider();
    const other = openTabChannel();
    const heard: TabMessage[] = [];
    other.listen((message) => heard.push(message));
    whoIn(page).dispatchEvent(new SessionRevokedEvent(sampleSession({ id: 'imp_9' })));
    await until(() => heard.length, 'the message');
    provider(page).sync = 'none';
    whoIn(page).dispatchEvent(new SessionRevokedEvent(sampleSession({ id: 'imp_10' })));
    provider(page).sync = 'broadcast';
    whoIn(page).dispatchEvent(new SessionRevokedEvent(sampleSession({ id: 'imp_11' })));
    await until(() => heard.length > 1, 'the next message');
    other.close();

    expect(heard.map(({ type, sessionId }) => `${type} ${sessionId}`)).to.deep.equal([
      'ended imp_9',
      'ended imp_11',
    ]);
  });

  it('keeps the token in this tab alone: no cookie, no other storage', async () => {
    const { who } = await impersonatingPage();
    const token = who.around.tab?.token ?? 'there is none';
    expect(sessionStorage.getItem('impersonation-kit')).to.contain(token);
    expect(JSON.stringify(Object.entries(localStorage))).not.to.contain('eyJ');
    expect(document.cookie).not.to.contain('eyJ');
    const { state } = who.around;
    const sessionId = state.status === 'active' ? state.session.sessionId : null;
    expect(await pageKeys()?.load(sessionId ?? 'there is none')).to.equal(null);
    expect(await caches.keys()).to.deep.equal([]);
  });

  it('leaves no ticket in the address, the history or the referrer', async () => {
    const entries = history.length;
    const ticket = await arriveWithTicket();
    const arrived = history.length;
    await pageWithProvider();

    expect(location.href).not.to.contain(ticket);
    expect(document.referrer).not.to.contain(ticket);
    expect(history.length).to.equal(arrived);
    expect(arrived).to.be.at.least(entries);
    history.pushState(null, '', '#later');
    expect(JSON.stringify(history.state)).not.to.contain(ticket);
  });

  it('is accessible, and takes no part in the layout', async () => {
    const { page } = await pageWithProvider();

    expect(getComputedStyle(provider(page)).display).to.equal('contents');
    await expectAccessible(page);
    provider(page).hidden = true;
    expect(getComputedStyle(provider(page)).display).to.equal('none');
  });

  async function arriveWithTicket(): Promise<string> {
    const ticket = await ticketFor(client);
    history.replaceState(null, '', `#ik-ticket=${ticket}`);
    return ticket;
  }

  async function pageWithProvider() {
    const page = await fixture(
      html`<impersonation-provider .client=${client}><who-am-i></who-am-i></impersonation-provider>`,
    );
    return { page, who: whoIn(page) };
  }

  async function impersonatingPage() {
    await arriveWithTicket();
    const { page, who } = await pageWithProvider();
    await until(() => who.says === 'u_42', 'the impersonation');
    return { page, who };
  }

  const provider = (page: Element) => page.querySelector('impersonation-provider')!;
  const whoIn = (page: Element) => page.querySelector<WhoAmI>('who-am-i')!;
});
