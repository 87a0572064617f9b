import { expect } from 'chai';
import { html } from 'lit';

import { KitElement } from '../../src/elements/internal/kit-element.js';
import { LocalizeController } from '../../src/elements/internal/localize.js';
import { record } from '../../src/elements/messages/en/record.js';
import { Brought } from '../../src/elements/internal/brought.js';
import { fixture } from '../support/fixture.js';
import { byRole, textOf, until } from '../support/screen.js';

/** A file that does not come at first. */
class LateElement extends KitElement {
  tries = 0;
  readonly localize = new LocalizeController(this, { record });
  readonly #brought = new Brought<string>(this, () => {
    this.tries += 1;
    return this.tries === 1 ? Promise.reject(new Error('gone')) : Promise.resolve('what was asked for');
  });

  protected override render() {
    return html`${this.#brought.show((text) => text, this.localize)}`;
  }
}
customElements.define('test-late', LateElement);

describe('what the table fetches when it is opened', () => {
  it('is said to be missing when it does not come, and is asked for again when somebody wants to', async () => {
    const page = await fixture(html`<test-late></test-late>`);
    const late = page.querySelector<LateElement>('test-late')!;
    const root = late.shadowRoot!;
    await until(() => root.querySelector('[role=alert]'), 'the notice');
    late.requestUpdate();
    await late.updateComplete;
    expect(late.tries).to.equal(1);

    byRole(root, 'button', 'Try again').click();

    await until(() => textOf(late).includes('what was asked for'), 'the content');
    expect(root.querySelector('[role=alert]')).to.equal(null);
    expect(late.tries).to.equal(2);
  });
});
