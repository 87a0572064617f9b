import '../../src/elements/session-activity-chart/define.js';

import { expect } from 'chai';

import type { ActivityQuery } from '../../src/core/protocol.js';
import { auditPage } from '../support/audit-page.js';
import { byRole, until } from '../support/screen.js';

describe('<session-activity-chart>: with a table', () => {
  it('counts what the table asks for, whoever changed that', async () => {
    const { table, chart, counted, type } = await chartAndTable({ actor: 'sam', timezone: 'Asia/Tokyo' });
    expect(counted()).to.have.lengthOf(1);
    expect(counted()[0]).to.include({ actor: 'sam', timeZone: 'Asia/Tokyo' });

    type('Search', 'mode:full');
    await until(() => counted().at(-1)?.where?.length === 1);
    expect(counted().at(-1)?.where).to.deep.equal([{ field: 'mode', not: false, values: ['full'] }]);

    Object.assign(table, { query: '', period: '7d' });
    await until(() => counted().at(-1)?.from === '2026-11-13T09:30:00.000Z');
    expect(counted().at(-1)).to.not.have.property('where');
    expect(chart.period).to.equal('7d');
  });

  it('shows in the table the time that is picked, goes on counting the whole, and gives that back', async () => {
    const { table, chart, counted, pick } = await chartAndTable();

    await pick();
    await until(() => table.period === 'custom');
    expect({ from: table.from, to: table.to }).to.deep.equal(chart.selection);
    await table.updateComplete;
    await chart.updateComplete;
    expect(chart.period).to.equal('30d');
    expect(counted()).to.have.lengthOf(1);

    table.query = 'mode:full';
    await until(() => counted().at(-1)?.where?.length === 1);
    expect(chart.selection).to.not.equal(null);

    chart.clear();
    await until(() => table.period === '30d');
    expect([table.query, table.from, table.to]).to.deep.equal(['mode:full', '', '']);
  });

  it('lets go of what was picked when another time is chosen in the table', async () => {
    const { table, chart, pick, choose } = await chartAndTable();
    await pick();
    await until(() => table.period === 'custom');

    choose('Period', 'Last 24 hours');

    await until(() => chart.period === '24h');
    expect(chart.selection).to.equal(null);
    expect(table.period).to.equal('24h');
  });

  it('counts for more than a time that is typed, which comes back afterwards', async () => {
    const { table, chart, pick } = await chartAndTable({ query: 'mode:full time>=2026-11-01' });

    await pick();
    await until(() => table.period === 'custom');
    expect(table.query).to.equal('mode:full');
    expect(chart.query).to.equal('mode:full time>=2026-11-01');
    chart.clear();

    await until(() => table.query === 'mode:full time>=2026-11-01');
  });

  it('leaves the table alone when it goes', async () => {
    const { table, chart } = await chartAndTable();
    chart.remove();

    table.query = 'mode:full';
    await table.updateComplete;

    expect(chart.query).to.equal('');
  });
});

async function chartAndTable(attributes: Record<string, string> = {}) {
  const page = await auditPage({
    sessions: 300,
    attributes: { id: 'record', ...attributes },
    until: 'ready',
  });
  const chart = document.createElement('session-activity-chart');
  chart.htmlFor = 'record';
  chart.client = page.client;
  page.table.before(chart);
  await until(() => chart.matches(':state(ready)'), 'the bars');
  const root = chart.shadowRoot!;
  return {
    ...page,
    chart,
    counted: () => page.asked('activity').map(({ args }) => args[0] as ActivityQuery),
    /** Leaves the first bar out. */
    async pick() {
      const slider = await until(() => byRole<HTMLInputElement>(root, 'slider', 'From'));
      slider.focus();
      slider.value = '1';
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await until(() => chart.selection !== null, 'the range');
    },
  };
}
