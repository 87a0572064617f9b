import { expect } from 'chai';

import type { SavedView, ViewStore } from '../../src/elements/session-audit-table/saved-view.js';
import { auditPage, pastSessions, type AuditPage } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { byRole, focused, hasRole, textOf, until } from '../support/screen.js';

const key = 'impersonation-kit:views:1';
const sams: SavedView = { name: 'Sam’s', query: 'actor:sam' };
const mine: SavedView = { name: 'Mine', query: 'umlaut', period: '7d' };

describe('<session-audit-table>: views', () => {
  beforeEach(() => {
    localStorage.removeItem(key);
    localStorage.removeItem(`${key}:unread`);
  });
  after(() => {
    localStorage.removeItem(key);
    localStorage.removeItem(`${key}:unread`);
  });

  it('are chosen from a list, and the button says which it is and whether it was changed since', async () => {
    const page = await opened();
    expect(names(page)).to.deep.equal(['Active now', 'Full access', 'Cut short', 'Last 7 days']);
    const told: string[] = [];
    page.table.addEventListener('session-query-change', ({ query, period }) =>
      told.push(`${query} ${period}`),
    );

    page.press('Full access');
    await until(() => said(page) === 'Views: Full access');

    expect(told).to.deep.equal(['mode:full 30d']);
    expect(focused() === viewsButton(page)).to.equal(true);
    page.type('Search', 'mode:full umlaut');
    await until(() => said(page) === 'Views: Full access Changed since');

    viewsButton(page).click();
    await until(() => hasRole(page.root, 'button', 'Full access'));
    page.press('Full access');
    await until(() => page.table.query === 'mode:full');
    await until(() => said(page) === 'Views: Full access');
  });

  it('leave the order as usual where they say none, and the zone as it is', async () => {
    const page = await opened();
    page.table.sort = 'actor';

    page.press('Full access');

    await until(() => page.table.query === 'mode:full');
    expect([page.table.sort, page.table.timezone]).to.deep.equal(['-createdAt', 'utc']);
  });

  it('keep question, period, order, zone and columns under a name, for the next time', async () => {
    const page = await opened();
    Object.assign(page.table, {
      query: 'mode:read-only',
      period: '7d',
      sort: 'actor',
      timezone: 'Asia/Tokyo',
      columns: 'reason actor:14',
    });
    await until(() => page.queries().at(-1)?.sort === 'actor');
    await until(() => page.rows().length === 3 && !page.table.matches(':state(refreshing)'));
    await expectAccessible(page.table);
    name(page, 'Looks');
    page.press('Save');
    await until(() => names(page).includes('Looks'));
    expect(page.said).to.include('Saved as “Looks”.');
    expect(byRole(page.root, 'button', 'Looks').ariaCurrent).to.equal('true');
    await expectAccessible(page.table);

    const next = await opened();
    next.press('Looks');

    await until(() => next.table.query === 'mode:read-only');
    const { period, sort, timezone, columns } = next.table;
    expect({ period, sort, timezone, columns }).to.deep.equal({
      period: '7d',
      sort: 'actor',
      timezone: 'Asia/Tokyo',
      columns: 'reason actor:14',
    });
  });

  it('are not replaced by another of the same name unless somebody says so', async () => {
    const page = await opened([mine]);
    name(page, ' mine ');

    page.press('Save');
    await until(() => hasRole(page.root, 'button', 'Replace it'));

    expect(textOf(page.root)).to.contain('You have a view called “Mine” already.');
    expect(kept()).to.deep.equal([mine]);
    await expectAccessible(page.table);
    page.press('Replace it');
    await until(() => kept()[0]?.query === '');
    expect(kept().map((view) => view.name)).to.deep.equal(['Mine']);
    expect(hasRole(page.root, 'button', 'Replace it')).to.equal(false);
  });

  it('take in what was changed since they were chosen', async () => {
    const page = await opened([mine, sams]);
    page.press('Mine');
    await until(() => page.table.query === 'umlaut');
    page.table.query = 'umlaut mode:full';
    viewsButton(page).click();

    await until(() => hasRole(page.root, 'button', 'Save changes to “Mine”'));
    page.press('Save changes to “Mine”');

    await until(() => kept()[0]?.query === 'umlaut mode:full');
    expect(kept()).to.have.lengthOf(2);
    await until(() => said(page) === 'Views: Mine');
  });

  it('are renamed, but not to the name of another', async () => {
    const page = await opened([mine, sams]);
    page.press('Rename “Mine”');
    await until(() => focused()?.getAttribute('name') === 'rename');
    await expectAccessible(page.table);

    rename(page, 'sam’s');
    await until(() => textOf(page.root).includes('You have a view called “sam’s” already.'));
    expect(kept()).to.deep.equal([mine, sams]);
    rename(page, 'Ours');
    await until(() => names(page).includes('Ours'));
    expect(kept()).to.deep.equal([{ ...mine, name: 'Ours' }, sams]);

    page.press('Rename “Ours”');
    await until(() => focused()?.getAttribute('name') === 'rename');
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => hasRole(page.root, 'button', 'Ours'));
    expect(hasRole(page.root, 'group', 'Views')).to.equal(true);
  });

  it('come back to their place when they were deleted by mistake', async () => {
    const page = await opened([mine, sams]);

    page.press('Delete “Mine”');
    await until(() => page.said.includes('“Mine” was deleted.'));
    expect(kept()).to.deep.equal([sams]);
    await until(() => focused() === byRole(page.root, 'button', 'Undo'));
    await expectAccessible(page.table);
    page.press('Undo');

    await until(() => names(page).includes('Mine'));
    expect(kept()).to.deep.equal([mine, sams]);
    await until(() => focused()?.getAttribute('name') === 'view-name');
  });

  it('leave alone what they cannot read, and what another tab saved meanwhile', async () => {
    localStorage.setItem(key, '{broken');
    const page = await opened();
    name(page, 'First');
    page.press('Save');
    await until(() => kept()[0]?.name === 'First');
    expect(localStorage.getItem(`${key}:unread`)).to.equal('{broken');

    const foreign = { name: 'From the future', period: 'since-forever' } as unknown as SavedView;
    localStorage.setItem(key, JSON.stringify([...kept(), foreign, 7, sams]));
    name(page, 'Second');
    page.press('Save');
    await until(() => kept().at(-1)?.name === 'Second');

    expect(kept().slice(1, 4)).to.deep.equal([foreign, 7, sams]);
    expect(names(page).slice(4)).to.deep.equal(['First', 'Sam’s', 'Second']);
  });

  it('are kept where the page says; what fails is said, and nothing is lost', async () => {
    let views: readonly SavedView[] = [sams];
    let works = false;
    let refused = 0;
    const answer = () => (works ? Promise.resolve() : Promise.reject(new Error(`down ${String(++refused)}`)));
    const store: ViewStore = {
      get: () => answer().then(() => views),
      set: (next) => answer().then(() => void (views = next)),
    };
    const page = await opened([], { viewStore: store });
    await until(() => textOf(page.root).includes('Your views could not be read.'));
    await expectAccessible(page.table);
    works = true;
    page.press('Try again');
    await until(() => names(page).includes('Sam’s'));

    works = false;
    name(page, 'Mine');
    page.press('Save');
    await until(() => textOf(page.root).includes('This could not be kept.'));
    expect(field(page).value).to.equal('Mine');
    page.press('Delete “Sam’s”');
    await until(() => refused === 3);
    expect(hasRole(page.root, 'button', 'Undo')).to.equal(false);
    expect(names(page)).to.include('Sam’s');
    works = true;
    page.press('Save');
    await until(() => views.length === 2);
    expect(localStorage.getItem(key)).to.equal(null);
  });

  it('are those of the page where it has some, and none at all where it wants none', async () => {
    const page = await opened([], { views: [sams], viewStore: null });

    expect(names(page)).to.deep.equal(['Sam’s']);
    expect(hasRole(page.root, 'textbox', 'Save what is shown as')).to.equal(false);
    page.table.views = [];
    await until(() => !page.root.querySelector('[part=views-button]'));
  });
});

