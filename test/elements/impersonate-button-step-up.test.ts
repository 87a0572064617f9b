import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import { ImpersonationError } from '../../src/core/errors.js';
import { ImpersonationStepUpEvent } from '../../src/elements/events.js';
import { expectAccessible, settled } from '../support/fixture.js';
import { byRole, descriptionOf, focused, hasRole, next, textOf, until } from '../support/screen.js';
import { goodReason, isOpen, startPage } from '../support/start-dialog.js';

const tooOld = new ImpersonationError('insufficient_user_authentication', { maxAge: 300 });
const title = 'Confirm that it is you, to continue';

describe('<impersonate-button>: where the backend wants a fresh sign-in', () => {
  describe('and the page sees to it', () => {
    it('tells the page whom it is about and how fresh it must be, from anywhere above the button', async () => {
      const { page, sent, heard } = await refused();
      const demanded = next(document.documentElement, 'impersonation-step-up');
      sent();

      const event = await demanded;
      expect(event).to.include({ userId: 'u_42', maxAge: 300, bubbles: true, composed: true });
      await until(() => textOf(page).includes(title));
      expect(heard.map(({ type }) => type)).to.deep.equal(['impersonation-start', 'impersonation-failed']);
    });

    it('sends the same start again once it is confirmed, with the same values', async () => {
      const { page, sent, asked, heard, tabs } = await refused();
      const { confirm } = answering(page);
      sent();
      await until(() => hasRole(page, 'button', 'Confirming…'));
      expect(asked()).to.have.lengthOf(1);

      confirm();
      await until(() => tabs.opened.length === 1);

      expect(asked()).to.have.lengthOf(2);
      expect(asked()[1]).to.deep.equal(asked()[0]);
      expect(heard.map(({ type }) => type)).to.deep.equal(['impersonation-start', 'impersonation-started']);
    });

    it('waits calmly meanwhile: nothing can be changed or sent twice, and the focus stays', async () => {
      const { page, sent, choose, asked, element } = await refused();
      answering(page);
      byRole(page, 'button', /^Start/).focus();
      sent();
      const button = await until(() => byRole(page, 'button', 'Confirming…'));

      button.click();
      button.click();
      choose(/^Read-only$/);
      await settled(page);

      expect(textOf(page)).to.include(`${title} Starting needs a sign-in from the last 5 minutes.`);
      expect(textOf(byRole(page, 'status', ''))).to.equal(title);
      expect(textOf(byRole(page, 'alert', ''))).to.equal('');
      expect(focused()).to.equal(button);
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(descriptionOf(button)).to.include('5 minutes');
      expect(reasonIn(page).readOnly).to.equal(true);
      expect(byRole<HTMLInputElement>(page, 'radio', 'Full access').checked).to.equal(true);
      expect(asked()).to.have.lengthOf(1);
      expect(element.matches(':state(busy)')).to.equal(false);
      await expectAccessible(page);
    });

    it('lets itself be closed by Escape meanwhile, and starts nothing then', async () => {
      const { page, sent, asked, tabs } = await refused();
      const { confirm } = answering(page);
      sent();
      await until(() => hasRole(page, 'button', 'Confirming…'));

      await sendKeys({ press: 'Escape' });
      await until(() => !isOpen(page));
      confirm();
      await settled(page);

      expect([asked().length, tabs.opened.length]).to.deep.equal([1, 0]);
    });

    it('says so when it was not confirmed, keeps what was entered, and asks again on the next press', async () => {
      const { page, sent, asked, client, heard, tabs } = await refused();
      const first = answering(page);
      sent();
      await until(() => hasRole(page, 'button', 'Confirming…'));
      first.reject();
      const again = await until(() => byRole(page, 'button', 'Try again'));

      expect(textOf(byRole(page, 'alert', ''))).to.include('It was not confirmed, so nothing was started.');
      expect(reasonIn(page).value).to.equal(goodReason);
      expect(reasonIn(page).readOnly).to.equal(false);
      expect((heard.at(-1) as { error?: ImpersonationError }).error?.code).to.equal(tooOld.code);
      await expectAccessible(page);

      client.fail('start', tooOld);
      const second = answering(page);
      again.click();
      await until(() => second.demanded());
      second.confirm();
      await until(() => tabs.opened.length === 1);
      expect(asked()).to.have.lengthOf(3);
      expect(asked()[2]).to.deep.equal(asked()[0]);
    });

    it('gives up when a fresh sign-in does not content the backend, in place of asking for ever', async () => {
      const { page, sent, asked, client, heard } = await refused();
      client.fail('start', tooOld, Infinity);
      let demands = 0;
      page.addEventListener('impersonation-step-up', (event) => {
        demands++;
        event.respondWith(Promise.resolve());
      });
      sent();

      await until(() => textOf(byRole(page, 'alert', '')).includes('has not seen a new sign-in yet'));

      expect([demands, asked().length]).to.deep.equal([1, 2]);
      expect(heard.map(({ type }) => type)).to.deep.equal(['impersonation-start', 'impersonation-failed']);
      await expectAccessible(page);
    });

    it('shows what else went wrong after it was confirmed', async () => {
      const { page, sent, client } = await refused();
      const { confirm } = answering(page);
      sent();
      await until(() => hasRole(page, 'button', 'Confirming…'));
      client.fail('start', 'not_permitted');
      confirm();

      await until(() => textOf(page).includes('You are not permitted to act as this person.'));
      expect(textOf(page)).not.to.include(title);
      byRole(page, 'button', 'Start full-access session');
    });
  });

  describe('and the page does not', () => {
    it('says what to do, keeps what was entered, and starts on the next press', async () => {
      const { page, sent, asked, heard, tabs } = await refused();
      byRole(page, 'button', /^Start/).focus();
      sent();
      const again = await until(() => byRole(page, 'button', 'Try again'));

      const sentence =
        'Starting needs a sign-in from the last 5 minutes. Sign in again in another tab, then press';
      expect(textOf(byRole(page, 'alert', ''))).to.include(sentence);
      expect(reasonIn(page).value).to.equal(goodReason);
      expect(focused()).to.equal(again);
      expect(heard.map(({ type }) => type)).to.deep.equal(['impersonation-start', 'impersonation-failed']);
      await expectAccessible(page);

      await sendKeys({ press: 'Enter' });
      await until(() => tabs.opened.length === 1);
      expect(asked()).to.have.lengthOf(2);
      expect(asked()[1]).to.deep.equal(asked()[0]);
    });

    it('says that nothing has changed when it is pressed too early', async () => {
      const { page, sent, client } = await refused();
      client.fail('start', tooOld, 2);
      sent();
      (await until(() => byRole(page, 'button', 'Try again'))).click();

      await until(() => textOf(page).includes('The server has not seen a new sign-in yet.'));
    });

    it('does without the age where the backend does not say it', async () => {
      const { page, sent, client } = await refused();
      client.fail('start', 'insufficient_user_authentication');
      const demanded = next(page, 'impersonation-step-up');
      sent();

      expect((await demanded).maxAge).to.equal(null);
      await until(() => textOf(page).includes('Starting needs a more recent sign-in.'));
    });
  });

  describe('how it looks', () => {
    afterEach(() => setViewport({ width: 800, height: 600 }));

    for (const theme of ['light', 'dark']) {
      it(`is accessible in ${theme} colors, and fits a window 320 pixels wide`, async () => {
        await setViewport({ width: 320, height: 568 });
        const { page, sent, element } = await refused();
        element.setAttribute('theme', theme);
        sent();
        await until(() => hasRole(page, 'button', 'Try again'));

        for (const box of byRole(page, 'dialog', /^Impersonate/).querySelectorAll('*'))
          expect(box.scrollWidth, box.outerHTML).to.be.at.most(320);
        await expectAccessible(page);
      });
    }
  });

  /** Dana's form, filled in, at a backend that refuses the next start; `sent` presses. */
  async function refused() {
    const started = await startPage();
    const { client, open, type, choose, submit } = started;
    client.fail('start', tooOld);
    await open();
    type(/^Reason/, goodReason);
    choose(/^Full access$/);
    await settled(started.page);
    return { ...started, sent: submit };
  }
});

