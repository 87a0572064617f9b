import { expect } from 'chai';

import { auditPage, is, pastSessions } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';

describe('<session-audit-table>: the question', () => {
  const chips = (root: ParentNode) =>
    [...root.querySelectorAll('[part=chip] bdi')].map((chip) => chip.textContent);
  const value = (root: ParentNode) => byRole<HTMLInputElement>(root, 'searchbox', 'Search').value;

  it('shows what is typed as filters, in the words of the page', async () => {
    const { root, table, type } = await auditPage();

    type('Search', 'actor:sam,priya -mode:read-only cause:idle time>=2026-11-01 "two words" -umlaut');
    await until(() => chips(root).length === 6);

    expect(chips(root)).to.deep.equal([
      'Admin: sam, priya',
      'Access: not Read-only',
      'How it ended: Ended for want of activity',
      'Started: >= 2026-11-01',
      '“two words”',
      'not “umlaut”',
    ]);
    expect(allByRole(root, 'list').map((list) => list.ariaLabel)).to.contain('Filters in use');
    await is(table, 'empty');
    await expectAccessible(table);
  });

  it('takes a filter away by its button, and the rest stays as it was', async () => {
    const { root, type, press, queries } = await auditPage();
    type('Search', 'actor:sam umlaut');
    await until(() => chips(root).length === 2);

    press('Remove filter: Admin: sam');
    await until(() => chips(root).length === 1);

    expect(value(root)).to.equal('umlaut');
    await until(() => queries().at(-1)?.where?.length === 1);
    await until(() => focused()?.getAttribute('name') === 'query');
  });

  it('says what it did not understand and what may be meant, and asks the rest', async () => {
    const { root, table, type, press, queries, rows } = await auditPage();

    type('Search', 'umlaut actr:sam');
    await until(() => rows().length > 0 && rows().every((row) => row.includes('umlaut')));

    expect(queries().at(-1)?.where).to.have.lengthOf(1);
    const field = byRole(root, 'searchbox', 'Search');
    expect(field.ariaInvalid).to.equal('true');
    expect(textOf(root)).to.contain('There is no filter “actr”.');
    await expectAccessible(table);

    press('Use actor:sam');
    await until(() => value(root) === 'umlaut actor:sam');
    await until(() => queries().at(-1)?.where?.length === 2);
    expect(field.ariaInvalid).to.equal('false');
    expect(root.querySelector('[part=query-problems]')).to.equal(null);
  });

  it('puts the value right that a filter cannot have', async () => {
    const { root, type, press } = await auditPage();
    type('Search', 'cause:revokd,idle');

    await until(() => hasRole(root, 'button', 'Use cause:revoked,idle'));
    press('Use cause:revoked,idle');

    await until(() => chips(root)[0] === 'How it ended: Revoked, Ended for want of activity');
  });

  it('puts a filter together for whoever does not type', async () => {
    const { root, table, press, queries } = await auditPage();

    press('Add filter');
    await until(() => hasRole(root, 'form', 'Add filter'));
    const panel = byRole<HTMLFormElement>(root, 'form', 'Add filter');
    await expectAccessible(table);
    const choose = (name: string, option: string) => {
      const select = byRole<HTMLSelectElement>(panel, 'combobox', name);
      select.value = [...select.options].find(({ text }) => text === option)?.value ?? '';
      select.dispatchEvent(new Event('change'));
    };
    choose('What', 'Access');
    choose('How', 'is not');
    await until(() => hasRole(panel, 'combobox', 'Value'));
    choose('Value', 'Full access');
    panel.requestSubmit();

    await until(() => value(root) === '-mode:full');
    await until(() => queries().at(-1)?.where?.[0]?.not === true);
    expect(hasRole(root, 'form', 'Add filter')).to.equal(false);
    await until(() => focused()?.getAttribute('name') === 'query');
  });

  it('closes the panel by Escape, and the focus goes back to its button', async () => {
    const { root, press } = await auditPage();
    press('Add filter');
    await until(() => hasRole(root, 'form', 'Add filter'));

    byRole(root, 'textbox', 'Value').focus();
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));

    await until(() => !hasRole(root, 'form', 'Add filter'));
    expect(focused()).to.equal(byRole(root, 'button', 'Add filter'));
  });

  it('asks for the time that is typed, and for the period again when one is chosen', async () => {
    const { root, type, choose, queries } = await auditPage();
    const period = () =>
      byRole<HTMLSelectElement>(root, 'combobox', 'Period').selectedOptions[0]?.text.trim();

    type('Search', 'time:2026-11-19 umlaut');
    await until(() => queries().at(-1)?.to === '2026-11-20T00:00:00.000Z');
    expect(queries().at(-1)?.from).to.equal('2026-11-19T00:00:00.000Z');
    expect(period()).to.equal('As typed');

    choose('Period', 'Last 7 days');
    await until(() => value(root) === 'umlaut');
    await until(() => queries().at(-1)?.from === '2026-11-13T09:30:00.000Z');
    expect(queries().at(-1)).to.not.have.property('to');
    expect(period()).to.equal('Last 7 days');
  });

  it('reads days by the time zone that is chosen, says whose it is, and asks again only where days are named', async () => {
    const { root, table, type, choose, queries } = await auditPage();
    const zone = byRole<HTMLSelectElement>(root, 'combobox', 'Time zone');
    expect(zone.selectedOptions[0]?.text).to.equal('UTC');
    zone.dispatchEvent(new FocusEvent('focus'));
    await until(() => zone.options.length > 100);

    const before = queries().length;
    choose('Time zone', 'Asia/Tokyo');
    await until(() => zone.selectedOptions[0]?.text === 'Asia/Tokyo (UTC+09:00)');
    expect(table.timezone).to.equal('Asia/Tokyo');
    expect(queries()).to.have.lengthOf(before);

    type('Search', 'time:2026-11-19');
    await until(() => queries().at(-1)?.from === '2026-11-18T15:00:00.000Z');
    choose('Time zone', 'UTC');
    await until(() => queries().at(-1)?.from === '2026-11-19T00:00:00.000Z');
  });

  it('offers to filter by a value of an open row, to filter it out, and to copy it', async () => {
    const { root, table, press, queries, said } = await auditPage({ sessions: pastSessions(3) });
    const copied: string[] = [];
    const clipboard = navigator.clipboard;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => (copied.push(text), Promise.resolve()) },
    });
    table.timezone = 'Europe/Berlin';
    root.querySelector<HTMLElement>('[part=expander]')?.click();
    await until(() => hasRole(root, 'button', 'Filter or copy: Admin'));

    press('Filter or copy: Asked for');
    await until(() => hasRole(root, 'group', 'Asked for'));
    expect(allByRole(byRole(root, 'group', 'Asked for'), 'button').map(textOf)).to.deep.equal(['Copy']);
    await expectAccessible(table);
    press('Copy');
    await until(() => said.includes('Copied'));
    expect(copied).to.deep.equal(['2026-11-20T09:30:00.000+01:00']);
    expect(focused()).to.equal(byRole(root, 'button', 'Filter or copy: Asked for'));

    press('Filter or copy: Admin');
    await until(() => hasRole(root, 'button', 'Filter out'));
    press('Filter out');
    await until(() => value(root) === '-actor:"Sam Lee"');
    await until(() => queries().at(-1)?.where?.[0]?.not === true);
    await is(table, 'empty');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('tells the page what is asked', async () => {
    const { table, type } = await auditPage();
    const changed = next(table, 'session-query-change');
    type('Search', 'umlaut');

    const { query, period, timezone, bubbles } = await changed;
    expect({ query, period, timezone, bubbles }).to.deep.equal({
      query: 'umlaut',
      period: '30d',
      timezone: 'utc',
      bubbles: false,
    });
  });
});
