import { expect } from 'chai';
import { html } from 'lit';

import { ImpersonateButton } from '../../src/elements/impersonate-button/impersonate-button.js';
import { registerMessages } from '../../src/elements/messages/languages.js';
import { fixture, settled } from '../support/fixture.js';
import { itInMedia } from '../support/media.js';
import { byRole, descriptionOf, hasRole, textOf, until } from '../support/screen.js';
import { startPage } from '../support/start-dialog.js';
import { emulateMedia } from '@web/test-runner-commands';

class CountingButton extends ImpersonateButton {
  drawings = 0;

  protected override updated(): void {
    super.updated();
    this.drawings += 1;
  }
}
customElements.define('counting-button', CountingButton);

describe('<impersonate-button> at rest', () => {
  it('costs a page five nodes, and all buttons share one style sheet', async () => {
    const { page } = await startPage({ content: (client) => html`${[1, 2].map(() => buttonOf(client))}` });
    const [one, other] = [...page.querySelectorAll('impersonate-button')].map(
      ({ shadowRoot }) => shadowRoot!,
    );

    expect(one!.querySelectorAll('*').length).to.be.at.most(4);
    expect(one!.adoptedStyleSheets).to.have.length(1);
    expect(one!.adoptedStyleSheets[0]).to.equal(other!.adoptedStyleSheets[0]);
  });

  it('is drawn once, also where the page left white space or a label between the tags', async () => {
    for (const label of ['', ' ', 'Act as Dana']) {
      const { page } = await startPage({
        content: (client) =>
          html`<counting-button .client=${client} user-id="u_42">${label}</counting-button>
            <impersonate-button></impersonate-button>`,
      });
      await frame();

      expect(page.querySelector<CountingButton>('counting-button')!.drawings, `"${label}"`).to.equal(1);
    }
  });

  it('wears only the attributes that the page gave it', async () => {
    const { element } = await startPage();

    expect(element.getAttributeNames()).to.deep.equal(['user-id', 'user-name', 'user-email']);
  });

  it('becomes another kind of button and a plain one again, and keeps the focus', async () => {
    const { page, element } = await startPage();
    element.focus();

    element.variant = 'menuitem';
    await settled(page);
    const entry = byRole(page, 'menuitem', 'Impersonate Dana Fox');
    expect([entry.tabIndex, element.getAttribute('variant')]).to.deep.equal([-1, 'menuitem']);
    expect(element.shadowRoot!.activeElement).to.equal(entry);

    element.variant = 'icon';
    await settled(page);
    expect(byRole(page, 'button', 'Impersonate Dana Fox').title).to.equal('Impersonate Dana Fox');
    element.userName = 'Mateo';
    await settled(page);
    expect(byRole(page, 'button', 'Impersonate Mateo').title).to.equal('Impersonate Mateo');

    element.removeAttribute('variant');
    await settled(page);
    const plain = byRole(page, 'button', 'Impersonate Mateo');
    expect([element.variant, plain.title, plain.tabIndex]).to.deep.equal(['button', '', 0]);
    expect(element.shadowRoot!.activeElement).to.equal(entry);
  });

  it('follows a label that the page puts there, changes and takes away', async () => {
    const { page, element } = await startPage();

    element.append(new Text('Sign in as them'));
    await until(() => hasRole(page, 'button', 'Sign in as them: Dana Fox'), 'the label');
    element.replaceChildren('Act as Dana Fox');
    await until(() => hasRole(page, 'button', 'Act as Dana Fox'), 'the other label');
    element.replaceChildren();
    await until(() => hasRole(page, 'button', 'Impersonate Dana Fox'), 'the label of its own');
    expect(textOf(page)).to.equal('Impersonate');
  });

  it('gives its drawing up for one of the page, and takes it back', async () => {
    const { element } = await startPage();
    const icon = element.shadowRoot!.querySelector('[part=icon]')!;
    const shape = () => getComputedStyle(icon).clipPath;
    expect(shape()).to.match(/^path/);
    expect(icon.getBoundingClientRect().width).to.equal(16);

    const star = document.createElement('span');
    star.slot = 'icon';
    element.append(star);
    await until(() => shape() === 'none', 'the drawing to go');
    expect(getComputedStyle(icon).backgroundColor).to.equal('rgba(0, 0, 0, 0)');

    star.remove();
    await until(() => shape() !== 'none', 'the drawing again');
  });

  itInMedia(
    'draws in the colors that the system forces, and says in them whether it can be used',
    async () => {
      await emulateMedia({ forcedColors: 'active' });
      try {
        const { page, element } = await startPage();
        const icon = element.shadowRoot!.querySelector('[part=icon]')!;
        const button = byRole(page, 'button', 'Impersonate Dana Fox');
        const color = () => getComputedStyle(icon).backgroundColor;
        expect(color()).to.equal(getComputedStyle(button).color);
        const usable = color();

        element.unavailableReason = 'Owners cannot be impersonated.';
        await settled(page);
        expect(color()).to.equal(getComputedStyle(button).color).and.not.equal(usable);
      } finally {
        await emulateMedia({ forcedColors: 'none' });
      }
    },
  );

  describe('where it cannot be used', () => {
    it('says so in the language that the page changes to', async () => {
      registerMessages('da', { button: { label: 'Log ind som', notConnected: 'Ikke forbundet.' } });
      const page = await fixture(html`<div><impersonate-button user-id="u_42"></impersonate-button></div>`);
      page.querySelector('div')!.lang = 'da';

      await until(() => textOf(page).includes('Log ind som'), 'Danish');
      expect(descriptionOf(byRole(page, 'button', /u_42/))).to.equal('Ikke forbundet.');
    });

    it('stops saying why when the focus goes on, and when it can be used', async () => {
      const { element, button, isShown } = await unavailable();
      button.focus();
      expect(isShown()).to.equal(true);
      button.blur();
      expect(isShown()).to.equal(false);

      button.focus();
      element.unavailableReason = '';
      await element.updateComplete;
      expect([isShown(), button.ariaDisabled, descriptionOf(button)]).to.deep.equal([false, null, '']);

      element.unavailableReason = 'Owners cannot be impersonated.';
      await element.updateComplete;
      element.click();
      expect(isShown()).to.equal(true);
    });

    it('keeps saying why while the pointer goes to the reason and rests there', async () => {
      const { button, hint, isShown } = await unavailable();
      const leave = (from: Element, to: Element | null) =>
        from.dispatchEvent(new PointerEvent('pointerleave', { relatedTarget: to }));

      button.dispatchEvent(new PointerEvent('pointerenter'));
      leave(button, hint());
      leave(hint()!, button);
      expect(isShown()).to.equal(true);
      leave(button, null);
      expect(isShown()).to.equal(false);
    });

    it('says why again after it was somewhere else on the page', async () => {
      const { page, element, button, isShown } = await unavailable();
      button.focus();
      page.prepend(element);
      await settled(page);
      expect(isShown()).to.equal(false);

      button.focus();
      expect(isShown()).to.equal(true);
    });

    async function unavailable() {
      const { page, element } = await startPage();
      element.unavailableReason = 'Owners cannot be impersonated.';
      await settled(page);
      const hint = () => element.shadowRoot!.querySelector('[part=hint]');
      return {
        page,
        element,
        hint,
        button: byRole(page, 'button', 'Impersonate Dana Fox'),
        isShown: () => hint()?.matches(':popover-open') ?? false,
      };
    }
  });
});

const buttonOf = (client: unknown) => html`
  <impersonate-button .client=${client} user-id="u_42" user-name="Dana Fox"></impersonate-button>
`;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