describe('ImpersonationStepUpEvent', () => {
  it('is answered once, and nobody after the one who answers hears of it', async () => {
    const target = document.createElement('div');
    const heard: string[] = [];
    target.addEventListener('impersonation-step-up', (event) => {
      heard.push('first');
      event.respondWith(Promise.resolve('yes'));
      expect(() => event.respondWith(Promise.resolve())).to.throw(DOMException, /once/);
    });
    target.addEventListener('impersonation-step-up', () => heard.push('second'));

    const event = new ImpersonationStepUpEvent('u_42', 300);
    target.dispatchEvent(event);

    expect(heard).to.deep.equal(['first']);
    expect(await event.answer).to.equal('yes');
  });

  it('cannot be answered when it is over', () => {
    const event = new ImpersonationStepUpEvent('u_42', null);
    new EventTarget().dispatchEvent(event);

    expect(() => event.respondWith(Promise.resolve())).to.throw(DOMException);
    expect(event.answer).to.equal(null);
  });
});

const reasonIn = (page: ParentNode) => byRole<HTMLTextAreaElement>(page, 'textbox', 'Reason');

/** A page that answers the next demand, when it is told how. */
function answering(page: HTMLElement) {
  let confirm!: () => void;
  let reject!: () => void;
  let demanded = false;
  const answer = new Promise<void>((resolve, refuse) => {
    confirm = resolve;
    reject = () => refuse(new Error('not now'));
  });
  page.addEventListener(
    'impersonation-step-up',
    (event) => {
      demanded = true;
      event.respondWith(answer);
    },
    { once: true },
  );
  return { confirm, reject, demanded: () => demanded };
}
