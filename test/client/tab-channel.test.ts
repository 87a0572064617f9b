import { expect } from 'chai';

import { onTabStarted, openTabChannel, type TabMessage } from '../../src/client/tab-channel.js';
import { until } from '../support/screen.js';

describe('the channel between tabs', () => {
  const close: (() => void)[] = [];
  afterEach(() => {
    for (const step of close.splice(0)) step();
  });

  function openTab() {
    const tab = openTabChannel();
    const heard: TabMessage[] = [];
    tab.listen((message) => heard.push(message));
    close.push(() => tab.close());
    return { ...tab, heard };
  }

  it('carries what happened to which session, to the other tabs', async () => {
    const [first, second] = [openTab(), openTab()];
    first.post({ type: 'changed', sessionId: 'imp_1' });
    await until(() => second.heard.length, 'the message');

    expect(second.heard).to.deep.equal([{ type: 'changed', sessionId: 'imp_1' }]);
    expect(first.heard).to.deep.equal([]);
  });

  it('carries nothing else, whatever it is given', async () => {
    const raw = new BroadcastChannel('impersonation-kit');
    close.push(() => raw.close());
    const overheard: unknown[] = [];
    raw.addEventListener('message', ({ data }) => overheard.push(data));
    const message = { type: 'started', sessionId: 'imp_1', token: 'secret' } as const;
    openTab().post(message);
    await until(() => overheard.length, 'the message');

    expect(overheard).to.deep.equal([{ type: 'started', sessionId: 'imp_1' }]);
  });

  it('hears nothing of what makes no sense', async () => {
    const tab = openTab();
    const raw = new BroadcastChannel('impersonation-kit');
    close.push(() => raw.close());
    const nonsense = [
      null,
      'ended',
      7,
      {},
      { type: 'ended' },
      { type: 'ended', sessionId: 7 },
      [],
      { type: 'toString', sessionId: 'a' },
      { type: 'ended', sessionId: 'a\nb' },
    ];
    for (const data of nonsense) raw.postMessage(data);
    raw.postMessage({ type: 'ended', sessionId: 'last' });
    await until(() => tab.heard.length, 'the last message');

    expect(tab.heard).to.deep.equal([{ type: 'ended', sessionId: 'last' }]);
  });

  it('lets the admin’s page know that the tab it asked for is open', async () => {
    const opened: string[] = [];
    close.push(onTabStarted('imp_1', () => opened.push('imp_1')));
    const stop = onTabStarted('imp_2', () => opened.push('imp_2'));
    stop();
    const tab = openTab();
    tab.post({ type: 'started', sessionId: 'imp_2' });
    tab.post({ type: 'ended', sessionId: 'imp_1' });
    tab.post({ type: 'started', sessionId: 'imp_1' });
    await until(() => opened.length, 'the tab');

    expect(opened).to.deep.equal(['imp_1']);
  });
});
