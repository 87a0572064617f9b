import { expect } from 'chai';

import { sampleSession } from '../../src/client/memory-seed.js';
import { at, auditPage, is, pastSessions } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';

describe('<session-audit-table>: export', () => {
  const saved: { name: string; file: Blob }[] = [];
  const click = HTMLAnchorElement.prototype.click;
  const createAddress = URL.createObjectURL.bind(URL);
  let last: Blob | null = null;

  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = (file: Blob) => {
      last = file;
      return createAddress(file);
    };
    HTMLAnchorElement.prototype.click = function () {
      if (last) saved.push({ name: this.download, file: last });
    };
  });
  afterEach(() => {
    URL.createObjectURL = createAddress;
    HTMLAnchorElement.prototype.click = click;
  });

  const open = async (options: Parameters<typeof auditPage>[0] = {}) => {
    const page = await auditPage(options);
    page.press('Export');
    await until(() => hasRole(page.root, 'button', 'JSON'));
    return page;
  };

  it('saves everything that is asked for, under a name that says what it is', async () => {
    const { root, table, press, said, type, asked, queries } = await open({ sessions: pastSessions(60) });
    await expectAccessible(table);
    type('Search', '"number 1"');
    await until(() => queries().at(-1)?.where?.length === 1);
    const exported = next(table, 'sessions-exported');
    press('CSV, for spreadsheets');

    expect(await exported).to.include({ format: 'csv', rows: 11, complete: true, bubbles: true });
    expect(saved).to.have.lengthOf(1);
    expect(saved[0]?.name).to.equal('impersonations_2026-10-21_20261120_UTC_20261120T093000Z.csv');
    expect((await saved[0]?.file.text())?.trimEnd().split('\r\n')).to.have.lengthOf(12);
    expect(asked('export')[0]?.args[0]).to.deep.include({ format: 'csv', timeZone: 'UTC' });
    await until(() => said.includes('11 sessions were saved.'));
    expect(textOf(root)).to.contain('11 sessions were saved.');
  });

  it('tells how far it is among ten thousand, says where it stopped, and gives no spreadsheet a formula', async function () {
    this.timeout(70_000);
    const sessions = Array.from({ length: 10_500 }, (_, index) =>
      sampleSession({ id: `imp_${String(index)}`, status: 'ended', endCause: 'ended', endedAt: at(-9), createdAt: at(-index - 10), reason: '=HYPERLINK("x")' }),
    ); // prettier-ignore
    const { root, press } = await open({ sessions, exportRows: 10_000, attributes: { period: 'all' } });
    const seen = new Set<number>();
    press('CSV, for spreadsheets');

    await until(
      () => {
        const bar = root.querySelector('progress');
        if (bar && bar.value > 0 && bar.value < bar.max) seen.add(bar.value);
        return textOf(root).includes('10,000 sessions were saved.');
      },
      'the end',
      60_000,
    );
    expect(seen.size).to.be.greaterThan(0);
    expect(textOf(root)).to.contain('A file holds 10,000 sessions at most, and there are more.');
    const text = (await saved[0]?.file.text()) ?? '';
    expect(text).to.contain(`"'=HYPERLINK(""x"")"`);
    expect(text).to.not.match(/(^|,|\n)"?=/);
    expect(text.trimEnd().split('\r\n')).to.have.lengthOf(10_002);
    expect(text).to.contain('Stopped at 10000 sessions');
  });

  it('is canceled without leaving anything, and the focus stays', async () => {
    const { root, table, press, said } = await open({
      sessions: pastSessions(2000),
      latency: 60,
      attributes: { period: 'all' },
    });
    press('JSON');
    await is(table, 'exporting');
    await until(() => textOf(root).includes('500 of 2,000'));

    byRole(root, 'button', 'Cancel').focus();
    press('Cancel');
    await until(() => textOf(root).includes('The export was canceled. Nothing was saved.'));
    expect(saved).to.deep.equal([]);
    expect(said).to.contain('The export was canceled. Nothing was saved.');
    await until(() => focused()?.getAttribute('part') === 'panel');
    expect(table.matches(':state(exporting)')).to.equal(false);
  });

  it('saves nothing that arrives after it was canceled', async () => {
    const { root, client, table, press } = await open({
      wrap: (client) => ({ ...client, export: (query) => client.export(query) }),
    });
    const release = client.hold('export');
    press('JSON');
    await is(table, 'exporting');
    press('Cancel');
    release();

    await until(() => textOf(root).includes('The export was canceled. Nothing was saved.'));
    expect(saved).to.deep.equal([]);
  });

  it('says that it is being prepared, while nothing has arrived', async () => {
    const { root, client, table, press } = await open();
    const release = client.hold('export');
    press('JSON');
    await is(table, 'exporting');
    await until(() => textOf(root).includes('Preparing the file'));
    expect(byRole(root, 'button', 'JSON').ariaDisabled).to.equal('true');
    await expectAccessible(table);
    release();
    await until(() => saved.length === 1);
  });

  it('says why it failed, saves nothing, and tries again', async () => {
    const { root, client, table, press } = await open();
    client.fail('export', 'unavailable');
    const failed = next(table, 'impersonation-failed');
    press('JSON');

    expect((await failed).error.code).to.equal('unavailable');
    await until(() => hasRole(root, 'alert', /./) || textOf(root).includes('The file could not be made.'));
    await expectAccessible(table);
    expect(saved).to.deep.equal([]);

    press('Try again');
    await until(() => saved.length === 1);
  });

  it('is not offered by a backend that cannot, and ends with the table', async () => {
    const { root } = await auditPage({ capabilities: { export: false } });
    expect(hasRole(root, 'button', 'Export')).to.equal(false);

    let signal: AbortSignal | undefined;
    const { table, press } = await open({
      latency: 60,
      sessions: pastSessions(1200),
      attributes: { period: 'all' },
      wrap: (client) => ({
        ...client,
        export: (query, options) => {
          signal = options?.signal;
          return client.export(query, options);
        },
      }),
    });
    press('JSON');
    await is(table, 'exporting');
    table.remove();
    expect(signal?.aborted).to.equal(true);
    expect(saved).to.deep.equal([]);
  });
});
