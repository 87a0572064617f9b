import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';

import { createMemoryClient } from '../../src/client/memory.js';
import { seedUsers } from '../../src/client/memory-seed.js';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';
import { is, manyUsers, pressKeys, searchPage } from '../support/search-page.js';

const ids = () => JSON.parse(sessionStorage.getItem('impersonation-kit:recent-people') ?? '[]') as string[];
const shown = (search: HTMLElement) =>
  search.shadowRoot?.querySelector('#panel')?.checkVisibility({ visibilityProperty: true }) ?? false;

describe('<impersonation-user-search>: choosing', () => {
  it('chooses with the keyboard alone, and tells the page who it was', async () => {
    const { search, type, press, field, active, page } = await searchPage();
    const chosen = next(page, 'impersonation-user-selected');
    await type('northwind');
    await is(search, 'ready');
    expect(active()).to.equal(null);

    await press('ArrowDown', 'ArrowDown');
    expect(active()).to.match(/^Mateo Álvarez/);
    await expectAccessible(search);
    await press('Enter');

    expect((await chosen).user).to.deep.equal({
      id: 'u_43',
      name: 'Mateo Álvarez',
      email: 'mateo@northwind.example',
      organization: 'Northwind Traders',
      role: 'Manager',
      refusal: null,
    });
    expect(search.value).to.equal('u_43');
    expect(search.user?.name).to.equal('Mateo Álvarez');
    expect(field().value).to.equal('Mateo Álvarez');
    expect(shown(search)).to.equal(false);
    expect(focused() === field()).to.equal(true);
  });

  it('chooses with the pointer, and leaves the focus in the field', async () => {
    const { search, type, root, field } = await searchPage();
    await type('dana');
    await is(search, 'ready');

    byRole(root, 'option', /^Dana/).click();
    await search.updateComplete;

    expect(search.value).to.equal('u_42');
    expect(focused() === field()).to.equal(true);
  });

  it('moves through the list by single steps, by ten, and to its ends', async () => {
    const { search, type, press, active } = await searchPage({
      users: manyUsers(15),
      attributes: { limit: '50' },
    });
    await type('person');
    await is(search, 'ready');

    const after = async (...keys: string[]) => {
      await press(...keys);
      return active()?.slice(0, 10) ?? null;
    };
    expect(await after('ArrowUp')).to.equal('Person 114');
    expect(await after('ArrowDown')).to.equal('Person 100');
    expect(await after('PageDown')).to.equal('Person 110');
    expect(await after('PageDown')).to.equal('Person 114');
    expect(await after('PageUp')).to.equal('Person 104');
    expect(await after('Control+Home')).to.equal('Person 100');
    expect(await after('Control+End')).to.equal('Person 114');
  });

  it('leaves Home and End to the text', async () => {
    const { search, type, press, active, field } = await searchPage();
    await type('dana');
    await is(search, 'ready');

    await press('Home');
    expect(field().selectionStart).to.equal(0);
    await press('End');
    expect(field().selectionStart).to.equal(4);
    expect(active()).to.equal(null);
  });

  it('loads more when the keyboard goes on after the last one', async () => {
    const { search, type, press, active, people } = await searchPage({
      users: manyUsers(25),
    });
    await type('person');
    await is(search, 'ready');

    await press('ArrowUp', 'ArrowDown');
    await until(() => people().length === 25);
    await until(() => active()?.startsWith('Person 120'));
  });

  it('keeps the person whom Enter would choose in view', async () => {
    const { search, type, press, root } = await searchPage({ users: manyUsers(20) });
    await type('person');
    await is(search, 'ready');

    await press('ArrowUp');

    const list = byRole(root, 'listbox', 'People').getBoundingClientRect();
    const option = root.querySelector('[part~=option-active]')!.getBoundingClientRect();
    expect(option.bottom).to.be.at.most(list.bottom + 1);
    expect(option.top).to.be.at.least(list.top);
  });

  it('forgets whom Enter would have chosen once something else is typed', async () => {
    const { search, type, press, active } = await searchPage();
    await type('northwind');
    await is(search, 'ready');
    await press('ArrowDown');

    await type(' t');

    expect(active()).to.equal(null);
    await press('Enter');
    expect(search.value).to.equal('');
  });

  for (const [what, text] of [
    ['an address', 'DANA.FOX@northwind.example'],
    ['an id', 'u_42'],
  ] as const) {
    it(`takes the person with Enter whose ${what} is typed in full`, async () => {
      const { search, type, press, active } = await searchPage();
      await type(text);
      await is(search, 'ready');

      expect(active()).to.match(/^Dana Fox/);
      await press('Enter');
      expect(search.value).to.equal('u_42');
    });
  }

  it('closes the list with the first Escape and clears the field with the second', async () => {
    const { search, type, press, field } = await searchPage();
    await type('dana');
    await is(search, 'ready');
    const heard: boolean[] = [];
    search.addEventListener('keydown', (event) => heard.push(event.defaultPrevented));

    await press('Escape');
    expect([shown(search), field().value]).to.deep.equal([false, 'dana']);
    await press('Escape');
    expect([shown(search), field().value]).to.deep.equal([false, '']);
    await press('Escape');

    expect(heard).to.deep.equal([true, true, false]); // a dialog around it hears the third
  });

  it('closes when the focus leaves, and says so', async () => {
    const { search, type } = await searchPage({
      around: (search) => html`${search}<button>Next</button>`,
    });
    const states: string[] = [];
    search.addEventListener('toggle', ({ newState }) => states.push(newState));
    await type('dana');
    await is(search, 'ready');

    await sendKeys({ press: 'Tab' });
    await search.updateComplete;

    expect(focused()?.textContent).to.equal('Next');
    expect(shown(search)).to.equal(false);
    expect(states).to.deep.equal(['open', 'closed']);
  });

  it('lets the keyboard reach the buttons below the list, and stays open for them', async () => {
    const { search, type, people } = await searchPage({ users: manyUsers(30) });
    await type('person');
    await is(search, 'ready');

    await sendKeys({ press: 'Tab' });
    expect(focused()?.textContent).to.contain('Load more');
    expect(shown(search)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await until(() => people().length === 30);

    expect(focused()).to.have.property('localName', 'input'); // the button is gone, and the focus is not lost
  });

  it('chooses nobody any more once the name is changed', async () => {
    const { search, type, press, page } = await searchPage();
    await type('dana');
    await is(search, 'ready');
    await press('ArrowDown', 'Enter');
    const changed = next(page, 'change');

    await type('x');
    await changed;

    expect(search.value).to.equal('');
    expect(search.user).to.equal(null);
  });

  it('is emptied with its button', async () => {
    const { search, type, root, field } = await searchPage();
    await type('dana');
    await is(search, 'ready');
    const clear = byRole(root, 'button', 'Clear');
    const { width, height } = clear.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);

    clear.click();
    await search.updateComplete;

    expect(field().value).to.equal('');
    expect(focused() === field()).to.equal(true);
    expect(hasRole(root, 'button', 'Clear')).to.equal(false);
  });

  it('hangs the list below the field where the browser cannot hold it there', async () => {
    const { supports } = CSS;
    CSS.supports = () => false;
    try {
      const { search, type, field, root } = await searchPage();
      await type('dana');
      await is(search, 'ready');

      const panel = root.querySelector<HTMLElement>('#panel')!;
      expect(panel.popover).to.equal(null);
      const [below, above] = [panel.getBoundingClientRect(), field().getBoundingClientRect()];
      expect(below.top - above.bottom).to.be.within(0, 8);
      expect(Math.abs(below.left - above.left)).to.be.below(2);
      expect(shown(search)).to.equal(true);
    } finally {
      CSS.supports = supports;
    }
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`holds the list to the field, above everything else (${dir})`, async () => {
      const { search, type, field, root } = await searchPage({
        around: (search) =>
          html`<div dir=${dir} style="overflow: hidden; inline-size: 20rem; block-size: 3rem">
            ${search}
          </div>`,
      });
      await type('dana');
      await is(search, 'ready');
      await until(() => shown(search));

      const panel = root.querySelector<HTMLElement>('#panel')!;
      // Without anchors it is laid out below the field, where a box that hides what is too large for it hides the list.
      expect(panel.matches(':popover-open')).to.equal(CSS.supports('anchor-name: --field'));
      const [below, above] = [panel.getBoundingClientRect(), field().getBoundingClientRect()];
      expect(below.top - above.bottom).to.be.within(0, 8);
      expect(Math.abs(below.left - above.left)).to.be.below(2);
      expect(Math.abs(below.right - above.right)).to.be.below(2);
    });
  }
});

