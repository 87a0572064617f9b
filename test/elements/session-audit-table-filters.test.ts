import { expect } from 'chai';

import { sampleSession } from '../../src/client/memory-seed.js';
import type { SessionQuery } from '../../src/core/protocol.js';
import { toQuery, type Filters } from '../../src/elements/internal/session-filters.js';
import { fromWallTime, toWallTime, zoneOf } from '../../src/elements/internal/zone.js';
import { at, auditPage, is, pastSessions } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, textOf, until } from '../support/screen.js';

describe('<session-audit-table>: filters and order', () => {
  const sortOf = (root: ParentNode, name: RegExp) =>
    byRole(root, 'columnheader', name).getAttribute('aria-sort');

  it('sorts by a press on a header, and the other way round by another', async () => {
    const { root, press, queries, rows } = await auditPage();
    expect(sortOf(root, /^Started/)).to.equal('descending');
    expect(sortOf(root, /^Admin/)).to.equal('none');

    press('Admin');
    await until(() => rows()[0]?.includes('Jonas Weber') && sortOf(root, /^Admin/) === 'ascending');
    press('Admin');
    await until(() => rows()[0]?.includes('Sam Lee') && sortOf(root, /^Admin/) === 'descending');
    press('Started');
    await until(() => queries().at(-1)?.sort === '-createdAt');
    press('Started');
    await until(() => sortOf(root, /^Started/) === 'ascending' && queries().at(-1)?.sort === 'createdAt');
    press('Acting as');
    await until(() => queries().at(-1)?.sort === 'subject');
    expect(sortOf(root, /^Started/)).to.equal('none');
  });

  it('asks once for what was typed, when the typing pauses', async () => {
    const { table, type, queries, rows } = await auditPage();
    const before = queries().length;

    for (const text of ['actor:', 'actor:pri', 'actor:priya']) {
      type('Search', text);
      await table.updateComplete;
    }
    await until(() => rows().every((row) => row.includes('Priya Raman')));

    expect(
      queries()
        .slice(before)
        .map(({ where }) => where),
    ).to.deep.equal([[{ field: 'actor', not: false, values: ['priya'] }]]);
  });

  it('finds by the person acted as, by the reason, and by both', async () => {
    const { type, rows, queries } = await auditPage();

    type('Search', 'subject:dana');
    await until(() => rows().every((row) => row.includes('Dana Fox')));
    type('Search', 'subject:dana  umlaut ');
    await until(() => rows().every((row) => row.includes('Dana Fox') && row.includes('umlaut')));

    expect(queries().at(-1)?.where).to.deep.equal([
      { field: 'subject', not: false, values: ['dana'] },
      { field: 'any', not: false, values: ['umlaut'] },
    ]);
  });

  it('tells how many match', async () => {
    const { type, rows, said } = await auditPage({ sessions: pastSessions(3) });
    type('Search', '"number 2"');
    await until(() => rows().length === 1);

    await until(() => said.includes('1 session matches.'));
  });

  it('finds by status, by how it ended, and by what it must not be', async () => {
    const { type, rows } = await auditPage();

    type('Search', 'status:active');
    await until(() => rows().length === 2 && rows().every((row) => row.includes('left')));
    type('Search', 'status:ended');
    await until(() => rows().length === 9 && rows().every((row) => row.includes('Ended')));
    type('Search', 'cause:revoked');
    await until(() => rows().length < 9 && rows().every((row) => row.includes('Ended Revoked')));
    type('Search', '-status:ended');
    await until(() => rows().length === 2 && rows().every((row) => row.includes('left')));
    type('Search', 'cause:revoked,idle');
    await until(() => rows().length > 0 && rows().every((row) => /Revoked|want of activity/.test(row)));
  });

  it('shows a period: the last thirty days unless another one is chosen', async () => {
    const { choose, queries, table } = await auditPage();
    expect(queries()[0]?.from).to.equal(at(-30 * 86_400));

    choose('Period', 'Last 24 hours');
    await until(() => queries().at(-1)?.from === at(-86_400));
    choose('Period', 'All time');
    await until(() => queries().length === 3);
    expect(queries().at(-1)).to.not.have.any.keys('from', 'to');

    choose('Period', 'Custom period');
    await is(table, 'ready');
    expect(queries().at(-1)?.from).to.equal(at(-86_400)); // begins as the last day
    await expectAccessible(table);
  });

  it('reads a custom period by the clock of the zone it names', async () => {
    const { root, queries } = await auditPage({
      attributes: { period: 'custom', timezone: 'America/New_York' },
    });
    const [from, to] = ['From (America/New_York)', 'To (America/New_York)'].map((label) =>
      [...root.querySelectorAll('label')]
        .find((found) => found.innerText.trim() === label)
        ?.querySelector('input'),
    );
    if (!from || !to) throw new Error('no fields');

    from.value = '2026-11-01T00:00';
    from.dispatchEvent(new Event('change'));
    to.value = '2026-11-20T12:00';
    to.dispatchEvent(new Event('change'));

    // The clocks were set back on the first of November.
    await until(() => queries().at(-1)?.to === '2026-11-20T17:00:00.000Z');
    expect(queries().at(-1)?.from).to.equal('2026-11-01T04:00:00.000Z');
    expect(from.value).to.equal('2026-11-01T00:00');
  });

  it('says when the filters leave nothing, and clears them', async () => {
    const { root, table, type, rows } = await auditPage();

    type('Search', '"nobody ever wrote this"');
    await is(table, 'empty');
    expect(textOf(root)).to.contain('No session matches these filters');
    expect(allByRole(root, 'button').filter((button) => textOf(button) === 'Clear filters')).to.have.lengthOf(
      2,
    );
    await expectAccessible(table);

    allByRole(root, 'button')
      .find((button) => textOf(button) === 'Clear filters')
      ?.click();
    await until(() => rows().length === 11);
    expect(hasRole(root, 'button', 'Clear filters')).to.equal(false);
    expect(focused()?.getAttribute('name')).to.equal('query');
    expect(table.query).to.equal('');
  });

  it('takes its filters from attributes, and shows the question in its field', async () => {
    const { root, table, queries } = await auditPage({
      attributes: {
        actor: 'sam',
        subject: 'dana',
        query: 'phone -mode:full',
        status: 'ended',
        'end-cause': 'ended',
        period: 'custom',
        from: '2026-10-01T00:00:00Z',
        to: '2026-12-01T00:00:00Z',
        sort: 'createdAt',
        'page-size': '10',
      },
      sessions: [sampleSession({ status: 'ended', endCause: 'ended', endedAt: at(0) })],
    });

    expect(queries()).to.deep.equal([
      {
        where: [
          { field: 'any', not: false, values: ['phone'] },
          { field: 'mode', not: true, values: ['full'] },
        ],
        actor: 'sam',
        subject: 'dana',
        status: 'ended',
        endCause: 'ended',
        from: '2026-10-01T00:00:00Z',
        to: '2026-12-01T00:00:00Z',
        sort: 'createdAt',
        limit: 10,
      },
    ]);
    expect(byRole<HTMLInputElement>(root, 'searchbox', 'Search').value).to.equal('phone -mode:full');

    table.removeAttribute('actor');
    table.removeAttribute('sort');
    table.removeAttribute('period');
    await until(() => queries().length === 2);
    expect(queries()[1]).to.not.have.any.keys('actor', 'from');
    expect(queries()[1]?.sort).to.equal('-createdAt');
  });

  it('drops an answer that comes after a newer question was asked', async () => {
    let answers = 0;
    const { client, table, rows, type } = await auditPage({
      // A client that does not hear when a question is taken back.
      wrap: (client) => ({
        ...client,
        list: async (query) => {
          const page = await client.list(query);
          answers++;
          return page;
        },
      }),
    });
    const late = client.hold('list');
    type('Search', 'status:ended');
    await is(table, 'refreshing');

    client.hold('list')(); // from here on, answers come at once
    type('Search', 'status:active');
    await until(() => rows().length === 2);
    late();
    await until(() => answers === 3);

    expect(rows()).to.have.lengthOf(2);
    expect(table.matches(':state(ready)')).to.equal(true);
  });

  it('takes a question back when another one follows', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { client, table, type } = await auditPage({
      wrap: (client) => ({
        ...client,
        list: (query, call) => {
          signals.push(call?.signal);
          return client.list(query, call);
        },
      }),
    });
    const release = client.hold('list');

    type('Search', 'status:active');
    await is(table, 'refreshing');
    type('Search', 'status:pending');
    await until(() => signals.length === 3);
    release();

    expect(signals.slice(1).map((signal) => signal?.aborted)).to.deep.equal([true, false]);
  });

  it('keeps the rows it has, and says they are old, when a filter cannot be applied', async () => {
    const { root, client, table, rows, type, comeBack, asked } = await auditPage();
    client.fail('list', 'internal');

    type('Search', 'status:pending');
    await is(table, 'error');

    expect(rows()).to.have.lengthOf(11);
    expect(textOf(root)).to.contain('What you see is as of Nov 20, 2026, 9:30:00');
    await expectAccessible(table);

    // Looking for news asks what was asked last: rows of the old filter never pass for rows of the new one.
    comeBack();
    await is(table, 'empty');
    expect((asked('list').at(-1)?.args[0] as SessionQuery).where?.[0]?.values).to.deep.equal(['pending']);
  });
});

