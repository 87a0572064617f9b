import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import { auditPage, pastSessions, type AuditPage } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { numberedSource } from '../support/numbered-sessions.js';
import { allByRole, byRole, focused, hasRole, nameOf, textOf, until } from '../support/screen.js';

describe('<session-audit-table>: the values in its cells', () => {
  it('has one button for all of them, which goes to the cell under the pointer and away with it', async () => {
    const page = await auditPage({ sessions: pastSessions(3) });

    await point(page, 'imp_1', 'subject');
    await until(() => nameOf(button(page)) === 'Filter or copy: Acting as');
    await point(page, 'imp_2', 'mode');
    await until(() => nameOf(button(page)) === 'Filter or copy: Access');
    expect(buttons(page)).to.equal(1);
    expect(button(page).closest('tr')?.dataset['session']).to.equal('imp_2');

    page.root.querySelector('thead')?.dispatchEvent(new PointerEvent('pointermove', mouse));
    expect(buttons(page)).to.equal(0);
  });

  it('filters by a value of a row that is not open', async () => {
    const page = await auditPage({ sessions: pastSessions(3) });
    await point(page, 'imp_1', 'actor');
    button(page).click();
    await until(() => hasRole(page.root, 'button', 'Filter out'));
    await expectAccessible(page.table);

    page.press('Filter out');

    await until(() => page.table.query === '-actor:"Sam Lee"');
    await until(() => focused()?.getAttribute('name') === 'query');
    expect(hasRole(page.root, 'group', 'Admin')).to.equal(false);
  });

  it('offers each of the values that a cell has, and says which', async () => {
    const page = await auditPage({ sessions: pastSessions(3) });
    await point(page, 'imp_1', 'reason');
    button(page).click();

    await until(() => allByRole(page.root, 'group').length === 3);
    const groups = allByRole(page.root, 'group');
    expect(groups.map(nameOf)).to.deep.equal(['Reason', 'Case', 'Category']);
    expect(page.root.querySelector('[part=value-menu]')?.textContent).to.contain('Reason: Reason number 1');
    byRole(groups[1]!, 'button', 'Filter for').click();
    await until(() => page.table.query.startsWith('case:'));
  });

  it('copies a time, which nobody filters by as it is', async () => {
    const page = await auditPage({ sessions: pastSessions(3) });
    const copied: string[] = [];
    const clipboard = navigator.clipboard;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => (copied.push(text), Promise.resolve()) },
    });
    await point(page, 'imp_0', 'started');
    button(page).click();
    await until(() => hasRole(page.root, 'group', 'Started'));
    expect(allByRole(byRole(page.root, 'group', 'Started'), 'button').map(textOf)).to.deep.equal(['Copy']);

    page.press('Copy');

    await until(() => page.said.includes('Copied'));
    expect(copied).to.deep.equal(['2026-11-20T08:30:00.000+00:00']);
    expect(focused() === button(page)).to.equal(true);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('is reached by F, goes from cell to cell by the arrow keys, and is left by Escape', async () => {
    const page = await auditPage({ sessions: pastSessions(3) });
    page.root.querySelector<HTMLElement>('[data-session=imp_0] .expander')?.focus();

    await sendKeys({ press: 'f' });
    await until(() => at(page) === 'imp_0 started');
    await sendKeys({ press: 'ArrowLeft' }); // there is nothing before the first
    await sendKeys({ press: 'ArrowRight' });
    expect(at(page)).to.equal('imp_0 actor');
    await sendKeys({ press: 'ArrowDown' });
    expect(at(page)).to.equal('imp_1 actor');
    expect(nameOf(button(page))).to.equal('Filter or copy: Admin');
    await sendKeys({ press: 'Enter' });
    await until(() => hasRole(page.root, 'group', 'Admin'));
    await sendKeys({ press: 'ArrowRight' }); // what is open stays where it is
    expect(at(page)).to.equal('imp_1 actor');
    await sendKeys({ press: 'Escape' });
    await until(() => !hasRole(page.root, 'group', 'Admin'));
    expect(at(page)).to.equal('imp_1 actor');
    await sendKeys({ press: 'Escape' });
    expect(focused()?.matches('[data-session=imp_1] .expander')).to.equal(true);
  });

  it('goes the way one reads', async () => {
    const page = await auditPage({ sessions: pastSessions(3) });
    page.page.dir = 'rtl';
    page.root.querySelector<HTMLElement>('[data-session=imp_0] .expander')?.focus();
    await sendKeys({ press: 'f' });
    await until(() => at(page) === 'imp_0 started');

    await sendKeys({ press: 'ArrowLeft' });

    expect(at(page)).to.equal('imp_0 actor');
  });

  it('stands in the row that has the focus, before what else is in it, also where letters do nothing', async () => {
    const page = await auditPage({ sessions: pastSessions(3), attributes: { shortcuts: 'off' } });
    page.root.querySelector<HTMLElement>('[data-session=imp_0] .expander')?.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused()?.matches('[data-session=imp_1] .expander')).to.equal(true);
    await until(() => page.root.querySelector('[data-session=imp_1] [part=value-button]'));

    await sendKeys({ press: 'f' });
    expect(focused()?.matches('.expander')).to.equal(true);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });

    expect(at(page)).to.equal('imp_1 started');
  });

  it('opens by a tap, and not while text is selected', async () => {
    const page = await auditPage({ sessions: pastSessions(3) });
    const tap = () =>
      cell(page, 'imp_1', 'actor').dispatchEvent(
        new PointerEvent('click', { bubbles: true, pointerType: 'touch' }),
      );
    tap();
    await until(() => hasRole(page.root, 'group', 'Admin'));
    await expectAccessible(page.table);
    page.press('Filter or copy: Admin');
    await until(() => !hasRole(page.root, 'group', 'Admin'));

    const text = document.createElement('p');
    text.textContent = 'selected';
    page.page.append(text);
    getSelection()?.selectAllChildren(text);
    tap();
    await page.table.updateComplete;
    expect(hasRole(page.root, 'group', 'Admin')).to.equal(false);
    getSelection()?.removeAllRanges();
  });

  it('means the row that stands there now', async () => {
    const page = await auditPage({ sessions: [], until: 'empty' });
    page.table.dataSource = numberedSource(100_000);
    await until(() => page.root.querySelector('[data-session=imp_3] .in-reason'));
    await point(page, 'imp_3', 'reason');
    const row = button(page).closest('tr');
    const scroller = page.root.querySelector('[part=scroller]');

    if (scroller) scroller.scrollTop = 400_000;
    await until(() => row?.isConnected && row.dataset['session'] !== 'imp_3');
    await until(() => buttons(page) === 0);
    const id = row?.dataset['session'] ?? '';
    await point(page, id, 'reason');
    button(page).click();
    await until(() => hasRole(page.root, 'group', 'Reason'));
    byRole(byRole(page.root, 'group', 'Reason'), 'button', 'Filter for').click();

    await until(() => page.table.query === `reason:"Reason number ${id.slice(4)}"`);
  });

  for (const [where, width, dir] of [
    ['a wide page', '1300px', 'ltr'],
    ['a wide page that is read from the right', '1300px', 'rtl'],
    ['a tight page', '800px', 'ltr'],
    ['a phone', '320px', 'ltr'],
  ] as const) {
    it(`covers no text on ${where}`, async () => {
      const page = await auditPage({ sessions: pastSessions(2) });
      page.page.style.inlineSize = width;
      page.page.dir = dir;
      for (const name of ['started', 'actor', 'subject', 'mode', 'reason', 'status'] as const) {
        await point(page, 'imp_0', name);
        const { x, y, width: wide, height } = button(page).getBoundingClientRect();
        expect([wide, height]).to.deep.equal([24, 24]);
        for (const text of textsOf(page, 'imp_0')) {
          const covered =
            Math.min(x + wide - 4, text.right) - Math.max(x + 4, text.left) > 1 &&
            Math.min(y + height, text.bottom) - Math.max(y, text.top) > 1;
          expect(covered, `${name} covers ${JSON.stringify(text)}`).to.equal(false);
        }
      }
    });
  }
});

