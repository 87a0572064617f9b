import assert from 'node:assert/strict';
import { test } from 'node:test';

import { base64url } from 'jose';

import { hashTicket, makeTicket } from '../../src/server/ticket.js';
import { ByteCounts, plausible } from '../support/randomness.js';

test('a hundred thousand tickets are all different, and any byte is as likely as any other', () => {
  const seen = new Set<string>();
  const bytes = new ByteCounts();
  for (let count = 0; count < 100_000; count++) {
    const ticket = makeTicket();
    assert.match(ticket, /^[\w-]{43}$/);
    seen.add(ticket);
    bytes.add(base64url.decode(ticket));
  }

  assert.equal(seen.size, 100_000);
  const chiSquare = bytes.chiSquare();
  assert.ok(chiSquare > plausible.least && chiSquare < plausible.most, `chi-square is ${chiSquare}`);
});

test('what is kept of a ticket is its SHA-256', async () => {
  assert.equal(await hashTicket('abc'), 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});
