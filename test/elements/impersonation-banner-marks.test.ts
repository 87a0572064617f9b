import '../../src/elements/impersonation-banner/define.js';

import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';

import { ImpersonationError } from '../../src/core/errors.js';
import { fixture } from '../support/fixture.js';
import { itInMedia } from '../support/media.js';
import { textOf, until } from '../support/screen.js';
import { active, ended, FakeClock, FakeTab, none, staged, unknown } from '../support/tab.js';

describe('<impersonation-banner>, the marks on the page', () => {
  const mark = 'Impersonating · ';
  let head: Node[];

  beforeEach(() => {
    head = [...document.head.childNodes].map((node) => node.cloneNode(true));
    titleElement().textContent = '  Invoices \n ';
  });

  afterEach(async () => {
    for (const page of document.querySelectorAll('main')) page.remove();
    await until(() => !document.title.includes(mark.trim()));
    for (const added of document.head.querySelectorAll('[data-test]')) added.remove();
    titleElement().replaceWith(head.find((node) => node.nodeName === 'TITLE') ?? '');
  });

  describe('the title', () => {
    it('begins with a word that is no name, and is to the letter what it was once it is over', async () => {
      const { tab } = await pageIn();

      await until(() => document.title === `${mark}Invoices`);
      tab.become(ended('ended'));

      await until(() => titleElement().textContent === '  Invoices \n ');
    });

    it('keeps its mark when the page gives it another, and keeps that once it is over', async () => {
      const { tab } = await pageIn();
      await until(() => document.title === `${mark}Invoices`);

      document.title = 'Customers';
      await until(() => document.title === `${mark}Customers`);
      document.title = `(1) ${document.title}`;
      await until(() => document.title === `${mark}(1) Customers`);
      tab.become(none);

      await until(() => titleElement().textContent === '(1) Customers');
    });

    it('keeps its mark when the page brings another element for it', async () => {
      const { tab } = await pageIn();
      await until(() => document.title === `${mark}Invoices`);
      const before = titleElement();
      const after = document.createElement('title');
      after.textContent = 'Customers';

      before.replaceWith(after);
      await until(() => document.title === `${mark}Customers`);
      expect(before.textContent).to.equal('  Invoices \n ');

      tab.become(none);
      await until(() => after.textContent === 'Customers');
    });

    it('lets a page win that insists on its own, and goes on working', async () => {
      const { tab } = await pageIn();
      await until(() => document.title === `${mark}Invoices`);
      let written = 0;
      const insisting = new MutationObserver(() => {
        if (document.title === 'Mine') return;
        written++;
        document.title = 'Mine';
      });
      insisting.observe(document.head, { childList: true, characterData: true, subtree: true });

      document.title = 'Mine';
      await until(() => written > 5);
      await new Promise((resolve) => requestAnimationFrame(resolve)); // the page still draws
      const soon = written;
      insisting.disconnect();

      expect(soon).to.be.lessThan(100);
      await until(() => document.title === `${mark}Mine`);
      tab.become(none);
      await until(() => document.title === 'Mine');
    });

    it('begins with what the page wants', async () => {
      await pageIn(html`<impersonation-banner title-prefix="[Support] "></impersonation-banner>`);

      await until(() => document.title === '[Support] Invoices');
      document.querySelector('main')!.remove();
      await until(() => document.title === 'Invoices');
    });

    it('is marked while nobody can tell, too', async () => {
      await pageIn(undefined, unknown(new ImpersonationError('malformed_token')));

      await until(() => document.title === `${mark}Invoices`);
    });

    it('is left alone where the page wants that', async () => {
      const icon = iconOf('/own.svg');
      const { page } = await pageIn(
        html`<impersonation-banner mark="favicon" favicon-href="/marked.svg"></impersonation-banner>`,
      );

      await until(() => icons().join() === '/marked.svg');
      expect(document.title).to.equal('Invoices');
      page.remove();
      await until(() => icons().join() === '/own.svg');
      icon.remove();
    });

    it('is marked once, however many banners there are', async () => {
      const { page } = await pageIn(
        html`<impersonation-banner></impersonation-banner><impersonation-banner></impersonation-banner>`,
      );
      await until(() => document.title === `${mark}Invoices`);

      page.querySelector('tab-stage')!.parentElement!.remove();

      await until(() => document.title === 'Invoices');
    });
  });

  describe('the icon', () => {
    it('is that of the page again once it is over, in its place and with all it had', async () => {
      const own = iconOf('/own.svg', 'shortcut icon');
      const { tab } = await pageIn(
        html`<impersonation-banner mark="title favicon" favicon-href="/marked.svg"></impersonation-banner>`,
      );
      await until(() => icons().join() === '/marked.svg');

      own.href = '/other.svg'; // meanwhile
      const late = iconOf('/late.svg');
      await until(() => icons().join() === '/marked.svg');
      tab.become(ended('expired'));

      await until(() => icons().join() === '/other.svg,/late.svg');
      expect([own.rel, late.rel]).to.deep.equal(['shortcut icon', 'icon']);
    });

    for (const href of ['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'http://['] as const) {
      it(`is left alone where it would come from ${href.split(':')[0]!}: …`, async () => {
        iconOf('/own.svg');
        await pageIn(
          html`<impersonation-banner mark="favicon title" favicon-href=${href}></impersonation-banner>`,
        );

        await until(() => document.title.startsWith(mark));
        expect(icons()).to.deep.equal(['/own.svg']);
      });
    }
  });

  itInMedia('leaves paper alone where the page wants that', async () => {
    const { page } = await pageIn(html`<impersonation-banner mark=""></impersonation-banner>`);
    await emulateMedia({ media: 'print' });
    try {
      expect(textOf(page)).to.include('Acting as Dana Fox');
      expect(textOf(page)).not.to.include('Viewed by');
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  async function pageIn(
    content: TemplateResult = html`<impersonation-banner></impersonation-banner>`,
    state: FakeTab['state'] = active(),
  ) {
    const tab = new FakeTab(state);
    const page = await fixture(staged(tab, new FakeClock(), content));
    return { page, tab };
  }

  function titleElement(): HTMLTitleElement {
    const found = document.head.querySelector('title');
    if (found) return found;
    const made = document.createElement('title');
    document.head.append(made);
    return made;
  }

  function iconOf(href: string, rel = 'icon'): HTMLLinkElement {
    const link = Object.assign(document.createElement('link'), { rel, href });
    link.dataset['test'] = '';
    document.head.append(link);
    return link;
  }

  const icons = () =>
    [...document.head.querySelectorAll('link[rel~="icon"]')].map(
      (link) => new URL((link as HTMLLinkElement).href).pathname,
    );
});
