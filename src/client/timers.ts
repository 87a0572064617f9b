/**
 * Timers as an argument, so that nobody has to wait to see what happens when time passes.
 *
 * @module
 */

/** Calls back once after so many milliseconds, unless the returned function is called before. */
export type SetTimer = (callback: () => void, milliseconds: number) => () => void;

export const pageTimer: SetTimer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};
