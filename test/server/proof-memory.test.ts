import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ImpersonationError } from '../../src/core/errors.js';
import { createProofMemory } from '../../src/server/proof-memory.js';

const start = 1_800_000_000_000;

function memory(size = 100) {
  const clock = { now: start };
  const proofs = createProofMemory(size, () => clock.now);
  return { clock, use: (id: string, until = clock.now + 300_000) => proofs.use(id, until) };
}

const full = (error: unknown) => error instanceof ImpersonationError && error.code === 'unavailable';

test('a proof is new once', () => {
  const { use } = memory();

  assert.deepEqual([use('a'), use('a'), use('b'), use('a')], [true, false, true, false]);
});

test('a proof is not new under another date', () => {
  const { use, clock } = memory();
  use('a', clock.now + 300_000);

  assert.equal(use('a', clock.now + 600_000), false);
});

test('a proof is kept for as long as it could be used', () => {
  const { use, clock } = memory();
  const until = clock.now + 300_000;
  use('a', until);

  for (const passed of [1, 60_000, 299_999, 300_000]) {
    clock.now = start + passed;
    assert.equal(use('a', until), false);
  }
});

test('nothing is forgotten to make room: whoever comes when it is full is refused, until time makes some', () => {
  const { use, clock } = memory(2);
  use('a');
  use('b');

  assert.throws(() => use('c'), full);
  assert.equal(use('a'), false);
  clock.now += 240_000;
  assert.throws(() => use('c'), full);
  clock.now += 121_000;
  assert.equal(use('c'), true);
  assert.equal(use('d'), true);
  assert.throws(() => use('e'), full);
});

test('a clock that is set back makes no old proof new', () => {
  const { use, clock } = memory();
  const until = clock.now + 300_000;
  use('a', until);
  clock.now += 3_600_000;
  use('b');
  clock.now = start;

  assert.equal(use('a', until), false);
});

test('an end that is none is never new', () => {
  assert.equal(memory().use('a', NaN), false);
});

test('it must hold something', () => {
  for (const size of [0, -1, 1.5, NaN, Infinity]) assert.throws(() => memory(size), TypeError);
});
