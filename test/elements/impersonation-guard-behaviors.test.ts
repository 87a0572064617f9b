import '../../src/elements/impersonation-guard/define.js';

import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';

import type { ImpersonationAllowedEvent } from '../../src/elements/events.js';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import { byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';
import { active, ended, FakeClock, FakeTab, none, staged, unknown } from '../support/tab.js';

const readOnly = active({ record: { modes: ['read-only'] } });
const full = active({ mode: 'full' });
const why = 'She asked me to on the phone';

async function pageWith(state: FakeTab['state'], content: TemplateResult) {
  const tab = new FakeTab(state);
  const page = await fixture(staged(tab, new FakeClock(), content));
  const heard: string[] = [];
  for (const type of [
    'click',
    'submit',
    'impersonation-blocked',
    'impersonation-allow',
    'impersonation-allowed',
  ])
    page.addEventListener(type, (event) => {
      if (type === 'submit') event.preventDefault();
      heard.push(type);
    });
  const guard = page.querySelector('impersonation-guard')!;
  return { tab, page, guard, heard };
}

/** Answers the dialog, which comes when its code has come. */
async function answer(page: Element, reason: string): Promise<void> {
  await until(() => hasRole(page, 'textbox', 'Reason'), 'the question');
  const field = byRole<HTMLTextAreaElement>(page, 'textbox', 'Reason');
  field.value = reason;
  byRole(page, 'button', 'Do it').click();
}

describe('<impersonation-guard>: when it holds', () => {
  for (const [when, state, name, holds] of [
    ['ended', ended('expired'), 'it is over', true],
    ['ended', readOnly, 'it goes on', false],
    ['ended', none, 'nobody is impersonated', false],
    ['not-impersonating', none, 'nobody is impersonated', true],
    ['not-impersonating', readOnly, 'somebody is impersonated', false],
    ['not-impersonating', unknown(), 'nothing is known', true],
  ] as const) {
    it(`${holds ? 'holds' : 'lets go'} with when="${when}" while ${name}`, async () => {
      const { page } = await pageWith(
        state,
        html`<impersonation-guard when=${when}><button>Back</button></impersonation-guard>`,
      );

      expect(byRole(page, 'button', 'Back').ariaDisabled).to.equal(holds ? 'true' : null);
    });
  }

  it('lets go of what is not known where the page says so, and of nothing else', async () => {
    const { page, tab } = await pageWith(
      unknown(),
      html`<impersonation-guard unknown="allow"><button>Save</button></impersonation-guard>`,
    );
    const button = byRole(page, 'button', 'Save');
    expect(button.ariaDisabled).to.equal(null);

    tab.become(readOnly);
    await until(() => button.ariaDisabled === 'true');
  });

  it('says which control was operated', async () => {
    const { page } = await pageWith(
      readOnly,
      html`<impersonation-guard><button>Save</button></impersonation-guard>`,
    );
    const blocked = next(page, 'impersonation-blocked');

    byRole(page, 'button', 'Save').click();

    expect((await blocked).control).to.equal(byRole(page, 'button', 'Save'));
  });
});

describe('<impersonation-guard behavior="inert">', () => {
  const content = html`<button>Before</button>
    <impersonation-guard behavior="inert"><button>Pay</button></impersonation-guard>
    <button>After</button>`;

  it('takes what it guards out of reach, with the reason beside it, and gives it back as it was', async () => {
    const { page, tab, guard } = await pageWith(readOnly, content);
    const button = guard.querySelector('button')!;
    button.focus();
    expect(focused()).not.to.equal(button);
    expect(button.checkVisibility()).to.equal(true);
    expect(textOf(guard.querySelector('[slot=note]')!)).to.equal(
      'Not available: this impersonation is read-only.',
    );
    expect(guard.querySelector('[slot=note]')!.checkVisibility()).to.equal(true);
    await expectAccessible(page);

    byRole(page, 'button', 'Before').focus();
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(byRole(page, 'button', 'After'));

    tab.become(full);
    await settled(page);
    expect(guard.innerHTML.replaceAll(/<!--.*?-->/g, '')).to.equal('<button>Pay</button>');
    byRole(page, 'button', 'Pay').focus();
    expect(focused()).to.equal(button);
  });

  it('still holds against a script of the page', async () => {
    const { guard, heard } = await pageWith(readOnly, content);

    guard.querySelector('button')!.click();

    expect(heard).to.deep.equal(['impersonation-blocked']);
  });
});

describe('<impersonation-guard behavior="replace">', () => {
  it('puts something else in its place, which works, and puts it back', async () => {
    const { page, tab, heard } = await pageWith(
      readOnly,
      html`<impersonation-guard behavior="replace">
        <button>Pay</button>
        <p slot="fallback"><button>Ask Billing</button></p>
      </impersonation-guard>`,
    );
    const [pay, ask] = [...page.querySelectorAll('button')];
    const shown = () => [pay?.checkVisibility(), ask?.checkVisibility()];
    expect(shown()).to.deep.equal([false, true]);
    ask?.click();
    expect(heard).to.deep.equal(['click']);
    await expectAccessible(page);

    tab.become(full);
    await settled(page);
    expect(shown()).to.deep.equal([true, false]);
    pay?.click();
    expect(heard).to.deep.equal(['click', 'click']);
  });

  it('says why, where the page has nothing to put there', async () => {
    const { page, guard } = await pageWith(
      readOnly,
      html`<impersonation-guard behavior="replace"><button>Pay</button></impersonation-guard>`,
    );

    expect(guard.querySelector('[slot=note]')!.checkVisibility()).to.equal(true);
    expect(guard.querySelector('button')!.checkVisibility()).to.equal(false);
    await expectAccessible(page);
  });
});

describe('<impersonation-guard behavior="confirm">', () => {
  const content = html`<impersonation-guard behavior="confirm" when="impersonating" action="email.send">
    <form><input aria-label="Subject" /><button>Send</button></form>
    <button>Delete</button>
  </impersonation-guard>`;

  it('asks for a reason, does it once, and tells the page what was typed', async () => {
    const { page, heard } = await pageWith(full, content);
    const button = byRole(page, 'button', 'Delete');
    const allowed = next(page, 'impersonation-allowed');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => hasRole(page, 'dialog', 'Do this in their name?'), 'the question');
    await expectAccessible(page);
    expect(heard).to.deep.equal([]);
    expect(textOf(byRole(page, 'dialog', /./))).to.contain('This is for Dana Fox alone.');
    expect(focused()).to.equal(byRole(page, 'textbox', 'Reason'));

    await answer(page, ` ${why} `);

    const { action, reason, control }: ImpersonationAllowedEvent = await allowed;
    expect([action, reason, control]).to.deep.equal(['email.send', why, button]);
    expect(heard).to.deep.equal(['impersonation-allow', 'click', 'impersonation-allowed']);
    expect(hasRole(page, 'dialog', /./)).to.equal(false);
    expect(focused()).to.equal(button);

    button.click();
    await until(() => hasRole(page, 'dialog', /./), 'the question, again');
    expect(heard).to.have.lengthOf(3);
  });

  it('does nothing for a reason that says nothing, or when somebody would rather not', async () => {
    const { page, heard } = await pageWith(full, content);
    byRole(page, 'button', 'Delete').focus();
    byRole(page, 'button', 'Delete').click();
    await answer(page, 'ok');
    await until(() => textOf(page.querySelector('impersonation-guard')!.shadowRoot!).includes('at least 10'));
    expect(focused()).to.equal(byRole(page, 'textbox', 'Reason'));
    await expectAccessible(page);

    await sendKeys({ press: 'Escape' });
    await until(() => !hasRole(page, 'dialog', /./));

    expect(heard).to.deep.equal([]);
    expect(focused()).to.equal(byRole(page, 'button', 'Delete'));
  });

  it('lets a form be filled in, and asks when it is sent', async () => {
    const { page, heard } = await pageWith(full, content);
    const field = byRole<HTMLInputElement>(page, 'textbox', 'Subject');
    field.focus();
    await sendKeys({ type: 'Hello' });
    expect(field.value).to.equal('Hello');
    await sendKeys({ press: 'Enter' });

    await answer(page, why);
    await until(() => heard.includes('impersonation-allowed'));

    expect(heard.filter((type) => type === 'submit')).to.have.lengthOf(1);
  });

  it('does nothing where the page says no to it', async () => {
    const { page, heard } = await pageWith(full, content);
    page.addEventListener('impersonation-allow', (event) => event.preventDefault());
    byRole(page, 'button', 'Delete').click();

    await answer(page, why);
    await until(() => heard.includes('impersonation-allow'));
    await settled(page);

    expect(heard).to.deep.equal(['impersonation-allow']);
  });

  it('does nothing when it ended while somebody was typing', async () => {
    const { page, tab, heard } = await pageWith(full, content);
    byRole(page, 'button', 'Delete').click();
    await until(() => hasRole(page, 'dialog', /./), 'the question');
    tab.become(ended('revoked'));

    await answer(page, why);
    await until(() => !hasRole(page, 'dialog', /./));
    await settled(page);

    expect(heard).to.deep.equal([]);
  });

  for (const [name, state] of [
    ['the access is read-only', readOnly],
    ['nothing is known', unknown()],
    ['it is over', ended('revoked')],
  ] as const) {
    it(`asks nothing and explains while ${name}`, async () => {
      const { page, heard, guard } = await pageWith(state, content);
      expect(byRole(page, 'button', 'Delete').ariaDisabled).to.equal('true');

      byRole(page, 'button', 'Delete').click();

      expect(heard).to.deep.equal(['impersonation-blocked']);
      expect(guard.shadowRoot!.querySelector(':popover-open')).not.to.equal(null);
    });
  }

  it('leaves the word to a stricter guard within, and asks once for two that ask', async () => {
    const nested = (inner: string) =>
      html`<impersonation-guard behavior="confirm" when="impersonating">
        <impersonation-guard behavior=${inner} when="impersonating"><button>Pay</button></impersonation-guard>
      </impersonation-guard>`;
    const strict = await pageWith(full, nested('explain'));
    byRole(strict.page, 'button', 'Pay').click();
    expect(strict.heard).to.deep.equal(['impersonation-blocked']);
    expect(hasRole(strict.page, 'dialog', /./)).to.equal(false);
    strict.page.remove();

    const both = await pageWith(full, nested('confirm'));
    byRole(both.page, 'button', 'Pay').click();
    await answer(both.page, why);
    await until(() => both.heard.includes('impersonation-allowed'));
    expect(both.heard).to.deep.equal(['impersonation-allow', 'click', 'impersonation-allowed']);
  });
});

describe('<impersonation-guard>: what it cannot reach', () => {
  it('names in the console an element whose controls it cannot mark, once', async () => {
    customElements.define(
      'sealed-widget',
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML = '<button>Inner</button>';
        }
      },
    );
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...said: unknown[]) => warned.push(...said);
    try {
      await pageWith(
        readOnly,
        html`<impersonation-guard
          ><sealed-widget></sealed-widget><sealed-widget></sealed-widget
        ></impersonation-guard>`,
      );
    } finally {
      console.warn = warn;
    }

    expect(warned).to.have.lengthOf(1);
    expect(warned[0]).to.contain('<sealed-widget>');
  });
});
