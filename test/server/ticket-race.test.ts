import assert from 'node:assert/strict';
import { test } from 'node:test';

import { redeemerOf, startRedeemer } from '../stress/redeemer.js';
import { isFair, race } from '../stress/ticket-race.js';
import { openCrowd } from '../support/server/crowd.js';
import { newPostgres, postgres } from '../support/server/engines.js';

test('of twenty who try each of eight tickets at once, one gets in', async () => {
  const crowd = await openCrowd('pglite://memory');
  const result = await race(crowd, [redeemerOf(crowd)], { tickets: 8, copies: 20 });
  await crowd.close();

  assert.ok(isFair(result), JSON.stringify(result));
});

const server = postgres;
if (server !== undefined) {
  test('and so it is when they come to two processes on one PostgreSQL', async () => {
    const [address, forget] = await newPostgres(server);
    const crowd = await openCrowd(address);
    const redeemers = await Promise.all([startRedeemer(address), startRedeemer(address)]);
    const result = await race(crowd, redeemers, { tickets: 100, copies: 20 });
    for (const redeemer of redeemers) redeemer.stop();
    await crowd.close();
    await forget();

    assert.ok(isFair(result), JSON.stringify(result));
  });
}
