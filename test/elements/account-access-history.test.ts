import { expect } from 'chai';

import { endCauses } from '../../src/core/protocol.js';
import { AccessEndedEvent, ImpersonationFailedEvent } from '../../src/elements/events.js';
import { en } from '../../src/elements/messages/en.js';
import { at, historyPage, over, there } from '../support/access-page.js';
import { expectAccessible } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';

describe('<account-access-history>: what it tells', () => {
  it('tells who is there now, since when, how long still, why, and what they did so far', async () => {
    const { history, entries } = await historyPage({ subject: { seeActor: true }, sessions: [there()] });

    expect(entries()).to.have.lengthOf(1);
    for (const said of [
      'Sam Lee is signed in as you now',
      'November 20, 2026 at 9:28',
      'Ends by itself in 13:00',
      'Notes saved on the phone',
      'Reproduce a bug',
      'CASE-4821',
      'What they may do Look, and change nothing',
      'What they did so far Changed nothing',
    ])
      expect(entries()[0]).to.contain(said);
    expect(history.matches(':state(live)')).to.equal(true);
    await expectAccessible(history);
  });

  it('names nobody where the host does not', async () => {
    const { root, entries } = await historyPage({ sessions: [there(), over()] });

    expect(entries()[0]).to.contain('A member of staff is signed in as you now');
    expect(entries()[1]).to.contain('A member of staff was signed in as you for 12 minutes');
    expect(textOf(root)).not.to.contain('Sam');
  });

  it('lists what goes on first, and then the newest first', async () => {
    const { root, entries } = await historyPage({
      sessions: [
        over({ id: 'old', reason: 'The old one', createdAt: at(-90_000) }),
        there({ id: 'now', reason: 'The one that goes on', createdAt: at(-3000) }),
        over({ id: 'new', reason: 'The new one', createdAt: at(-200) }),
      ],
    });

    expect(entries().map((text) => /The \w+ one|The one that goes on/.exec(text)?.[0])).to.deep.equal([
      'The one that goes on',
      'The new one',
      'The old one',
    ]);
    byRole(root, 'list', 'Who was signed in as you');
  });

  it('tells in words for the person how each one ended', async () => {
    const sessions = endCauses.map((endCause, index) =>
      over({ id: endCause, endCause, createdAt: at(-1000 * (index + 1)) }),
    );
    const { history, entries } = await historyPage({ sessions });

    expect(entries().map((text) => /How it ended (.*)$/.exec(text)?.[1])).to.deep.equal(
      endCauses.map((cause) => en.access.endCauses[cause]),
    );
    expect(entries().join(' ')).not.to.match(/admin|impersonat|revoke/i);
    await expectAccessible(history);
  });

  it('tells of one that was never opened without pretending that anything was done', async () => {
    const { entries } = await historyPage({
      sessions: [over({ startedAt: null, endCause: 'never-redeemed' })],
    });

    expect(entries()[0]).to.contain('was about to sign in as you, and never did');
    expect(entries()[0]).not.to.contain('What they did');
  });

  it('counts what was done, and says nothing where the backend does not count', async () => {
    const done = [
      { looks: 1200, changes: 2, blocked: 1 },
      { looks: 1, changes: 1, blocked: 3 },
      { looks: 0, changes: 0, blocked: 0 },
      null,
    ];
    const { entries } = await historyPage({
      sessions: done.map((_, index) =>
        over({ id: `imp_${String(index)}`, createdAt: at(-1000 * index - 900) }),
      ),
      wrap: (client) => ({
        ...client,
        listAccess: async (query, call) => {
          const page = await client.listAccess(query, call);
          return { ...page, items: page.items.map((one, index) => ({ ...one, done: done[index] ?? null })) };
        },
      }),
    });

    expect(entries().map((text) => /What they did (.*) How/.exec(text)?.[1])).to.deep.equal([
      'Made 2 changes Looked something up 1,200 times Was stopped once, trying what is not allowed',
      'Made 1 change Looked something up once Was stopped 3 times, trying what is not allowed',
      'Changed nothing Looked at nothing',
      undefined,
    ]);
  });

  it('shows times in the zone it is told, and keeps the exact instant', async () => {
    const { root, entries } = await historyPage({
      sessions: [there()],
      attributes: { timezone: 'Asia/Kolkata' },
    });

    expect(entries()[0]).to.match(/2:58\sPM/);
    expect(root.querySelector('time')?.dateTime).to.equal('2026-11-20T09:28:00.000Z');
  });

  it('says that it is calm where nobody was, in the words of the host if it has some', async () => {
    const { history, root } = await historyPage({ sessions: [], until: 'empty' });
    expect(textOf(root)).to.contain('Nobody has signed in as you');
    await expectAccessible(history);

    history.innerHTML = '<p slot="empty">All quiet here.</p>';
    expect(textOf(root)).to.equal('All quiet here.');
  });

  it('loads a page, and the next ones on request; the focus goes on to what was loaded', async () => {
    const sessions = Array.from({ length: 7 }, (_, index) =>
      over({
        id: `imp_${String(index)}`,
        reason: `Reason ${String(index)}!`,
        createdAt: at(-1000 * (index + 1)),
      }),
    );
    const { root, client, entries, press } = await historyPage({
      sessions,
      attributes: { 'page-size': '3' },
    });
    expect(entries()).to.have.lengthOf(3);

    byRole(root, 'button', 'Show earlier ones').focus();
    press('Show earlier ones');
    await until(() => entries().length === 6);
    expect(focused()).to.equal(byRole(root, 'button', 'Show earlier ones'));

    client.fail('listAccess', 'unavailable');
    press('Show earlier ones');
    await until(() => hasRole(root, 'alert', /./) || root.querySelector('[part=error]'));
    expect(entries()).to.have.lengthOf(6);

    press('Try again');
    await until(() => entries().length === 7);
    expect(hasRole(root, 'button', 'Show earlier ones')).to.equal(false);
    expect(entries()[6]).to.contain('Reason 6!');
  });

  it('gives the focus to the first of the last page, when the button is gone', async () => {
    const sessions = [1, 2, 3].map((n) => over({ id: `imp_${String(n)}`, createdAt: at(-1000 * n) }));
    const { root, entries, press } = await historyPage({ sessions, attributes: { 'page-size': '2' } });

    byRole(root, 'button', 'Show earlier ones').focus();
    press('Show earlier ones');
    await until(() => entries().length === 3);
    await until(() => (focused() as HTMLElement | null)?.dataset['access'] === 'imp_3');
  });
});

