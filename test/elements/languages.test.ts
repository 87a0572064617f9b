import '../../src/elements/impersonate-button/define.js';

import { expect } from 'chai';
import { html } from 'lit';

import type { ImpersonateButton } from '../../src/elements/impersonate-button/impersonate-button.js';
import {
  registerLanguages,
  registerMessages,
  type Translation,
} from '../../src/elements/messages/languages.js';
import { fixture, settled } from '../support/fixture.js';
import { until } from '../support/screen.js';

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
