import { expect } from 'chai';

import { ImpersonationError } from '../../src/core/errors.js';
import type { UserSummary } from '../../src/core/protocol.js';
import { ImpersonationFailedEvent } from '../../src/elements/events.js';
import { expectAccessible } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';
import { is, manyUsers, searchPage } from '../support/search-page.js';

const dana = 'Dana Fox dana.fox@northwind.example Northwind Traders';

describe('<impersonation-user-search>: what it shows', () => {
  it('is a closed field with a name, and asks nothing, until it is used', async () => {
    const { search, field, root, client } = await searchPage();

    await is(search, 'idle');
    byRole(root, 'combobox', 'Find a person');
    expect(field().ariaExpanded).to.equal('false');
    expect(client.calls).to.deep.equal([]);
    await expectAccessible(search);
  });

  it('finds people by a part of what they are called', async () => {
    const { search, type, people, field, queries, root } = await searchPage();

    await type('dana');
    await is(search, 'ready');

    expect(people()).to.deep.equal([dana]);
    expect(queries()).to.deep.equal([{ query: 'dana', limit: 20 }]);
    expect(field().ariaExpanded).to.equal('true');
    expect(root.getElementById(field().getAttribute('aria-controls') ?? '')?.role).to.equal('listbox');
    byRole(root, 'group', 'People');
    await expectAccessible(search);
  });

  it('marks what matches, and takes it as text whatever it is', async () => {
    const name = '<b onclick="x">(Dana)</b>';
    const { search, type, root } = await searchPage({ users: [{ id: 'u_1', name }] });

    await type('(DANA)');
    await is(search, 'ready');

    expect(root.querySelector('bdi[part=name]')?.textContent).to.equal(name);
    expect([...root.querySelectorAll('mark')].map(({ textContent }) => textContent)).to.deep.equal([
      '(Dana)',
    ]);
  });

  it('keeps a name in its own direction', async () => {
    const { search, type, root } = await searchPage({
      users: [{ id: 'u_1', name: 'نور حداد', email: 'n@x.example' }],
    });

    await type('n@');
    await is(search, 'ready');

    const name = root.querySelector('[part=name]');
    expect(name?.localName).to.equal('bdi');
    expect(getComputedStyle(name!).unicodeBidi).to.equal('isolate');
  });

  it('lists those who cannot be impersonated, says why, and does not choose them', async () => {
    const { search, type, press, people, root, said } = await searchPage();
    let chosen = 0;
    search.addEventListener('impersonation-user-selected', () => (chosen += 1));

    await type('fieldnotes');
    await is(search, 'ready');
    expect(people()).to.deep.equal([
      'Margaret Osei margaret.osei@fieldnotes.example Fieldnotes Protected: cannot be impersonated.',
      'Sam Lee sam.lee@fieldnotes.example Fieldnotes This is you.',
    ]);
    expect(allByRole(root, 'option').map(({ ariaDisabled }) => ariaDisabled)).to.deep.equal(['true', 'true']);
    await expectAccessible(search);

    await press('ArrowDown', 'Enter');
    allByRole(root, 'option')[1]?.click();

    expect(chosen).to.equal(0);
    expect(search.value).to.equal('');
    expect(said).to.include('Margaret Osei: Protected: cannot be impersonated.');
    expect(said).to.include('Sam Lee: This is you.');
    expect(hasRole(root, 'listbox', 'People')).to.equal(true);
  });

  it('says which reason it was, for any that a policy may give', async () => {
    const { search, type, people } = await searchPage({
      users: [{ id: 'u_1', name: 'Dana', refusal: 'too_many_sessions' }],
    });

    await type('dana');
    await is(search, 'ready');

    expect(people()[0]).to.contain(new ImpersonationError('too_many_sessions').message);
  });

  it('tells of a person what the page asks for', async () => {
    const { search, type, people } = await searchPage({ attributes: { details: 'role' } });

    await type('dana');
    await is(search, 'ready');

    expect(people()).to.deep.equal(['Dana Fox Member']);
  });

  it('waits for enough letters, and says how many', async () => {
    const { search, type, root, client } = await searchPage();

    await type('d');
    await is(search, 'too-short');

    expect(textOf(root)).to.contain('Type at least 2 characters.');
    expect(client.calls.some(({ method }) => method === 'searchUsers')).to.equal(false);
    await expectAccessible(search);
  });

  it('says that nobody matches, and what was looked for', async () => {
    const { search, type, root, field } = await searchPage();

    await type('zz top');
    await is(search, 'empty');

    expect(textOf(root)).to.contain('Nobody matches “zz top”.');
    expect(field().ariaExpanded).to.equal('false');
    await expectAccessible(search);
  });

  it('shows that an answer is slow, and not at once', async () => {
    const { search, type, client, root } = await searchPage();
    const release = client.hold('searchUsers');

    await type('dana');
    await is(search, 'loading');
    expect(root.querySelectorAll('[part=skeleton]')).to.have.lengthOf(0);
    await until(() => root.querySelectorAll('[part=skeleton]').length === 3);
    await expectAccessible(search);

    release();
    await is(search, 'ready');
    expect(root.querySelectorAll('[part=skeleton]')).to.have.lengthOf(0);
  });

  it('keeps the people found before, dimmed, while the next answer is awaited', async () => {
    const { search, type, people, client, root } = await searchPage();
    await type('dana');
    await is(search, 'ready');
    const release = client.hold('searchUsers');

    await type(' f');
    await until(() => root.querySelector('[data-old]'));

    expect(people()).to.deep.equal([dana]);
    const name = () => getComputedStyle(root.querySelector('[part=name]')!).color;
    const dimmed = name();
    await expectAccessible(search);
    expect(byRole(root, 'listbox', 'People').ariaBusy).to.equal('true');
    release();
    await is(search, 'ready');
    expect(name()).to.not.equal(dimmed);
  });

  it('loads more on request, and counts', async () => {
    const { search, type, people, root, queries } = await searchPage({ users: manyUsers(45) });
    await type('person');
    await is(search, 'ready');
    expect(people()).to.have.lengthOf(20);
    expect(textOf(root)).to.contain('20 of 45');

    byRole(root, 'button', 'Load more').click();
    await until(() => people().length === 40);
    byRole(root, 'button', 'Load more').click();
    await until(() => people().length === 45);

    expect(hasRole(root, 'button', 'Load more')).to.equal(false);
    expect(queries()[1]).to.have.property('cursor').that.is.a('string');
    expect(focused()).to.have.property('localName', 'input');
  });

  it('says what went wrong, with its code, and tries again', async () => {
    const { search, type, client, root, people } = await searchPage({
      before: (client) => client.fail('searchUsers', 'unavailable'),
    });
    const failure = next(search, 'impersonation-failed');

    await type('dana');
    await is(search, 'error');
    expect((await failure).error.code).to.equal('unavailable');
    expect(textOf(root)).to.contain('The search did not work The record cannot be written or read');
    expect(textOf(root)).to.contain('Code: unavailable');
    await expectAccessible(search);

    byRole(root, 'button', 'Try again').click();
    await until(() => people().length === 1);
    expect(focused()).to.have.property('localName', 'input');
    expect(client.calls.filter(({ method }) => method === 'searchUsers')).to.have.lengthOf(2);
  });

  it('keeps what it found while offline, says for what, and goes on when the connection is back', async () => {
    const { search, type, client, root, people } = await searchPage();
    await type('dana');
    await is(search, 'ready');
    client.fail('searchUsers', 'network');

    await type(' f');
    await is(search, 'offline');
    expect(people()).to.deep.equal([dana]);
    byRole(root, 'group', 'Found for “dana”');
    await expectAccessible(search);

    window.dispatchEvent(new Event('online'));
    await is(search, 'ready');
    byRole(root, 'group', 'People');
  });

  it('says how long it has to wait after too many searches, asks nobody meanwhile, and goes on by itself', async () => {
    const { search, type, root, queries, people } = await searchPage({
      before: (client) =>
        client.fail('searchUsers', new ImpersonationError('rate_limited', { retryAfter: 2 })),
    });

    await type('dan');
    await is(search, 'rate-limited');
    expect(textOf(root)).to.match(/Too many searches The search goes on by itself in 0:0[12]\./);
    await expectAccessible(search);
    await type('a');
    await until(() => people().length === 1);

    expect(queries().map(({ query }) => query)).to.deep.equal(['dan', 'dana']);
  });

  it('offers another try where it is not told how long to wait', async () => {
    const { search, type, root } = await searchPage({
      before: (client) => client.fail('searchUsers', 'rate_limited'),
    });
    await type('dana');
    await is(search, 'rate-limited');

    byRole(root, 'button', 'Try again').click();
    await is(search, 'ready');
  });

  for (const code of ['forbidden', 'unauthenticated'] as const) {
    it(`puts away what it found when the backend says ${code}`, async () => {
      const { search, type, client, people, root } = await searchPage();
      await type('dana');
      await is(search, 'ready');
      client.fail('searchUsers', code);

      await type(' f');
      await is(search, 'forbidden');

      expect(people()).to.deep.equal([]);
      expect(textOf(root)).to.contain('You may not search for people').and.to.not.contain('northwind');
      await expectAccessible(search);
    });
  }

  it('says that a backend has no list of people', async () => {
    const { search, root, page } = await searchPage({ capabilities: { searchUsers: false } });

    await is(search, 'unsupported');
    expect(textOf(page)).to.equal('This backend has no list of people to search.');
    expect(allByRole(root, 'combobox')).to.deep.equal([]);
    await expectAccessible(search);
  });

  it('shows nothing without a client, and nothing of the client before', async () => {
    const { search, type, root } = await searchPage();
    await type('dana');
    await is(search, 'ready');

    search.client = undefined;
    await is(search, 'unconfigured');

    expect(textOf(root)).to.equal('');
  });

  it('drops an answer that comes after a newer question', async () => {
    const answers = new Map<string, (people: UserSummary[]) => void>();
    const signals = new Map<string, AbortSignal | undefined>();
    const { search, type, people } = await searchPage({
      wrap: (client) => ({
        ...client,
        searchUsers: ({ query = '' }, call) =>
          new Promise((resolve) => {
            signals.set(query, call?.signal);
            answers.set(query, (items) => resolve({ items, nextCursor: null, total: null }));
          }),
      }),
    });
    const person = (name: string): UserSummary => ({
      id: name,
      name,
      email: null,
      organization: null,
      role: null,
      refusal: null,
    });

    await type('da');
    await until(() => answers.has('da'));
    await type('na');
    await until(() => answers.has('dana'));
    expect(signals.get('da')?.aborted).to.equal(true);
    answers.get('dana')?.([person('Dana')]);
    await is(search, 'ready');
    answers.get('da')?.([person('Daniel')]);
    await until(() => signals.get('dana')?.aborted === false);
    await search.updateComplete;

    expect(people()).to.deep.equal(['Dana']);
  });

  it('asks once for what was typed, when the typing pauses', async () => {
    const { search, typeKeys, queries } = await searchPage({ attributes: { debounce: '1000' } });

    await typeKeys('dana');
    await is(search, 'ready');

    expect(queries().map(({ query }) => query)).to.deep.equal(['dana']);
  });

  it('waits until an input method has finished the word', async () => {
    const { search, field, queries } = await searchPage();
    const compose = (text: string) => {
      field().value = text;
      field().dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true, composed: true }));
    };
    field().focus();

    compose('da');
    compose('dana');
    await search.updateComplete;
    const key = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true });
    field().dispatchEvent(key);
    expect(key.defaultPrevented).to.equal(false);
    expect(search.matches(':state(open)')).to.equal(false);
    expect(field().value).to.equal('dana'); // drawing it again does not break the word
    field().dispatchEvent(new CompositionEvent('compositionend', { data: 'dana' }));
    await is(search, 'ready');

    expect(queries().map(({ query }) => query)).to.deep.equal(['dana']);
  });

  it('tells how many there are to somebody who does not see them, once it is quiet', async () => {
    const { type, said } = await searchPage();

    await type('northwind');
    await until(() => said.length);
    await type('zzz');
    await until(() => said.length > 1);

    expect(said).to.deep.equal(['2 people. Use the arrow keys to choose.', 'Nobody matches “northwindzzz”.']);
  });

  it('tells the page what is looked for, and of failures with no name in them', async () => {
    const { search, typeKeys, page } = await searchPage({
      before: (client) => client.fail('searchUsers', 'unavailable'),
    });
    const asked: string[] = [];
    let bubbled = 0;
    search.addEventListener('query-change', ({ query }) => asked.push(query));
    page.addEventListener('query-change', () => (bubbled += 1));
    const failure = next(page, 'impersonation-failed');

    await typeKeys('dana ');

    expect(await failure).to.be.instanceOf(ImpersonationFailedEvent);
    expect((await failure).error.message).to.not.contain('dana');
    expect(asked).to.deep.equal(['d', 'da', 'dan', 'dana']);
    expect(bubbled).to.equal(0);
  });
});
