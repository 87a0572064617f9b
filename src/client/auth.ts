/**
 * Who is signed in on this page, for whoever has no element around.
 *
 * @module
 */

import { pageTab } from './page-tab.js';
import { toAuth, type Auth } from './tab-state.js';

/** Who is signed in here, and who is really there. Unknown until a provider or `installTabSession` looked. */
export function getAuth(): Auth {
  return toAuth(pageTab.state);
}

/** Calls back at each change, until the returned function is called. */
export function subscribeAuth(listener: (auth: Auth) => void): () => void {
  return pageTab.subscribe((state) => listener(toAuth(state)));
}
