import { expect } from 'chai';
import { html } from 'lit';

import { sampleSession } from '../../src/client/memory-seed.js';
import { expectAccessible, settled } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, nameOf, textOf, until } from '../support/screen.js';
import { goodReason, startPage } from '../support/start-dialog.js';

const people = ['Dana Fox', 'Aiko Tanaka', 'Lena Hoffmann', 'Noor Haddad'];
const ids = ['u_42', 'u_57', 'u_64', 'u_71'];

/** An impersonation of the admin's own that goes on; the first is of Dana, whom the button is for. */
const open = (person: number) =>
  sampleSession({
    id: `imp_${String(person)}`,
    subject: { id: ids[person] ?? '', name: people[person] ?? '', email: null },
    reason: `Looking after ${people[person] ?? ''}`,
  });

async function refusedPage(options: Parameters<typeof startPage>[0]) {
  const start = await startPage(options);
  await start.open();
  start.type(/^Reason/, goodReason);
  start.submit();
  await until(() => textOf(byRole(start.page, 'alert', '')), 'the refusal');
  await settled(start.page);
  return start;
}

describe('<impersonate-button>: what is open already', () => {
  it('says which impersonation is in the way, ends it on demand, and starts', async () => {
    const { page, client, asked, tabs } = await refusedPage({ sessions: [open(0)] });
    const alert = textOf(byRole(page, 'alert', ''));
    for (const said of ['You are already acting as this person.', 'as Dana Fox since', 'Looking after Dana'])
      expect(alert).to.contain(said);
    await expectAccessible(page);

    byRole(page, 'button', 'End it and continue: Dana Fox').click();
    await until(() => tabs.opened.length, 'the tab');

    expect((await client.get('imp_0')).endCause).to.equal('revoked');
    expect(asked()).to.have.lengthOf(2);
    expect(asked()[1]).to.deep.equal(asked()[0]);
  });

  it('offers each of them where there are too many, and ends the one that was picked', async () => {
    const { page, client, tabs } = await refusedPage({ sessions: [open(1), open(2), open(3)] });
    const ways = allByRole(page, 'button').map(nameOf);
    for (const person of people.slice(1)) expect(ways).to.include(`End it and continue: ${person}`);

    byRole(page, 'button', 'End it and continue: Lena Hoffmann').click();
    await until(() => tabs.opened.length, 'the tab');

    expect((await client.get('imp_1')).status).to.equal('active');
    expect((await client.get('imp_2')).status).to.equal('ended');
    expect((await client.get('imp_3')).status).to.equal('active');
  });

  it('says it in one sentence where the backend cannot end anything', async () => {
    const { page } = await refusedPage({ sessions: [open(0)], capabilities: { revoke: false } });

    expect(textOf(byRole(page, 'alert', ''))).to.equal('You are already acting as this person.');
    expect(hasRole(page, 'button', /^End it/)).to.equal(false);
  });

  it('starts nothing when it could not be ended, and keeps what was entered', async () => {
    const { page, client, asked } = await refusedPage({ sessions: [open(0)] });
    client.fail('revoke', 'unavailable');

    const way = byRole(page, 'button', /^End it/);
    way.focus();
    way.click();
    await until(() => textOf(byRole(page, 'alert', '')).includes('so nothing was done'));
    await settled(page);

    expect(asked()).to.have.lengthOf(1);
    expect((await client.get('imp_0')).status).to.equal('active');
    expect(byRole<HTMLTextAreaElement>(page, 'textbox', 'Reason').value).to.equal(goodReason);
    await until(() => focused() === byRole(page, 'button', /^Start/), 'the focus to be in the dialog');
  });

  it('ends nothing while something in the form is wrong', async () => {
    const { page, client, type } = await refusedPage({ sessions: [open(0)] });
    type(/^Reason/, 'short');

    byRole(page, 'button', /^End it/).click();
    await until(() => textOf(page).includes('Say why, in at least 10 characters.'));

    expect((await client.get('imp_0')).status).to.equal('active');
  });
});

describe('<impersonate-button acknowledge>', () => {
  const acknowledging: Parameters<typeof startPage>[0] = {
    content: (client, tabs) => html`
      <impersonate-button .client=${client} .tabs=${tabs} acknowledge user-id="u_42" user-name="Dana Fox">
      </impersonate-button>
    `,
  };

  it('starts nothing before the box is ticked, and leads there', async () => {
    const { page, open, type, submit, asked } = await startPage(acknowledging);
    await open();
    type(/^Reason/, goodReason);
    submit();
    const box = byRole<HTMLInputElement>(page, 'checkbox', /recorded under my own name/);
    await until(() => focused() === box, 'the focus at the box');
    expect(textOf(page)).to.contain('Confirm that you understand what is recorded.');
    expect(asked()).to.deep.equal([]);
    await expectAccessible(page);

    box.click();
    submit();
    await until(() => asked().length);
    expect(asked()[0]).not.to.have.property('acknowledged');
  });
});

describe('<impersonate-button variant="menuitem">', () => {
  it('is an entry of a menu, which the menu focuses and Tab does not', async () => {
    const { page, element } = await startPage({
      content: (client, tabs) => html`
        <div role="menu" aria-label="Dana Fox">
          <impersonate-button
            .client=${client}
            .tabs=${tabs}
            variant="menuitem"
            user-id="u_42"
            user-name="Dana Fox"
          ></impersonate-button>
        </div>
      `,
    });
    const item = byRole(page, 'menuitem', 'Impersonate Dana Fox');
    expect(item.tabIndex).to.equal(-1);

    element.focus();
    expect(focused() === item).to.equal(true);
    await expectAccessible(page);
    item.click();
    await until(() => hasRole(page, 'dialog', 'Impersonate Dana Fox'), 'the dialog');
  });
});
