import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import {
  readColumns,
  resized,
  toggled,
  writeColumns,
} from '../../src/elements/session-audit-table/columns.js';
import { auditPage, pastSessions, type AuditPage } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { itInMedia } from '../support/media.js';
import { allByRole, byRole, focused, hasRole, textOf, until } from '../support/screen.js';

describe('<session-audit-table>: its columns', () => {
  const headers = ({ root }: AuditPage) => allByRole(root, 'columnheader').map(textOf);
  const widthOf = ({ root }: AuditPage, name: RegExp) =>
    byRole(root, 'columnheader', name).getBoundingClientRect().width;
  const wide = (page: AuditPage) => (page.page.style.inlineSize = '1300px');

  it('are those it is told, in that order, and the first says which row it is', async () => {
    const page = await auditPage({ attributes: { columns: 'subject reason started nonsense subject' } });

    expect(headers(page)).to.deep.equal(['Acting as', 'Reason', 'Started UTC', 'Actions']);
    expect(page.root.querySelectorAll('[role=rowheader].in-subject')).to.have.lengthOf(page.rows().length);
    await expectAccessible(page.table);
  });

  it('are chosen from a list, and the page is told what to keep', async () => {
    const page = await auditPage();
    const told: string[] = [];
    page.table.addEventListener('columns-change', ({ columns }) => told.push(columns));

    page.press('Columns');
    await until(() => hasRole(page.root, 'checkbox', 'Access'));
    await expectAccessible(page.table);
    byRole(page.root, 'checkbox', 'Access').click();
    await until(() => !headers(page).includes('Access'));
    byRole(page.root, 'checkbox', 'Access').click();
    await until(() => headers(page).includes('Access'));

    expect(told).to.deep.equal(['started actor subject reason status', '']);
    expect(page.table.columns).to.equal('');
  });

  it('are put in another order by buttons, which is told, said and kept', async () => {
    const page = await auditPage({ attributes: { columns: 'started actor reason:20' } });
    const told: string[] = [];
    page.table.addEventListener('columns-change', ({ columns }) => told.push(columns));
    page.press('Columns');
    await until(() => hasRole(page.root, 'button', 'Move Reason forward'));
    expect(byRole(page.root, 'button', 'Move Started forward').ariaDisabled).to.equal('true');
    expect(hasRole(page.root, 'button', 'Move Access forward')).to.equal(false);

    page.press('Move Reason forward');
    await until(() => page.said.includes('Reason is column 2 of 3 now.'));
    expect(headers(page)).to.deep.equal(['Started UTC', 'Reason', 'Admin', 'Actions']);
    await until(() => focused() === byRole(page.root, 'button', 'Move Reason forward'));
    await sendKeys({ press: 'Enter' });
    await until(() => headers(page)[0] === 'Reason');
    expect(told).to.deep.equal(['started reason:20 actor', 'reason:20 started actor']);

    await until(() => focused() === byRole(page.root, 'button', 'Move Reason forward'));
    await sendKeys({ press: 'Enter' }); // it is the first already
    await page.table.updateComplete;
    expect(told).to.have.lengthOf(2);
    await expectAccessible(page.table);
  });

  it('are never none', async () => {
    const page = await auditPage({ attributes: { columns: 'actor' } });
    page.press('Columns');

    const box = await until(() => byRole<HTMLInputElement>(page.root, 'checkbox', 'Admin'));
    expect(box.disabled).to.equal(true);
  });

  it('become wider by the keyboard, and as wide as usual again', async () => {
    const page = await auditPage();
    wide(page);
    const told: string[] = [];
    page.table.addEventListener('columns-change', ({ columns }) => told.push(columns));
    const slider = await until(() => byRole(page.root, 'slider', 'Width of the column Admin'));
    const before = widthOf(page, /^Admin/);

    slider.focus();
    for (let press = 0; press < 8; press++) await sendKeys({ press: 'ArrowRight' });
    await until(() => widthOf(page, /^Admin/) > before + 50);
    expect(told.at(-1)).to.match(/^started actor:1\d(\.5)? subject mode reason status$/);
    expect(focused() === slider).to.equal(true);

    await sendKeys({ press: 'Delete' });
    await until(() => Math.abs(widthOf(page, /^Admin/) - before) < 1);
    expect(page.table.columns).to.equal('');
  });

  it('all become as wide as usual by one button', async () => {
    const page = await auditPage({ attributes: { columns: 'started:20 actor reason:30' } });
    page.press('Columns');
    await until(() => hasRole(page.root, 'button', 'Reset widths'));

    page.press('Reset widths');

    await until(() => page.table.columns === 'started actor reason');
    expect(hasRole(page.root, 'button', 'Reset widths')).to.equal(false);
  });

  it('are as wide as a pointer draws them', async () => {
    const page = await auditPage();
    wide(page);
    await until(() => widthOf(page, /^Admin/) > 150);
    const before = widthOf(page, /^Admin/);
    const slider = await until(() => byRole(page.root, 'slider', 'Width of the column Admin'));
    slider.setPointerCapture = () => undefined; // a made-up pointer cannot be captured
    const at = (type: string, clientX: number) =>
      slider.dispatchEvent(new PointerEvent(type, { clientX, button: 0, bubbles: true, pointerId: 1 }));

    at('pointerdown', 500);
    at('pointermove', 580);
    await until(() => Math.abs(widthOf(page, /^Admin/) - before - 80) <= 8);
    at('lostpointercapture', 580);
    at('pointermove', 700);
    await page.table.updateComplete;

    expect(Math.abs(widthOf(page, /^Admin/) - before - 80)).to.be.at.most(8);
  });

  it('are read and written as a host keeps them', () => {
    const all = 'started actor subject mode reason status'.split(' ');
    expect(readColumns('').map(({ name }) => name)).to.deep.equal(all);
    expect(readColumns('reason:900 actor:x bogus')).to.deep.equal([
      { name: 'reason', width: 40 },
      { name: 'actor', width: null },
    ]);
    expect(writeColumns(readColumns(all.join(' ')))).to.equal('');
    expect(writeColumns(resized(readColumns('reason actor'), 'actor', 12.3))).to.equal('reason actor:12.5');
    expect(writeColumns(toggled(readColumns('started status'), 'mode'))).to.equal('started mode status');
    expect(writeColumns(toggled(readColumns('status'), 'status'))).to.equal('status');
  });
});

