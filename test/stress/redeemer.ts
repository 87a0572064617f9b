/**
 * A server process that redeems: started with a database's address, it tries each ticket it is told so many times at once,
 * and answers with the statuses they came to.
 *
 * @module
 */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { openCrowd, type Crowd } from '../support/server/crowd.js';

export interface Order {
  readonly ticket: string;
  readonly copies: number;
}

export interface Redeemer {
  redeem(order: Order): Promise<number[]>;
  stop(): void;
}

export const redeemerOf = (crowd: Crowd): Redeemer => ({
  redeem: ({ ticket, copies }) => Promise.all(Array.from({ length: copies }, () => crowd.redeem(ticket))),
  stop: () => undefined,
});

/** The same in a process of its own. */
export async function startRedeemer(address: string): Promise<Redeemer> {
  const child = fork(fileURLToPath(import.meta.url), [address]);
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`The other process ended with ${String(code)}`);
  });
  failed.catch(() => undefined); // it ends by itself once it is stopped
  const answer = async <Answer>() => (await Promise.race([once(child, 'message'), failed]))[0] as Answer;
  await answer(); // it is ready
  return {
    redeem: (order) => {
      child.send(order);
      return answer<number[]>();
    },
    stop: () => child.disconnect(),
  };
}

const [, program, address] = process.argv;
if (process.send && program === fileURLToPath(import.meta.url) && address !== undefined) {
  const crowd = await openCrowd(address);
  const redeemer = redeemerOf(crowd);
  process.on('message', (order: Order) => void redeemer.redeem(order).then((out) => process.send?.(out)));
  process.once('disconnect', () => void crowd.close());
  process.send('ready');
}
