/**
 * Hostile tokens and hostile requests, by the hundred thousand.
 *
 *   npm run stress:hostile
 *   npm run stress:hostile -- --tokens 20000 --requests 5000 --seed 7
 *
 * @module
 */

import { openEmbedded } from '../support/server/embedded.js';
import { numbersFrom } from './flags.js';
import { stormRequests } from './request-storm.js';
import { stormTokens } from './token-storm.js';

const usual = { tokens: 1_000_000, requests: 100_000, seed: Date.now() % 2 ** 31 };
const { tokens, requests, seed } = numbersFrom(usual);
const mostGrowth = 50;
console.log(`seed ${seed}`);

const one = await stormTokens(tokens, seed);
console.log(
  `${one.tried} tokens: ${one.accepted} accepted, ${one.wrong.length} wrongly judged, ` +
    `${one.grown.toFixed(1)} MiB of memory more`,
);
const database = await openEmbedded();
const other = await stormRequests(database, requests, seed);
await database.close();
console.log(
  `${other.sent} requests: ${other.good} answered, ${other.wrong.length} wrongly, ` +
    `the slowest in ${other.slowest.toFixed(0)} ms`,
);
for (const line of [...one.wrong, ...other.wrong]) console.log(`  ${line}`);

const passed = Number(one.wrong.length === 0 && one.grown < mostGrowth) + Number(other.wrong.length === 0);
console.log(`${passed} passed, ${2 - passed} failed`);
process.exitCode = passed === 2 ? 0 : 1;