describe('filters and zones', () => {
  const filters: Filters = {
    query: '',
    actor: '',
    subject: '',
    status: '',
    endCause: '',
    period: 'all',
    from: '',
    to: '',
    sort: '-createdAt',
    timezone: 'utc',
  };

  it('asks for no more rows than a page may have, and for the usual number when told nonsense', () => {
    expect([0, -5, 1, 77.7, 999, NaN].map((size) => toQuery(filters, 0, size).limit)).to.deep.equal([
      50, 1, 1, 77, 200, 50,
    ]);
  });

  it('asks for an open end when a custom period has only one', () => {
    expect(toQuery({ ...filters, period: 'custom', from: at(0) }, 0, 50)).to.deep.equal({
      from: at(0),
      sort: '-createdAt',
      limit: 50,
    });
  });

  it('turns instants into the time on the wall and back, also around a change of the clocks', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham']) {
      for (const instant of [
        '2026-03-29T00:30:00Z',
        '2026-03-29T01:30:00Z',
        '2026-11-01T07:30:00Z',
        '2026-07-01T12:00:00Z',
      ]) {
        const wall = toWallTime(Date.parse(instant), zone);
        expect(fromWallTime(wall, zone), `${instant} in ${zone}`).to.equal(Date.parse(instant));
      }
    }
    expect(toWallTime(Date.parse('2026-07-01T12:00:00Z'), 'Europe/Berlin')).to.equal('2026-07-01T14:00');
    expect(fromWallTime('', 'UTC')).to.equal(null);
  });

  it('knows zones by name, and takes what is none for the local one', () => {
    const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;

    expect(['utc', 'Europe/Berlin', 'local', '', 'Moon/Crater'].map(zoneOf)).to.deep.equal([
      'UTC',
      'Europe/Berlin',
      local,
      local,
      local,
    ]);
  });
});
