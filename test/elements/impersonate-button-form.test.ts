import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';

import { ImpersonationError, type ErrorCode } from '../../src/core/errors.js';
import { expectAccessible, settled } from '../support/fixture.js';
import {
  allByRole,
  byRole,
  descriptionOf,
  focused,
  hasRole,
  next,
  textOf,
  until,
} from '../support/screen.js';
import { goodReason, isOpen, startPage } from '../support/start-dialog.js';
import { typeText } from '../support/typing.js';

describe('<impersonate-button>: its form', () => {
  it('asks for the least by itself: read-only access, for the shortest time', async () => {
    const { page, open, type, submit, asked } = await startPage();
    await open();
    type(/^Reason/, `  ${goodReason}  `);

    byRole(page, 'button', 'Start read-only session');
    submit();
    await until(() => asked().length);

    expect(asked()).to.deep.equal([
      {
        userId: 'u_42',
        reason: goodReason,
        category: null,
        caseNumber: null,
        durationSeconds: 900,
        mode: 'read-only',
      },
    ]);
  });

  it('asks for what was chosen, and its button says what will happen', async () => {
    const { page, open, type, choose, submit, asked } = await startPage();
    await open();
    choose(/^Billing$/);
    type(/^Reason/, goodReason);
    type(/^Case number/, 'SUP-482');
    choose(/^Full access$/);
    choose(/^1 hour$/);
    await settled(page);

    byRole(page, 'button', 'Start full-access session');
    expect(descriptionOf(byRole(page, 'radio', 'Full access'))).to.contain('changes are real');
    submit();
    await until(() => asked().length);

    expect(asked()).to.deep.equal([
      {
        userId: 'u_42',
        reason: goodReason,
        category: 'Billing',
        caseNumber: 'SUP-482',
        durationSeconds: 3600,
        mode: 'full',
      },
    ]);
  });

  it('offers what the policy allows, and no more', async () => {
    const offer = { modes: ['full' as const], durations: [600, 1200], caseNumber: 'off' as const };
    const { page, open, type, submit, asked } = await startPage({
      users: [{ id: 'u_42', name: 'Dana Fox', offer }],
    });
    await open();

    expect(hasRole(page, 'radio', 'Read-only')).to.equal(false);
    expect(hasRole(page, 'textbox', /Case/)).to.equal(false);
    for (const name of ['Full access', '10 minutes', '20 minutes']) byRole(page, 'radio', name);
    type(/^Reason/, goodReason);
    submit();
    await until(() => asked().length);
    expect(asked()[0]).to.include({ mode: 'full', durationSeconds: 600, caseNumber: null });
  });

  const preferences: [seconds: number, chosen: string][] = [
    [1800, '30 minutes'],
    [7200, '15 minutes'],
  ];
  for (const [seconds, chosen] of preferences) {
    it(`starts with ${chosen} when the page prefers ${seconds} seconds`, async () => {
      const { page, open } = await pageWith({ 'default-duration': String(seconds) });
      await open();

      expect(byRole<HTMLInputElement>(page, 'radio', chosen).checked).to.equal(true);
    });
  }

  it('says what is recorded, and that the person is told', async () => {
    const { page, open } = await startPage();
    await open();

    expect(textOf(page)).to.contain('Everything you do is recorded under your own name.');
    expect(textOf(page)).to.contain('Dana Fox is told that you signed in, and why.');
  });

  it('says that the person is not told where they are not', async () => {
    const users = [{ id: 'u_42', name: 'Dana Fox', offer: { tellsSubject: false } }];
    const { page, open } = await startPage({ users });
    await open();

    expect(textOf(page)).to.contain('Dana Fox is not told.');
  });

  it('offers the topics of the page', async () => {
    const { page, open } = await pageWith({ reasons: 'Reproduce a bug | Billing question|' });
    await open();

    byRole(page, 'radio', 'Reproduce a bug');
    byRole(page, 'radio', 'Billing question');
    expect(hasRole(page, 'radio', 'Billing')).to.equal(false);
    expect(allByRole(page, 'radio')).to.have.lengthOf(2 + 2 + 3);
  });

  it('asks for no topic where the page has none', async () => {
    const { page, open } = await pageWith({ reasons: '' });
    await open();

    expect(textOf(page)).not.to.contain('What is it about?');
  });

  it('offers many topics as a list', async () => {
    const { page, open, type, submit, asked } = await pageWith({ reasons: 'A|B|C|D|E|F|G' });
    await open();
    const list = byRole<HTMLSelectElement>(page, 'combobox', /^What is it about/);

    list.value = 'G';
    list.dispatchEvent(new Event('change'));
    type(/^Reason/, goodReason);
    await expectAccessible(page);
    submit();
    await until(() => asked().length);

    expect(asked()[0]).to.include({ category: 'G' });
  });

  describe('when something is wrong', () => {
    it('says so at the field, puts the focus there, and asks nothing', async () => {
      const { page, open, type, submit, asked, heard } = await startPage();
      await open();
      type(/^Reason/, 'short');

      submit();
      await until(() => textOf(page).includes('Say why, in at least 10 characters.'));

      const reason = byRole(page, 'textbox', 'Reason');
      expect(reason.getAttribute('aria-invalid')).to.equal('true');
      expect(descriptionOf(reason)).to.match(/^Say why, in at least 10 characters\. At least 10 characters/);
      await until(() => focused() === reason);
      expect([asked(), heard]).to.deep.equal([[], []]);
      await expectAccessible(page);

      type(/^Reason/, goodReason);
      await settled(page);
      expect(textOf(page)).not.to.contain('Say why');
    });

    it('counts as people count, and says when it is too much instead of cutting it off', async () => {
      const { page, open, type, submit } = await startPage();
      await open();

      type(/^Reason/, '🦊'.repeat(501));
      await settled(page);
      expect(textOf(page)).to.contain('501 of 500 characters');
      submit();

      await until(() => textOf(page).includes('Keep the reason to 500 characters.'));
    });

    it('goes to the first of two wrong fields', async () => {
      const { page, open, submit } = await startPage({
        users: [{ id: 'u_42', name: 'Dana Fox', offer: { caseNumber: 'required' } }],
      });
      await open();

      submit();
      await until(() => textOf(page).includes('Give the number of the case this is for.'));

      await until(() => focused() === byRole(page, 'textbox', 'Reason'));
      expect(byRole(page, 'textbox', 'Case number').getAttribute('aria-invalid')).to.equal('true');
    });

    const caseNumbers: [value: string, pattern: string, right: boolean][] = [
      ['SUP-482', 'SUP-\\d+', true],
      ['xSUP-482', 'SUP-\\d+', false],
      ['482', '[', true],
      ['two words', '', false],
      ['  SUP-1 ', 'SUP-\\d', true],
    ];
    for (const [value, pattern, right] of caseNumbers) {
      it(`${right ? 'takes' : 'refuses'} the case number "${value}" where the page wants /${pattern}/`, async () => {
        const { page, open, type, submit, asked } = await pageWith({ 'case-pattern': pattern });
        await open();
        type(/^Reason/, goodReason);
        type(/^Case number/, value);

        submit();

        if (right) await until(() => asked().length);
        else await until(() => textOf(page).includes('This is not the form of a case number.'));
        expect(asked()).to.have.lengthOf(right ? 1 : 0);
      });
    }

    const answers: [code: ErrorCode, field: RegExp, sentence: string][] = [
      ['reason_too_short', /^Reason/, 'Say why, in at least 10 characters.'],
      ['case_number_required', /^Case number/, 'Give the number of the case this is for.'],
    ];
    for (const [code, field, sentence] of answers) {
      it(`shows the server's ${code} at its field`, async () => {
        const { page, client, open, type, submit } = await startPage();
        client.fail('start', new ImpersonationError(code));
        await open();
        type(/^Reason/, goodReason);

        submit();
        await until(() => textOf(page).includes(sentence));

        await until(() => focused() === byRole(page, 'textbox', field));
      });
    }

    const failures: [code: ErrorCode, sentence: string][] = [
      ['session_conflict', 'You are already acting as this person.'],
      ['too_many_sessions', 'You have too many impersonations open. End one first.'],
      ['not_permitted', 'You are not permitted to act as this person.'],
      ['rate_limited', 'Too many requests. Wait a moment.'],
      ['network', 'The server cannot be reached. Check the connection and try again.'],
      ['unavailable', 'The record cannot be written or read right now, so nothing was done. Try again.'],
    ];
    for (const [code, sentence] of failures) {
      it(`says what ${code} means, keeps what was entered, and tells the page`, async () => {
        const { page, client, open, type, choose, submit, heard, asked } = await startPage();
        client.fail('start', code);
        await open();
        type(/^Reason/, goodReason);
        choose(/^Full access$/);
        submit();

        await until(() => textOf(byRole(page, 'alert', '')) === sentence);

        expect(byRole<HTMLTextAreaElement>(page, 'textbox', 'Reason').value).to.equal(goodReason);
        expect(byRole<HTMLInputElement>(page, 'radio', 'Full access').checked).to.equal(true);
        expect(heard.map(({ type }) => type)).to.deep.equal(['impersonation-start', 'impersonation-failed']);
        await expectAccessible(page);

        submit();
        await until(() => asked().length === 2);
        expect(asked()[1]).to.deep.equal(asked()[0]);
      });
    }

    it('sends the same start again when it is not known whether the first arrived, and else a new one', async () => {
      const { page, client, open, type, choose, submit } = await startPage();
      const keys: (string | undefined)[] = [];
      const { start } = client;
      client.start = (request, options) => {
        keys.push(options?.idempotencyKey);
        return start(request, options);
      };
      const press = async () => {
        const failed = next(page, 'impersonation-failed');
        submit();
        await failed;
        await settled(page);
      };
      await open();
      type(/^Reason/, goodReason);
      for (const code of ['network', 'unavailable', 'not_permitted', 'network'] as const) {
        client.fail('start', code);
        await press();
      }
      choose(/^Full access$/);
      await settled(page);
      client.fail('start', 'network');
      await press();

      const [lost, again, refused, fresh, changed] = keys;
      expect(lost).to.match(/^"[\w-]{22}"$/);
      expect([again, refused]).to.deep.equal([lost, lost]);
      expect(new Set([lost, fresh, changed]).size).to.equal(3);
    });

    it('says how long to wait, where the server does', async () => {
      const { page, client, open, type, submit } = await startPage();
      client.fail('start', new ImpersonationError('rate_limited', { retryAfter: 120 }));
      await open();
      type(/^Reason/, goodReason);

      submit();

      await until(() => textOf(page).includes('Too many attempts. Try again in 2 minutes.'));
    });

    it('survives a client that throws anything at all', async () => {
      const { page, client, open, type, submit } = await startPage();
      await open();
      client.start = () => Promise.reject(new Error('boom'));
      type(/^Reason/, goodReason);

      submit();

      await until(() => textOf(page).includes('Something went wrong on the server.'));
      expect(textOf(page)).not.to.contain('boom');
    });
  });

  describe('the keyboard', () => {
    it('sends nothing on Enter in the reason, which makes a new line', async () => {
      const { page, open, type, asked } = await startPage();
      await open();
      type(/^Reason/, goodReason);

      await sendKeys({ press: 'Enter' });

      const value = byRole<HTMLTextAreaElement>(page, 'textbox', 'Reason').value;
      expect(value.length).to.equal(goodReason.length + 1);
      expect(asked()).to.deep.equal([]);
    });

    for (const key of ['Control', 'Meta']) {
      it(`sends on ${key} and Enter`, async () => {
        const { open, type, asked } = await startPage();
        await open();
        type(/^Reason/, goodReason);

        await sendKeys({ down: key });
        await sendKeys({ press: 'Enter' });
        await sendKeys({ up: key });

        await until(() => asked().length === 1);
      });
    }

    it('is enough for the whole way', async () => {
      const { page, tabs } = await startPage();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await until(() => focused()?.id === 'reason');
      await typeText(goodReason);
      await sendKeys({ press: 'Tab' }); // case number
      await sendKeys({ press: 'Tab' }); // access
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'Tab' }); // duration
      await sendKeys({ press: 'Tab' }); // cancel
      await sendKeys({ press: 'Tab' }); // start
      await until(() => focused() === byRole(page, 'button', 'Start full-access session'));
      await sendKeys({ press: 'Enter' });

      await until(() => tabs.opened.length === 1);
    });
  });

  describe('while it is being sent', () => {
    it('cannot be sent again, changed or closed, and keeps the focus', async () => {
      const { page, element, client, open, type, choose, submit, asked } = await startPage();
      const release = client.hold('start');
      await open();
      type(/^Reason/, goodReason);
      byRole(page, 'button', /^Start/).focus();
      submit();
      submit();
      await until(() => textOf(byRole(page, 'status', '')) === 'Starting…');

      submit();
      choose(/^Full access$/);
      byRole(page, 'button', 'Cancel').click();
      byRole(page, 'button', 'Close').click();
      await sendKeys({ press: 'Escape' });
      await sendKeys({ press: 'Escape' });

      expect(isOpen(page)).to.equal(true);
      expect(focused()).to.equal(byRole(page, 'button', 'Starting…'));
      expect(byRole<HTMLInputElement>(page, 'radio', 'Read-only').checked).to.equal(true);
      expect(byRole<HTMLTextAreaElement>(page, 'textbox', 'Reason').readOnly).to.equal(true);
      expect(element.matches(':state(busy)')).to.equal(true);
      await expectAccessible(page);
      release();
      await until(() => !element.matches(':state(busy)'));
      expect(asked()).to.have.lengthOf(1);
    });

    it('is given up when the button leaves the page: no tab opens for a dialog that is gone', async () => {
      const { element, client, tabs, heard, open, type, submit } = await startPage();
      const release = client.hold('start');
      const { start } = client;
      client.start = (request) => start(request); // a client that takes no notice of the signal
      await open();
      type(/^Reason/, goodReason);
      submit();
      await until(() => element.matches(':state(busy)'));

      element.remove();
      release();
      await client.getUser('u_42');

      expect(tabs.opened).to.deep.equal([]);
      expect(heard.map(({ type }) => type)).to.deep.equal(['impersonation-start']);
    });
  });

  describe('the link to the case', () => {
    it('leads to the number that was typed, and cannot lead astray', async () => {
      const { page, open, type } = await pageWith({ 'case-href': 'https://help.example/cases/{case}' });
      await open();
      expect(allByRole(page, 'link')).to.deep.equal([]);

      type(/^Case number/, 'A/../B?x');
      await settled(page);

      const link = byRole<HTMLAnchorElement>(page, 'link', 'Open case A/../B?x in a new tab');
      expect(link.href).to.equal('https://help.example/cases/A%2F..%2FB%3Fx');
      expect(link.rel).to.equal('noopener noreferrer');
    });

    it('is left out where the address is a script', async () => {
      const { page, open, type } = await pageWith({
        'case-href': ['javascript', 'alert("{case}")'].join(':'),
      });
      await open();

      type(/^Case number/, '1');
      await settled(page);

      expect(allByRole(page, 'link')).to.deep.equal([]);
    });
  });

  describe('how it looks', () => {
    afterEach(() => setViewport({ width: 800, height: 600 }));

    for (const theme of ['light', 'dark']) {
      it(`is accessible in ${theme} colors`, async () => {
        const { page, open, choose } = await pageWith({ theme });
        await open();
        await expectAccessible(page);

        choose(/^Full access$/);
        choose(/^Billing$/);
        await settled(page);

        await expectAccessible(page);
      });
    }

    it('fits a window 320 pixels wide, with nothing to scroll sideways', async () => {
      await setViewport({ width: 320, height: 568 });
      const { page, open } = await startPage();
      await open();
      const dialog = byRole(page, 'dialog', /^Impersonate/);
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      const { left, width, bottom } = dialog.getBoundingClientRect();

      expect([left, width]).to.deep.equal([0, 320]);
      expect(bottom).to.equal(568);
      for (const box of dialog.querySelectorAll('*')) {
        expect(box.scrollWidth, box.outerHTML).to.be.at.most(320);
      }
      await expectAccessible(page);
    });

    it('scrolls as a whole in a window too low for parts that stay in place', async () => {
      await setViewport({ width: 320, height: 256 });
      const { page, open } = await startPage();
      await open();

      const dialog = byRole(page, 'dialog', /^Impersonate/);
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      byRole(page, 'button', 'Start read-only session').scrollIntoView();

      const { top, bottom } = byRole(page, 'button', 'Start read-only session').getBoundingClientRect();
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.below(257);
    });
  });

  /** A page whose button has these attributes besides. */
  async function pageWith(attributes: Record<string, string>) {
    const started = await startPage({
      content: (client, tabs) => html`
        <impersonate-button .client=${client} .tabs=${tabs} user-id="u_42" user-name="Dana Fox">
        </impersonate-button>
      `,
    });
    for (const [name, value] of Object.entries(attributes)) started.element.setAttribute(name, value);
    await settled(started.page);
    return started;
  }
});
