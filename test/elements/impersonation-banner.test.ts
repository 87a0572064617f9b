import '../../src/elements/impersonation-banner/define.js';

import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';

import type { Capabilities } from '../../src/client/client.js';
import { ImpersonationError } from '../../src/core/errors.js';
import { endCauses } from '../../src/core/protocol.js';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import { itInMedia } from '../support/media.js';
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
import { active, ended, FakeClock, FakeTab, none, noon, staged, unknown } from '../support/tab.js';
import { typeText } from '../support/typing.js';

describe('<impersonation-banner>', () => {
  let said: string[];
  let ariaNotify: PropertyDescriptor | undefined;

  beforeEach(() => {
    said = [];
    ariaNotify = Object.getOwnPropertyDescriptor(document, 'ariaNotify');
    Object.defineProperty(document, 'ariaNotify', {
      configurable: true,
      value: (text: string) => said.push(text),
    });
  });

  afterEach(() => {
    if (ariaNotify) Object.defineProperty(document, 'ariaNotify', ariaNotify);
    else delete (document as { ariaNotify?: unknown }).ariaNotify;
  });

  describe('where nobody is impersonated', () => {
    it('shows nothing, takes no room and says nothing', async () => {
      const { banner, page } = await pageIn(none);

      expect(textOf(page)).to.equal('');
      expect(banner.getBoundingClientRect().height).to.equal(0);
      expect(roomPublished()).to.equal('');
      expect(said).to.deep.equal([]);
    });
  });

  describe('while it is unknown', () => {
    it('says that it is looking, in the room the bar will take', async () => {
      const { banner, page } = await pageIn(unknown());
      const reserved = banner.getBoundingClientRect().height;

      expect(textOf(page)).to.equal('Checking who is signed in…');
      expect(states(banner)).to.deep.equal(['unknown']);
      await expectAccessible(page);
      expect(reserved).to.be.at.least(48);
    });

    it('does not pass a state that cannot be read off as normal, and offers another try', async () => {
      const { page, tab } = await pageIn(unknown(new ImpersonationError('malformed_token')));

      expect(textOf(byRole(page, 'alert', ''))).to.equal(
        'It is not known who is signed in here. The token cannot be read: it is damaged, or no token at all.',
      );
      await expectAccessible(page);

      byRole(page, 'button', 'Try again').click();
      expect(tab.asked).to.deep.equal(['refresh']);
    });

    it('asks once while it is trying, and says why that failed too', async () => {
      const { page, tab } = await pageIn(unknown(new ImpersonationError('malformed_token')));
      const release = tab.holds();
      tab.refuses(new ImpersonationError('network'));

      byRole(page, 'button', 'Try again').click();
      const trying = await until(() => byRole(page, 'button', 'Trying…'));
      trying.click();
      release();

      await until(() => textOf(page).includes('The server cannot be reached'));
      expect(tab.asked).to.deep.equal(['refresh']);
    });

    it('is unknown away from any provider', async () => {
      const page = await fixture(html`<impersonation-banner></impersonation-banner>`);

      expect(textOf(page)).to.equal('Checking who is signed in…');
    });
  });

  describe('while somebody is impersonated', () => {
    it('names both people, the access, the case and the time left', async () => {
      const { page, banner } = await pageIn(active({ left: 724 }));

      expect(textOf(byRole(page, 'region', 'Impersonation'))).to.equal(
        'Acting as Dana Fox dana@acme.test signed in as Sam Lee Read-only SUP-482 12:04 left ' +
          'End Extend Switch to full access… Details',
      );
      expect(states(banner)).to.deep.equal(['active', 'read-only']);
    });

    it('goes by the token alone where there is no record, and offers only what the token allows', async () => {
      const { page } = await pageIn(active({ recorded: false, mode: 'full', left: 60 * 60 }));

      expect(textOf(page)).to.equal('Acting as u_42 signed in as a_7 Full access 1:00:00 left End Details');
    });

    it('shows no time where nobody says how long it goes on', async () => {
      const state = active({ recorded: false });
      const { page } = await pageIn({ ...state, session: { ...state.session, endsAt: null } });

      expect(allByRole(page, 'timer')).to.have.lengthOf(0);
    });

    it('counts down to the nearer end, and names it', async () => {
      const { page } = await pageIn(active({ left: 900, idleLeft: 330 }));
      expect(textOf(byRole(page, 'timer', ''))).to.equal('Idle sign-out in 5:30');

      const other = await pageIn(active({ left: 330, idleLeft: 900 }));
      expect(textOf(byRole(other.page, 'timer', ''))).to.equal('5:30 left');
    });

    it('counts by the clock of the server', async () => {
      const { page, clock } = await pageIn(active({ left: 900 }));

      clock.passes(10);

      await until(() => textOf(byRole(page, 'timer', '')) === '14:50 left');
    });

    it('keeps the timer from talking every second', async () => {
      const { page } = await pageIn(active());

      expect(byRole(page, 'timer', '').getAttribute('aria-live')).to.equal('off');
    });

    it('warns with a word at five minutes and again at one, and says both once', async () => {
      const { page, banner, clock } = await pageIn(active({ left: 310 }));
      expect(states(banner)).to.deep.equal(['active', 'read-only']);

      clock.passes(9.5);
      await until(() => textOf(page).includes('5:01 left'));
      expect(states(banner)).not.to.include('warning');

      clock.passes(0.5);
      await until(() => states(banner).includes('warning'));
      expect(textOf(page)).to.include('Ends soon 5:00 left');
      await expectAccessible(page);

      clock.passes(240);
      await until(() => states(banner).includes('critical'));
      expect(textOf(page)).to.include('About to end 1:00 left');
      await expectAccessible(page);

      clock.passes(10);
      clock.passes(30);
      await until(() => textOf(page).includes('0:20 left'));
      expect(said).to.deep.equal([
        'You are acting as Dana Fox. Access: Read-only.',
        'This impersonation ends in 5 minutes.',
        'This impersonation ends in 1 minute.',
        'This impersonation ends in 20 seconds.',
      ]);
    });

    it('says once what is left when several marks went by at once', async () => {
      const { clock, banner } = await pageIn(active({ left: 310, idleLeft: 305 }));
      said = [];

      clock.passes(265);
      await until(() => states(banner).includes('critical'));

      expect(said).to.deep.equal(['This impersonation ends in 40 seconds unless you do something.']);
    });

    it('goes on counting while the server cannot be reached, and says so', async () => {
      const { page, banner, clock } = await pageIn(active({ online: false }));

      clock.passes(1);

      await until(() => textOf(page).includes('14:59 left'));
      expect(textOf(page)).to.include('Offline');
      expect(textOf(page)).to.include('The server cannot be reached. The time goes on.');
      expect(states(banner)).to.include('offline');
      expect(hasRole(page, 'button', 'End')).to.equal(true);
      await expectAccessible(page);
    });

    it('shows a name for what it is: text', async () => {
      const name = '<img src=x onerror=alert(1)>"><script>alert(1)</script>';
      const { page } = await pageIn(active({ record: { subject: { id: 'u', name, email: null } } }));

      expect(textOf(page)).to.include(`Acting as ${name} signed in as`);
    });

    it('keeps a name in one line, with the whole of it to be had', async () => {
      const name = `${'Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}Jr.`;
      const { page } = await pageIn(active({ record: { subject: { id: 'u', name, email: null } } }));

      byRole(page, 'button', 'Details').click();

      await until(() => textOf(byRole(page, 'group', 'Details')).includes(name));
    });

    it('does not show what stands inside it for pages without scripts', async () => {
      const { page } = await pageIn(
        active(),
        {},
        html`<impersonation-banner><p>You act as somebody else.</p></impersonation-banner>`,
      );

      expect(page.querySelector('p')!.getBoundingClientRect().height).to.equal(0);
    });

    it('is shown whatever the page says about everything', async () => {
      const { banner } = await pageIn(
        active(),
        {},
        html`<style>
            main impersonation-banner {
              display: none !important;
              visibility: hidden !important;
              opacity: 0 !important;
            }
          </style>
          <impersonation-banner></impersonation-banner>`,
      );

      expect(banner.checkVisibility({ opacityProperty: true, visibilityProperty: true })).to.equal(true);
    });

    it('follows when the provider is gone: an old identity is not a current one', async () => {
      const { page, banner } = await pageIn(active());

      page.append(banner);

      await until(() => textOf(page) === 'Checking who is signed in…');
    });
  });

  describe('details', () => {
    it('open in full, and close by Escape with the focus back on their button', async () => {
      const { page } = await pageIn(active({ idleLeft: 600 }));
      const button = byRole(page, 'button', 'Details');
      expect(button.ariaExpanded).to.equal('false');

      button.focus();
      await sendKeys({ press: 'Enter' });
      const details = await until(() => byRole(page, 'group', 'Details'));
      expect(textOf(details)).to.match(
        /Acting as Dana Fox · dana@acme.test · u_42 Signed in as Sam Lee · sam@acme.test · a_7 Access Read-only Reason The invoice of October does not open Case SUP-482 Ends at .* Extensions left 2 End with the keys Alt\+Shift\+E/,
      );
      expect(button.ariaExpanded).to.equal('true');
      await expectAccessible(page);

      await sendKeys({ press: 'Escape' });
      await until(() => !hasRole(page, 'group', 'Details'));
      expect(focused()).to.equal(button);
    });
  });

  describe('ending', () => {
    it('ends by a press', async () => {
      const { page, tab } = await pageIn(active());

      byRole(page, 'button', 'End').click();

      await until(() => hasRole(page, 'button', 'Close this tab'));
      expect(tab.asked).to.deep.equal(['end']);
    });

    it('is the first thing the keyboard reaches', async () => {
      const { page } = await pageIn(active());

      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(byRole(page, 'button', 'End'));

      await sendKeys({ press: 'Enter' });
      await until(() => hasRole(page, 'button', 'Close this tab'));
    });

    it('does nothing when the page prevents it', async () => {
      const { page, tab } = await pageIn(active());
      page.addEventListener('impersonation-end', (event) => event.preventDefault());

      byRole(page, 'button', 'End').click();

      expect(tab.asked).to.deep.equal([]);
    });

    it('asks once however often it is pressed, keeps the focus and says that it is busy', async () => {
      const { page, tab } = await pageIn(active());
      const release = tab.holds();
      const button = byRole(page, 'button', 'End');
      button.focus();

      button.click();
      button.click();
      await until(() => hasRole(page, 'button', 'Ending…'));
      expect([button.ariaBusy, button.ariaDisabled]).to.deep.equal(['true', 'true']);
      expect(focused()).to.equal(button);
      await expectAccessible(page);

      release();
      await until(() => hasRole(page, 'button', 'Close this tab'));
      expect(tab.asked).to.deep.equal(['end']);
    });

    it('says why it failed, stays, tells the page, and can be tried again', async () => {
      const { page, tab } = await pageIn(active());
      tab.refuses(new ImpersonationError('network'));

      const failed = next(page, 'impersonation-failed');
      byRole(page, 'button', 'End').click();
      expect((await failed).error.code).to.equal('network');
      await until(() => alertSays(page, 'The server cannot be reached. Check the connection and try again.'));
      expect(textOf(page)).to.include('15:00 left');
      await expectAccessible(page);

      tab.accepts();
      byRole(page, 'button', 'End').click();
      await until(() => hasRole(page, 'button', 'Close this tab'));
    });

    it('survives a tab session that throws anything at all', async () => {
      const { page, tab } = await pageIn(active());
      tab.refuses('boom');

      byRole(page, 'button', 'End').click();

      await until(() => alertSays(page, 'Something went wrong on the server. Nothing was changed.'));
    });

    it('does not wait for anything else that is under way', async () => {
      const { page, tab } = await pageIn(active());
      const release = tab.holds();
      byRole(page, 'button', 'Extend').click();
      await until(() => hasRole(page, 'button', 'Extending…'));

      byRole(page, 'button', 'End').click();

      expect(tab.asked).to.deep.equal(['extend', 'end']);
      release();
    });

    it('is called what it is where nobody is signed in after it', async () => {
      const { page } = await pageIn(active(), { end: 'sign-out' });

      expect(hasRole(page, 'button', 'Sign out')).to.equal(true);
    });

    it('works by its keys from a field of the page, and beneath a modal dialog', async () => {
      const { page, tab } = await pageIn(
        active(),
        {},
        html`<impersonation-banner></impersonation-banner>
          <dialog aria-label="Of the page"><input aria-label="Note" /></dialog>`,
      );
      page.querySelector('dialog')!.showModal();
      expect(byRole(page, 'button', 'End').getAttribute('aria-keyshortcuts')).to.equal('Alt+Shift+E');

      await sendKeys({ down: 'Alt' });
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'e' });
      await sendKeys({ up: 'Shift' });
      await sendKeys({ up: 'Alt' });

      await until(() => tab.asked.length > 0);
      expect(tab.asked).to.deep.equal(['end']);
      expect(page.querySelector('input')!.value).to.equal('');
    });

    for (const [keys, why] of [
      ['', 'there are none'],
      ['E', 'they are what people type'],
      ['Shift+E', 'they are what people type'],
    ] as const) {
      it(`leaves the keys "${keys}" to the page, since ${why}`, async () => {
        const { tab } = await pageIn(
          active(),
          {},
          html`<impersonation-banner .shortcut=${keys}></impersonation-banner>`,
        );

        await sendKeys({ press: 'e' });
        await sendKeys({ down: 'Shift' });
        await sendKeys({ press: 'e' });
        await sendKeys({ up: 'Shift' });

        expect(tab.asked).to.deep.equal([]);
      });
    }

    it('hears its keys before anything of the page can keep them, and once while they are held down', async () => {
      const { page, tab } = await pageIn(
        active(),
        { end: 'close' },
        html`<impersonation-banner></impersonation-banner><input aria-label="Note" />`,
      );
      const keys = { key: 'E', code: 'KeyE', altKey: true, shiftKey: true, bubbles: true, cancelable: true };
      const field = page.querySelector('input')!;
      field.addEventListener('keydown', (event) => event.stopPropagation());

      field.dispatchEvent(new KeyboardEvent('keydown', { ...keys, repeat: true }));
      expect(tab.asked).to.deep.equal([]);
      field.dispatchEvent(new KeyboardEvent('keydown', keys));
      expect(tab.asked).to.deep.equal(['end']);
    });

    it('leaves its keys to the page where nobody is impersonated', async () => {
      const { tab } = await pageIn(none);

      document.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'E', code: 'KeyE', altKey: true, shiftKey: true }),
      );

      expect(tab.asked).to.deep.equal([]);
    });
  });

  describe('once it is over', () => {
    for (const cause of endCauses) {
      it(`says how: ${cause}`, async () => {
        const { page, banner } = await pageIn(ended(cause));

        expect(textOf(page)).to.match(/^You are no longer acting as Dana Fox\. [^.]{10,}\. What this page/);
        expect(states(banner)).to.deep.equal(['ended']);
      });
    }

    it('names who revoked it', async () => {
      const kim = { id: 'a_1', name: 'Kim Roe', email: null };
      const { page } = await pageIn(ended('revoked', { endedBy: kim }));

      expect(textOf(page)).to.include('It was revoked by Kim Roe.');
      await expectAccessible(page);
    });

    it('has an end even where nothing is known of it', async () => {
      const { page } = await pageIn({ status: 'ended', cause: 'unknown', session: null, record: null });

      expect(textOf(page)).to.include('This impersonation is over. The cause is not known.');
    });

    it('is said once when it happens elsewhere', async () => {
      const { page, tab } = await pageIn(active());
      said = [];

      tab.become(ended('revoked'));
      await settled(page);
      tab.become(ended('revoked'));
      await settled(page);

      expect(said).to.deep.equal(['You are no longer acting as Dana Fox. It was revoked.']);
    });

    it('is over when the time is, before anybody says so: timers are late in a hidden tab', async () => {
      const { page, clock } = await pageIn(active({ left: 30 }));

      clock.passes(31);

      await until(() => textOf(page).includes('Its time ran out.'));
    });

    it('is not over for want of activity before the backend says so: another tab may be busy', async () => {
      const { page, clock, tab } = await pageIn(active({ left: 900, idleLeft: 30 }));

      clock.passes(31);
      await until(() => textOf(page).includes('Idle: asking whether it goes on…'));
      expect(hasRole(page, 'button', 'End')).to.equal(true);

      tab.become(ended('idle'));
      await until(() => textOf(page).includes('Nothing was done for a while.'));
    });

    it('counts what this tab did since the record was made', async () => {
      const state = active({ idleLeft: 30 });
      const { page } = await pageIn({ ...state, session: { ...state.session, idleEndsAt: noon + 600_000 } });

      expect(textOf(byRole(page, 'timer', ''))).to.equal('Idle sign-out in 10:00');
    });

    it('takes the focus that stood in the bar, so that it is not thrown to the top of the page', async () => {
      const { page, tab } = await pageIn(active());
      byRole(page, 'button', 'Extend').focus();

      tab.become(ended('revoked'));

      await until(() => focused() === byRole(page, 'button', 'Close this tab'));
    });

    it('leaves the focus where it is elsewhere on the page', async () => {
      const { page, tab } = await pageIn(
        active(),
        {},
        html`<impersonation-banner></impersonation-banner><input aria-label="Note" />`,
      );
      page.querySelector('input')!.focus();

      tab.become(ended('revoked'));
      await until(() => hasRole(page, 'button', 'Close this tab'));

      expect(focused()).to.equal(page.querySelector('input'));
    });

    it('closes the tab, and says what to do where the browser does not', async () => {
      const { page } = await pageIn(ended('expired'));
      const close = window.close;
      let asked = 0;
      window.close = () => {
        asked++;
      };
      try {
        byRole(page, 'button', 'Close this tab').click();
      } finally {
        window.close = close;
      }

      expect(asked).to.equal(1);
      await until(() => textOf(byRole(page, 'status', '')).includes('Your admin tab is as you left it'));
      await expectAccessible(page);
    });
  });

  describe('extending', () => {
    it('extends by one press, and tells the page', async () => {
      const { page, tab } = await pageIn(active({ left: 100 }));
      const button = byRole(page, 'button', 'Extend');
      expect(descriptionOf(button)).to.equal('Extend by 15 minutes');

      const extended = next(page, 'impersonation-extended');
      button.click();

      expect((await extended).session.extension.used).to.equal(1);
      expect(tab.asked).to.deep.equal(['extend']);
      await until(() => textOf(page).includes('16:40 left'));
    });

    it('warns again when the time it gave runs out too', async () => {
      const { page, clock } = await pageIn(active({ left: 310 }));
      clock.passes(10);
      await until(() => said.length === 2);

      byRole(page, 'button', 'Extend').click();
      await until(() => textOf(page).includes('20:00 left'));
      said = [];
      clock.passes(900);

      await until(() => said.length === 1);
      expect(said).to.deep.equal(['This impersonation ends in 5 minutes.']);
    });

    it('is not offered when it is used up, and the bar says so before the end', async () => {
      const { page } = await pageIn(
        active({ left: 200, record: { extension: { used: 2, max: 2, seconds: 900 } } }),
      );

      expect(hasRole(page, 'button', 'Extend')).to.equal(false);
      expect(textOf(page)).to.include('It cannot be extended.');
    });

    it('is not offered by a backend that cannot', async () => {
      const { page } = await pageIn(active(), { extend: false });

      expect(hasRole(page, 'button', 'Extend')).to.equal(false);
    });

    it('hands the focus on when the last extension takes the button with it', async () => {
      const { page } = await pageIn(active({ record: { extension: { used: 1, max: 2, seconds: 900 } } }));
      const button = byRole(page, 'button', 'Extend');
      button.focus();

      button.click();

      await until(() => focused() === byRole(page, 'button', 'End'));
    });

    it('asks once while it is thinking, and says why it was refused', async () => {
      const { page, tab } = await pageIn(active());
      const release = tab.holds();
      tab.refuses(new ImpersonationError('extension_not_allowed'));

      byRole(page, 'button', 'Extend').click();
      (await until(() => byRole(page, 'button', 'Extending…'))).click();
      release();

      await until(() => alertSays(page, 'This impersonation cannot be extended any further.'));
      expect(tab.asked).to.deep.equal(['extend']);
    });
  });

  describe('switching the access', () => {
    it('asks for a reason in a dialog, then switches, says so and gives the focus back', async () => {
      const { page, tab, banner } = await pageIn(active());
      said = [];
      const button = byRole(page, 'button', 'Switch to full access…');
      button.focus();
      await sendKeys({ press: 'Enter' });
      const dialog = await until(() => byRole(page, 'dialog', 'Full access as Dana Fox'));
      expect(descriptionOf(dialog)).to.match(/recorded under the name of Sam Lee/);
      expect(focused()).to.equal(byRole(page, 'textbox', 'Why is looking not enough?'));
      await expectAccessible(page);

      const changed = next(page, 'impersonation-mode-changed');
      await typeText('Correct the billing address');
      byRole(page, 'button', 'Switch to full access').click();

      expect((await changed).mode).to.equal('full');
      expect(tab.asked).to.deep.equal(['full: Correct the billing address']);
      await until(() => !hasRole(page, 'dialog', /./));
      await until(() => focused() === byRole(page, 'button', 'Back to read-only'));
      expect(states(banner)).to.deep.equal(['active', 'full']);
      expect(said).to.deep.equal(['Access is now: Full access.']);
      await expectAccessible(page);
    });

    it('wants ten characters, says so at the field, and keeps what was typed', async () => {
      const { page, tab } = await openDialog();
      const field = byRole<HTMLTextAreaElement>(page, 'textbox', 'Why is looking not enough?');
      await sendKeys({ type: 'because' });

      byRole(page, 'button', 'Switch to full access').click();

      await until(() => field.ariaInvalid === 'true');
      expect(descriptionOf(field)).to.include('Give a reason of at least 10 characters.');
      expect(field.value).to.equal('because');
      expect(focused()).to.equal(field);
      expect(tab.asked).to.deep.equal([]);
      await expectAccessible(page);
    });

    it('keeps what was typed when the backend refuses, and asks once at a time', async () => {
      const { page, tab, banner } = await openDialog();
      const release = tab.holds();
      tab.refuses(new ImpersonationError('mode_not_allowed'));
      await typeText('Correct the billing address');

      byRole(page, 'button', 'Switch to full access').click();
      const busy = await until(() =>
        allByRole(page, 'button').find(
          (button) => button.textContent.trim() === 'Switching…' && button.matches('dialog *'),
        ),
      );
      busy.click();
      release();

      await until(() => alertSays(page, 'This kind of access is not on offer.'));
      expect(tab.asked).to.have.lengthOf(1);
      expect(byRole<HTMLTextAreaElement>(page, 'textbox', /./).value).to.equal('Correct the billing address');

      byRole(page, 'button', 'Cancel').click();
      await until(() => !banner.shadowRoot!.querySelector('dialog'));
      expect(alertSays(page, '')).to.equal(true);
    });

    it('lets Escape leave the dialog, with nothing asked', async () => {
      const { page, tab } = await openDialog();

      await sendKeys({ press: 'Escape' });

      await until(() => !hasRole(page, 'dialog', /./));
      expect(tab.asked).to.deep.equal([]);
    });

    it('takes the dialog away when the impersonation ends meanwhile', async () => {
      const { page, tab, banner } = await openDialog();

      tab.become(ended('revoked'));

      await until(() => focused() === byRole(page, 'button', 'Close this tab'));
      tab.become(active());
      await until(() => hasRole(page, 'button', 'End'));
      expect(banner.shadowRoot!.querySelector('dialog')).to.equal(null);
    });

    it('goes back to read-only by one press', async () => {
      const { page, tab } = await pageIn(active({ mode: 'full' }));

      const changed = next(page, 'impersonation-mode-changed');
      byRole(page, 'button', 'Back to read-only').click();

      expect((await changed).mode).to.equal('read-only');
      expect(tab.asked).to.deep.equal(['read-only']);
    });

    it('is not offered where there is only one kind, or the backend cannot', async () => {
      const one = await pageIn(active({ record: { modes: ['read-only'] } }));
      expect(hasRole(one.page, 'button', /Switch/)).to.equal(false);

      const cannot = await pageIn(active(), { setMode: false });
      expect(hasRole(cannot.page, 'button', /Switch/)).to.equal(false);
    });

    async function openDialog() {
      const there = await pageIn(active());
      byRole(there.page, 'button', 'Switch to full access…').click();
      await until(() => byRole(there.page, 'dialog', 'Full access as Dana Fox'));
      return there;
    }
  });

  describe('its room on the page', () => {
    const tall = html`
      <impersonation-banner></impersonation-banner>
      ${Array.from({ length: 60 }, (_, at) => html`<p><button>Button ${at}</button></p>`)}
    `;

    it('tells the page its height, and takes that back when it leaves', async () => {
      const { banner, page } = await pageIn(active());

      await until(() => roomPublished() === `${banner.getBoundingClientRect().height}px`);

      page.remove();
      expect(roomPublished()).to.equal('');
      expect(document.documentElement.style.scrollPaddingBlockStart).to.equal('');
    });

    it('takes none once nobody is impersonated', async () => {
      const { tab } = await pageIn(active());
      await until(() => roomPublished() !== '');

      tab.become(none);

      await until(() => roomPublished() === '');
    });

    it('adds to the scroll padding that the page has for its own header', async () => {
      document.documentElement.style.scrollPaddingBlockStart = '64px';
      try {
        const { banner, page } = await pageIn(active());
        const height = banner.getBoundingClientRect().height;

        await until(() => Math.abs(scrollPadding() - 64 - height) < 0.01);
        page.remove();
        expect(document.documentElement.style.scrollPaddingBlockStart).to.equal('64px');
      } finally {
        document.documentElement.style.scrollPaddingBlockStart = '';
      }
    });

    it('stays in sight, and never covers what has the focus', async () => {
      const { page, banner } = await pageIn(active(), {}, tall);
      await until(() => roomPublished() !== '');
      const buttons = allByRole(page, 'button').filter((button) => button.textContent.startsWith('Button'));

      buttons.at(-1)!.focus();
      await until(() => window.scrollY > 0, 'the page to be scrolled to the last button');
      buttons.at(10)!.focus();

      // Some browsers scroll a moment after the focus has moved.
      const bar = () => banner.getBoundingClientRect();
      await until(
        () => buttons.at(10)!.getBoundingClientRect().top >= bar().bottom,
        'the button to be in sight',
      );
      expect(bar().top).to.equal(0);
    });

    for (const [width, height, what] of [
      [320, 640, 'a small phone'],
      [320, 256, '400 % zoom'],
    ] as const) {
      it(`takes at most a quarter of ${what}, without scrolling sideways, with targets of 24 px`, async () => {
        await setViewport({ width, height });
        try {
          const { banner, page } = await pageIn(active({ left: 200, mode: 'full', idleLeft: 100 }), {}, tall);

          expect(banner.getBoundingClientRect().height).to.be.at.most(height / 4);
          expect(document.documentElement.scrollWidth).to.be.at.most(width);
          for (const button of allByRole(banner.shadowRoot!, 'button')) {
            const { width, height } = button.getBoundingClientRect();
            expect(Math.min(width, height)).to.be.at.least(24);
          }
          expect(textOf(page)).to.include('Dana Fox');
          await expectAccessible(banner);
        } finally {
          await setViewport({ width: 800, height: 600 });
        }
      });
    }

    itInMedia('stays on paper, with who looked at it', async () => {
      await emulateMedia({ media: 'print' });
      try {
        const { page } = await pageIn(active());

        expect(textOf(page)).to.match(/Viewed by Sam Lee as Dana Fox\. Session is_7f3a, /);
        expect(hasRole(page, 'button', 'End')).to.equal(false);
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
  });

  describe('in every light', () => {
    const shown = {
      'read-only': active(),
      'full access': active({ mode: 'full' }),
      warning: active({ left: 200 }),
      critical: active({ left: 40 }),
      offline: active({ online: false }),
      ended: ended('expired'),
      unknown: unknown(),
      unclear: unknown(new ImpersonationError('malformed_token')),
    };
    for (const [what, state] of Object.entries(shown)) {
      it(`can be read when it is ${what}, light and dark`, async () => {
        for (const theme of ['light', 'dark'] as const) {
          const { page } = await pageIn(
            state,
            {},
            html`<impersonation-banner theme=${theme}></impersonation-banner>`,
          );
          await expectAccessible(page);
          page.remove();
        }
      });
    }
  });

  async function pageIn(
    state: FakeTab['state'],
    capabilities: Partial<Capabilities> = {},
    content = html`<impersonation-banner></impersonation-banner>`,
  ) {
    const tab = new FakeTab(state);
    const clock = new FakeClock(noon, capabilities);
    const page = await fixture(staged(tab, clock, content));
    return { page, tab, clock, banner: page.querySelector('impersonation-banner')! };
  }

  const known = ['active', 'critical', 'ended', 'full', 'offline', 'read-only', 'unknown', 'warning'];
  const states = (banner: Element) => known.filter((state) => banner.matches(`:state(${state})`));
  const scrollPadding = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart);
  const roomPublished = () => document.documentElement.style.getPropertyValue('--ik-banner-block-size');
  const alertSays = (root: ParentNode, text: string) =>
    allByRole(root, 'alert')
      .map((alert) => textOf(alert))
      .join(' ')
      .trim() === text;
});
