/**
 * Hears a page come back to life: shown again, online again, out of the back/forward cache, at another fragment.
 *
 * @module
 */

export interface TabLife {
  readonly onWake: () => void;
  /** It was away for no one knows how long, and heard nothing meanwhile. */
  readonly onRestored: () => void;
  readonly onAddress: () => void;
}

/** Calls back until the returned function is called. Where there is no page, it does nothing. */
export function wakeTab({ onWake, onRestored, onAddress }: TabLife): () => void {
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => undefined;
  const listening = new AbortController();
  const { signal } = listening;
  const whenShown = () => {
    if (document.visibilityState === 'visible') onWake();
  };
  document.addEventListener('visibilitychange', whenShown, { signal });
  window.addEventListener('online', onWake, { signal });
  window.addEventListener('pageshow', (event) => event.persisted && onRestored(), { signal });
  // Before the page's own router can make a history entry of it.
  window.addEventListener('hashchange', onAddress, { signal, capture: true });
  return () => listening.abort();
}
