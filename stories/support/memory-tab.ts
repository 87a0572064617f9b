/**
 * A tab that acts as Dana Fox, by a backend in memory whose clock runs: what a story that needs a whole tab stands on.
 *
 * @module
 */

import {
  createMemoryClient,
  createTabSession,
  type MemoryClient,
  type TabSession,
} from '../../src/client/index.js';

export interface MemoryTab {
  readonly client: MemoryClient;
  readonly tab: TabSession;
}

/** Without a ticket, a tab in which nobody is impersonated. `hold`: its ticket is being redeemed, for good. */
export async function memoryTab({ ticket = true, hold = false } = {}): Promise<MemoryTab> {
  const client = createMemoryClient({ now: Date.now });
  if (hold) client.hold('redeem');
  const hash = ticket ? `#ik-ticket=${await ticketFor(client)}` : '';
  // Nothing of the story's page: its address, its storage and its other tabs stay as they are.
  const address = {
    location: { pathname: '/', search: '', hash },
    history: { state: null, replaceState: () => undefined },
  };
  const tab = createTabSession({ client, storage: null, channel: null, address });
  return { client, tab };
}

async function ticketFor(client: MemoryClient): Promise<string> {
  const reason = 'Notes saved on the phone do not show up on the desktop.';
  const answer = await client.start({
    userId: 'u_42',
    reason,
    durationSeconds: 900,
    caseNumber: 'CASE-4821',
  });
  if (answer.kind !== 'ticket') throw new Error('The memory client hands tickets out');
  return answer.ticket;
}
