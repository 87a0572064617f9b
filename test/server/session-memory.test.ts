import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { createSessionMemory } from '../../src/server/store/session-memory.js';
import type { StoredSession } from '../../src/server/store/store.js';

const sessionNamed = (id: string) => ({ record: { id } }) as StoredSession;

function scene() {
  let now = 0;
  const memory = createSessionMemory(() => now);
  return {
    memory,
    pass: (milliseconds: number) => void (now += milliseconds),
    keep: (id: string) => memory.begin()(sessionNamed(id)),
    knows: (id: string) => memory.recall(id)?.record.id === id,
  };
}

describe('what is remembered of a session', () => {
  test('is good for half a second from when the reading began', () => {
    const { memory, pass, knows } = scene();
    const keep = memory.begin();
    pass(200);
    keep(sessionNamed('a'));
    pass(299);
    assert.ok(knows('a'));
    pass(1);
    assert.ok(!knows('a'));
  });

  test('is forgotten when the session changes, and others are not', () => {
    const { memory, keep, knows } = scene();
    keep('a');
    keep('b');
    memory.forget('a');
    assert.deepEqual([knows('a'), knows('b')], [false, true]);
  });

  test('is not kept when anything changed while it was read', () => {
    for (const change of ['forget', 'clear'] as const) {
      const { memory, knows } = scene();
      const keep = memory.begin();
      memory[change]('a');
      keep(sessionNamed('a'));
      assert.ok(!knows('a'));
    }
  });

  test('is forgotten altogether when the store fails', () => {
    const { memory, keep, knows } = scene();
    keep('a');
    memory.clear();
    assert.ok(!knows('a'));
  });

  test('never grows beyond ten thousand', () => {
    const { keep, knows } = scene();
    for (let index = 0; index <= 10_000; index++) keep(String(index));
    assert.deepEqual([knows('0'), knows('1'), knows('10000')], [false, true, true]);
  });
});