const kept = () => JSON.parse(localStorage.getItem(key) ?? '[]') as SavedView[];

/** A table with its views open, and these kept in the browser. */
async function opened(
  views: readonly SavedView[] = [],
  given: { views?: SavedView[]; viewStore?: ViewStore | null } = {},
): Promise<AuditPage> {
  if (views.length) localStorage.setItem(key, JSON.stringify(views));
  const page = await auditPage({ sessions: pastSessions(3) });
  Object.assign(page.table, given);
  await page.table.updateComplete;
  viewsButton(page).click();
  await until(() => hasRole(page.root, 'group', 'Views'));
  if (given.viewStore === undefined)
    await until(
      () => hasRole(page.root, 'textbox', 'Save what is shown as') && names(page).length >= views.length,
    );
  return page;
}

const viewsButton = ({ root }: AuditPage) => {
  const found = root.querySelector<HTMLElement>('[part=views-button]');
  if (!found) throw new Error('There is no button for views');
  return found;
};
/** What the button says. */
const said = (page: AuditPage) => viewsButton(page).textContent.replace(/\s+/g, ' ').trim();
const names = ({ root }: AuditPage) =>
  [...root.querySelectorAll('[part=view]')].map((view) => view.textContent.trim());

const field = ({ root }: AuditPage) => byRole<HTMLInputElement>(root, 'textbox', 'Save what is shown as');

function name(page: AuditPage, text: string): void {
  field(page).value = text;
  field(page).dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function rename({ root }: AuditPage, text: string): void {
  const input = byRole<HTMLInputElement>(root, 'textbox', /^New name of/);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  input.form?.requestSubmit();
}
