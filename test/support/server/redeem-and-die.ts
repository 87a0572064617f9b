/**
 * A server process that is killed while it redeems a ticket: before the ticket is used up, or after, when the answer is
 * still to be given. Started with a database's address, a ticket and the moment.
 *
 * @module
 */

import { openCrowd } from './crowd.js';

const [, , address = '', ticket = '', moment] = process.argv;
const die = () => {
  process.kill(process.pid, 'SIGKILL');
  return true;
};
const crowd = await openCrowd(
  address,
  moment === 'before' ? { policy: die } : { tellSubject: () => void die() },
);
await crowd.redeem(ticket);
