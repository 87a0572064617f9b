import { expect } from 'chai';

import { sampleSession } from '../../src/client/memory-seed.js';
import { at, auditPage, is, pastSessions } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, textOf, until } from '../support/screen.js';

const active = sampleSession();
const ended = sampleSession({ status: 'ended', endCause: 'idle', endedAt: at(1) });
const newer = (id: string) => sampleSession({ id, reason: `Came in as ${id}`, createdAt: at(1) });

describe('<session-audit-table>: kept true while it is read', () => {
  it('counts down the time of a session that goes on', async () => {
    const { client, table, rows } = await auditPage({ sessions: [active] });
    expect(rows()[0]).to.contain('Active 13:00 left');
    expect([table.live, table.matches(':state(live)')]).to.deep.equal([false, true]);

    client.clock.advance(61_000);

    await until(() => rows()[0]?.includes('11:59 left'));
  });

  it('changes a row where it stands when its session ends', async () => {
    const { client, root, rows, comeBack } = await auditPage({ sessions: [active, ...pastSessions(3)] });
    const element = root.querySelector('[part~=row]');

    client.put(ended);
    comeBack();
    await until(() => rows()[0]?.includes('Ended for want of activity'));

    expect(root.querySelector('[part~=row]') === element).to.equal(true);
    expect(rows()).to.have.lengthOf(4);
  });

  it('looks again by itself, as often as it is told', async () => {
    const { client, rows, queries } = await auditPage({
      sessions: [active],
      attributes: { 'live-interval': '1' },
    });
    expect(queries()).to.have.lengthOf(1);

    client.put(ended);

    await until(() => rows()[0]?.includes('Ended'));
    expect(queries()).to.have.lengthOf(2);
  });

  it('keeps a row that its filter would not let through any more, since somebody reads it', async () => {
    const { client, rows, comeBack } = await auditPage({
      sessions: [active],
      attributes: { status: 'active' },
    });

    client.put(ended);
    comeBack();

    await until(() => rows()[0]?.includes('Ended for want of activity'));
  });

  it('looks after a session that is far down the list', async () => {
    const { client, table, rows, comeBack } = await auditPage({
      sessions: [active, ...pastSessions(5)],
      attributes: { sort: 'createdAt', 'page-size': '3' },
    });
    await table.loadMore();
    expect(rows()[5]).to.contain('Active');

    client.put(ended);
    comeBack();

    await until(() => rows()[5]?.includes('Ended'));
    expect(rows()).to.have.lengthOf(6);
  });

  it('keeps new sessions behind a button, and moves nothing before it is pressed', async () => {
    const { client, root, rows, press, comeBack, said } = await auditPage({
      sessions: [active, ...pastSessions(3)],
    });

    client.put(newer('a'));
    comeBack();
    await until(() => hasRole(root, 'button', '1 new session'));
    client.put(newer('b'));
    client.put(newer('c'));
    comeBack();
    await until(() => hasRole(root, 'button', '3 new sessions'));
    expect(rows()).to.have.lengthOf(4);
    expect(rows()[0]).to.not.contain('Came in');
    expect(said).to.deep.equal(['1 new session']); // and silent for a while
    await expectAccessible(root.host);

    press('3 new sessions');
    await until(() => rows().length === 7);

    expect(rows()[0]).to.contain('Came in as');
    expect(rows()[3]).to.contain('Notes saved');
    expect(hasRole(root, 'button', /new session/)).to.equal(false);
    expect(focused()?.getAttribute('role')).to.equal('region');
  });

  it('asks anew when more came in than one page holds, so that none is left out', async () => {
    const { client, root, rows, press, comeBack, queries } = await auditPage({
      sessions: [active, ...pastSessions(2)],
      attributes: { 'page-size': '2' },
    });
    for (const id of ['a', 'b', 'c']) client.put(newer(id));
    comeBack();
    await until(() => hasRole(root, 'button', '2 new sessions'));
    const before = queries().length;

    press('2 new sessions');
    await until(() => rows()[0]?.includes('Came in'));

    expect(queries()).to.have.lengthOf(before + 1);
    expect(rows()).to.have.lengthOf(2);
  });

  it('shows new sessions at once when there was nothing to read', async () => {
    const { client, table, rows, comeBack } = await auditPage({
      sessions: [],
      attributes: { live: '' },
      until: 'empty',
    });

    client.put(active);
    comeBack();

    await is(table, 'ready');
    expect(rows()).to.have.lengthOf(1);
  });

  it('asks no more than once while nothing goes on, unless it is told to be live', async () => {
    const { table, root, press, comeBack, queries } = await auditPage({ sessions: pastSessions(3) });
    expect(table.matches(':state(live)')).to.equal(false);
    comeBack();
    expect(queries()).to.have.lengthOf(1);

    press('Live');
    await is(table, 'live');
    expect(byRole(root, 'button', 'Live').ariaPressed).to.equal('true');
    comeBack();
    await until(() => queries().length === 2);
    await expectAccessible(table);

    press('Live');
    await until(() => !table.matches(':state(live)'));
  });

  it('asks nothing while it is out of the page', async () => {
    const { table, comeBack, queries } = await auditPage({ sessions: [active] });
    table.remove();
    await is(table, 'unconfigured');

    comeBack();

    expect(queries()).to.have.lengthOf(1);
  });

  it('keeps its rows while the server cannot be reached, says how old they are, and catches up', async () => {
    const { client, table, root, rows, comeBack } = await auditPage({ sessions: [active] });
    const heal = client.fail('list', 'network', 99);
    comeBack();
    await is(table, 'offline');

    const [alert] = allByRole(root, 'alert');
    expect(alert && textOf(alert)).to.match(
      /cannot be reached .* as of Nov 20, 2026, 9:30:00 AM\. Code: network/,
    );
    expect(rows()).to.have.lengthOf(1);
    await expectAccessible(table);

    heal();
    window.dispatchEvent(new Event('online'));
    await is(table, 'ready');
    expect(allByRole(root, 'alert').length).to.equal(0);
  });

  it('says once that the server cannot be reached, however often it tries', async () => {
    let failures = 0;
    const { client, page, table, comeBack, queries } = await auditPage({ sessions: [active] });
    page.addEventListener('impersonation-failed', () => failures++);
    client.fail('list', 'network', 99);
    comeBack();
    await is(table, 'offline');

    comeBack();
    await until(() => queries().length === 3);
    await client.get(active.id);
    await table.updateComplete;

    expect(failures).to.equal(1);
  });

  it('comes up by itself when the server could not be reached at first', async () => {
    let heal: (() => void) | undefined;
    const { table } = await auditPage({
      before: (client) => (heal = client.fail('list', 'network', 99)),
      until: 'offline',
    });
    await expectAccessible(table);

    heal?.();
    window.dispatchEvent(new Event('online'));

    await is(table, 'ready');
  });
});
