import '../../src/elements/impersonation-guard/define.js';

import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';

import type { ImpersonationBlockedEvent } from '../../src/elements/events.js';
import type { ImpersonationGuard } from '../../src/elements/impersonation-guard/impersonation-guard.js';
import { expectAccessible, fixture, settled } from '../support/fixture.js';
import { byRole, descriptionOf, focused, hasRole, textOf, until } from '../support/screen.js';
import { active, ended, FakeClock, FakeTab, none, noon, staged, unknown } from '../support/tab.js';

const readOnly = active({ record: { modes: ['read-only'] } });
const full = active({ mode: 'full' });
const sentence = 'Not available: this impersonation is read-only.';

describe('<impersonation-guard>', () => {
  describe('where nobody is impersonated', () => {
    it('leaves everything as it is, and lets everything through', async () => {
      const { page, heard, blocked, before } = await pageIn(none);

      expect(page.querySelector('form')!.outerHTML).to.equal(before);
      expect(page.querySelector('impersonation-guard')!.children).to.have.lengthOf(1);
      byRole(page, 'button', 'Delete').click();
      byRole(page, 'textbox', 'Note').focus();
      await sendKeys({ type: 'a' });
      await sendKeys({ press: 'Enter' });

      expect(heard).to.include.members(['click Delete', 'input Note', 'submit form']);
      expect(blocked).to.deep.equal([]);
    });

    it('takes no room and makes no box of its own', async () => {
      const { page } = await pageIn(none);

      expect(getComputedStyle(page.querySelector('impersonation-guard')!).display).to.equal('contents');
    });
  });

  describe('when it holds', () => {
    for (const [what, state, when, reason] of [
      ['read-only access', readOnly, 'read-only', 'read-only'],
      ['read-only access, and the person alone may', readOnly, 'impersonating', 'impersonating'],
      ['full access, and the person alone may', full, 'impersonating', 'impersonating'],
      ['nothing known yet', unknown(), 'read-only', 'unknown'],
      ['nothing known yet, and the person alone may', unknown(), 'impersonating', 'unknown'],
      ['the end', ended('revoked'), 'read-only', 'ended'],
      [
        'the end of the time, which nobody told yet',
        active({ mode: 'full', left: -1 }),
        'read-only',
        'ended',
      ],
    ] as const) {
      it(`blocks with ${what}`, async () => {
        const { page, heard, blocked, guard } = await pageIn(state, when);

        byRole(page, 'button', 'Delete').click();

        expect(heard).to.deep.equal([]);
        expect(blocked).to.deep.equal([{ action: 'note.delete', reason }]);
        expect(guard.matches(':state(blocked)')).to.equal(true);
      });
    }

    it('blocks from the very end on, though nothing was shown anew since', async () => {
      const { page, heard, blocked, clock } = await pageIn(active({ mode: 'full', left: 30 }));

      clock.time = noon + 30_000;
      byRole(page, 'button', 'Delete').click();

      expect(heard).to.deep.equal([]);
      expect(blocked).to.deep.equal([{ action: 'note.delete', reason: 'ended' }]);
    });

    it('lets through with full access', async () => {
      const { page, heard, before, guard } = await pageIn(full);

      byRole(page, 'button', 'Delete').click();

      expect(heard).to.deep.equal(['click Delete']);
      expect(page.querySelector('form')!.outerHTML).to.equal(before);
      expect(guard.matches(':state(blocked)')).to.equal(false);
    });

    it('holds while the access is read-only unless told otherwise', async () => {
      const page = await fixture(
        staged(
          new FakeTab(full),
          new FakeClock(),
          html`<impersonation-guard><button>Save</button></impersonation-guard>`,
        ),
      );

      expect(byRole(page, 'button', 'Save').ariaDisabled).to.equal(null);
    });

    it('holds away from any provider, where nothing is known', async () => {
      const page = await fixture(html`<impersonation-guard><button>Save</button></impersonation-guard>`);

      expect(byRole(page, 'button', 'Save').ariaDisabled).to.equal('true');
    });
  });

  describe('what it says', () => {
    it('keeps controls in sight and in the tab order, disabled, and described by the reason', async () => {
      const { page } = await pageIn(readOnly);
      const button = byRole<HTMLButtonElement>(page, 'button', 'Delete');

      expect([button.ariaDisabled, button.disabled]).to.deep.equal(['true', false]);
      expect(descriptionOf(button)).to.equal(sentence);
      button.focus();
      expect(focused()).to.equal(button);
      await expectAccessible(page);
    });

    it('adds to the description a control has', async () => {
      const { page } = await pageIn(readOnly);

      expect(descriptionOf(byRole(page, 'textbox', 'Note'))).to.equal(`Seen by everybody ${sentence}`);
    });

    for (const [state, when, text] of [
      [active(), 'read-only', 'Not available while the access is read-only. Switch to full access first.'],
      [full, 'impersonating', 'Only Dana Fox can do this: it is not available while you act as them.'],
      [unknown(), 'read-only', 'Not available until it is known who is signed in here.'],
      [ended('expired'), 'read-only', 'Not available: the impersonation in this tab has ended.'],
    ] as const) {
      it(`says "${text}"`, async () => {
        const { page } = await pageIn(state, when);

        expect(descriptionOf(byRole(page, 'button', 'Delete'))).to.equal(text);
      });
    }

    it('opens the reason as a note, in the window, which Escape closes with the focus where it was', async () => {
      const { page, guard } = await pageIn(readOnly);
      const button = byRole(page, 'button', 'Delete');
      button.focus();

      await sendKeys({ press: 'Enter' });
      const note = await until(() => noteOf(guard));
      expect(textOf(note)).to.equal(sentence);
      const [box, about] = [note.getBoundingClientRect(), button.getBoundingClientRect()];
      expect(box.top).to.be.at.least(about.bottom);
      expect([box.left >= 0, box.right <= innerWidth]).to.deep.equal([true, true]);
      expect(focused()).to.equal(button);
      await expectAccessible(page);

      await sendKeys({ press: 'Escape' });
      await until(() => !noteOf(guard));
      expect(focused()).to.equal(button);
    });

    it('says it to screen readers as well', async () => {
      const said: string[] = [];
      Object.defineProperty(document, 'ariaNotify', {
        configurable: true,
        value: (text: string) => said.push(text),
      });
      try {
        const { page } = await pageIn(readOnly);
        byRole(page, 'button', 'Delete').click();
      } finally {
        delete (document as { ariaNotify?: unknown }).ariaNotify;
      }

      expect(said).to.deep.equal([sentence]);
    });

    it("uses the host's own words where there are some, and lets a link in them work", async () => {
      const { page, guard, blocked } = await pageIn(
        readOnly,
        'read-only',
        html`<button>Refund</button> <span slot="note">Ask <a href="#billing">Billing</a> to do it.</span>`,
      );
      const button = byRole(page, 'button', 'Refund');
      expect(descriptionOf(button)).to.equal('Ask Billing to do it.');

      button.click();
      await until(() => noteOf(guard));
      expect(textOf(noteOf(guard)!)).to.equal('Ask Billing to do it.');
      byRole(page, 'link', 'Billing').click();

      expect(byRole(page, 'link', 'Billing').ariaDisabled).to.equal(null);
      await until(() => location.hash === '#billing', 'the link to be followed');
      expect(blocked).to.have.lengthOf(1);
      history.replaceState(null, '', location.pathname + location.search);
    });
  });

  describe('what it keeps from happening', () => {
    it('a press by keys on a button, a link and a control of the page', async () => {
      const { page, heard, blocked } = await pageIn(readOnly);

      for (const [role, name, key] of [
        ['button', 'Delete', 'Enter'],
        ['button', 'Delete', 'Space'],
        ['link', 'Export', 'Enter'],
        ['button', 'Archive', 'Enter'],
        ['button', 'Archive', 'Space'],
        ['checkbox', 'Pinned', 'Space'],
      ] as const) {
        byRole(page, role, name).focus();
        await sendKeys({ press: key });
      }

      expect(heard).to.deep.equal([]);
      expect(blocked).to.have.lengthOf(6);
      expect(byRole<HTMLInputElement>(page, 'checkbox', 'Pinned').checked).to.equal(false);
      expect(location.hash).to.equal('');
    });

    it('typing, pasting, dropping and dragging', async () => {
      const { page, heard, blocked } = await pageIn(readOnly);
      const field = byRole<HTMLInputElement>(page, 'textbox', 'Note');
      field.focus();

      await sendKeys({ type: 'x' });
      for (const type of ['paste', 'cut', 'drop', 'dragstart']) {
        const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
        field.dispatchEvent(event);
        expect(event.defaultPrevented, type).to.equal(true);
      }

      expect(field.value).to.equal('kept');
      expect(heard).to.deep.equal([]);
      expect(blocked).to.have.lengthOf(5);
    });

    it('sending the form: by Enter, by a script, by a button', async () => {
      const { page, heard, blocked } = await pageIn(readOnly);
      byRole(page, 'textbox', 'Note').focus();

      await sendKeys({ press: 'Enter' });
      page.querySelector('form')!.requestSubmit();
      byRole(page, 'button', 'Save').click();

      expect(heard).to.deep.equal([]);
      expect(blocked).to.have.lengthOf(3);
    });

    it('Enter in a guarded field of a form that is not guarded', async () => {
      const tab = new FakeTab(readOnly);
      let sent = 0;
      const onSubmit = (event: Event) => {
        event.preventDefault();
        sent++;
      };
      const page = await fixture(
        staged(
          tab,
          new FakeClock(),
          html`<form @submit=${onSubmit}>
            <impersonation-guard><input aria-label="Name" /></impersonation-guard>
          </form>`,
        ),
      );
      byRole(page, 'textbox', 'Name').focus();

      await sendKeys({ press: 'Enter' });

      expect(sent).to.equal(0);
    });

    it('changing a choice or a slider by keys', async () => {
      const { page, heard } = await pageIn(readOnly);

      byRole(page, 'combobox', 'Colour').focus();
      await sendKeys({ press: 'ArrowDown' });
      byRole(page, 'slider', 'Size').focus();
      await sendKeys({ press: 'ArrowRight' });

      expect(byRole<HTMLSelectElement>(page, 'combobox', 'Colour').value).to.equal('red');
      expect(byRole<HTMLInputElement>(page, 'slider', 'Size').value).to.equal('50');
      expect(heard).to.deep.equal([]);
    });

    it('opening a choice by the pointer, which still gives it the focus', async () => {
      const { page } = await pageIn(readOnly);
      const choice = byRole(page, 'combobox', 'Colour');
      const press = new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true });

      choice.dispatchEvent(press);

      expect(press.defaultPrevented).to.equal(true);
      expect(focused()).to.equal(choice);
    });

    it('a change that the browser makes by itself, and takes it back', async () => {
      const { page, heard, blocked } = await pageIn(readOnly);
      const field = byRole<HTMLInputElement>(page, 'textbox', 'Note');
      field.focus();

      field.value = 'filled in by the browser';
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));

      expect(field.value).to.equal('kept');
      expect(heard).to.deep.equal([]);
      expect(blocked).to.have.lengthOf(1);
    });

    it('what a listener of the page on the control itself would do', async () => {
      const { page } = await pageIn(readOnly);
      let pressed = 0;
      const button = byRole(page, 'button', 'Delete');
      button.addEventListener('click', () => pressed++, true);

      button.click();

      expect(pressed).to.equal(0);
    });

    it('what controls in other shadow roots would do', async () => {
      if (!customElements.get('test-widget')) {
        customElements.define(
          'test-widget',
          class extends HTMLElement {
            constructor() {
              super();
              this.attachShadow({ mode: 'open' }).innerHTML = '<button>Inner</button>';
            }
          },
        );
      }
      const { page, heard, blocked } = await pageIn(readOnly, 'read-only', html`<test-widget></test-widget>`);

      byRole(page, 'button', 'Inner').click();

      expect(heard).to.deep.equal([]);
      expect(blocked).to.have.lengthOf(1);
    });
  });

  describe('what it lets happen', () => {
    it('moving about: Tab, copying, arrows in a field, keys of the page', async () => {
      const { page, blocked } = await pageIn(readOnly);
      const field = byRole<HTMLInputElement>(page, 'textbox', 'Note');
      field.focus();
      field.setSelectionRange(4, 4);

      await sendKeys({ press: 'ArrowLeft' });
      expect(field.selectionStart).to.equal(3);
      for (const init of [{ key: 'c', ctrlKey: true }, { key: 'Escape' }, { key: 'Shift' }, { key: 'F1' }]) {
        const event = new KeyboardEvent('keydown', {
          ...init,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
        field.dispatchEvent(event);
        expect(event.defaultPrevented, init.key).to.equal(false);
      }
      await sendKeys({ press: 'Tab' });

      expect(focused()).not.to.equal(field);
      expect(blocked).to.deep.equal([]);
    });

    it('the context menu of the browser, but no new tab by the middle button', async () => {
      const { page } = await pageIn(readOnly);
      const link = byRole(page, 'link', 'Export');
      const press = (button: number) => {
        const event = new MouseEvent('auxclick', { button, bubbles: true, composed: true, cancelable: true });
        link.dispatchEvent(event);
        return event.defaultPrevented;
      };

      expect([press(1), press(2)]).to.deep.equal([true, false]);
    });
  });

  describe('letting go', () => {
    it('gives back exactly what was there', async () => {
      const { page, tab, guard, before } = await pageIn(readOnly);
      const form = page.querySelector('form')!;
      expect(form.outerHTML).not.to.equal(before);

      tab.become(full);
      await settled(page);

      expect(form.outerHTML).to.equal(before);
      expect(guard.children).to.have.lengthOf(1);
    });

    it('gives back what it lent to words of the host', async () => {
      const { tab, guard, page } = await pageIn(
        readOnly,
        'read-only',
        html`<button>Refund</button><span slot="note">Ask Billing.</span>`,
      );

      tab.become(none);
      await settled(page);

      expect(guard.querySelector('span')!.outerHTML).to.equal('<span slot="note">Ask Billing.</span>');
    });

    it('closes the note', async () => {
      const { page, tab, guard } = await pageIn(readOnly);
      byRole(page, 'button', 'Delete').click();
      await until(() => noteOf(guard));

      tab.become(full);

      await until(() => !noteOf(guard));
    });

    it('lets everything through again, and holds again', async () => {
      const { page, tab, heard } = await pageIn(readOnly);

      tab.become(full);
      await settled(page);
      byRole(page, 'button', 'Delete').click();
      tab.become(readOnly);
      await settled(page);
      byRole(page, 'button', 'Delete').click();

      expect(heard).to.deep.equal(['click Delete']);
      expect(byRole(page, 'button', 'Delete').ariaDisabled).to.equal('true');
    });

    it('lets go of a control that leaves, and holds one that comes', async () => {
      const { page, guard } = await pageIn(readOnly);
      const [button, added] = [byRole(page, 'button', 'Delete'), document.createElement('button')];

      button.remove();
      guard.firstElementChild!.append(added);

      await until(() => added.ariaDisabled === 'true');
      expect(button.outerHTML).to.match(/^<button[^>]*>Delete<\/button>$/);
      expect(button.hasAttribute('aria-disabled')).to.equal(false);
      expect(button.hasAttribute('aria-describedby')).to.equal(false);
    });

    it('lets go when it leaves the page itself', async () => {
      const { page, guard, before } = await pageIn(readOnly);
      const form = page.querySelector('form')!;

      guard.remove();

      expect(form.outerHTML).to.equal(before);
    });

    it('leaves a control to the guard around it, until that lets go too', async () => {
      const tab = new FakeTab(full);
      const page = await fixture(
        staged(
          tab,
          new FakeClock(),
          html`<impersonation-guard when="impersonating">
            <impersonation-guard><button aria-disabled="false">Pay</button></impersonation-guard>
          </impersonation-guard>`,
        ),
      );
      const button = byRole(page, 'button', 'Pay');
      const only = 'Only Dana Fox can do this: it is not available while you act as them.';
      expect(descriptionOf(button)).to.equal(only);

      tab.become(readOnly);
      await until(() => descriptionOf(button).includes(sentence));
      expect(descriptionOf(button)).to.include(only);

      tab.become(full);
      await until(() => descriptionOf(button) === only);
      expect(button.ariaDisabled).to.equal('true');

      tab.become(none);
      await until(() => button.outerHTML === '<button aria-disabled="false">Pay</button>');
    });
  });

  it('leaves a control to the guard around it when it alone has no more to say', async () => {
    const page = await fixture(
      staged(
        new FakeTab(full),
        new FakeClock(),
        html`<impersonation-guard when="impersonating">
          <impersonation-guard when="impersonating"><button>Pay</button></impersonation-guard>
        </impersonation-guard>`,
      ),
    );
    const inner = page.querySelector<ImpersonationGuard>('impersonation-guard impersonation-guard')!;

    inner.when = 'read-only';
    await inner.updateComplete;

    const button = byRole(page, 'button', 'Pay');
    expect(button.ariaDisabled).to.equal('true');
    expect(descriptionOf(button)).to.match(/^Only Dana Fox can do this: [^:]*$/);
  });

  describe('hiding', () => {
    const hidden = html`<impersonation-guard behavior="hide"><button>Pay</button></impersonation-guard>`;

    it('takes what it guards off the page, for everybody, and puts it back', async () => {
      const tab = new FakeTab(readOnly);
      const page = await fixture(staged(tab, new FakeClock(), hidden));

      expect(page.querySelector('button')!.checkVisibility()).to.equal(false);
      expect(hasRole(page, 'button', 'Pay')).to.equal(false);
      await expectAccessible(page);

      tab.become(full);
      await until(() => hasRole(page, 'button', 'Pay'));
      expect(page.querySelector('button')!.outerHTML).to.equal('<button>Pay</button>');
    });

    it('still holds against a script of the page', async () => {
      const page = await fixture(staged(new FakeTab(readOnly), new FakeClock(), hidden));
      const button = page.querySelector('button')!;
      let pressed = 0;
      button.addEventListener('click', () => pressed++);

      button.click();

      expect(pressed).to.equal(0);
      expect(noteOf(page.querySelector('impersonation-guard')!)).to.equal(null);
    });

    it('can be chosen later', async () => {
      const { page, guard, before } = await pageIn(readOnly);
      const form = page.querySelector('form')!;

      guard.behavior = 'hide';

      await until(() => !form.checkVisibility());
      expect(form.outerHTML).to.equal(before);
    });
  });

  const form = html`
    <form>
      <p id="hint">Seen by everybody</p>
      <input aria-label="Note" aria-describedby="hint" value="kept" />
      <label><input type="checkbox" /> Pinned</label>
      <select aria-label="Colour">
        <option value="red">Red</option>
        <option value="blue">Blue</option>
      </select>
      <input type="range" aria-label="Size" min="0" max="100" value="50" />
      <a href="#export">Export</a>
      <div role="button" tabindex="0">Archive</div>
      <button type="button">Delete</button>
      <button>Save</button>
    </form>
  `;

  /** A page that writes down what its own listeners hear. */
  async function pageIn(
    state: FakeTab['state'],
    when: 'read-only' | 'impersonating' = 'read-only',
    content = form,
  ) {
    const tab = new FakeTab(state);
    const clock = new FakeClock(noon);
    const heard: string[] = [];
    const blocked: Pick<ImpersonationBlockedEvent, 'action' | 'reason'>[] = [];
    const bare = await fixture(content);
    const before = bare.querySelector('form')?.outerHTML ?? '';
    bare.remove();
    const page = await fixture(
      staged(
        tab,
        clock,
        html`<impersonation-guard action="note.delete" when=${when}>${content}</impersonation-guard>`,
      ),
    );
    for (const type of ['click', 'input', 'change', 'submit', 'keydown', 'paste', 'drop']) {
      page.addEventListener(type, (event) => {
        if (type === 'submit') event.preventDefault();
        const { key } = event as Partial<KeyboardEvent>;
        if (type === 'keydown' && key !== 'Enter' && key !== ' ') return;
        const target = event.target as HTMLElement;
        const name = target.getAttribute('aria-label') ?? target.textContent.trim();
        heard.push(`${type} ${type === 'submit' ? 'form' : name}`);
      });
    }
    page.addEventListener('impersonation-blocked', ({ action, reason }) => blocked.push({ action, reason }));
    return { page, tab, clock, heard, blocked, before, guard: page.querySelector('impersonation-guard')! };
  }

  const noteOf = (guard: Element) => guard.shadowRoot!.querySelector(':popover-open');
});
