/**
 * The banner of a real impersonation, by the real client and the real server: what it says when the clock on the desk is
 * wrong, and when something happens in another tab.
 *
 * @module
 */

import '../../src/define.js';

import { expect } from 'chai';
import { html } from 'lit';

import { createHttpClient } from '../../src/client/http.js';
import { createTabSession, type TabSession } from '../../src/client/tab-session.js';
import { fixture } from '../support/fixture.js';
import { PretendAddress, PretendStorage } from '../support/pretend-page.js';
import { byRole, hasRole, textOf, until } from '../support/screen.js';

const endpoint = '/__host/banner/impersonation';
const reason = 'Cannot find the label note';

describe('The banner of an impersonation', function () {
  this.timeout(120_000); // the server starts, and makes its database

  const tabs: TabSession[] = [];

  before(async () => {
    expect((await fetch('/__host/banner/note')).status).to.equal(401); // answers once there is a database
    document.cookie = 'user=sam; path=/__host/banner; samesite=strict';
  });
  afterEach(async () => {
    for (const tab of tabs.splice(0)) {
      await tab.end();
      tab.dispose();
    }
  });
  after(() => {
    document.cookie = 'user=; path=/__host/banner; max-age=0';
  });

  for (const [minutes, which] of [
    [30, 'fast'],
    [-30, 'slow'],
  ] as const) {
    it(`counts down right when the clock on the desk is 30 minutes ${which}`, async () => {
      const now = () => Date.now() + minutes * 60_000;
      const { page } = await impersonating(createHttpClient({ endpoint, now, storage: null }));

      const time = textOf(byRole(page, 'timer', ''));

      expect(time).to.match(/^(15:00|14:[45]\d) left$/);
    });
  }

  it('is over in each tab of the same impersonation when it is ended in one', async () => {
    const first = await impersonating();
    const second = await shownIn(first.storage.copy());
    expect(hasRole(second.page, 'button', 'End')).to.equal(true);

    byRole(first.page, 'button', 'End').click();

    await until(() => textOf(second.page).includes('You are no longer acting as Dana Fox.'));
  });

  it('says by name who revoked it, in a tab that only comes back to life', async () => {
    const { page, tab } = await impersonating();
    const sessionId = tab.state.status === 'active' ? tab.state.session.sessionId : null;
    await createHttpClient({ endpoint }).revoke(sessionId ?? '', { reason: 'The case is closed.' });

    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

    await until(() => textOf(page).includes('It was revoked by Sam Lee.'));
  });

  async function impersonating(client = createHttpClient({ endpoint })) {
    const answer = await createHttpClient({ endpoint }).start({
      userId: 'dana',
      reason,
      durationSeconds: 900,
    });
    if (answer.kind !== 'ticket') throw new Error('The backend hands tickets out');
    return shownIn(new PretendStorage(), client, `#ik-ticket=${answer.ticket}`);
  }

  /** A page of its own, as far as that goes: its own storage, address and elements. */
  async function shownIn(storage: PretendStorage, client = createHttpClient({ endpoint }), hash = '') {
    const tab = createTabSession({ client, storage, address: new PretendAddress(hash) });
    tabs.push(tab);
    const page = await fixture(html`
      <impersonation-provider .tab=${tab}>
        <impersonation-banner></impersonation-banner>
      </impersonation-provider>
    `);
    await until(() => hasRole(page, 'button', 'End'), 'the banner');
    return { page, tab, storage };
  }
});
