import '../../src/elements/impersonation-banner/define.js';

import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';

import { ImpersonationError } from '../../src/core/errors.js';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import { itInMedia } from '../support/media.js';
import { byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';
import { active, ended, FakeClock, FakeTab, none, staged } from '../support/tab.js';

describe('<impersonation-banner>, as a page places it', () => {
  const pillName = 'Acting as Dana Fox Read-only 15:00 left';
  const tall = html`${Array.from({ length: 60 }, (_, at) => html`<p><button>Button ${at}</button></p>`)}`;

  it('takes room and stays in sight', async () => {
    const { banner } = await pageIn(html`<impersonation-banner></impersonation-banner>${tall}`);

    window.scrollTo(0, 500);

    expect(banner.getBoundingClientRect().top).to.equal(0);
    await until(() => roomPublished() === `${banner.getBoundingClientRect().height}px`);
  });

  it('takes room and scrolls away with layout="flow", and tells the page of no height', async () => {
    const { banner } = await pageIn(html`<impersonation-banner layout="flow"></impersonation-banner>${tall}`);
    expect(banner.getBoundingClientRect().height).to.be.at.least(40);

    window.scrollTo(0, 500);

    expect(banner.getBoundingClientRect().bottom).to.be.lessThan(0);
    expect(roomPublished()).to.equal('');
    expect(document.documentElement.style.scrollPaddingBlockStart).to.equal('');
  });

  it('lies on the page with layout="overlay", and takes no room', async () => {
    const { banner, page } = await pageIn(
      html`<impersonation-banner layout="overlay"></impersonation-banner>
        <h1>Host</h1>`,
    );
    const bar = banner.getBoundingClientRect();

    expect([bar.top, bar.left, bar.width]).to.deep.equal([0, 0, document.documentElement.clientWidth]);
    expect(page.querySelector('h1')!.getBoundingClientRect().top).to.be.lessThan(bar.bottom);
    await until(() => roomPublished() === `${bar.height}px`);
  });

  for (const layout of ['sticky', 'overlay', 'pill'] as const) {
    it(`keeps to the lower edge of the window with placement="bottom", as ${layout}`, async () => {
      const { banner } = await pageIn(
        html`${tall}<impersonation-banner layout=${layout} placement="bottom"></impersonation-banner>`,
      );

      const gap = window.innerHeight - banner.getBoundingClientRect().bottom;

      expect(gap).to.be.closeTo(layout === 'pill' ? 8 : 0, 0.1);
    });
  }

  it('leaves the scroll padding alone when it is told to', async () => {
    const { banner } = await pageIn(html`<impersonation-banner no-scroll-padding></impersonation-banner>`);
    await until(() => roomPublished() !== '');
    expect(document.documentElement.style.scrollPaddingBlockStart).to.equal('');

    banner.noScrollPadding = false;
    await settled(document);

    expect(document.documentElement.style.scrollPaddingBlockStart).to.include('--ik-banner-block-size');
  });

  describe('with a frame', () => {
    it('has a border around the window, which lets every press through', async () => {
      const { banner, page } = await pageIn(
        html`<impersonation-banner frame placement="bottom"></impersonation-banner> <button>Host</button>`,
      );
      const frame = banner.shadowRoot!.querySelector<HTMLElement>('.frame')!;
      const { width, height } = frame.getBoundingClientRect();
      const host = byRole(page, 'button', 'Host').getBoundingClientRect();

      expect([width, height]).to.deep.equal([window.innerWidth, window.innerHeight]);
      expect(getComputedStyle(frame).borderTopWidth).to.equal('3px');
      expect(document.elementFromPoint(host.x + 5, host.y + 5)).to.equal(byRole(page, 'button', 'Host'));
      await expectAccessible(page);
    });

    itInMedia(
      'keeps the border where colors are forced, and has none on paper or when it is over',
      async () => {
        const { banner, tab } = await pageIn(html`<impersonation-banner frame></impersonation-banner>`);
        const frame = banner.shadowRoot!.querySelector<HTMLElement>('.frame')!;
        try {
          await emulateMedia({ forcedColors: 'active' });
          expect(getComputedStyle(frame).borderTopStyle).to.equal('solid');
          await emulateMedia({ media: 'print', forcedColors: 'none' });
          expect(frame.checkVisibility()).to.equal(false);
        } finally {
          await emulateMedia({ media: 'screen', forcedColors: 'none' });
        }

        tab.become(ended('ended'));
        await until(() => !frame.isConnected);
      },
    );
  });

  describe('made small', () => {
    it('keeps the name and the time, and opens and closes by the keyboard without losing the focus', async () => {
      const { page, banner } = await pageIn(html`<impersonation-banner collapsible></impersonation-banner>`);
      const collapse = byRole(page, 'button', 'Make smaller');
      collapse.focus();

      let told = next(banner, 'impersonation-collapse');
      await sendKeys({ press: 'Enter' });
      expect((await told).collapsed).to.equal(true);
      const pill = byRole(page, 'button', pillName);
      expect(focused()).to.equal(pill);
      expect([pill.ariaExpanded, pill.title]).to.deep.equal(['false', 'Show all of it']);
      expect(banner.matches(':state(collapsed)[collapsed]')).to.equal(true);
      await until(() => roomPublished() === '');
      await expectAccessible(page);

      told = next(banner, 'impersonation-collapse');
      await sendKeys({ press: 'Enter' });
      expect((await told).collapsed).to.equal(false);
      expect(focused()).to.equal(byRole(page, 'button', 'Make smaller'));
      expect(textOf(page)).to.include('signed in as Sam Lee');
    });

    it('cannot be made small unless the page allows it, and never be dismissed', async () => {
      const { page, banner } = await pageIn(html`<impersonation-banner></impersonation-banner>`);

      banner.collapse();
      await settled(page);

      expect(hasRole(page, 'button', 'Make smaller')).to.equal(false);
      expect(hasRole(page, 'button', 'End')).to.equal(true);
    });

    it('is small from the start with layout="pill", in the corner, out of the way', async () => {
      const { page, banner } = await pageIn(
        html`<impersonation-banner layout="pill"></impersonation-banner>`,
      );
      const pill = banner.getBoundingClientRect();

      expect(hasRole(page, 'button', pillName)).to.equal(true);
      expect([pill.top, document.documentElement.clientWidth - pill.right]).to.deep.equal([8, 8]);
      expect(pill.height).to.be.within(24, 44);

      banner.expand();
      await until(() => hasRole(page, 'button', 'End'));
      expect(banner.getBoundingClientRect().width).to.equal(document.documentElement.clientWidth);
    });

    it('goes on counting, and says in words and drawings what it has no room for', async () => {
      const { page, clock, tab } = await pageIn(
        html`<impersonation-banner collapsed></impersonation-banner>`,
      );

      clock.passes(10);
      await until(() => hasRole(page, 'button', 'Acting as Dana Fox Read-only 14:50 left'));

      tab.become(active({ mode: 'full', online: false }));
      await until(() => hasRole(page, 'button', /^Acting as Dana Fox Full access Offline 14:50 left$/));
      await expectAccessible(page);
    });

    it('is whole again when five minutes are left, and when one is', async () => {
      const { page, clock, banner } = await pageIn(
        html`<impersonation-banner collapsible collapsed></impersonation-banner>`,
        active({ left: 310 }),
      );

      clock.passes(11);
      await until(() => textOf(page).includes('Ends soon 4:59 left'));
      byRole(page, 'button', 'Make smaller').click();
      await until(() => hasRole(page, 'button', 'Acting as Dana Fox Read-only 4:59 left'));
      await expectAccessible(page);

      clock.passes(240);
      await until(() => textOf(page).includes('About to end 0:59 left'));
      expect(banner.collapsed).to.equal(false);
    });

    for (const layout of ['sticky', 'pill'] as const) {
      it(`is whole when it is over, as ${layout}`, async () => {
        const { page, tab } = await pageIn(
          html`<impersonation-banner layout=${layout} collapsed></impersonation-banner>`,
        );

        tab.become(ended('revoked'));

        await until(() => textOf(page).includes('It was revoked.'));
      });
    }

    it('is whole when what was asked for by the keys failed, and says why', async () => {
      const { page, tab, banner } = await pageIn(
        html`<impersonation-banner layout="pill"></impersonation-banner>`,
      );
      tab.refuses(new ImpersonationError('network'));

      await banner.end();

      await until(() => textOf(page).includes('The server cannot be reached. Check the connection'));
    });

    itInMedia('prints who looked all the same', async () => {
      const { page } = await pageIn(html`<impersonation-banner layout="pill"></impersonation-banner>`);
      await emulateMedia({ media: 'print' });
      try {
        expect(textOf(page)).to.match(/Viewed by Sam Lee as Dana Fox\. Session is_7f3a, /);
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
  });

  describe('in a window it would cover a quarter of', () => {
    const large = html`
      <style>
        impersonation-banner {
          --ik-banner-font-size: 2.5rem;
        }
      </style>
      <impersonation-banner></impersonation-banner>
    `;

    it('is small until somebody opens it, and whole again when the window grows', async () => {
      await setViewport({ width: 320, height: 480 });
      try {
        const { page, banner } = await pageIn(large);
        await until(() => hasRole(page, 'button', pillName));
        expect(banner.getBoundingClientRect().height).to.be.at.most(120);
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        expect(banner.collapsed).to.equal(false);

        byRole(page, 'button', pillName).click();
        await until(() => hasRole(page, 'button', 'End'));
        byRole(page, 'button', 'Make smaller').click();
        await until(() => hasRole(page, 'button', pillName));

        await setViewport({ width: 1600, height: 1200 });
        await until(() => hasRole(page, 'button', 'End'));
        expect(hasRole(page, 'button', 'Make smaller')).to.equal(false);
      } finally {
        await setViewport({ width: 800, height: 600 });
      }
    });

    it('stays whole where it takes room in the flow', async () => {
      await setViewport({ width: 320, height: 480 });
      try {
        const { page, banner } = await pageIn(large);
        await until(() => hasRole(page, 'button', pillName));
        banner.remove();
        const flowing = document.createElement('impersonation-banner');
        flowing.layout = 'flow';
        page.querySelector('tab-stage')!.append(flowing);

        await until(() => hasRole(page, 'button', 'End'));
        expect(flowing.getBoundingClientRect().height).to.be.greaterThan(120);
      } finally {
        await setViewport({ width: 800, height: 600 });
      }
    });
  });

  it('has nothing to be small where nobody is impersonated', async () => {
    const { page, banner } = await pageIn(
      html`<impersonation-banner layout="pill" frame></impersonation-banner>`,
      none,
    );

    expect(textOf(page)).to.equal('');
    expect(banner.getBoundingClientRect().height).to.equal(0);
  });

  async function pageIn(content: TemplateResult, state: FakeTab['state'] = active()) {
    const tab = new FakeTab(state);
    const clock = new FakeClock();
    const page = await fixture(staged(tab, clock, content));
    return { page, tab, clock, banner: page.querySelector('impersonation-banner')! };
  }

  const roomPublished = () => document.documentElement.style.getPropertyValue('--ik-banner-block-size');
});
