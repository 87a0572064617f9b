/**
 * `fetch` as the person this tab impersonates: by the token alone, never by the admin's cookie.
 *
 * @module
 */

import { ImpersonationError, isErrorCode } from '../core/errors.js';
import { own } from '../core/actor.js';
import { authorizationOf, type Prove } from './proof.js';
import type { TabSession } from './tab-session.js';
import type { TabState } from './tab-state.js';

export interface TabFetchOptions {
  readonly tab: Pick<TabSession, 'state' | 'token' | 'subscribe' | 'refresh'>;
  readonly now: () => number;
  /** Called when the host's API answered: the backend saw this tab being used. */
  readonly touch: () => void;
  /** Proves the key that the token is bound to, if it is. */
  readonly prove: () => Prove | undefined;
  readonly origins: readonly string[] | undefined;
  readonly fetch: typeof fetch;
}

export function createTabFetch({ tab, now, touch, prove, origins, fetch }: TabFetchOptions): typeof fetch {
  return async (input, init) => {
    const state = await known(tab, init?.signal ?? (input instanceof Request ? input.signal : null));
    if (state.status === 'none') return fetch(input, init);
    if (state.status !== 'active') throw refusalOf(state);
    // The laptop was asleep: the token would be refused, and the record would show it as an attempt.
    if (now() >= (state.session.expiresAt ?? Infinity)) await tab.refresh();
    if (tab.state.status !== 'active' || tab.token === null) throw refusalOf(tab.state);

    const request = new Request(input, { ...init, credentials: 'omit' });
    const trusted = origins ?? [globalThis.location.origin];
    if (!trusted.includes(new URL(request.url).origin)) return fetch(request);
    const { method, url } = request;
    const fields = await authorizationOf({ method, url, token: tab.token }, prove());
    for (const [name, value] of Object.entries(fields)) request.headers.set(name, value);
    const response = await fetch(request);
    if (response.ok) touch();
    else if (response.status === 401 && (await saysItIsOver(response))) void tab.refresh();
    return response;
  };
}

/** The state, once no ticket is being redeemed any more. */
function known(tab: TabFetchOptions['tab'], signal: AbortSignal | null): Promise<TabState> {
  const pending = ({ status, ...rest }: TabState) =>
    status === 'unknown' && 'error' in rest && rest.error === null;
  if (!pending(tab.state)) return Promise.resolve(tab.state);
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = tab.subscribe((state) => {
      if (pending(state)) return;
      stop();
      resolve(state);
    });
    signal?.addEventListener('abort', () => {
      stop();
      reject(signal.reason as Error);
    });
  });
}

function refusalOf(state: TabState): ImpersonationError {
  if (state.status === 'ended') {
    const ranOut = state.cause === 'expired' || state.cause === 'idle';
    return new ImpersonationError(ranOut ? 'session_expired' : 'session_revoked', { endCause: state.cause });
  }
  const error = state.status === 'unknown' ? state.error : null;
  return error ?? new ImpersonationError('token_missing');
}

/** Judged by the body of a copy: the page still has its own to read. */
async function saysItIsOver(response: Response): Promise<boolean> {
  try {
    const code = own(await response.clone().json(), 'code');
    return isErrorCode(code) && ['session_revoked', 'session_expired', 'expired'].includes(code);
  } catch {
    return false; // not a problem of ours
  }
}
