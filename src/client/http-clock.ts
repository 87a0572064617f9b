/**
 * The server's time, learnt from the `Date` of its answers, so that a wrong clock on the desk cannot lie about how long
 * an impersonation lasts.
 *
 * @module
 */

const key = 'impersonation-kit/clock';

/** The part of `Storage` that is used. */
export type ClockStorage = Pick<Storage, 'getItem' | 'setItem'>;

export interface ServerClock {
  now(): number;
  /** Takes the time from an answer to a request that was sent at `sentAt`, by the clock on the desk. */
  learn(answer: Response, sentAt: number): void;
}

/** A difference is remembered for this tab, since a page that was just reloaded has heard nothing from the server yet. */
export function createServerClock(desk: () => number, storage: ClockStorage | null): ServerClock {
  let difference = recall(storage);
  return {
    now: () => desk() + difference,
    learn(answer, sentAt) {
      const said = Date.parse(answer.headers.get('date') ?? '');
      if (Number.isNaN(said)) return;
      const heardAt = desk();
      // `Date` has whole seconds, and was written somewhere between sending and hearing.
      const measured = said + 500 - (sentAt + heardAt) / 2;
      const doubt = 500 + (heardAt - sentAt) / 2;
      if (Math.abs(measured - difference) <= doubt) return; // a countdown must not jitter
      difference = Math.abs(measured) <= doubt ? 0 : Math.round(measured);
      remember(storage, difference);
    },
  };
}

function recall(storage: ClockStorage | null): number {
  try {
    const value = Number(storage?.getItem(key) ?? 0);
    return Number.isFinite(value) ? value : 0;
  } catch {
    return 0; // storage is blocked: the first answer will tell
  }
}

function remember(storage: ClockStorage | null, difference: number): void {
  try {
    storage?.setItem(key, String(difference));
  } catch {
    // storage is blocked: the next load learns it anew
  }
}
