import { expect } from 'chai';
import { LitElement } from 'lit';

import { ImpersonationError } from '../../src/core/errors.js';
import { Later, LaterFile } from '../../src/elements/internal/later.js';
import { until } from '../support/screen.js';

/** A file that does not come at first. */
const file = new LaterFile(() => {
  tries += 1;
  return tries === 1 ? Promise.reject(new Error('gone')) : Promise.resolve({ word: 'there' });
});
let tries = 0;

class LateElement extends LitElement {
  readonly later = new Later(this, file, ({ word }) => word);

  protected override createRenderRoot() {
    return this;
  }
  protected override render() {
    return this.later.part ?? (this.later.failed ? 'not to be had' : 'without');
  }
}
customElements.define('test-later', LateElement);

describe('the part of an element that a page need not wait for', () => {
  afterEach(() => {
    for (const element of document.querySelectorAll('test-later')) element.remove();
  });

  const shown = () => document.querySelector('test-later')!.textContent;
  function stands(): LateElement {
    const element = new LateElement();
    document.body.append(element);
    return element;
  }

  it('is asked for once, is missed without a noise, and comes when somebody asks again', async () => {
    const { later } = stands();
    await until(() => shown() === 'without');
    later.want();
    await until(() => shown() === 'not to be had');
    later.want();
    expect(tries).to.equal(1);

    later.want(true);
    await until(() => shown() === 'there');
    later.want(true);

    expect(later.failed).to.equal(false);
    expect(tries).to.equal(2);
  });

  it('is there from the beginning for the next of its kind', async () => {
    const element = stands();
    await element.updateComplete;

    expect(shown()).to.equal('there');
    expect(tries).to.equal(2);
  });

  it('says that the network is to blame to whoever waits for it', async () => {
    const gone = new Later(stands(), new LaterFile(() => Promise.reject(new Error('gone'))), () => '');
    const error = await gone.bring().catch((cause: unknown) => cause);

    expect(error).to.be.instanceOf(ImpersonationError).with.property('code', 'network');
  });
});
