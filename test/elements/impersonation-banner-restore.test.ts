import '../../src/elements/impersonation-banner/define.js';

import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';

import { ImpersonationError } from '../../src/core/errors.js';
import { fixture } from '../support/fixture.js';
import { allByRole, hasRole, until } from '../support/screen.js';
import { active, ended, FakeClock, FakeTab, none, staged, unknown } from '../support/tab.js';

describe('<impersonation-banner>, taken from the page while somebody is impersonated', () => {
  let warned: string[];
  const { warn } = console;

  beforeEach(() => {
    warned = [];
    console.warn = (text: string) => warned.push(text);
  });

  afterEach(() => {
    console.warn = warn;
  });

  const surrounded = html`
    <header>Host</header>
    <impersonation-banner></impersonation-banner>
    <p>Content</p>
  `;

  it('is back within a second, where it was, and the console says why', async () => {
    const { page, banner } = await pageIn(surrounded);
    const before = banner.nextElementSibling;
    const gone = performance.now();

    banner.remove();
    await until(() => banner.isConnected);

    expect(performance.now() - gone).to.be.lessThan(1000);
    expect(banner.nextElementSibling).to.equal(before);
    expect(banner.previousElementSibling).to.equal(page.querySelector('header'));
    await until(() => hasRole(page, 'button', 'End'));
    expect(warned).to.have.lengthOf(1);
    expect(warned[0]).to.match(/<impersonation-banner> was taken from the page while somebody is imperson/);
  });

  it('is back before anybody has to look for it when the page was emptied with it', async () => {
    const { page, stage, banner } = await pageIn(surrounded);

    stage.replaceChildren(document.createElement('article'));
    await until(() => banner.isConnected);

    expect(stage.firstElementChild).to.equal(banner);
    expect(hasRole(page, 'region', 'Impersonation')).to.equal(true);
  });

  it('keeps to its edge of the page then', async () => {
    const { stage, banner } = await pageIn(
      html`<p>Content</p>
        <impersonation-banner placement="bottom"></impersonation-banner>`,
    );

    stage.replaceChildren(document.createElement('article'));
    await until(() => banner.isConnected);

    expect(stage.lastElementChild).to.equal(banner);
  });

  it('is back beneath its provider when what it stood in is gone', async () => {
    const { stage, banner } = await pageIn(
      html`<section>
        <div><impersonation-banner></impersonation-banner></div>
      </section>`,
    );

    stage.querySelector('section')!.remove();
    await until(() => banner.isConnected);

    expect(banner.parentElement).to.equal(stage);
  });

  it('is back in the shadow root it stood in, and out of one that is gone', async () => {
    const { page, stage } = await pageIn(html`<div class="outer"></div>`);
    const outer = stage.querySelector('.outer')!;
    const shadow = outer.attachShadow({ mode: 'open' });
    const banner = document.createElement('impersonation-banner');
    shadow.append(document.createElement('p'), banner);
    await until(() => hasRole(page, 'button', 'End'));

    banner.remove();
    await until(() => banner.isConnected);
    expect(banner.getRootNode()).to.equal(shadow);

    outer.remove();
    await until(() => banner.isConnected);
    expect(banner.parentElement).to.equal(stage);
  });

  it('goes further out where it would not be drawn', async () => {
    const { stage } = await pageIn(html`<div class="outer"></div>`);
    const outer = stage.querySelector('.outer')!;
    outer.attachShadow({ mode: 'open' }); // draws nothing of what stands inside it
    const inner = document.createElement('div');
    const banner = document.createElement('impersonation-banner');
    inner.append(banner);
    outer.append(inner);

    inner.remove();
    await until(() => banner.isConnected && banner.checkVisibility());

    expect(banner.parentElement).to.equal(stage);
  });

  it('is back while it is not known whether somebody is', async () => {
    const { banner, tab } = await pageIn(surrounded);
    tab.become(unknown(new ImpersonationError('malformed_token')));

    banner.remove();

    await until(() => banner.isConnected);
  });

  it('is where the page moved it, and nowhere else', async () => {
    const { stage, banner } = await pageIn(surrounded);

    stage.querySelector('p')!.append(banner);
    await pauseIsOver();

    expect(banner.parentElement).to.equal(stage.querySelector('p'));
    expect(warned).to.deep.equal([]);
  });

  it('gives way to another banner that stands in for it', async () => {
    const { stage, banner } = await pageIn(surrounded);

    banner.replaceWith(document.createElement('impersonation-banner'));
    await pauseIsOver();

    expect(banner.isConnected).to.equal(false);
    expect(stage.querySelectorAll('impersonation-banner')).to.have.lengthOf(1);
    expect(warned).to.deep.equal([]);
  });

  it('goes again when the page puts another one there later', async () => {
    const { stage, banner } = await pageIn(surrounded);
    banner.remove();
    await until(() => banner.isConnected);

    const own = document.createElement('impersonation-banner');
    stage.append(own);
    await pauseIsOver();

    expect(stage.querySelectorAll('impersonation-banner')).to.have.lengthOf(1);
    expect(own.isConnected).to.equal(true);
  });

  it('is not fooled by another banner that nobody can see', async () => {
    const { stage, banner } = await pageIn(
      html`<style>
          .hidden {
            display: none;
          }
        </style>
        <div class="hidden"><impersonation-banner></impersonation-banner></div>
        ${surrounded}`,
    );
    const seen = [...stage.querySelectorAll('impersonation-banner')].at(-1)!;
    expect(seen).not.to.equal(banner);

    seen.remove();

    await until(() => seen.isConnected);
  });

  it('comes back at most once a second to a page that takes it away in a loop, and says so once', async () => {
    const { page, stage, banner } = await pageIn(surrounded);
    let taken = 0;
    const removing = new MutationObserver(() => {
      if (banner.isConnected) {
        taken++;
        banner.remove();
      }
    });
    removing.observe(stage, { childList: true });

    banner.remove();
    const began = performance.now();
    await until(() => taken === 4);
    const took = performance.now() - began;
    removing.disconnect();
    await until(() => banner.isConnected);

    expect(took).to.be.at.least(100 + 200 + 400 + 800 - 50);
    expect(warned).to.have.lengthOf(1);
    expect(hasRole(page, 'region', 'Impersonation')).to.equal(true);
  });

  for (const [why, state] of [
    ['nobody is impersonated', none],
    ['it is over', ended('ended')],
  ] as const) {
    it(`stays away where ${why}`, async () => {
      const { banner, tab } = await pageIn(surrounded);
      tab.become(state);

      banner.remove();
      await pauseIsOver();

      expect(banner.isConnected).to.equal(false);
    });
  }

  it('stays away when its provider goes with it', async () => {
    const { page, stage, banner } = await pageIn(surrounded);

    stage.remove();
    await pauseIsOver();

    expect(banner.isConnected).to.equal(false);
    expect(allByRole(page, 'region')).to.deep.equal([]);
  });

  it('is shown whatever its attributes say', async () => {
    const { banner } = await pageIn(html`<impersonation-banner hidden popover></impersonation-banner>`);
    banner.style.cssText =
      'display: none !important; opacity: 0 !important; clip-path: inset(100%) !important';

    expect(banner.checkVisibility({ opacityProperty: true, visibilityProperty: true })).to.equal(true);
    expect(getComputedStyle(banner).clipPath).to.equal('none');
  });

  async function pageIn(content: TemplateResult) {
    const tab = new FakeTab(active());
    const page = await fixture(staged(tab, new FakeClock(), content));
    const stage = page.querySelector('tab-stage')!;
    return { page, tab, stage, banner: page.querySelector('impersonation-banner')! };
  }

  /** Another banner, taken away later than the one in question, is back. */
  async function pauseIsOver() {
    const tab = new FakeTab(active());
    const page = await fixture(
      staged(tab, new FakeClock(), html`<impersonation-banner></impersonation-banner>`),
    );
    const banner = page.querySelector('impersonation-banner')!;
    const { length } = warned;
    banner.remove();
    await until(() => banner.isConnected);
    warned.length = length;
  }
});
