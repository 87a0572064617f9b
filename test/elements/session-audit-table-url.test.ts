import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import { at, auditPage } from '../support/audit-page.js';
import { byRole, until } from '../support/screen.js';

describe('<session-audit-table>: the address of the page', () => {
  const began = location.href;
  const parameters = () =>
    Object.fromEntries(
      [...new URL(location.href).searchParams].filter(([name]) => name.startsWith('audit.')),
    );
  const open = (search: Record<string, string>, attributes: Record<string, string> = {}) => {
    const address = new URL(began);
    for (const [name, value] of Object.entries(search)) address.searchParams.set(name, value);
    history.replaceState(null, '', address);
    return auditPage({ attributes: { 'url-state': 'replace', ...attributes } });
  };
  const value = (root: ParentNode) => byRole<HTMLInputElement>(root, 'searchbox', 'Search').value;

  afterEach(() => history.replaceState(null, '', began));

  it('is read before anything is asked, and says nothing that is as usual', async () => {
    const { queries, root } = await open({
      'audit.q': 'status:ended',
      'audit.period': 'all',
      'audit.sort': 'actor',
      other: 'a b',
    });

    expect(queries()).to.have.lengthOf(1);
    expect(queries()[0]).to.deep.include({
      sort: 'actor',
      where: [{ field: 'status', not: false, values: ['ended'] }],
    });
    expect(queries()[0]).to.not.have.property('from');
    expect(value(root)).to.equal('status:ended');
    expect(parameters()).to.deep.equal({
      'audit.q': 'status:ended',
      'audit.period': 'all',
      'audit.sort': 'actor',
    });
  });

  it('follows what is asked, and a page that is loaded from it asks the same', async () => {
    const { type, choose, table, queries } = await open({});
    type('Search', 'cause:revoked -mode:full');
    choose('Period', 'Custom period');
    table.timezone = 'Asia/Kolkata';
    await until(() => 'audit.tz' in parameters());
    expect(parameters()).to.deep.equal({
      'audit.q': 'cause:revoked -mode:full',
      'audit.period': 'custom',
      'audit.from': at(-86_400),
      'audit.tz': 'Asia/Kolkata',
    });
    await until(() => queries().at(-1)?.where?.length === 2);

    const again = await auditPage({ attributes: { 'url-state': 'replace' }, until: 'empty' });
    const asked = again.queries()[0];
    expect(asked).to.deep.equal(queries().at(-1));
  });

  it('names the row that is open, and a page that is loaded from it opens the same', async () => {
    const { root, table } = await open({ 'audit.q': 'status:ended' });
    root.querySelectorAll<HTMLElement>('[part=expander]')[3]?.click();
    await until(() => 'audit.session' in parameters());
    const id = parameters()['audit.session'] ?? '';
    expect(table.openRow).to.equal(id);

    const again = await auditPage({ attributes: { 'url-state': 'replace' } });
    await until(() => again.root.querySelector(`[part=detail][data-session="${id}"]`));
    expect(again.table.query).to.equal('status:ended');
    expect(parameters()).to.deep.equal({ 'audit.q': 'status:ended', 'audit.session': id });
  });

  it('names nobody: people and words stay in this tab, and are there again when it is reloaded', async () => {
    const { type, queries } = await open({});
    type('Search', 'actor:sam umlaut status:ended');
    await until(() => 'audit.q' in parameters());
    await until(() => queries().at(-1)?.where?.length === 3);

    expect(parameters()).to.deep.equal({ 'audit.q': 'status:ended' });
    expect(location.href).to.not.contain('sam');
    const reloaded = await auditPage({ attributes: { 'url-state': 'replace' }, sessions: 60 });
    expect(value(reloaded.root)).to.equal('actor:sam umlaut status:ended');

    history.replaceState(null, '', location.href); // the same address elsewhere: in another tab, sent to somebody
    const elsewhere = await auditPage({ attributes: { 'url-state': 'replace' } });
    expect(value(elsewhere.root)).to.equal('status:ended');
  });

  it('names people where the page says so', async () => {
    const { type } = await open({}, { 'url-personal': '' });
    type('Search', 'actor:sam');
    await until(() => parameters()['audit.q'] === 'actor:sam');
  });

  it('goes back a question at a time, and a word is one step', async () => {
    const { table, root, choose } = await open({}, { 'url-state': 'push', period: '7d' });

    // By real keys: Chromium forgets a step that nobody's hand was in, once there are fifty of them.
    byRole(root, 'searchbox', 'Search').focus();
    await sendKeys({ type: 'status:ended' });
    await until(() => parameters()['audit.q'] === 'status:ended');
    await sendKeys({ press: 'Tab' });
    choose('Period', 'All time');
    await until(() => parameters()['audit.period'] === 'all');

    history.back();
    await until(() => table.period === '7d');
    expect(table.query).to.equal('status:ended');
    history.back();
    await until(() => table.query === '');
    expect(parameters()).to.deep.equal({});
    history.forward();
    await until(() => value(root) === 'status:ended');
    history.back();
    await until(() => table.query === '');
  });

  it('takes nothing from an address that makes no sense, and touches nothing that is not its own', async () => {
    history.replaceState({ mine: 1 }, '', began);
    const address = new URL(began);
    address.search +=
      '&keep=a%20b&audit.period=never&audit.sort=drop&audit.from=soon&' + `audit.q=${'x'.repeat(2001)}`;
    history.replaceState({ mine: 1 }, '', address);
    const { queries, type } = await auditPage({ attributes: { 'url-state': 'replace' } });

    expect(queries()[0]).to.deep.equal({ from: at(-30 * 86_400), sort: '-createdAt', limit: 50 });
    type('Search', 'actor:sam mode:full');
    await until(() => parameters()['audit.q'] === 'mode:full');
    expect(new URL(location.href).searchParams.get('keep')).to.equal('a b');
    expect((history.state as { mine: number }).mine).to.equal(1);
  });

  it('is left alone unless it is asked for, and two tables share it by their prefixes', async () => {
    const { type, queries } = await open({ 'audit.q': 'mode:full' }, { 'url-state': 'off' });
    expect(queries()[0]).to.not.have.property('where');
    type('Search', 'status:ended');
    await until(() => queries().at(-1)?.where?.length === 1);
    expect(parameters()).to.deep.equal({ 'audit.q': 'mode:full' });

    const second = await open({ 'audit.q': 'mode:full', 'two.q': 'status:ended' }, { 'url-prefix': 'two.' });
    expect(value(second.root)).to.equal('status:ended');
  });
});