describe('<impersonation-user-search>: whom somebody chose lately', () => {
  async function chosenBefore() {
    const before = await searchPage();
    for (const name of ['dana', 'aiko']) {
      before.search.clear();
      await before.type(name);
      await is(before.search, 'ready');
      await before.press('ArrowDown', 'Enter');
    }
    before.search.remove();
  }

  it('come first, the latest at the top', async () => {
    await chosenBefore();
    const { search, field, people, root, queries } = await searchPage();

    field().click();
    await is(search, 'recents');

    byRole(root, 'group', 'Recent');
    expect(people().map((name) => name.split(' ')[0])).to.deep.equal(['Aiko', 'Dana']);
    expect(queries()).to.deep.equal([]);
    await expectAccessible(search);
  });

  it('are kept in this tab, by their ids alone', async () => {
    await chosenBefore();

    expect(ids()).to.deep.equal(['u_57', 'u_42']);
    expect(JSON.stringify(Object.entries(localStorage))).to.not.contain('u_42');
    expect(JSON.stringify(Object.entries(sessionStorage))).to.not.match(/Dana|Aiko|example/);
  });

  it('are asked about anew: who was protected meanwhile is shown so, who is gone is not shown', async () => {
    await chosenBefore();
    const { search, field, people } = await searchPage({
      users: seedUsers
        .filter(({ id }) => id !== 'u_57')
        .map((user) => (user.id === 'u_42' ? { ...user, refusal: 'subject_protected' as const } : user)),
    });

    field().click();
    await is(search, 'recents');

    expect(people()).to.deep.equal([
      'Dana Fox dana.fox@northwind.example Northwind Traders Protected: cannot be impersonated.',
    ]);
  });

  it('are at most five, and not kept at all where the page says so', async () => {
    const { search, type, press } = await searchPage({ users: manyUsers(9) });
    for (const number of [100, 101, 102, 103, 104, 105]) {
      search.clear();
      await type(String(number));
      await is(search, 'ready');
      await press('ArrowDown', 'Enter');
    }
    expect(ids()).to.deep.equal(['u_105', 'u_104', 'u_103', 'u_102', 'u_101']);

    sessionStorage.clear();
    search.recents = 'off';
    search.clear();
    await type('106');
    await is(search, 'ready');
    await press('ArrowDown', 'Enter');
    expect(ids()).to.deep.equal([]);
  });

  it('do not matter where what is kept makes no sense', async () => {
    sessionStorage.setItem('impersonation-kit:recent-people', '{"length":');
    const { search, field, type } = await searchPage();

    field().click();
    await is(search, 'idle');
    await type('dana');
    await is(search, 'ready');
  });
});

