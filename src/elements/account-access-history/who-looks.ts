import type { TabState } from '../../client/tab-state.js';

/** Whose tab this is, as far as asking in a person's own name goes. */
export type Looker = 'themselves' | 'actor' | 'checking' | 'unknown';

/**
 * The list is asked for by the browser's own sign-in, which in a tab that impersonates is the admin's: what it brought
 * would be somebody else's. So it is asked for only where nobody impersonates.
 *
 * @param state what the page's tab knows about itself; `undefined` where there is none, since nobody says anything then.
 */
export function whoLooks(state: TabState | undefined): Looker {
  switch (state?.status) {
    case 'active':
    case 'ended':
      return 'actor';
    case 'unknown':
      return state.error ? 'unknown' : 'checking';
    default:
      return 'themselves';
  }
}
