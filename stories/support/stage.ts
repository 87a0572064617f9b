/**
 * What the toolbar says about the backend in memory that a story stands on: how slow, how faulty, what time it is.
 *
 * @module
 */

import {
  createMemoryClient,
  type ClientMethod,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../src/client/index.js';
import type { ErrorCode } from '../../src/core/errors.js';
import type { TabSession } from '../../src/client/index.js';

/** What the toolbar was last set to. */
export const stage: { latency: number; fault: ErrorCode | ''; secondsLeft: number | null } = {
  latency: 0,
  fault: '',
  secondsLeft: null,
};

/** A backend in memory, as slow and as faulty as the toolbar says. */
export function createStagedClient(options: MemoryClientOptions = {}): MemoryClient {
  const client = createMemoryClient({ ...options, ...(stage.latency && { latency: stage.latency }) });
  failAsStaged(client);
  return client;
}

/** Gives an impersonation that runs the time that the toolbar wants, and lets the backend fail from then on. */
export async function playStage(client: MemoryClient, tab: TabSession): Promise<void> {
  const { state } = tab;
  if (state.status === 'active' && state.record && stage.secondsLeft !== null) {
    const expiresAt = new Date(client.now() + stage.secondsLeft * 1000).toISOString();
    client.put({ ...state.record, expiresAt });
    await tab.refresh();
  }
  failAsStaged(client);
}

function failAsStaged(client: MemoryClient): void {
  if (!stage.fault) return;
  for (const [name, member] of Object.entries(client)) {
    if (typeof member === 'function' && !tools.has(name))
      client.fail(name as ClientMethod, stage.fault, Infinity);
  }
}

/** What is on a memory client besides the calls of a client. */
const tools = new Set(['now', 'fail', 'hold', 'put', 'redeem']);
