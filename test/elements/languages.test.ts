import '../../src/elements/impersonate-button/define.js';
import '../../src/elements/impersonation-banner/define.js';
import '../../src/elements/impersonation-provider/define.js';
import '../../src/elements/session-audit-table/define.js';

import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';

import { createMemoryClient } from '../../src/client/memory.js';
import type { ImpersonateButton } from '../../src/elements/impersonate-button/impersonate-button.js';
import {
  registerLanguages,
  registerMessages,
  type Translation,
} from '../../src/elements/messages/languages.js';
import { shippedLanguages } from '../../src/elements/messages/shipped.js';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import { byRole, until } from '../support/screen.js';
import { active, FakeTab } from '../support/tab.js';

const saying = (label: string): Translation => ({ button: { label } });

describe('languages', () => {
  it('are English where no translation is', async () => {
    const page = await fixture(html`<div lang="tlh">${button}</div>`);

    expect(labelIn(page)).to.equal('Impersonate');
  });

  it('are those of the nearest lang, also across shadow roots', async () => {
    registerMessages('nl', saying('Inloggen als'));
    const page = await fixture(html`<div lang="nl"><p></p></div>`);
    const inside = page.querySelector('p')!.attachShadow({ mode: 'open' });
    inside.append(document.createElement('impersonate-button'));
    await settled(inside);

    expect(labelIn(inside)).to.equal('Inloggen als');
  });

  it('follow the page when it changes its own, on any ancestor', async () => {
    registerMessages('sv', saying('Logga in som'));
    const page = await fixture(html`<div><section>${button}</section></div>`);
    page.querySelector('div')!.lang = 'sv-FI';

    await until(() => labelIn(page) === 'Logga in som', 'Swedish');
    page.querySelector('section')!.lang = 'en';
    await until(() => labelIn(page) === 'Impersonate', 'English');
  });

  it('serve those who read the same, and not those who write otherwise', async () => {
    registerMessages('uz-Latn', saying('Lotin'));
    const page = await fixture(
      html`<p lang="uz">${button}</p>
        <p lang="uz-Cyrl">${button}</p>`,
    );
    const [latin, cyrillic] = page.querySelectorAll('p');

    expect(labelIn(latin!)).to.equal('Lotin');
    expect(labelIn(cyrillic!)).to.equal('Impersonate');
  });

  it('are those of the kit for English, unless that English is the one that was added', async () => {
    registerMessages('en-ZA', saying('Sign in as'));
    const page = await fixture(
      html`<p lang="en-US">${button}</p>
        <p lang="en-ZA">${button}</p>`,
    );
    const [american, southAfrican] = page.querySelectorAll('p');

    expect(labelIn(american!)).to.equal('Impersonate');
    expect(labelIn(southAfrican!)).to.equal('Sign in as');
  });

  it('are loaded when the first element stands in them, once', async () => {
    let asked = 0;
    let bring: (translation: Translation) => void = () => undefined;
    registerLanguages({
      is: () => {
        asked += 1;
        return new Promise((resolve) => (bring = resolve));
      },
    });
    expect(asked).to.equal(0);
    const page = await fixture(html`<p lang="is">${button}${button}</p>`);
    expect([asked, labelIn(page)]).to.deep.equal([1, 'Impersonate']);

    bring(saying('Skrá inn sem'));
    await until(() => labelIn(page) === 'Skrá inn sem', 'Icelandic');
    expect(asked).to.equal(1);
  });

  it('stay English when they cannot be loaded', async () => {
    let refuse: (cause: Error) => void = () => undefined;
    const refused = new Promise<Translation>((_, reject) => (refuse = reject));
    registerLanguages({ fo: () => refused });
    const page = await fixture(html`<p lang="fo">${button}</p>`);
    refuse(new Error('offline'));
    await refused.catch(() => undefined);
    await settled(page);

    expect(labelIn(page)).to.equal('Impersonate');
  });

  it('are said differently by the element whose host says so', async () => {
    const page = await fixture(html`${button}${button}`);
    const [one, other] = page.querySelectorAll<ImpersonateButton>('impersonate-button');
    one!.strings = { button: { label: 'Sign in as' } };
    await settled(page);

    expect(labelOf(one!)).to.equal('Sign in as');
    expect(labelOf(other!)).to.equal('Impersonate');
  });

  it('survive a tag that is none', async () => {
    const page = await fixture(html`<p lang="en_GB">${button}</p>`);

    expect(labelIn(page)).to.equal('Impersonate');
  });
});

const button = html`<impersonate-button></impersonate-button>`;
const labelIn = (root: ParentNode) => labelOf(root.querySelector('impersonate-button')!);
const labelOf = (element: Element) => element.shadowRoot!.querySelector('[part~=label]')!.textContent.trim();

describe('the languages that come with the kit', () => {
  it('are Arabic, and mirrored, where an ancestor says so', async () => {
    registerLanguages(shippedLanguages);
    const tab = new FakeTab(active({ now: Date.now() }));
    const page = await fixture(
      html`<section lang="ar" dir="rtl">
        <impersonation-provider .tab=${tab}
          ><impersonation-banner></impersonation-banner
        ></impersonation-provider>
      </section>`,
    );
    const end = await until(() => byRole(page, 'button', 'إنهاء'));

    await expectAccessible(page);
    const buttons = [...page.querySelector('impersonation-banner')!.shadowRoot!.querySelectorAll('button')];
    const last = buttons.filter((button) => button.checkVisibility()).at(-1)!;
    expect(last.textContent).to.match(/[\u0600-\u06ff]/);
    // The first of the buttons stands rightmost.
    expect(end.getBoundingClientRect().left).to.be.greaterThan(last.getBoundingClientRect().left);
  });

  for (const lang of Object.keys(shippedLanguages)) {
    it(`fit a window 320 pixels wide, and are accessible, in ${lang}`, async () => {
      registerLanguages(shippedLanguages);
      await setViewport({ width: 320, height: 640 });
      const tab = new FakeTab(active({ now: Date.now() }));
      const page = await fixture(
        html`<section lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
          <impersonation-provider .tab=${tab}>
            <impersonation-banner></impersonation-banner>
            <session-audit-table
              timezone="utc"
              .client=${createMemoryClient({ sessions: 5 })}
            ></session-audit-table>
          </impersonation-provider>
        </section>`,
      );
      const table = page.querySelector('session-audit-table')!;
      await until(() => table.matches(':state(ready)'), 'the table');
      await until(() => !table.shadowRoot!.textContent.includes('Impersonation sessions'), lang);

      await expectAccessible(page);
      expect(document.documentElement.scrollWidth).to.be.at.most(window.innerWidth);
    });
  }
});
