import '../../src/elements/impersonation-provider/define.js';

import { expect } from 'chai';
import { html } from 'lit';

import { createMemoryClient, type MemoryClient } from '../../src/client/memory.js';
import { createTabSession } from '../../src/client/tab-session.js';
import { at, historyPage, is, over, there } from '../support/access-page.js';
import { expectAccessible, fixture } from '../support/fixture.js';
import { allByRole, byRole, textOf, until } from '../support/screen.js';

describe('<account-access-history>: kept true', () => {
  it('shows and announces who comes and who is gone, without being asked', async () => {
    const { client, entries, said, look } = await historyPage({
      subject: { seeActor: true },
      sessions: [over()],
    });
    client.put(there());
    look();
    await until(() => entries().length === 2);
    expect(entries()[0]).to.contain('Sam Lee is signed in as you now');

    client.put(there({ status: 'ended', endCause: 'ended', endedAt: at(0) }));
    look();
    await until(() => entries()[0]?.includes('They ended it'));
    expect(said).to.deep.equal([
      'Sam Lee is signed in as you now',
      'Sam Lee was signed in as you for 2 minutes',
    ]);
  });

  it('shows the newest alone when it was away for more than a page', async () => {
    const batch = (name: string, seconds: number) =>
      [0, 1, 2].map((n) =>
        over({ id: `${name}_${String(n)}`, reason: `From ${name} times`, createdAt: at(seconds - n) }),
      );
    const { client, root, entries, look } = await historyPage({
      sessions: batch('older', -50_000),
      attributes: { 'page-size': '2' },
    });
    for (const one of batch('newer', -5000)) client.put(one);
    look();
    await until(() => entries().every((text) => text.includes('From newer times')));
    expect(entries()).to.have.lengthOf(2);

    byRole(root, 'button', 'Show earlier ones').click();
    await until(() => entries().length === 4);
    expect(entries()[3]).to.contain('From older times'); // nothing between the two is left out
  });

  it('counts the time that is left', async () => {
    const { client, entries } = await historyPage({ sessions: [there()] });
    client.clock.advance(60_000);
    await until(() => entries()[0]?.includes('Ends by itself in 12:00'));
    client.clock.advance(13 * 60_000);
    await until(() => /The time is up|The time ran out/.test(entries()[0] ?? ''));
  });

  it('keeps what it knows when the server is out of reach, says how old it is, and comes back by itself', async () => {
    const { client, history, root, entries, look, page } = await historyPage({ sessions: [there()] });
    const failures: string[] = [];
    page.addEventListener('impersonation-failed', ({ error }) => failures.push(error.code));
    const mend = client.fail('listAccess', 'network', Infinity);
    look();
    await is(history, 'offline');
    expect(entries()).to.have.lengthOf(1);
    expect(textOf(root)).to.contain('What you see is as of November 20, 2026 at 9:30');
    await expectAccessible(history);
    await history.refresh();
    expect(failures).to.deep.equal(['network']); // once, however often it is tried

    mend();
    look();
    await is(history, 'ready');
    expect(root.querySelector('[part=error]')).to.equal(null);
  });

  it('says what failed, with its code, and tries again; the focus is not lost', async () => {
    const { history, root, press } = await historyPage({
      sessions: [there()],
      before: (client) => void client.fail('listAccess', 'unavailable'),
      until: 'error',
    });
    expect(textOf(byRole(root, 'alert', /.*/))).to.contain('Code: unavailable');
    await expectAccessible(history);

    byRole(root, 'button', 'Try again').focus();
    press('Try again');
    await is(history, 'ready');
    expect(history.shadowRoot?.activeElement).not.to.equal(null);
  });
});

