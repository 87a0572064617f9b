import '../../src/define.js';

import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';

import { createMemoryClient, type MemoryClient } from '../../src/client/memory.js';
import { hostilePages } from '../support/hostile-pages.js';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import { byRole, everyElement, until } from '../support/screen.js';
import { active, FakeClock, FakeTab, staged } from '../support/tab.js';

/** Smaller than this nobody reads, in pixels. */
const legible = 10;

describe('a page whose styles are meant for everything', () => {
  const sheet = new CSSStyleSheet();

  beforeEach(() => {
    document.adoptedStyleSheets.push(sheet);
  });
  afterEach(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });

  for (const [what, styles] of Object.entries(hostilePages)) {
    describe(what, () => {
      beforeEach(() => sheet.replaceSync(styles));

      it('leaves the banner in sight, legible, and its way out at hand', async () => {
        const page = await fixture(
          staged(new FakeTab(active()), new FakeClock(), html`<impersonation-banner></impersonation-banner>`),
        );
        const banner = page.querySelector('impersonation-banner')!;
        await until(() => banner.shadowRoot?.querySelector('.actions'));

        await expectLegible(banner);
        expectReachable(byRole(banner.shadowRoot!, 'button', 'End'));
      });

      it('leaves the button legible, and its dialog to be filled in', async () => {
        const { element, root } = await elementIn(
          (client) => html`
            <impersonate-button .client=${client} user-id="u_42" user-name="Dana Fox"></impersonate-button>
          `,
        );
        await expectLegible(element);

        byRole(root, 'button', /Impersonate/).focus();
        await sendKeys({ press: 'Enter' });
        await until(() => root.querySelector('textarea'));
        await until(() => !root.querySelector('dialog')!.getAnimations().length);
        await expectLegible(element, root.querySelector('dialog')!);
        expectReachable(byRole(root, 'button', 'Start read-only session'));
      });

      it('leaves the search legible, with its list', async () => {
        const { element, root } = await elementIn(
          (client) => html`<impersonation-user-search .client=${client}></impersonation-user-search>`,
        );
        const field = root.querySelector<HTMLInputElement>('[role=combobox]')!;
        field.focus();
        field.value = 'dana';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await until(() => root.querySelector('[role=option]'));

        await expectLegible(element);
        expectReachable(root.querySelector<HTMLElement>('[role=option]')!);
      });

      it('leaves the table legible, and what it asks before it revokes', async () => {
        const { element, root } = await elementIn(
          (client) =>
            html`<session-audit-table .client=${client} period="all" timezone="utc"></session-audit-table>`,
        );
        await until(() => root.querySelector('[part~=row]'));
        await expectLegible(element);

        root.querySelector<HTMLElement>('.revoke')!.click();
        await until(() => root.querySelector('dialog[open]'));
        await expectLegible(element, root.querySelector('dialog')!);
        expectReachable(root.querySelector<HTMLElement>('dialog button')!);
      });

      it('leaves the chart and what a person sees of themselves legible', async () => {
        const { element: chart, root } = await elementIn(
          (client) =>
            html`<session-activity-chart .client=${client} timezone="utc"></session-activity-chart>`,
        );
        await until(() => root.querySelector('.drawing'));
        await expectLegible(chart);

        const { element: history, root: list } = await elementIn(
          (client) =>
            html`<account-access-history .client=${client} timezone="utc"></account-access-history>`,
        );
        await until(() => list.querySelector('[part~=entry]'));
        await expectLegible(history);
      });

      it('leaves what a guard says legible', async () => {
        const page = await fixture(
          staged(
            new FakeTab(active()),
            new FakeClock(),
            html`<impersonation-guard action="billing.update"><button>Pay</button></impersonation-guard>`,
          ),
        );
        const guard = page.querySelector('impersonation-guard')!;
        const button = page.querySelector('button')!;
        await until(() => button.ariaDisabled === 'true');

        button.scrollIntoView();
        button.click();
        const note = guard.shadowRoot!.querySelector<HTMLElement>('.note')!;
        await until(() => note.matches(':popover-open'));

        await expectLegible(guard, note);
        const { color, fontSize } = getComputedStyle(guard.querySelector('[slot=note]')!);
        expect([color, fontSize]).to.deep.equal([
          getComputedStyle(note).color,
          getComputedStyle(note).fontSize,
        ]);
        expectReachable(note, guard);
      });
    });
  }

  it('keeps what it says by the tokens and the parts', async () => {
    sheet.replaceSync(`
      session-audit-table { --ik-color-text: rgb(10, 20, 30); --ik-font: monospace }
      session-audit-table::part(caption) { letter-spacing: 3px; font-size: 30px }
    `);
    const { root } = await elementIn(
      (client) => html`<session-audit-table .client=${client}></session-audit-table>`,
    );
    await until(() => root.querySelector('[part~=row]'));
    const caption = getComputedStyle(root.querySelector('[part~=caption]')!);
    const base = getComputedStyle(root.querySelector('.base')!);

    expect([base.color, base.fontFamily]).to.deep.equal(['rgb(10, 20, 30)', 'monospace']);
    expect([caption.letterSpacing, caption.fontSize]).to.deep.equal(['3px', '30px']);
  });

  it('keeps its own text as it was around a guard', async () => {
    const page = await fixture(
      staged(
        new FakeTab(active()),
        new FakeClock(),
        html`<div class="loose">
          <impersonation-guard action="billing.update"><p>Text of the page</p></impersonation-guard>
        </div>`,
      ),
    );
    sheet.replaceSync('.loose { line-height: 3; letter-spacing: 2px; color: rgb(1, 2, 3) }');
    const { lineHeight, letterSpacing, color, fontSize } = getComputedStyle(page.querySelector('p')!);

    expect([lineHeight, letterSpacing, color]).to.deep.equal([
      `${String(3 * parseFloat(fontSize))}px`,
      '2px',
      'rgb(1, 2, 3)',
    ]);
  });

  it('neither shows nor silences what is said to screen readers', async () => {
    const page = Object.getOwnPropertyDescriptor(Document.prototype, 'ariaNotify');
    Object.assign(document, { ariaNotify: undefined });
    sheet.replaceSync('* { all: unset !important } div { display: none !important }');
    try {
      const { announce } = await import('../../src/elements/internal/announce.js');
      announce('Said');
      const region = document.getElementById('impersonation-kit-announcer')!;
      const { display, position, clipPath } = getComputedStyle(region);

      expect([display, position, clipPath]).to.deep.equal(['block', 'fixed', 'inset(50%)']);
      region.remove();
    } finally {
      if (page) Reflect.deleteProperty(document, 'ariaNotify');
    }
  });

  async function elementIn(content: (client: MemoryClient) => TemplateResult) {
    const page = await fixture(content(createMemoryClient({ sessions: 12 })));
    const element = page.firstElementChild as HTMLElement;
    return { element, root: element.shadowRoot! };
  }

  /** Text that somebody can read: large, near enough to itself, upright, and unlike its ground. */
  async function expectLegible(element: HTMLElement, part?: Element): Promise<void> {
    await settled(element.parentElement!);
    const root = part ?? element.shadowRoot!;
    let seen = 0;
    for (const one of everyElement(root)) {
      const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!text || !one.checkVisibility() || one.closest('option, .visually-hidden')) continue;
      seen++;
      const style = getComputedStyle(one);
      const size = parseFloat(style.fontSize);
      const where = one.outerHTML.slice(0, 80);
      expect(size, where).to.be.at.least(legible);
      expect(parseFloat(style.lineHeight) || size, where).to.be.within(size, size * 2);
      expect(Math.abs(parseFloat(style.letterSpacing) || 0), where).to.be.at.most(1);
      expect([style.fontStyle, style.textTransform, style.textShadow], where).to.deep.equal([
        'normal',
        style.textTransform === 'uppercase' && one.matches('.avatar') ? 'uppercase' : 'none',
        'none',
      ]);
    }
    if (!part?.matches('.note')) expect(seen).to.be.greaterThan(0);
    await expectAccessible(part ?? element);
  }

  /** In the window once it is scrolled to, visible, and what a pointer would hit. */
  function expectReachable(control: HTMLElement, around: Element = control): void {
    control.scrollIntoView({ block: 'nearest' });
    expect(control.checkVisibility({ opacityProperty: true, visibilityProperty: true })).to.equal(true);
    const { left, top, width, height } = control.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(20);
    let hit = document.elementFromPoint(left + width / 2, top + height / 2);
    while (hit?.shadowRoot) {
      const inner: Element | null = hit.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    expect(control === hit || around.contains(hit), hit?.outerHTML.slice(0, 100)).to.equal(true);
  }
});