describe('<account-access-history>: ending it', () => {
  it('asks first, ends it, and says so; the focus stays at what was ended', async () => {
    const { history, client, root, entries, press, said } = await historyPage({
      subject: { seeActor: true },
      sessions: [there(), over()],
    });
    const button = byRole(root, 'button', 'End it now: Sam Lee is signed in as you now');
    button.focus();
    button.click();
    const dialog = await until(() => byRole(root, 'dialog', 'End it now?'));
    expect(textOf(dialog)).to.contain('It stops at once.');
    expect(focused()).to.equal(byRole(dialog, 'button', 'Leave it'));
    await expectAccessible(history);

    const ended = next(document.body, 'access-ended');
    press('End it now');
    const event = await ended;
    expect(event).to.be.instanceOf(AccessEndedEvent);
    expect(event.access).to.include({ id: 'imp_now', endCause: 'revoked-by-subject', mayEnd: false });

    await until(() => !root.querySelector('dialog'));
    expect(entries()[0]).to.contain('How it ended You ended it');
    expect(said).to.deep.equal(['Sam Lee was signed in as you for 2 minutes']);
    expect((focused() as HTMLElement | null)?.dataset['access']).to.equal('imp_now');
    expect((await client.get('imp_now')).endedBy?.id).to.equal('u_42');
    expect(history.matches(':state(live)')).to.equal(false);
  });

  it('ends nothing when the person thinks better of it, and gives the focus back', async () => {
    const { root, client, press } = await historyPage({ sessions: [there()] });
    const button = byRole(root, 'button', /^End it now:/);
    button.focus();
    for (const leave of [
      () => press('Leave it'),
      () => root.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true })),
    ]) {
      button.click();
      await until(() => root.querySelector('dialog')?.open);
      leave();
      await until(() => !root.querySelector('dialog'));
      expect(focused()).to.equal(button);
    }
    expect(client.calls.some(({ method }) => method === 'endAccess')).to.equal(false);
  });

  it('offers no end where the host does not allow it', async () => {
    const { root } = await historyPage({ subject: { end: false }, sessions: [there()] });
    expect(allByRole(root, 'button')).to.deep.equal([]);
  });

  it('says in the dialog what went wrong, and can be tried again', async () => {
    const { history, client, root, press, entries } = await historyPage({ sessions: [there()] });
    client.fail('endAccess', 'network');
    press(/^End it now:/);
    await until(() => root.querySelector('dialog')?.open);
    const failed = next(document.body, 'impersonation-failed');
    press('End it now');

    const event = await failed;
    expect(event).to.be.instanceOf(ImpersonationFailedEvent);
    expect(event.error.code).to.equal('network');
    await until(() => textOf(byRole(root, 'dialog', 'End it now?')).includes('Code: network'));
    await expectAccessible(history);

    press('End it now');
    await until(() => entries()[0]?.includes('You ended it'));
  });

  it('asks once, however often it is pressed, and stays open until it is answered', async () => {
    const { client, root, press } = await historyPage({ sessions: [there()] });
    const answer = client.hold('endAccess');
    press(/^End it now:/);
    await until(() => root.querySelector('dialog')?.open);
    press('End it now');
    const busy = await until(() => byRole(root, 'button', 'Ending…'));
    busy.click();
    press('Leave it');
    expect(root.querySelector('dialog')?.open).to.equal(true);
    answer();
    await until(() => !root.querySelector('dialog'));
    expect(client.calls.filter(({ method }) => method === 'endAccess')).to.have.lengthOf(1);
  });

  it('takes the question back when it is over meanwhile, and claims no end of the person’s', async () => {
    const { client, page, root, entries, press, look } = await historyPage({ sessions: [there()] });
    let claimed = false;
    page.addEventListener('access-ended', () => (claimed = true));
    press(/^End it now:/);
    await until(() => root.querySelector('dialog')?.open);
    client.put(there({ status: 'ended', endCause: 'ended', endedAt: at(0) }));
    look();
    await until(() => !root.querySelector('dialog'));
    expect(entries()[0]).to.contain('They ended it');
    expect(claimed).to.equal(false);
  });

  it('tells how it really ended when somebody else was quicker', async () => {
    const { client, page, root, entries, press } = await historyPage({ sessions: [there()] });
    let claimed = false;
    page.addEventListener('access-ended', () => (claimed = true));
    press(/^End it now:/);
    await until(() => root.querySelector('dialog')?.open);
    client.put(there({ status: 'ended', endCause: 'expired', endedAt: at(0) }));
    press('End it now');
    await until(() => entries()[0]?.includes('The time ran out'));
    expect(claimed).to.equal(false);
  });
});
