import { expect } from 'chai';
import { html } from 'lit';

import { sampleSession } from '../../src/client/memory-seed.js';
import { ImpersonationFailedEvent } from '../../src/elements/events.js';
import { at, auditPage, is, pastSessions } from '../support/audit-page.js';
import { expectAccessible, fixture } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';

describe('<session-audit-table>: what it shows', () => {
  it('says who acted as whom, with what access, why, and how it ended', async () => {
    const session = sampleSession({
      status: 'ended',
      endCause: 'revoked',
      endedAt: at(-10),
      mode: 'full',
      createdAt: at(-7200),
    });
    const { root, rows, table } = await auditPage({ sessions: [session] });

    expect(rows()).to.have.lengthOf(1);
    for (const said of [
      'Nov 20, 2026, 7:30:00',
      '2 hours ago',
      'Sam Lee',
      'sam.lee@fieldnotes.example',
      'Dana Fox',
    ])
      expect(rows()[0]).to.contain(said);
    for (const said of [
      'Full access',
      'Notes saved on the phone',
      'CASE-4821',
      'Reproduce a bug',
      'Ended Revoked',
    ])
      expect(rows()[0]).to.contain(said);
    expect(textOf(root)).to.contain('Showing 1 of 1');
    await expectAccessible(table);
  });

  it('is a table with a name, which says the period and the zone', async () => {
    const { root } = await auditPage({ attributes: { period: '7d', caption: 'Support access' } });

    byRole(root, 'table', 'Support access. Last 7 days. Times in UTC.');
    byRole(root, 'region', 'Support access. Last 7 days. Times in UTC.');
    expect(allByRole(root, 'columnheader').map(textOf)).to.deep.equal([
      'Started UTC',
      'Admin',
      'Acting as',
      'Access',
      'Reason',
      'Status',
      'Actions',
    ]);
  });

  it('shows times in the zone it is told, and keeps the exact instant', async () => {
    const { root, rows } = await auditPage({
      sessions: [sampleSession({ createdAt: at(0) })],
      attributes: { timezone: 'Asia/Kolkata' },
    });

    expect(rows()[0]).to.contain('3:00:00');
    byRole(root, 'columnheader', /Asia\/Kolkata/);
    const time = root.querySelector('time');
    expect(time?.dateTime).to.equal('2026-11-20T09:30:00.000Z');
    expect(time?.title).to.equal('2026-11-20T09:30:00.000Z');
  });

  it('loads fifty rows, and the next ones on request, until there are no more', async () => {
    const { root, rows, press, queries } = await auditPage({ sessions: pastSessions(70) });
    expect(rows()).to.have.lengthOf(50);
    expect(queries()[0]).to.include({ limit: 50, sort: '-createdAt' });
    expect(byRole(root, 'table', /./).getAttribute('aria-rowcount')).to.equal('71');

    byRole(root, 'button', 'Load more').focus();
    press('Load more');
    await until(() => rows().length === 70);

    expect(rows()[0]).to.contain('Reason number 0');
    expect(rows()[69]).to.contain('Reason number 69');
    expect(hasRole(root, 'button', 'Load more')).to.equal(false);
    expect(focused()?.getAttribute('role')).to.equal('region'); // the button is gone, and the focus is not lost
  });

  it('says so when counting stopped before the end', async () => {
    const { root } = await auditPage({
      attributes: { 'page-size': '5' },
      wrap: (client) => ({
        ...client,
        list: async (query, call) => ({
          ...(await client.list(query, call)),
          total: { count: 1000, atLeast: true },
        }),
      }),
    });

    expect(textOf(root)).to.contain('Showing 5 of 1,000+');
    expect(byRole(root, 'table', /./).getAttribute('aria-rowcount')).to.equal('-1');
  });

  it('keeps its rows when the next page fails, and loads it when tried again', async () => {
    const { client, table, rows, press } = await auditPage({ sessions: pastSessions(60) });
    client.fail('list', 'unavailable');

    press('Load more');
    await is(table, 'error');
    expect(rows()).to.have.lengthOf(50);

    press('Try again');
    await until(() => rows().length === 60);
    await is(table, 'ready');
  });

  it('refreshes without giving up what was loaded', async () => {
    const { client, table, rows } = await auditPage({ sessions: pastSessions(60) });
    await table.loadMore();
    client.put(sampleSession({ id: 'newer', reason: 'Came in between the two' }));

    await table.refresh();

    expect(rows()).to.have.lengthOf(60);
    expect(rows()[0]).to.contain('Came in between the two');
  });

  it('shows rows that stand for others while the first answer is slow, and not at once', async () => {
    let release: (() => void) | undefined;
    const { root, table } = await auditPage({
      before: (client) => (release = client.hold('list')),
      until: 'loading',
    });
    const bones = () => root.querySelectorAll('[part=skeleton]').length;
    expect(bones()).to.equal(0);

    await until(() => bones() === 6);
    await expectAccessible(table);

    release?.();
    await is(table, 'ready');
    expect(bones()).to.equal(0);
  });

  it('says that it is normal when there was no impersonation', async () => {
    const { root, table } = await auditPage({ sessions: [], until: 'empty' });

    expect(textOf(root)).to.contain('No impersonation in this period That is normal');
    expect(hasRole(root, 'button', 'Clear filters')).to.equal(false);
    await expectAccessible(table);
  });

  it('says why it failed, with the code, and tries again', async () => {
    const failed: string[] = [];
    const listen = (event: Event) => {
      if (event instanceof ImpersonationFailedEvent) failed.push(event.error.code);
    };
    document.addEventListener('impersonation-failed', listen);
    const { root, table, press } = await auditPage({
      before: (client) => void client.fail('list', 'unavailable'),
      until: 'error',
    });
    document.removeEventListener('impersonation-failed', listen);

    const [alert] = allByRole(root, 'alert');
    expect(alert && textOf(alert)).to.match(/could not be loaded The record cannot be .* Code: unavailable/);
    expect(failed).to.deep.equal(['unavailable']);
    await expectAccessible(table);

    press('Try again');
    await is(table, 'ready');
    expect(allByRole(root, 'alert').length).to.equal(0);
  });

  it('says who could help when it may not be seen, and shows nothing that was read before', async () => {
    const { root, client, table, rows } = await auditPage();
    client.fail('list', 'forbidden');

    void table.refresh();
    await is(table, 'forbidden');

    expect(rows()).to.have.lengthOf(0);
    expect(hasRole(root, 'button', 'Try again')).to.equal(false);
    expect(textOf(root)).to.contain('You may not see this record');
    await expectAccessible(table);
  });

  it('says so when the backend keeps no list', async () => {
    const { root, table, queries } = await auditPage({ capabilities: { list: false }, until: 'unsupported' });

    expect(textOf(root)).to.contain('This backend keeps no list of sessions');
    expect(queries()).to.deep.equal([]);
    await expectAccessible(table);
  });

  it('shows nothing at all without a client, and begins when there is one', async () => {
    const page = await fixture(html`<session-audit-table></session-audit-table>`);
    const [table] = page.getElementsByTagName('session-audit-table');
    if (!table) throw new Error('no table');
    await is(table, 'unconfigured');
    expect(textOf(page)).to.equal('');

    const { client } = await auditPage();
    table.client = client;
    await is(table, 'ready');
  });

  it('forgets what it knew when it leaves the page, and asks again when it comes back', async () => {
    const { page, table, queries } = await auditPage();
    const before = queries().length;

    table.remove();
    await is(table, 'unconfigured');
    page.append(table);
    await is(table, 'ready');

    expect(queries().length).to.equal(before + 1);
  });

  it('shows the record of another client once it has another one', async () => {
    const { table, rows } = await auditPage();
    const other = await auditPage({ sessions: pastSessions(1) });

    table.client = other.client;
    await until(() => rows().length === 1);

    expect(rows()[0]).to.contain('Reason number 0');
  });

  it('remains a table to who listens when it is drawn as cards', async () => {
    const { root, page, table } = await auditPage({ sessions: 8 });
    page.style.inlineSize = '320px';
    await until(() => getComputedStyle(byRole(root, 'table', /./)).display === 'block');

    expect(root.querySelectorAll('tr:not([role=row])').length).to.equal(0);
    expect(root.querySelectorAll('td:not([role=cell]), th:not([role])').length).to.equal(0);
    expect(root.querySelectorAll('table[role=table] > [role=rowgroup]').length).to.equal(2);
    expect(table.scrollWidth).to.be.at.most(320);
    await expectAccessible(table);
  });

  it('can be read on a page of the other color scheme, on a ground of its own', async () => {
    for (const [theme, scheme] of [
      ['dark', 'light'],
      ['light', 'dark'],
    ] as const) {
      const { page, table } = await auditPage({ attributes: { theme } });
      page.style.colorScheme = scheme;
      page.style.background = scheme === 'light' ? '#fff' : '#111';
      await expectAccessible(table);
    }
  });

  it('is heard failing beyond the page it stands in', async () => {
    const { client, page, table } = await auditPage();
    client.fail('list', 'internal');

    const failed = next(page, 'impersonation-failed');
    void table.refresh();

    expect((await failed).composed).to.equal(true);
  });
});
