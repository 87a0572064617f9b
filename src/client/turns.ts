/**
 * One thing at a time, in order, so that no older answer replaces a newer one.
 *
 * @module
 */

export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Answers with a function that begins each piece of work once the one before is over, however that went. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined); // whoever asked for it hears of it
    return mine;
  };
}