describe('<account-access-history>: where there is no list', () => {
  const settled: [
    what: string,
    code: 'unauthenticated' | 'forbidden' | 'not_found' | 'impersonation_blocked',
    state: string,
  ][] = [
    ['nobody is signed in', 'unauthenticated', 'forbidden'],
    ['they may not look', 'forbidden', 'forbidden'],
    ['the host shows nothing', 'not_found', 'unsupported'],
    ['the server sees an impersonation that the page does not', 'impersonation_blocked', 'impersonating'],
  ];
  for (const [what, code, state] of settled) {
    it(`says so when ${what}, and does not ask again`, async () => {
      const { history, root, client, look } = await historyPage({
        before: (client) => void client.fail('listAccess', code),
        until: state,
      });
      expect(allByRole(root, 'button')).to.deep.equal([]);
      look();
      await history.updateComplete;
      expect(client.calls).to.have.lengthOf(1);
      await expectAccessible(history);
    });
  }

  it('says so where the backend has no such list, and asks nothing', async () => {
    const { history, root, client } = await historyPage({
      capabilities: { access: false },
      until: 'unsupported',
    });
    expect(textOf(root)).to.contain('This app does not show who was signed in as you.');
    expect(client.calls).to.deep.equal([]);
    await expectAccessible(history);
  });

  it('draws nothing without a client', async () => {
    const page = await fixture(html`<account-access-history></account-access-history>`);
    const history = page.querySelector('account-access-history');
    expect(history?.matches(':state(unconfigured)')).to.equal(true);
    expect(textOf(page)).to.equal('');
  });

  it('says that it loads only when that takes a while', async () => {
    const { history, root } = await historyPage({
      before: (client) => void client.hold('listAccess'),
      until: 'loading',
    });
    const skeleton = root.querySelector<HTMLElement>('.skeleton');
    const visibility = () => skeleton && getComputedStyle(skeleton).visibility;
    await until(() => visibility() === 'visible');
    expect(skeleton?.getAnimations()[0]?.effect?.getTiming().delay).to.equal(150);
    expect(textOf(root)).to.equal('Loading…');
    await expectAccessible(history);
  });
});

describe('<account-access-history>: whose tab it is', () => {
  const reason = 'Notes saved on the phone do not show up.';

  async function tabPage(
    hash: (client: MemoryClient) => Promise<string>,
    before?: (client: MemoryClient) => void,
  ) {
    const client = createMemoryClient({ sessions: [over()] });
    const address = {
      location: { pathname: '/', search: '', hash: await hash(client) },
      history: { state: null, replaceState: () => undefined },
    };
    before?.(client);
    const tab = createTabSession({ client, storage: null, channel: null, address });
    const page = await fixture(
      html`<impersonation-provider .tab=${tab}
        ><account-access-history></account-access-history
      ></impersonation-provider>`,
    );
    const history = page.querySelector('account-access-history');
    if (!history) throw new Error('There is no list');
    const asked = () => client.calls.filter(({ method }) => method === 'listAccess').length;
    return { client, tab, page, history, asked };
  }

  const ticket = async (client: MemoryClient) => {
    const answer = await client.start({ userId: 'u_42', reason, durationSeconds: 900 });
    return answer.kind === 'ticket' ? `#ik-ticket=${answer.ticket}` : '';
  };

  it('asks nothing in a tab that impersonates, while it does and when it is over', async () => {
    const { tab, history, page, asked } = await tabPage(ticket);
    await is(history, 'impersonating');
    expect(textOf(page)).to.contain('Only the person themselves sees this');
    await expectAccessible(history);
    await tab.end();
    await until(() => tab.state.status === 'ended');
    await history.refresh();
    expect(history.matches(':state(impersonating)')).to.equal(true);
    expect(asked()).to.equal(0);
  });

  it('asks nothing before it is known whose tab it is', async () => {
    let go: (() => void) | undefined;
    const { history, asked } = await tabPage(ticket, (client) => (go = client.hold('redeem')));
    expect(history.matches(':state(loading)')).to.equal(true);
    await history.refresh();
    expect(asked()).to.equal(0);
    go?.();
    await is(history, 'impersonating');
    expect(asked()).to.equal(0);
  });

  it('asks nothing where it cannot be known, and says so', async () => {
    const { history, page, asked } = await tabPage(
      ticket,
      (client) => void client.fail('redeem', 'malformed_token'),
    );
    await is(history, 'unknown');
    expect(textOf(page)).to.contain('It is not known who is signed in here');
    await expectAccessible(history);
    expect(asked()).to.equal(0);
  });

  it('asks in the person’s own tab', async () => {
    const { history, asked } = await tabPage(() => Promise.resolve(''));
    await is(history, 'ready');
    expect(asked()).to.equal(1);
  });

  it('forgets what it showed when it leaves the page, and when the client changes', async () => {
    const { history, page, entries } = await historyPage({ sessions: [there()] });
    history.client = createMemoryClient({ sessions: [] });
    await is(history, 'empty');
    expect(entries()).to.deep.equal([]);

    history.remove();
    history.client = createMemoryClient({ sessions: [over()] });
    page.append(history);
    await is(history, 'ready');
    expect(entries()).to.have.lengthOf(1);
  });
});
