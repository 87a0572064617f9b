import '../../src/define.js';

import { expect } from 'chai';
import { html } from 'lit';

import { defineAll } from '../../src/elements/define-all.js';
import type { ImpersonationProvider } from '../../src/elements/impersonation-provider/impersonation-provider.js';
import { version } from '../../src/elements/internal/version.js';
import { fixture } from '../support/fixture.js';
import { until } from '../support/screen.js';
import { active, FakeTab } from '../support/tab.js';

describe('defineAll()', () => {
  const { warn } = console;
  let warned: string[];
  beforeEach(() => {
    warned = [];
    console.warn = (text: string) => warned.push(text);
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('changes nothing, and says nothing, where the elements are there already', () => {
    const before = customElements.get('impersonation-banner');

    defineAll();

    expect(customElements.get('impersonation-banner')).to.equal(before);
    expect(warned).to.deep.equal([]);
  });

  it('gives every element another name, under which they work together with those of the first', async () => {
    defineAll({ prefix: 'acme' });
    const page = await fixture(html`
      <acme-provider>
        <acme-banner></acme-banner>
        <acme-guard><button>Delete</button></acme-guard>
        <impersonation-banner></impersonation-banner>
      </acme-provider>
    `);
    const provider = page.querySelector<ImpersonationProvider>('acme-provider')!;
    provider.tab = new FakeTab(active({ now: Date.now() }));
    for (const banner of ['acme-banner', 'impersonation-banner']) {
      const { shadowRoot } = page.querySelector(banner)!;
      await until(() => shadowRoot!.textContent.includes('Acting as'), banner);
    }
    expect(page.querySelector('button')!.getAttribute('aria-disabled')).to.equal('true');
    for (const name of ['button', 'audit-table', 'activity-chart', 'access-history']) {
      expect(customElements.get(`acme-${name}`), name).to.not.equal(undefined);
    }
  });

  it('registers where the host says', () => {
    const registered: string[] = [];
    const registry = {
      get: () => undefined,
      define: (tag: string) => registered.push(tag),
    } as unknown as CustomElementRegistry;

    defineAll({ registry });
    defineAll({ registry, prefix: 'acme' });

    expect(registered).to.include.members(['session-audit-table', 'acme-audit-table']);
  });

  it('leaves another version its names, and says which two there are and what to do', () => {
    class Older extends HTMLElement {
      static readonly version = '0.0.9';
    }
    customElements.define('older-banner', Older);
    class Strange extends HTMLElement {}
    customElements.define('older-button', Strange);

    defineAll({ prefix: 'older' });

    expect(customElements.get('older-banner')).to.equal(Older);
    expect(warned).to.have.lengthOf(2);
    const [strange, older] = warned;
    expect(strange).to.include('<older-button> is something else');
    expect(older).to.include('0.0.9').and.to.include(version).and.to.include('defineAll({ prefix })');
  });

  it('says nothing of a copy that behaves the same', () => {
    customElements.define(
      'twin-banner',
      class extends HTMLElement {
        static readonly version = version;
      },
    );

    defineAll({ prefix: 'twin' });

    expect(warned).to.deep.equal([]);
  });

  for (const prefix of ['', 'Acme', 'a-b', '1a', 'a b']) {
    it(`refuses the prefix "${prefix}", which makes no name`, () => {
      expect(() => defineAll({ prefix })).to.throw(TypeError, 'lower-case');
    });
  }
});
