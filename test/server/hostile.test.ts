/**
 * A small helping of what `npm run stress:hostile` serves by the million. A failure names what was done, and its number.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openEmbedded } from '../support/server/embedded.js';
import { stormRequests } from '../stress/request-storm.js';
import { stormTokens } from '../stress/token-storm.js';

const seed = Date.now() % 2 ** 31;

test('ten thousand hostile tokens each come to what was signed, or to a refusal', async () => {
  const { accepted, wrong, grown } = await stormTokens(10_000, seed);

  assert.deepEqual(wrong, [], `seed ${seed}`);
  assert.ok(accepted > 100, `only ${accepted} were good`);
  assert.ok(grown < 50, `${grown.toFixed(1)} MiB more`);
});

test('two thousand hostile requests are all answered in time, and none by a failure', async () => {
  const database = await openEmbedded();
  const { good, wrong } = await stormRequests(database, 2000, seed);
  await database.close();

  assert.deepEqual(wrong, [], `seed ${seed}`);
  assert.ok(good > 50, `only ${good} were good`);
});
