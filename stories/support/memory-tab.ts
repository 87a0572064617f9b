/**
 * A tab that acts as Dana Fox, by a backend in memory whose clock runs: what the stories of elements that show the tab's
 * state stand on. Each situation is reached the way a real tab gets there.
 *
 * @module
 */

import { html, type TemplateResult } from 'lit';

import {
  createMemoryClient,
  createTabSession,
  type MemoryClient,
  type TabSession,
} from '../../src/client/index.js';
import type { EndCause, Mode, SessionRecord } from '../../src/core/protocol.js';
import '../../src/elements/impersonation-provider/define.js';
import { playStage, stage } from './stage.js';

export interface MemoryTab {
  readonly client: MemoryClient;
  readonly tab: TabSession;
}

export interface Situation {
  /** `unknown`: its ticket is being redeemed, for good. */
  readonly status?: 'active' | 'ended' | 'unknown' | 'none';
  readonly mode?: Mode;
  readonly minutesLeft?: number;
  readonly idleMinutesLeft?: number | null;
  readonly online?: boolean;
  readonly endCause?: EndCause;
  /** Whether the backend refuses whatever is asked for. */
  readonly failing?: boolean;
  /** What else is on record. */
  readonly record?: Partial<SessionRecord>;
}

export async function memoryTab(situation: Situation = {}): Promise<MemoryTab> {
  const { status = 'active', failing = false } = situation;
  const client = createMemoryClient({ now: Date.now, ...(stage.latency && { latency: stage.latency }) });
  if (status === 'unknown' && failing) client.fail('redeem', 'malformed_token');
  else if (status === 'unknown') client.hold('redeem');
  const hash = status === 'none' ? '' : `#ik-ticket=${await ticketFor(client, situation.mode)}`;
  // Nothing of the story's page: its address, its storage and its other tabs stay as they are.
  const address = {
    location: { pathname: '/', search: '', hash },
    history: { state: null, replaceState: () => undefined },
  };
  const tab = createTabSession({ client, storage: null, channel: null, address });
  if (status === 'active' || status === 'ended') await bringTo(situation, { client, tab });
  await playStage(client, tab);
  return { client, tab };
}

/** What stands in a story around the elements that need the tab. */
export const inTab = (tab: TabSession, content: TemplateResult): TemplateResult => html`
  <impersonation-provider .tab=${tab}>${content}</impersonation-provider>
`;

async function ticketFor(client: MemoryClient, mode: Mode = 'read-only'): Promise<string> {
  const reason = 'Notes saved on the phone do not show up on the desktop.';
  const answer = await client.start({
    userId: 'u_42',
    reason,
    durationSeconds: 900,
    caseNumber: 'CASE-4821',
    mode,
  });
  if (answer.kind !== 'ticket') throw new Error('The memory client hands tickets out');
  return answer.ticket;
}

async function bringTo(situation: Situation, { client, tab }: MemoryTab): Promise<void> {
  const { status, minutesLeft = 15, idleMinutesLeft = null, online = true, endCause = 'ended' } = situation;
  const begun = await recordOf(tab);
  const inMinutes = (minutes: number) => new Date(client.now() + minutes * 60_000).toISOString();
  client.put({
    ...begun,
    expiresAt: inMinutes(minutesLeft),
    idleExpiresAt: idleMinutesLeft === null ? begun.idleExpiresAt : inMinutes(idleMinutesLeft),
    ...(status === 'ended' && { status: 'ended', endedAt: inMinutes(0), endCause }),
    ...situation.record,
  });
  await tab.refresh();
  if (situation.failing)
    for (const method of ['end', 'extend', 'setMode'] as const) client.fail(method, 'network', Infinity);
  if (online) return;
  client.fail('renew', 'network', Infinity);
  await tab.refresh();
}

/** The record, once the ticket is redeemed. */
function recordOf(tab: TabSession): Promise<SessionRecord> {
  return new Promise((resolve) => {
    const stop = tab.subscribe((state) => {
      if (state.status !== 'active' || !state.record) return;
      stop();
      resolve(state.record);
    });
  });
}