const cell = ({ root }: AuditPage, id: string, column: string) => {
  const found = root.querySelector<HTMLElement>(`[data-session=${id}] .in-${column}`);
  if (!found) throw new Error(`${id} has no ${column}`);
  return found;
};

const mouse = { bubbles: true, pointerType: 'mouse' };
const buttons = ({ root }: AuditPage) => root.querySelectorAll('[part=value-button]').length;

const button = ({ root }: AuditPage) => {
  const found = root.querySelector<HTMLElement>('.row [part=value-button]');
  if (!found) throw new Error('No cell has the button');
  return found;
};

/** The session and the column whose value has the focus. */
function at(page: AuditPage): string {
  if (focused() !== button(page)) return '';
  const place = button(page).closest('td, th');
  return `${button(page).closest('tr')?.dataset['session'] ?? ''} ${place?.className.slice(3) ?? ''}`;
}

/** As a mouse does that comes to a cell; resolves when the button is there. */
async function point(page: AuditPage, id: string, column: string): Promise<void> {
  await until(() => {
    cell(page, id, column).dispatchEvent(new PointerEvent('pointermove', mouse));
    return cell(page, id, column).contains(button(page));
  }, `the button at ${column}`);
}

/** Where the lines of text of a row are. */
function textsOf({ root }: AuditPage, id: string): DOMRect[] {
  const row = root.querySelector(`[data-session=${id}]`);
  const walker = document.createTreeWalker(row as Node, NodeFilter.SHOW_TEXT);
  const rects: DOMRect[] = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    if (!walker.currentNode.textContent?.trim()) continue;
    // What is cut off where there is no room for it is not read.
    const box = walker.currentNode.parentElement?.getBoundingClientRect() ?? new DOMRect();
    for (const { x, y, right, height } of range.getClientRects())
      rects.push(new DOMRect(x, y, Math.min(right, box.right) - x, height));
  }
  return rects;
}
