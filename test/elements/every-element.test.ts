import '../../src/define.js';

import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';

import { sampleSession } from '../../src/client/memory-seed.js';
import { createMemoryClient, type MemoryClient } from '../../src/client/memory.js';
import { languageOf } from '../../src/elements/internal/language.js';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import { itInMedia } from '../support/media.js';
import { byRole, everyElement, textOf, until } from '../support/screen.js';
import { active, FakeClock, FakeTab, staged } from '../support/tab.js';

const markup = '"><img src=x onerror="window.pwned = 1"><script>window.pwned = 1</script>';
const address = 'javascript:window.pwned=1';

describe('every element on one page', () => {
  it('shows what it is given as text: by attributes, by the backend, and when it changes', async () => {
    const person = { id: markup, name: markup, email: markup };
    const { page, client } = await everything({
      users: [{ ...person, organization: markup }],
      sessions: [
        sampleSession({ id: 'imp_a', subject: person, actor: person, reason: markup, caseNumber: markup }),
      ],
    });

    for (const element of page.querySelectorAll<HTMLElement>('[data-element]')) {
      for (const name of (element.constructor as unknown as { observedAttributes: string[] })
        .observedAttributes) {
        if (!/^(?:theme|density|heading-level|lang|dir)$/.test(name)) element.setAttribute(name, markup);
      }
      await settled(page);
      for (const name of ['return-to', 'case-href', 'favicon-href', 'report-href'])
        element.setAttribute(name, address);
      for (const name of ['user-id', 'user-name', 'user-email', 'caption'])
        element.setAttribute(name, `${markup} again`);
    }
    client.put(sampleSession({ id: 'imp_b', reason: `${markup} later` }));
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(page);

    expect(textOf(page)).to.include('onerror=');
    for (const one of everyElement(page)) {
      expect(one.localName, one.outerHTML).to.not.be.oneOf(['img', 'script', 'iframe']);
      expect(one.getAttribute('href') ?? '', one.outerHTML).to.not.match(/^javascript:/);
    }
    expect((window as { pwned?: unknown }).pwned).to.equal(undefined);
  });

  it('works beside elements of the page that are called like what it uses', async () => {
    const { page } = await everything(
      {},
      html`
        <form id="customElements"></form>
        <form name="fetch"></form>
        <form id="sessionStorage"></form>
        <form id="location"></form>
        <form id="navigator"></form>
        <img name="fetch" alt="" />
      `,
    );

    byRole(page, 'button', 'Impersonate Dana Fox').click();
    await until(() => page.querySelector('impersonate-button')!.shadowRoot!.querySelector('textarea'));
    byRole(page.querySelector('impersonation-banner')!.shadowRoot!, 'button', 'Details').click();
    await until(() => textOf(page).includes('Signed in as'));
  });

  it('speaks the language around a form whose fields are called like what it asks for', async () => {
    const page = await fixture(
      html`<div lang="de">
        <form>
          <input name="lang" aria-label="Language" /><input name="parentNode" aria-label="Parent" />
          <img name="host" alt="" />
          <impersonate-button></impersonate-button>
        </form>
      </div>`,
    );

    expect(languageOf(page.querySelector('impersonate-button')!)).to.equal('de');
  });

  it('brings what a press opens into sight, in a window as low as at 400 % zoom', async () => {
    await setViewport({ width: 320, height: 256 });
    try {
      const { page } = await everything({ sessions: 12 });
      const root = page.querySelector('session-audit-table')!.shadowRoot!;
      const button = byRole(root, 'button', 'Add filter');
      button.scrollIntoView({ block: 'end' });

      button.click();
      const panel = await until(() => root.querySelector('[part=panel]'));
      await until(() => panel.getBoundingClientRect().top < 200, 'the panel in sight');
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  for (const dir of ['ltr', 'rtl']) {
    for (const scheme of ['light', 'dark']) {
      itInMedia(`is accessible in forced colors, ${scheme}, ${dir}`, async () => {
        await emulateMedia({ forcedColors: 'active', colorScheme: scheme as 'light' | 'dark' });
        try {
          const { page } = await everything({ sessions: 12 }, html``, dir);
          const search = page.querySelector('impersonation-user-search')!.shadowRoot!;
          const field = search.querySelector('input')!;
          field.focus();
          field.value = 'dana';
          field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          const mark = await until(() => search.querySelector('[role=option] mark'));
          const { color } = getComputedStyle(mark.parentElement!);
          expect(getComputedStyle(mark).color).to.equal(color); // of text on its own ground, axe says nothing
          await expectAccessible(page);

          const button = page.querySelector('impersonate-button')!;
          button.show();
          await until(() => button.shadowRoot!.querySelector('textarea'));
          await expectAccessible(button);
        } finally {
          await emulateMedia({ forcedColors: 'none', colorScheme: 'no-preference' });
        }
      });
    }
  }

  itInMedia('moves nothing where motion is reduced', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      const { page } = await everything({ sessions: 12 });
      page.querySelector('impersonate-button')!.show();
      await until(() => page.querySelector('impersonate-button')!.shadowRoot!.querySelector('dialog[open]'));

      const moving = [...everyElement(page)].flatMap((one) =>
        one.getAnimations({ subtree: true }).filter(({ effect }) => Number(effect?.getTiming().duration) > 1),
      );
      expect(moving).to.deep.equal([]);
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });

  async function everything(
    options: Parameters<typeof createMemoryClient>[0],
    beside: TemplateResult = html``,
    dir = 'ltr',
  ): Promise<{ page: HTMLElement; client: MemoryClient }> {
    const client = createMemoryClient(options);
    const page = await fixture(html`
      <div dir=${dir}>
        ${beside}
        ${staged(
          new FakeTab(active()),
          new FakeClock(),
          html`
            <impersonation-banner data-element></impersonation-banner>
            <impersonation-guard data-element action="billing.update"
              ><button>Pay</button></impersonation-guard
            >
          `,
        )}
        <impersonate-button
          data-element
          .client=${client}
          user-id="u_42"
          user-name="Dana Fox"
        ></impersonate-button>
        <impersonation-user-search data-element debounce="20" .client=${client}></impersonation-user-search>
        <session-audit-table data-element period="all" .client=${client}></session-audit-table>
        <session-activity-chart data-element .client=${client}></session-activity-chart>
        <account-access-history data-element .client=${client}></account-access-history>
      </div>
    `);
    const drawn = (tag: string, sign: string) =>
      until(() => page.querySelector(tag)?.shadowRoot?.querySelector(sign), `${tag} ${sign}`);
    await drawn('impersonation-banner', '.actions, .pill');
    await drawn('session-audit-table', '[part~=row]');
    await drawn('session-activity-chart', '.drawing, [part=empty]');
    await drawn('account-access-history', '[part~=entry], [part=empty]');
    return { page, client };
  }
});