describe('<impersonation-user-search>: in a form', () => {
  async function formPage(attributes: Record<string, string> = {}) {
    const page = await searchPage({
      attributes: { name: 'person', ...attributes },
      around: (search) => html`
        <form>
          <label for="who">Whom to help</label>
          ${Object.assign(search, { id: 'who' })}
          <button>Send</button>
        </form>
      `,
    });
    const form = page.page.querySelector('form')!;
    form.addEventListener('submit', (event) => event.preventDefault());
    return { ...page, form, sent: () => new FormData(form).get('person') };
  }

  it('sends the id of the person chosen under its name', async () => {
    const { search, type, press, sent, form } = await formPage();
    let whenChanged: unknown;
    form.addEventListener('change', () => (whenChanged = sent()));
    expect(sent()).to.equal(null);

    await type('dana');
    await is(search, 'ready');
    await press('ArrowDown', 'Enter');

    expect(sent()).to.equal('u_42');
    expect(whenChanged).to.equal('u_42');
    expect(search.form).to.equal(form);
  });

  it('is called what the label of the page says', async () => {
    const { root, search, form } = await formPage();
    search.requestUpdate();
    await search.updateComplete;

    byRole(root, 'combobox', 'Whom to help');
    form.querySelector('label')!.click();
    expect(focused()).to.have.property('localName', 'input');
    await expectAccessible(form);
  });

  it('keeps the form from being sent while nobody is chosen, and says why', async () => {
    const { search, form, field, type, press } = await formPage({ required: '' });
    expect(field().ariaInvalid).to.equal('false');
    expect(form.reportValidity()).to.equal(false);
    await search.updateComplete;

    expect(search.validity.valueMissing).to.equal(true);
    expect(search.validationMessage).to.equal('Choose a person from the list.');
    expect(field().ariaInvalid).to.equal('true');
    expect(focused() === field()).to.equal(true);
    await expectAccessible(search);

    await type('dana'); // a name that is typed is nobody yet
    await is(search, 'ready');
    expect(form.checkValidity()).to.equal(false);
    await press('ArrowDown', 'Enter');
    expect(form.checkValidity()).to.equal(true);
    expect(field().ariaInvalid).to.equal('false');
  });

  it('sends the form with Enter once the list is closed, and not before', async () => {
    const { search, form, type, press } = await formPage();
    let sent = 0;
    form.addEventListener('submit', () => (sent += 1));
    await type('dana');
    await is(search, 'ready');

    await press('Enter'); // nobody is pointed at
    await press('ArrowDown', 'Enter');
    expect(sent).to.equal(0);
    await press('Enter');

    expect(sent).to.equal(1);
  });

  it('shows who has the id that the page gave, and goes back to them when the form is reset', async () => {
    const { search, field, form, type, sent, client } = await formPage({ value: 'u_42' });
    await until(() => field().value === 'Dana Fox');
    expect(sent()).to.equal('u_42');
    expect(client.calls.map(({ method }) => method)).to.deep.equal(['getUser']);

    search.clear();
    await type('aiko');
    expect(sent()).to.equal(null);
    form.reset();

    await until(() => field().value === 'Dana Fox');
    expect(sent()).to.equal('u_42');
  });

  it('shows the id itself where nobody says who that is', async () => {
    const { field, sent, client } = await formPage({ value: 'u_404' });
    await until(() => client.calls.length);

    expect(field().value).to.equal('u_404');
    expect(sent()).to.equal('u_404');
  });

  it('cannot be used while it, or a fieldset around it, is disabled', async () => {
    const { page, search, field } = await searchPage({
      around: (search) => html`<fieldset disabled>${search}</fieldset>`,
    });
    await settled(page);
    expect(field().disabled).to.equal(true);
    search.show();
    expect(search.matches(':state(open)')).to.equal(false);

    page.querySelector('fieldset')!.disabled = false;
    await search.updateComplete;
    expect(field().disabled).to.equal(false);
    search.disabled = true;
    await search.updateComplete;
    expect(field().disabled).to.equal(true);
    await expectAccessible(search);
  });
});

