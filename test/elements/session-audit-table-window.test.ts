import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import { auditPage, is, pastSessions } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { numberedSource } from '../support/numbered-sessions.js';
import { byRole, focused, textOf, until } from '../support/screen.js';

const million = 1_000_000;

describe('<session-audit-table>: more rows than anybody reads', () => {
  it('draws of a million rows those that can be seen, and says which of how many they are', async () => {
    const { root, table, drawn, visible } = await longPage(million);

    expect(drawn().length).to.be.lessThan(40);
    expect(visible()[0]).to.equal(0);
    expect(textOf(root)).to.contain('Showing 1,000,000');
    expect(byRole(root, 'table', /./).getAttribute('aria-rowcount')).to.equal('1000001');
    expect(drawn().map((row) => Number(row.getAttribute('aria-rowindex')))).to.deep.equal(
      drawn().map((_, index) => index + 2),
    );
    await expectAccessible(table);
  });

  it('reaches the last of a million rows, and the first again', async () => {
    const { scroller, visible, drawn } = await longPage(million);

    scroller.scrollTop = scroller.scrollHeight;
    await until(() => visible().at(-1) === million - 1);
    expect(drawn().at(-1)?.getAttribute('aria-rowindex')).to.equal(String(million + 1));
    expect(scroller.scrollHeight).to.be.lessThan(8_100_000);

    scroller.scrollTop = 0;
    await until(() => visible()[0] === 0);
  });

  it('shows every place of the list where the scroll bar says it is', async () => {
    const { scroller, visible } = await longPage(million);

    for (const share of [0.5, 0.25, 0.9, 0.1]) {
      scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
      await until(() => Math.abs((visible()[0] ?? 0) - share * million) < 20, `the row at ${String(share)}`);
    }
  });

  it('moves row by row by small steps, there as well, and leaves no gap and no row out', async () => {
    const { scroller, visible, tops, gaps } = await longPage(million);
    scroller.scrollTop = scroller.scrollHeight / 2;
    await until(() => (visible()[0] ?? 0) > 400_000);

    for (const step of [40, 300, 500, -700, -40, 120]) {
      const before = tops();
      scroller.scrollTop += step;
      await scrolled(scroller);
      for (const [key, top] of tops()) {
        const was = before.get(key);
        if (was !== undefined) expect(top - was, `row ${key}`).to.be.closeTo(-step, 1.5);
      }
      expect(gaps()).to.deep.equal([]);
    }
  });

  it('uses the elements of rows that went out of sight for those that come into it', async () => {
    const { scroller, drawn, visible } = await longPage(5000);
    scroller.scrollTop = 20_000;
    await until(() => (visible()[0] ?? 0) > 100);
    const before = new Set(drawn());
    const first = visible()[0] ?? 0;

    scroller.scrollTop += 3000;
    await until(() => (visible()[0] ?? 0) > first + 20);

    expect(drawn().filter((row) => before.has(row)).length).to.be.greaterThan(drawn().length - 6);
  });

  it('draws all of a list that is short, so that the browser finds each word of it', async () => {
    const { drawn } = await longPage(200);

    expect(drawn()).to.have.lengthOf(200);
  });

  it('keeps the focus in a row that is scrolled out of sight, and goes on from there', async () => {
    const { scroller, drawn, visible } = await longPage(5000);
    const row = drawn()[2];
    row?.querySelector<HTMLElement>('.expander')?.focus();

    scroller.scrollTop = scroller.scrollHeight / 2;
    await until(() => (visible()[0] ?? 0) > 1000, 'rows of the middle');
    expect(focused()?.closest('tr') === row).to.equal(true);
    scroller.scrollTop += 400;
    await scrolled(scroller);
    expect(focused()?.closest('tr') === row).to.equal(true);
    expect(drawn().filter((one) => one === row)).to.have.lengthOf(1);

    await sendKeys({ press: 'Tab' });
    expect(focused()?.closest('tr')?.dataset['session']).to.equal('imp_3');
    await until(() => visible().includes(3), 'the row that has the focus');
  });

  it('reaches each row with Tab, one after the other', async () => {
    const { drawn } = await longPage(5000);
    drawn()[0]?.querySelector<HTMLElement>('.expander')?.focus();

    for (let index = 1; index < 40; index++) await sendKeys({ press: 'Tab' });

    expect(focused()?.closest('tr')?.dataset['session']).to.equal('imp_39');
  });

  it('moves nothing that is read when a row is opened, or one above it is', async () => {
    const { root, scroller, drawn, visible, tops, gaps } = await longPage(5000);
    scroller.scrollTop = scroller.scrollHeight / 4;
    await until(() => (visible()[0] ?? 0) > 500);
    const [middle = 0] = visible().slice(visible().length / 2);
    const rowOf = (index: number) => drawn().find((row) => row.dataset['session'] === `imp_${String(index)}`);

    const before = tops().get(`imp_${String(middle)}`);
    rowOf(middle)?.querySelector<HTMLElement>('.expander')?.click();
    await until(() => root.querySelector('.detail-row [role=alert]'), `what is in row ${String(middle)}`);
    expect(tops().get(`imp_${String(middle)}`)).to.be.closeTo(before ?? 0, 1);
    expect(gaps()).to.deep.equal([]);

    scroller.scrollTop += 3000;
    await until(() => (visible()[0] ?? 0) > middle + 10, 'other rows');
    scroller.scrollTop -= 3000;
    await until(() => visible().includes(middle), `row ${String(middle)} again`);
    expect(root.querySelectorAll('.detail-row')).to.have.lengthOf(1);
    expect(gaps()).to.deep.equal([]);
  });

  it('stays where it is when its width is another one, and goes on from there', async () => {
    const { root, page, scroller, visible, gaps } = await longPage(5000);
    scroller.scrollTop = scroller.scrollHeight / 4;
    await until(() => (visible()[0] ?? 0) > 1000);
    const [first = 0] = visible();
    const { height = 0 } = root.querySelector('.rows > .row')?.getBoundingClientRect() ?? {};

    page.style.inlineSize = '1600px';
    await until(() => Math.abs((root.querySelector('.rows > .row')?.clientHeight ?? height) - height) > 10);
    await until(() => gaps().length === 0, 'rows as low as the table');
    expect(visible()[0]).to.be.within(first, first + 2);

    scroller.scrollTop += 3000;
    await scrolled(scroller);
    expect(visible()[0]).to.be.within(first + 15, first + 80);
  });

  it('asks for the rows that are looked at, and shows others in their stead until they are there', async () => {
    let release: (() => void) | undefined;
    const source = numberedSource(million, () => new Promise((resolve) => (release = resolve)));
    const { root, table, visible } = await longPage(million, source);
    await until(() => root.querySelectorAll('[part=skeleton]').length > 5);
    await expectAccessible(table);

    release?.();
    await until(() => visible().includes(0));

    expect(source.ranges).to.deep.equal([[0, 100]]);
  });

  it('says so when rows could not be had, and asks again', async () => {
    let broken = true;
    const source = numberedSource(million, () =>
      broken ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    const { table, press, visible } = await longPage(million, source);
    await is(table, 'error');

    broken = false;
    press('Try again');
    await until(() => visible().includes(0));
    await is(table, 'ready');
  });

  it('begins at the top when it is sorted another way', async () => {
    const source = numberedSource(million);
    const { scroller, press, visible } = await longPage(million, source);
    scroller.scrollTop = 4_000_000;
    await until(() => (visible()[0] ?? 0) > 1000);

    press('Started');
    await until(() => visible()[0] === million - 1);

    expect(scroller.scrollTop).to.equal(0);
    expect(source.queries.at(-1)).to.include({ sort: 'createdAt' });
  });

  it('loads the next page of the backend as it comes into view', async () => {
    const { scroller, rows, queries } = await auditPageAt({ sessions: pastSessions(120) });
    expect(rows()).to.have.lengthOf(50);

    scroller.scrollTop = scroller.scrollHeight;
    await until(() => rows().length === 100);
    scroller.scrollTop = scroller.scrollHeight;
    await until(() => rows().length === 120);

    expect(queries()).to.have.lengthOf(3);
    expect(rows()[119]).to.contain('Reason number 119');
  });

  it('is a list of cards where there is no room, as long as it may be', async () => {
    const { root, page, table, visible, gaps, drawn } = await longPage(million);
    page.style.inlineSize = '320px';
    await until(() => getComputedStyle(byRole(root, 'table', /./)).display === 'block');

    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    await until(() => Math.abs((visible()[0] ?? 0) - million / 2) < 5000);

    expect(gaps()).to.deep.equal([]);
    expect(drawn().length).to.be.lessThan(30);
    expect(table.scrollWidth).to.be.at.most(320);
    await expectAccessible(table);
  });
});

async function auditPageAt(options: Parameters<typeof auditPage>[0]) {
  const page = await auditPage(options);
  return { ...page, scroller: scrollerOf(page.root) };
}

async function longPage(count: number, source = numberedSource(count)) {
  const page = await auditPageAt({ sessions: [], until: 'empty' });
  const { root, table } = page;
  table.dataSource = source;
  await until(() => root.querySelector('.rows > .row, .rows > .skeleton-row'));
  const drawn = () => [...root.querySelectorAll<HTMLElement>('.rows > .row')];
  const shown = () => {
    const box = scrollerOf(root).getBoundingClientRect();
    const head = root.querySelector('thead')?.getBoundingClientRect().bottom ?? box.top;
    return drawn().filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return (
        !row.matches('.kept') &&
        bottom > Math.max(head, box.top, 0) &&
        top < Math.min(box.bottom, innerHeight)
      );
    });
  };
  const numberOf = (row: HTMLElement) => Number(row.dataset['session']?.slice(4));
  return {
    ...page,
    get scroller() {
      return scrollerOf(root);
    },
    drawn,
    /** The numbers of the rows that can be seen. */
    visible: () => shown().map(numberOf),
    tops: () => new Map(shown().map((row) => [row.dataset['session'], row.getBoundingClientRect().top])),
    /** What is not covered by rows, or not in order. */
    gaps: () => {
      const rows = [...root.querySelectorAll<HTMLElement>('.rows > tr:not(.spacer, .kept)')];
      const { bottom } = scrollerOf(root).getBoundingClientRect();
      const wrong: string[] = [];
      rows.forEach((row, index) => {
        const above = rows[index - 1];
        if (above && Math.abs(above.getBoundingClientRect().bottom - row.getBoundingClientRect().top) > 1)
          wrong.push(`a gap above ${String(row.dataset['session'])}`);
        if (above && Number(above.ariaRowIndex) + 1 !== Number(row.ariaRowIndex))
          wrong.push(`not in order at ${String(row.dataset['session'])}`);
      });
      if ((rows.at(-1)?.getBoundingClientRect().bottom ?? 0) < Math.min(bottom, innerHeight))
        wrong.push('nothing at the bottom');
      return wrong;
    },
  };
}

function scrollerOf(root: ParentNode): HTMLElement {
  const scroller = root.querySelector<HTMLElement>('.scroller');
  if (!scroller) throw new Error('Nothing scrolls');
  return scroller;
}

/** After the scroll event, which is what the rows follow. */
const scrolled = (scroller: Element) =>
  new Promise<void>((resolve) => scroller.addEventListener('scroll', () => resolve(), { once: true }));
