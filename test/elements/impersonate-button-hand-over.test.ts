import { expect } from 'chai';

import { ImpersonationError } from '../../src/core/errors.js';
import type { StartAnswer } from '../../src/core/protocol.js';
import { openTabChannel } from '../../src/client/tab-channel.js';
import { browserTabs } from '../../src/elements/impersonate-button/tabs.js';
import { ImpersonationStartedEvent, type ImpersonationFailedEvent } from '../../src/elements/events.js';
import { expectAccessible } from '../support/fixture.js';
import { byRole, focused, nameOf, textOf, until } from '../support/screen.js';
import { goodReason, isOpen, startPage, type StartPage } from '../support/start-dialog.js';

const forever = 100_000;

describe('<impersonate-button>: the hand-over to a new tab', () => {
  it('opens the app with the ticket in its fragment, and tells the page without it', async () => {
    const { page, tabs, heard, started } = await startedPage({ patience: forever });

    const [, event] = heard;
    const ticket = ticketOf(tabs.opened[0]);
    expect(tabs.opened).to.deep.equal([`https://app.example/#ik-ticket=${ticket}`]);
    expect(started?.session).to.include({ status: 'pending', reason: goodReason });
    expect(event).to.be.instanceOf(ImpersonationStartedEvent);
    expect(JSON.stringify(event)).not.to.contain(ticket);
    expect(markup(page)).not.to.contain(ticket);
    expect(textOf(page)).to.contain('Opening a tab as Dana Fox…');
    await until(() => focused()?.textContent === 'Opening a tab as Dana Fox…', 'the focus on the news');
    await expectAccessible(page);
  });

  it('starts nothing when the page prevents it, and keeps the form', async () => {
    const { page, tabs, asked, open, type, submit } = await startPage();
    page.addEventListener('impersonation-start', (event) => event.preventDefault());
    await open();
    type(/^Reason/, goodReason);

    submit();

    expect([asked(), tabs.opened]).to.deep.equal([[], []]);
    expect(byRole<HTMLTextAreaElement>(page, 'textbox', 'Reason').value).to.equal(goodReason);
  });

  it('says that the tab is open once it hears so, closes, and gives the focus back', async () => {
    const { page, started } = await startedPage({ patience: forever, lingering: 50 });
    const channel = openTabChannel();

    channel.post({ type: 'started', sessionId: started!.session!.id });

    await until(() => textOf(page).includes('The tab as Dana Fox is open.'));
    await until(() => !isOpen(page), 'the dialog to close by itself');
    expect(nameOf(focused()!)).to.equal('Impersonate Dana Fox');
    channel.close();
  });

  it('takes no notice of the tab of another impersonation', async () => {
    const { page, started } = await startedPage({ patience: forever, lingering: forever });
    const channel = openTabChannel();

    channel.post({ type: 'started', sessionId: 'imp_other' });
    channel.post({ type: 'ended', sessionId: started!.session!.id });
    channel.post({ type: 'started', sessionId: started!.session!.id });
    await until(() => textOf(page).includes('The tab as Dana Fox is open.'));

    await expectAccessible(page);
    channel.close();
  });

  it('asks the backend where the tab cannot be heard, as in an app of another origin', async () => {
    const { page, client, tabs } = await startedPage({ lingering: forever });

    await client.redeem(ticketOf(tabs.opened[0]));

    await until(() => textOf(page).includes('The tab as Dana Fox is open.'));
  });

  it('offers to open the tab when none gave a sign of life, with the same ticket', async () => {
    const { page, tabs, client } = await startedPage({ lingering: forever });

    const open = await until(() => byRole(page, 'button', 'Open the tab'));
    await until(() => focused() === open);
    expect(textOf(page)).to.contain('No tab has opened yet.');
    await expectAccessible(page);
    open.click();

    expect(tabs.opened).to.have.lengthOf(2);
    expect(tabs.opened[1]).to.equal(tabs.opened[0]);
    await client.redeem(ticketOf(tabs.opened[1]));
    await until(() => textOf(page).includes('The tab as Dana Fox is open.'));
  });

  it('offers to open it too where the backend does not let the admin look, for as long as the ticket is good', async () => {
    const { page, client } = await startedPage({}, ({ client }) => client.fail('get', 'forbidden', 1000));
    await until(() => byRole(page, 'button', 'Open the tab'));

    client.clock.advance(31_000);

    await until(() => byRole(page, 'button', 'Start again'));
  });

  it('starts again with what was entered once the ticket has lapsed', async () => {
    const { page, client, asked, submit } = await startedPage({});
    await until(() => byRole(page, 'button', 'Open the tab'));

    client.clock.advance(31_000);
    const again = await until(() => byRole(page, 'button', 'Start again'));
    expect(textOf(page)).to.contain('The link ran out before a tab opened it.');
    await expectAccessible(page);
    again.click();
    await until(() => focused() === byRole(page, 'textbox', 'Reason'));

    expect(byRole<HTMLTextAreaElement>(page, 'textbox', 'Reason').value).to.equal(goodReason);
    submit();
    await until(() => asked().length === 2);
    expect(asked()[1]).to.deep.equal(asked()[0]);
  });

  it('asks nobody any more once its dialog is closed', async () => {
    const { page, client } = await startedPage({ patience: 1 });
    await until(() => byRole(page, 'button', 'Open the tab'));

    byRole(page, 'button', 'Close').click();
    await until(() => !isOpen(page));
    const calls = client.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 1)); // set later and for as long, so it goes off later

    expect(client.calls).to.have.lengthOf(calls);
  });

  it('leaves the page where the backend takes it along', async () => {
    const url = 'https://login.example/impersonate';
    const { page, tabs, started } = await startedPage({}, answering({ kind: 'redirect', url }));

    expect(tabs.wentTo).to.deep.equal([url]);
    expect(tabs.opened).to.deep.equal([]);
    expect(started?.session).to.equal(null);
    expect(textOf(page)).to.contain('Taking you to the app as Dana Fox…');
    await expectAccessible(page);
  });

  it('goes nowhere that is not on the web, whatever the backend says', async () => {
    const url = ['javascript', 'alert(1)'].join(':');
    const { page, tabs, heard } = await startedPage(
      {},
      answering({ kind: 'redirect', url }),
      'impersonation-failed',
    );

    expect([...tabs.wentTo, ...tabs.opened]).to.deep.equal([]);
    const [, failed] = heard;
    expect((failed as ImpersonationFailedEvent).error).to.be.instanceOf(ImpersonationError);
    expect((failed as ImpersonationFailedEvent).error.code).to.equal('bad_answer');
    await until(() => textOf(page).includes('The server gave an answer that makes no sense. Try again.'));
  });

  it('opens tabs that know nothing of this one', () => {
    const { open } = window;
    const asked: unknown[] = [];
    window.open = (...args) => {
      asked.push(args);
      return null;
    };

    browserTabs.open('https://app.example/');
    window.open = open;

    expect(asked).to.deep.equal([['https://app.example/', '_blank', 'noopener,noreferrer']]);
  });

  /** A page on which the form was filled in and sent, once the page has heard how it went. */
  async function startedPage(
    options: Parameters<typeof startPage>[0],
    prepare: (page: StartPage) => void = () => undefined,
    outcome = 'impersonation-started',
  ) {
    const started = await startPage(options);
    prepare(started);
    await started.open();
    started.type(/^Reason/, goodReason);
    started.submit();
    const event = await until(() => started.heard.find(({ type }) => type === outcome), outcome);
    await started.element.updateComplete;
    return { ...started, started: event instanceof ImpersonationStartedEvent ? event : undefined };
  }

  const answering =
    (answer: StartAnswer) =>
    ({ client }: StartPage): void => {
      client.start = () => Promise.resolve(answer);
    };

  const ticketOf = (url: string | undefined) => /#ik-ticket=([\w-]{43})$/.exec(url ?? '')![1]!;

  const markup = (page: HTMLElement) =>
    page.outerHTML + page.querySelector('impersonate-button')!.shadowRoot!.innerHTML;
});
