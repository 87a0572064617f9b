import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { createSteadyClock, steadyNow } from '../../src/server/clock.js';

const hour = 3_600_000;

function scene(start: string) {
  const parts = { wall: Date.parse(start), monotonic: 5000 };
  const now = createSteadyClock({ wall: () => parts.wall, monotonic: () => parts.monotonic });
  return {
    at: () => new Date(now()).toISOString(),
    pass(milliseconds: number) {
      parts.wall += milliseconds;
      parts.monotonic += milliseconds;
    },
    set: (time: string) => void (parts.wall = Date.parse(time)),
  };
}

describe('the clock', () => {
  test('goes on when somebody turns the clock back by an hour', () => {
    const { at, pass, set } = scene('2026-03-01T09:00:00.000Z');
    pass(hour / 4);
    set('2026-03-01T08:15:00.000Z');
    assert.equal(at(), '2026-03-01T09:15:00.000Z');
    pass(hour / 4);
    assert.equal(at(), '2026-03-01T09:30:00.000Z');
  });

  test('believes a clock that is set forward, or that went on while the machine slept', () => {
    const { at, set, pass } = scene('2026-03-01T09:00:00.000Z');
    set('2026-03-01T10:00:00.000Z');
    assert.equal(at(), '2026-03-01T10:00:00.000Z');
    pass(1000);
    assert.equal(at(), '2026-03-01T10:00:01.000Z');
  });

  test('knows neither summer time nor the end of February', () => {
    for (const [before, after] of [
      ['2026-03-29T00:59:59.000Z', '2026-03-29T01:00:00.000Z'],
      ['2026-10-25T00:59:59.000Z', '2026-10-25T01:00:00.000Z'],
      ['2028-02-28T23:59:59.000Z', '2028-02-29T00:00:00.000Z'],
    ] as const) {
      const { at, pass } = scene(before);
      pass(1000);
      assert.equal(at(), after);
    }
  });

  test('of this machine says what it says', () => {
    const before = Date.now();
    const now = steadyNow();
    assert.ok(now >= before && now <= Date.now() + 1000);
  });
});