describe('<impersonation-user-search>: as a palette', () => {
  const palette = (attributes: Record<string, string> = {}) =>
    searchPage({ attributes: { variant: 'palette', ...attributes } });

  it('opens above the page, finds, and shows who was chosen', async () => {
    const { search, root, press, page } = await palette();
    const trigger = byRole(root, 'button', 'Find a person');
    await expectAccessible(search);
    trigger.click();
    await search.updateComplete;
    const dialog = byRole<HTMLDialogElement>(root, 'dialog', 'Find a person');
    expect(dialog.matches(':modal')).to.equal(true);
    expect(focused() === byRole(root, 'combobox', 'Find a person')).to.equal(true);
    expect(textOf(dialog)).to.contain('Type part of a name');
    await expectAccessible(search);

    const chosen = next(page, 'impersonation-user-selected');
    await sendKeys({ type: 'dana' });
    await is(search, 'ready');
    await expectAccessible(search);
    await press('ArrowDown', 'Enter');

    expect((await chosen).user.id).to.equal('u_42');
    expect(dialog.open).to.equal(false);
    byRole(root, 'button', 'Find a person: Dana Fox');
    expect(focused() === trigger).to.equal(true);
  });

  it('is cleared by the first Escape and closed by the second, which gives the focus back', async () => {
    const { search, root } = await palette();
    const trigger = byRole(root, 'button', 'Find a person');
    trigger.focus();
    await sendKeys({ press: 'Enter' });
    await search.updateComplete;
    await sendKeys({ type: 'dana' });
    await is(search, 'ready');

    await sendKeys({ press: 'Escape' });
    await is(search, 'idle');
    expect(search.matches(':state(open)')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => !search.matches(':state(open)'));

    expect(focused() === trigger).to.equal(true);
  });

  it('opens from anywhere by its keys, and by none where it has none', async () => {
    const { search, root } = await palette({ shortcut: 'Control+K' });
    expect(byRole(root, 'button', 'Find a person').getAttribute('aria-keyshortcuts')).to.equal('Control+K');

    await pressKeys('Control+k');
    await search.updateComplete;
    expect(byRole<HTMLDialogElement>(root, 'dialog', 'Find a person').open).to.equal(true);

    search.hide();
    search.shortcut = '';
    await search.updateComplete;
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
    await search.updateComplete;
    expect(search.matches(':state(open)')).to.equal(false);
  });

  it('closes by its button, and by a press beside it', async () => {
    const { search, root } = await palette();
    for (const way of ['button', 'backdrop'] as const) {
      search.show();
      await search.updateComplete;
      const dialog = byRole<HTMLDialogElement>(root, 'dialog', 'Find a person');
      if (way === 'button') byRole(root, 'button', 'Close').click();
      else {
        dialog.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        dialog.click();
      }
      await search.updateComplete;
      expect(dialog.open, way).to.equal(false);
    }
  });

  it('fits where there is little room', async () => {
    const { search, root } = await palette();
    search.show();
    await search.updateComplete;

    const { left, right } = byRole(root, 'dialog', 'Find a person').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(document.documentElement.clientWidth);
  });
});

describe('<impersonation-user-search>: on a page', () => {
  it('leaves nothing behind when it is taken away, and begins anew when it comes back', async () => {
    const { search, type, page, field, press } = await searchPage();
    await type('dana');
    await is(search, 'ready');
    await press('ArrowDown', 'Enter');

    search.remove();
    expect(search.user).to.equal(null);
    search.client = createMemoryClient({ users: [{ id: 'u_42', name: 'Somebody else' }] });
    page.append(search);
    await until(() => field().value === 'Somebody else');
  });

  it('takes its client from the provider around it', async () => {
    const page = await fixture(html`<impersonation-user-search></impersonation-user-search>`);
    const search = page.querySelector('impersonation-user-search')!;
    expect(textOf(page)).to.equal('');

    search.client = createMemoryClient();
    await is(search, 'idle');
    expect(allByRole(page, 'combobox')).to.have.lengthOf(1);
  });
});
