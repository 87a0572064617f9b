import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';

import type { TabSession } from '../../src/client/tab-session.js';
import type { TabState } from '../../src/client/tab-state.js';
import { tabSessionContext } from '../../src/context/contexts.js';
import { ContextProvider } from '@lit/context';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import {
  allByRole,
  byRole,
  descriptionOf,
  focused,
  hasRole,
  nameOf,
  textOf,
  until,
} from '../support/screen.js';
import { goodReason, isOpen, startPage } from '../support/start-dialog.js';

describe('<impersonate-button>', () => {
  describe('at rest', () => {
    it('names the person', async () => {
      const { page } = await startPage();

      byRole(page, 'button', 'Impersonate Dana Fox');
      expect(textOf(page)).to.equal('Impersonate');
    });

    const labels: [label: string, name: string][] = [
      ['Act as Dana Fox', 'Act as Dana Fox'],
      ['Act as this user', 'Act as this user: Dana Fox'],
    ];
    for (const [label, name] of labels) {
      it(`keeps the label "${label}" of the page in a name that has the person in it`, async () => {
        const page = await fixture(html`
          <impersonate-button user-id="u_42" user-name="Dana Fox">${label}</impersonate-button>
        `);
        await settled(page);

        byRole(page, 'button', name);
      });
    }

    it('uses the id where the page gives no name', async () => {
      const page = await fixture(html`<impersonate-button user-id="u_42"></impersonate-button>`);

      byRole(page, 'button', 'Impersonate u_42');
    });

    for (const variant of ['button', 'link', 'icon'] as const) {
      it(`is accessible as a ${variant}, and large enough to hit`, async () => {
        const { page } = await startPage({
          content: (client) => html`
            <impersonate-button .client=${client} variant=${variant} user-id="u_42" user-name="Dana Fox">
            </impersonate-button>
          `,
        });
        const { width, height } = byRole(page, 'button', 'Impersonate Dana Fox').getBoundingClientRect();

        expect(Math.min(width, height)).to.be.at.least(24);
        expect(textOf(page)).to.equal('Impersonate'); // white space between the tags is no label
        await expectAccessible(page);
      });
    }

    it('draws no dialog and asks nothing until it is pressed', async () => {
      const { element, client } = await startPage();

      expect(element.shadowRoot!.querySelector('dialog')).to.equal(null);
      expect(client.calls).to.deep.equal([]);
    });

    it('shows a name as text, whatever is in it', async () => {
      const name = '<img src=x onerror="window.pwned=1">';
      const { page, press } = await startPage({
        users: [{ id: 'u_42', name }],
        content: (client) => html`
          <impersonate-button .client=${client} user-id="u_42" user-name=${name}></impersonate-button>
        `,
      });
      press();
      await until(() => hasRole(page, 'textbox', /^Reason/));

      byRole(page, 'dialog', `Impersonate ${name}`);
      expect(window).not.to.have.property('pwned');
    });
  });

  describe('where it cannot be used', () => {
    const refused = (reason: string) =>
      startPage({
        content: (client) => html`
          <impersonate-button
            .client=${client}
            user-id="u_42"
            user-name="Dana Fox"
            unavailable-reason=${reason}
          ></impersonate-button>
        `,
      });

    it('says why when it is focused, and stops saying so on Escape', async () => {
      const { page, element } = await refused('Owners cannot be impersonated.');
      const button = byRole(page, 'button', 'Impersonate Dana Fox');
      const hint = element.shadowRoot!.querySelector('#hint')!;
      expect(hint.matches(':popover-open')).to.equal(false);

      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(button);
      expect(hint.matches(':popover-open')).to.equal(true);
      expect(textOf(page)).to.contain('Owners cannot be impersonated.');
      await expectAccessible(page);

      await sendKeys({ press: 'Escape' });
      expect(hint.matches(':popover-open')).to.equal(false);
    });

    it('is described by the reason, stays in reach of the keyboard and opens nothing', async () => {
      const { page, element, client, press } = await refused('Owners cannot be impersonated.');
      const button = byRole(page, 'button', 'Impersonate Dana Fox');

      press();
      await settled(page);

      expect(descriptionOf(button)).to.equal('Owners cannot be impersonated.');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(element.matches(':state(unavailable)')).to.equal(true);
      expect(isOpen(page)).to.equal(false);
      expect(client.calls).to.deep.equal([]);
    });

    it('shows the hint inside the window, above the button where there is no room below', async () => {
      const { page, element } = await refused(
        'A long sentence that says at length why this cannot be done here.',
      );
      Object.assign(element.style, { position: 'fixed', insetBlockEnd: '0', insetInlineEnd: '0' });
      byRole(page, 'button', 'Impersonate Dana Fox').focus();

      const hint = element.shadowRoot!.querySelector('#hint')!.getBoundingClientRect();

      expect(hint.bottom).to.be.at.most(element.getBoundingClientRect().top);
      expect(hint.right).to.be.at.most(document.documentElement.clientWidth);
    });

    it('says that it is not connected, without a client', async () => {
      const page = await fixture(html`<impersonate-button user-id="u_42"></impersonate-button>`);

      expect(descriptionOf(byRole(page, 'button', 'Impersonate u_42'))).to.equal(
        'This button is not connected to a server yet.',
      );
    });

    it('says so where the backend can start nothing', async () => {
      const { page } = await startPage({ capabilities: { start: false } });

      expect(descriptionOf(byRole(page, 'button', 'Impersonate Dana Fox'))).to.equal(
        'This backend cannot start an impersonation from here.',
      );
    });

    const session = {
      userId: 'u_43',
      sessionId: 'imp_1',
      actor: { sub: 'u_1' },
      issuer: null,
      name: null,
      expiresAt: null,
      mode: 'read-only',
      endsAt: null,
      idleEndsAt: null,
    } as const;
    const states: [what: string, state: TabState, sentence: string | undefined][] = [
      [
        'the page impersonates somebody',
        { status: 'active', session, record: null, online: true },
        'End this impersonation before you start another.',
      ],
      [
        'an impersonation is over in this tab',
        { status: 'ended', cause: 'expired', session: null, record: null },
        'This tab belongs to an impersonation that is over. Start the next one from your own tab.',
      ],
      [
        'it is not known who is signed in',
        { status: 'unknown', error: null },
        'It is not known who is signed in here, so nothing can be started. Reload the page.',
      ],
      ['nobody is impersonated', { status: 'none', session: null }, undefined],
    ];
    for (const [what, state, sentence] of states) {
      it(`${sentence ? 'refuses' : 'is ready'} while ${what}`, async () => {
        const host = document.createElement('div');
        new ContextProvider(host, {
          context: tabSessionContext,
          initialValue: { state, subscribe: () => () => undefined } as unknown as TabSession,
        });
        const { page, press } = await startPage({
          content: (client) => {
            const button = document.createElement('impersonate-button');
            Object.assign(button, { client, userId: 'u_42', userName: 'Dana Fox' });
            host.append(button);
            return html`${host}`;
          },
        });

        const button = byRole(page, 'button', 'Impersonate Dana Fox');
        expect(descriptionOf(button)).to.equal(sentence ?? '');
        press();
        if (!sentence) await until(() => isOpen(page), 'the dialog');
        await settled(page);
        expect(isOpen(page)).to.equal(!sentence);
      });
    }
  });

  describe('its dialog', () => {
    it('opens from the keyboard, on the reason, and gives the focus back when it is closed', async () => {
      const { page } = await startPage();

      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      const reason = await until(() => byRole(page, 'textbox', 'Reason'));
      await until(() => focused() === reason, 'the focus on the reason');
      await sendKeys({ press: 'Escape' });

      await until(() => !isOpen(page), 'the dialog to close');
      expect(nameOf(focused()!)).to.equal('Impersonate Dana Fox');
    });

    it('says who it is about, as the backend knows them', async () => {
      const { page, open } = await startPage();

      await open();

      const text = textOf(byRole(page, 'dialog', 'Impersonate Dana Fox'));
      for (const part of ['Dana Fox', 'dana.fox@northwind.example', 'Northwind Traders', 'Member'])
        expect(text).to.contain(part);
    });

    it('shows who was pressed while the backend thinks, with nothing to fill in yet', async () => {
      const { page, client, press, element } = await startPage();
      const release = client.hold('getUser');

      press();
      const dialog = await until(() => byRole(page, 'dialog', 'Impersonate Dana Fox'));

      expect(textOf(dialog)).to.contain('dana.fox@northwind.example');
      expect(textOf(byRole(dialog, 'status', ''))).to.equal('Looking up Dana Fox…');
      expect(hasRole(dialog, 'textbox', /./)).to.equal(false);
      expect(element.matches(':state(open)')).to.equal(true);
      await expectAccessible(page);
      release();
      await until(() => hasRole(page, 'textbox', 'Reason'));
    });

    it('says why it cannot load, and tries again', async () => {
      const { page, client, press, heard } = await startPage();
      client.fail('getUser', 'network');

      press();
      const again = await until(() => byRole(page, 'button', 'Try again'));

      expect(textOf(page)).to.contain('The server cannot be reached. Check the connection and try again.');
      expect(heard.map(({ type }) => type)).to.deep.equal(['impersonation-failed']);
      await until(() => focused() === again);
      await expectAccessible(page);
      again.click();
      await until(() => focused() === byRole(page, 'textbox', 'Reason'));
    });

    it('explains who may not be impersonated, and asks for nothing', async () => {
      const { page, press } = await startPage({
        users: [{ id: 'u_42', name: 'Dana Fox', refusal: 'subject_protected' }],
      });

      press();
      await until(() => textOf(page).includes('This person cannot be impersonated.'));

      expect(allByRole(page, 'textbox')).to.deep.equal([]);
      expect(hasRole(page, 'button', /^Start/)).to.equal(false);
      await expectAccessible(page);
    });

    for (const name of ['Cancel', 'Close']) {
      it(`closes by its "${name}" button, and forgets what was typed`, async () => {
        const { page, open, type } = await startPage();
        await open();
        type(/^Reason/, goodReason);

        byRole(page, 'button', name).click();
        await until(() => !isOpen(page));
        await open();

        expect(byRole<HTMLTextAreaElement>(page, 'textbox', 'Reason').value).to.equal('');
      });
    }

    it('closes on a press beside it, unless something was typed', async () => {
      const { page, open, type } = await startPage();
      await open();
      type(/^Reason/, 'E');
      pressBeside(page);
      await settled(page);
      expect(isOpen(page)).to.equal(true);

      type(/^Reason/, '');
      pressBeside(page);

      await until(() => !isOpen(page));
    });

    it('stays open when a selection is dragged out of a field', async () => {
      const { page, open } = await startPage();
      await open();

      byRole(page, 'textbox', 'Reason').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      byRole(page, 'dialog', 'Impersonate Dana Fox').click();
      await settled(page);

      expect(isOpen(page)).to.equal(true);
    });

    it('keeps keys and presses to itself: a page has shortcuts, and rows that can be clicked', async () => {
      const { page, open } = await startPage();
      await open();
      const leaked: string[] = [];
      for (const type of ['click', 'keydown', 'keyup', 'keypress', 'input'])
        page.addEventListener(type, () => leaked.push(type));

      await until(() => focused()?.id === 'reason');
      await sendKeys({ press: 'j' });
      byRole(page, 'radio', '30 minutes').click();

      expect(leaked).to.deep.equal([]);
    });

    it('closes when its row is given another user, so that nothing is sent in the wrong name', async () => {
      const { page, element, open } = await startPage();
      await open();

      element.userId = 'u_43';
      await until(() => !isOpen(page));

      await open();
      byRole(page, 'dialog', 'Impersonate Mateo Álvarez');
    });

    it('closes when it leaves the page', async () => {
      const { page, element, open } = await startPage();
      await open();

      element.remove();
      page.append(element);
      await settled(page);

      expect(isOpen(page)).to.equal(false);
      await open();
    });
  });

  function pressBeside(page: HTMLElement): void {
    const dialog = byRole(page, 'dialog', /^Impersonate/);
    dialog.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    dialog.click();
  }
});
