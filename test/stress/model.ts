/**
 * Walks through thousands of impersonations, and holds each against the rules (`test/support/server/rules.ts`).
 *
 *   npm run test:model
 *   npm run test:model -- --runs 100 --seed 7
 *
 * @module
 */

import { openEmbedded } from '../support/server/embedded.js';
import { walkThrough } from '../support/server/walk.js';
import { numbersFrom } from './flags.js';

const { runs, steps, seed } = numbersFrom({ runs: 5000, steps: 16, seed: Date.now() % 2 ** 31 });
const database = await openEmbedded();
const began = performance.now();
let failed = 0;
try {
  await walkThrough(database, { runs, steps, seed });
} catch (error) {
  failed = 1;
  console.error(error);
}
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(`${runs} walks of up to ${steps} steps in ${seconds} s, seed ${seed}`);
console.log(`${1 - failed} passed, ${failed} failed`);
process.exitCode = failed;
await database.close();