describe('<session-audit-table>: keys in the table', () => {
  const focusedRow = () => focused()?.closest('tr')?.dataset['session'];

  it('go from row to row, open one and close it', async () => {
    const page = await auditPage({ sessions: pastSessions(4) });
    page.root.querySelector<HTMLElement>('.scroller')?.focus();

    await sendKeys({ press: 'j' });
    expect(focusedRow()).to.equal('imp_0');
    await sendKeys({ press: 'j' });
    await sendKeys({ press: 'j' });
    await sendKeys({ press: 'k' });
    expect(focusedRow()).to.equal('imp_1');
    await sendKeys({ press: 'o' });
    await until(() => page.table.openRow === 'imp_1');
    await sendKeys({ press: 'o' });
    await until(() => page.table.openRow === '');
  });

  it('are told by a question mark, and the focus comes back', async () => {
    const page = await auditPage({ sessions: pastSessions(4) });
    page.root.querySelector<HTMLElement>('.scroller')?.focus();

    await sendKeys({ press: '?' });
    const dialog = await until(() => byRole(page.root, 'dialog', 'Keys in the table'));
    expect(textOf(dialog)).to.contain('J Next row K Previous row O Open or close the row');
    await expectAccessible(page.table);

    await sendKeys({ press: 'Escape' });
    await until(() => !hasRole(page.root, 'dialog', /./));
    expect(focused()?.className).to.equal('scroller');
  });

  it('do nothing when they are turned off, nor outside of the table', async () => {
    const page = await auditPage({ sessions: pastSessions(4), attributes: { shortcuts: 'off' } });
    const scroller = page.root.querySelector<HTMLElement>('.scroller');
    scroller?.focus();
    await sendKeys({ press: 'j' });
    expect(focused() === scroller).to.equal(true);
    expect(scroller?.hasAttribute('aria-keyshortcuts')).to.equal(false);

    page.table.shortcuts = 'on';
    await page.table.updateComplete;
    page.root.querySelector<HTMLElement>('[part=refresh-button]')?.focus();
    await sendKeys({ press: 'j' });
    expect(focusedRow()).to.equal(undefined);
  });
});

describe('<session-audit-table>: the row that is open', () => {
  it('is named by an attribute, is brought into view, and is told', async () => {
    const page = await auditPage({ sessions: pastSessions(40), attributes: { 'open-row': 'imp_30' } });
    await until(() => page.root.querySelector('#detail-imp_30'));

    const row = page.root.querySelector('[data-session=imp_30]')?.getBoundingClientRect();
    const box = page.root.querySelector('.scroller')?.getBoundingClientRect();
    await until(() => (row?.top ?? 0) < (box?.bottom ?? 0));
    expect(page.table.openRow).to.equal('imp_30');
  });

  it('is looked for on later pages', async () => {
    const page = await auditPage({ sessions: pastSessions(130), attributes: { 'open-row': 'imp_120' } });

    await until(() => page.root.querySelector('#detail-imp_120'));

    expect(page.queries()).to.have.lengthOf(3);
  });

  it('is no row when there is no such session, and nothing is looked through for it', async () => {
    const page = await auditPage({ sessions: pastSessions(130), attributes: { 'open-row': 'imp_none' } });
    await until(() => page.asked('get').length);
    await page.table.updateComplete;

    expect(page.queries()).to.have.lengthOf(1);
    expect(page.root.querySelector('.detail-row')).to.equal(null);
  });

  it('is the one that was opened last, and none when that is closed', async () => {
    const page = await auditPage({ sessions: pastSessions(3) });
    const expanders = page.root.querySelectorAll<HTMLElement>('.expander');

    expanders[0]?.click();
    expect(page.table.openRow).to.equal('imp_0');
    expanders[1]?.click();
    expect(page.table.openRow).to.equal('imp_1');
    page.table.openRow = '';
    await until(() => !page.root.querySelector('#detail-imp_1'));

    expect(page.root.querySelector('#detail-imp_0')).to.not.equal(null);
  });
});

describe('<session-audit-table>: on paper', () => {
  itInMedia('has all rows that are loaded, closed, with what they were filtered by', async () => {
    const page = await auditPage({
      sessions: pastSessions(260),
      attributes: { 'page-size': '200', query: 'reason' },
    });
    await page.table.loadMore();
    await until(
      () => page.table.matches(':state(ready)') && textOf(page.root).includes('Showing 260 of 260'),
    );
    expect(page.rows().length).to.be.lessThan(60);

    window.dispatchEvent(new Event('beforeprint'));
    await emulateMedia({ media: 'print' });
    try {
      expect(page.rows()).to.have.lengthOf(260);
      expect(textOf(page.root)).to.contain('Period : Last 30 days reason Printed');
      expect(textOf(page.root)).to.match(/Printed Nov 20, 2026, .* \(UTC\)/);
      expect(hasRole(page.root, 'button', /^(Details|Live|Refresh|Columns|Load more)/)).to.equal(false);
    } finally {
      await emulateMedia({ media: 'screen' });
      window.dispatchEvent(new Event('afterprint'));
    }
    expect(page.rows().length).to.be.lessThan(60);
  });
});
