/**
 * A client whose calls are loaded by the first of them.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import type { CallOptions, ImpersonationClient } from './client.js';

/** What a client knows by itself. */
type Known = Pick<ImpersonationClient, 'capabilities' | 'now'>;
export type ClientCalls = Omit<ImpersonationClient, keyof Known>;

/** One promise for all who ask. What could not be loaded is `network`, and asked for anew by the next. */
export function onDemand<Thing>(load: () => Promise<Thing>): () => Promise<Thing> {
  let thing: Promise<Thing> | undefined;
  return () =>
    (thing ??= load().catch((cause: unknown) => {
      thing = undefined;
      throw new ImpersonationError('network', { cause });
    }));
}

/** The calls, and where their options are among what they are given. */
const optionsAt: Record<keyof ClientCalls, number> = {
  searchUsers: 1,
  getUser: 1,
  start: 1,
  list: 1,
  get: 1,
  events: 2,
  activity: 1,
  export: 1,
  revoke: 2,
  listAccess: 1,
  endAccess: 1,
  redeem: 1,
  renew: 1,
  current: 1,
  extend: 2,
  setMode: 2,
  end: 1,
};

export function clientOf(known: Known, calls: () => Promise<ClientCalls>): ImpersonationClient {
  const methods = Object.entries(optionsAt).map(([name, at]) => [
    name,
    async (...args: unknown[]): Promise<unknown> => {
      const { signal } = (args[at] ?? {}) as CallOptions;
      let loaded: ClientCalls;
      try {
        loaded = await calls();
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      }
      return (loaded[name as keyof ClientCalls] as (...args: unknown[]) => Promise<unknown>)(...args);
    },
  ]);
  return { ...known, ...(Object.fromEntries(methods) as ClientCalls) };
}
