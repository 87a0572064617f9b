/**
 * Where somebody wanted to go before they were asked to sign in.
 *
 * @module
 */

/** The sign-in, remembering this page. Its fragment is left out: a ticket may be in there. */
export const signInFor = ({ pathname, search }: Pick<Location, 'pathname' | 'search'>) =>
  pathname === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: pathname + search }).toString()}`;

/**
 * The page that `?next=` names, when it is one of ours: a path, however it is spelled. `null` for whatever would lead
 * elsewhere, since anybody can write a link to the sign-in.
 */
export function nextPage({ search, origin }: Pick<Location, 'search' | 'origin'>): string | null {
  const next = new URLSearchParams(search).get('next');
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return null;
  // Resolved as the browser will: it takes `/\evil` and a tab between two slashes for another host.
  const page = new URL(next, origin);
  return page.origin === origin ? page.href : null;
}
