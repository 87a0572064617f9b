/**
 * Tickets, raced for by processes on one database, and drawn a million times.
 *
 *   npm run stress:tickets                              on PGlite
 *   sh tools/temp-postgres.sh npm run stress:tickets    on PostgreSQL as well, from two processes
 *
 * @module
 */

import { base64url } from 'jose';

import { makeTicket } from '../../src/server/ticket.js';
import { ByteCounts, plausible, usualMost } from '../support/randomness.js';
import { openCrowd } from '../support/server/crowd.js';
import { newPostgres, postgres } from '../support/server/engines.js';
import { numbersFrom } from './flags.js';
import { redeemerOf, startRedeemer, type Redeemer } from './redeemer.js';
import { isFair, race } from './ticket-race.js';

const sizes = numbersFrom({ tickets: 10_000, embedded: 500, copies: 20, drawn: 1_000_000 });
const results: boolean[] = [];

results.push(draw());
results.push(await run('PGlite, one process', 'pglite://memory', sizes.embedded, async (own) => [own]));
if (postgres === undefined) {
  console.log('TEST_DATABASE_URL names no PostgreSQL: that race is left out');
} else {
  const [address, forget] = await newPostgres(postgres);
  results.push(
    await run('PostgreSQL, two processes', address, sizes.tickets, () =>
      Promise.all([startRedeemer(address), startRedeemer(address)]),
    ),
  );
  await forget();
}

const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exitCode = passed === results.length ? 0 : 1;

function draw(): boolean {
  const seen = new Set<string>();
  const bytes = new ByteCounts();
  for (let count = 0; count < sizes.drawn; count++) {
    const ticket = makeTicket();
    if (ticket.length === 43) seen.add(ticket);
    bytes.add(base64url.decode(ticket));
  }
  const chiSquare = bytes.chiSquare();
  console.log(
    `${sizes.drawn} tickets drawn: ${sizes.drawn - seen.size} alike or not 43 characters long; ` +
      `chi-square of their bytes ${chiSquare.toFixed(1)} (one in a thousand is above ${usualMost})`,
  );
  return seen.size === sizes.drawn && chiSquare > plausible.least && chiSquare < plausible.most;
}

async function run(
  where: string,
  address: string,
  tickets: number,
  start: (own: Redeemer) => Promise<Redeemer[]>,
): Promise<boolean> {
  const crowd = await openCrowd(address);
  const redeemers = await start(redeemerOf(crowd));
  const began = performance.now();
  const result = await race(crowd, redeemers, { tickets, copies: sizes.copies });
  for (const redeemer of redeemers) redeemer.stop();
  await crowd.close();
  const { sessions, doubles, failures, started } = result;
  console.log(
    `${where}: ${tickets} tickets, each tried ${sizes.copies} times at once: ${sessions} sessions ` +
      `(${started} on record), ${doubles} doubles, ${failures} answers of 5xx, ` +
      `${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  return isFair(result);
}
