/**
 * The main job, with the real client, the real elements and the real server: two providers stand for the two tabs.
 *
 * @module
 */

import '../../src/define.js';

import { expect } from 'chai';
import { html } from 'lit';

import { createHttpClient } from '../../src/client/http.js';
import { createTabSession, type TabSession } from '../../src/client/tab-session.js';
import type { Tabs } from '../../src/elements/impersonate-button/tabs.js';
import { fixture } from '../support/fixture.js';
import { PretendAddress, PretendStorage } from '../support/pretend-page.js';
import { byRole, hasRole, textOf, until } from '../support/screen.js';

const endpoint = '/__host/desk/impersonation';
const reason = 'Cannot find the label note';

describe('An admin who helps a user', function () {
  this.timeout(120_000); // the server starts, and makes its database

  const tabs: TabSession[] = [];

  before(async () => {
    expect((await fetch('/__host/desk/note')).status).to.equal(401); // answers once there is a database
    document.cookie = 'user=sam; path=/__host/desk; samesite=strict';
  });
  afterEach(() => {
    for (const tab of tabs.splice(0)) tab.dispose();
  });
  after(() => {
    document.cookie = 'user=; path=/__host/desk; max-age=0';
  });

  it('starts, looks, changes with a reason, ends, and finds all of it in the record', async () => {
    const admin = await adminPage('dana', 'Dana Fox');
    const { tab, page } = await openTab(await startedFrom(admin));
    await until(() => textOf(page).includes('Acting as Dana Fox'), 'the banner');
    expect(textOf(page)).to.include('signed in as Sam Lee').and.to.include('Read-only');

    expect(await (await tab.fetch('/__host/desk/note')).json()).to.include({ userId: 'dana' });
    expect(await codeOf(await save(tab, 'Changed'))).to.equal('read_only_mode');

    byRole(page, 'button', /^Switch to full access/).click();
    await until(() => hasRole(page, 'dialog', /full access/i), 'the question why');
    fill(page, /^Why/, 'She asked me to correct it');
    byRole(byRole(page, 'dialog', /full access/i), 'button', /^Switch to full access/).click();
    await until(() => tab.state.status === 'active' && tab.state.session.mode === 'full', 'full access');
    expect(textOf(page)).to.include('Full access');
    expect((await save(tab, 'Changed')).status).to.equal(204);

    byRole(page, 'button', /^End/).click();
    await until(() => tab.state.status === 'ended', 'the end');
    expect(textOf(page)).to.include('You are no longer acting as Dana Fox');

    const record = await fixture(html`
      <session-audit-table .client=${createHttpClient({ endpoint })}></session-audit-table>
    `);
    await until(() => textOf(record).includes(reason), 'the row');
    byRole(record, 'button', /^Details: Sam Lee as Dana Fox/).click();
    await until(() => textOf(record).includes('note.update'), 'its events');
    expect(textOf(record)).to.include('Blocked').and.to.include('From Read-only to Full access');
  });

  it('is a stranger to the tab once the session is revoked from the record', async () => {
    const admin = await adminPage('dana', 'Dana Fox');
    const { tab } = await openTab(await startedFrom(admin));
    await until(() => tab.state.status === 'active', 'the tab');
    const client = createHttpClient({ endpoint });
    const [session] = (await client.list({ status: 'active' })).items;

    await client.revoke(session?.id ?? '', { reason: 'Opened for too long already' });
    const answer = await tab.fetch('/__host/desk/note');

    expect(answer.status).to.equal(401);
    await until(() => tab.state.status === 'ended', 'the end');
    expect(tab.state).to.include({ status: 'ended', cause: 'revoked' });
  });

  it('is told why somebody cannot be impersonated, and nothing is started', async () => {
    const admin = await adminPage('olga', 'Olga Wood');

    byRole(admin.page, 'button', 'Impersonate Olga Wood').click();

    await until(() => textOf(admin.page).includes('cannot be impersonated'), 'the refusal');
    expect(admin.opened).to.deep.equal([]);
  });

  it('has spoilt the session when a link is used twice: neither tab goes on', async () => {
    const admin = await adminPage('dana', 'Dana Fox');
    const url = await startedFrom(admin);
    const first = await openTab(url);
    await until(() => first.tab.state.status === 'active', 'the first tab');

    const second = await openTab(url);

    await until(() => second.tab.state.status === 'unknown' && second.tab.state.error, 'the refusal');
    expect(textOf(second.page)).to.include('used before');
    await first.tab.refresh();
    expect(first.tab.state).to.include({ status: 'ended', cause: 'revoked' });
  });

  interface AdminPage {
    readonly page: HTMLElement;
    readonly opened: string[];
  }

  async function adminPage(userId: string, userName: string): Promise<AdminPage> {
    const opened: string[] = [];
    const elsewhere: Tabs = {
      open: (url) => void opened.push(url),
      goTo: () => undefined,
      patience: 50,
      lingering: 50,
    };
    const page = await fixture(html`
      <impersonate-button
        .client=${createHttpClient({ endpoint })}
        .tabs=${elsewhere}
        user-id=${userId}
        user-name=${userName}
      ></impersonate-button>
    `);
    return { page, opened };
  }

  /** Presses, gives a reason, starts; answers with the address of the tab that was asked for. */
  async function startedFrom({ page, opened }: AdminPage): Promise<string> {
    byRole(page, 'button', 'Impersonate Dana Fox').click();
    await until(() => hasRole(page, 'textbox', /^Reason/), 'the form');
    fill(page, /^Reason/, reason);
    byRole(page, 'button', 'Start read-only session').click();
    return until(() => opened[0], 'the tab');
  }

  async function openTab(url: string): Promise<{ tab: TabSession; page: HTMLElement }> {
    const tab = createTabSession({
      client: createHttpClient({ endpoint }),
      storage: new PretendStorage(),
      address: new PretendAddress(new URL(url).hash),
      channel: null,
    });
    tabs.push(tab);
    const page = await fixture(html`
      <impersonation-provider .tab=${tab}
        ><impersonation-banner></impersonation-banner
      ></impersonation-provider>
    `);
    return { tab, page };
  }

  function fill(page: ParentNode, name: RegExp, text: string): void {
    const field = byRole<HTMLTextAreaElement>(page, 'textbox', name);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  const save = (tab: TabSession, text: string) =>
    tab.fetch('/__host/desk/note', { method: 'PUT', body: text });

  const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code;
});
