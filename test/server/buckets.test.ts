import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { cut } from '../../src/core/buckets.js';
import { bucketLimit, bucketSizes } from '../../src/core/protocol.js';

const now = Date.parse('2026-03-15T09:30:00Z');
const cutting = (query: Parameters<typeof cut>[0], oldest: number | null = null) => {
  const { size, edges } = cut(query, { oldest, now });
  return { size, edges: edges.map((edge) => new Date(edge).toISOString()) };
};

describe('Buckets of time', () => {
  test('begin and end with the range that was asked for, and at full hours between', () => {
    const query = { from: '2026-03-01T09:10:00Z', to: '2026-03-01T11:40:00Z' };

    assert.deepEqual(cutting(query), {
      size: 'hour',
      edges: [
        '2026-03-01T09:10:00.000Z',
        '2026-03-01T10:00:00.000Z',
        '2026-03-01T11:00:00.000Z',
        '2026-03-01T11:40:00.000Z',
      ],
    });
  });

  test('are days as the zone has them, of 23 hours too', () => {
    const { edges } = cutting({
      from: '2026-03-27T23:00:00Z',
      to: '2026-03-30T22:00:00Z',
      bucket: 'day',
      timeZone: 'Europe/Berlin',
    });

    assert.deepEqual(edges, [
      '2026-03-27T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-03-30T22:00:00.000Z',
    ]);
  });

  test('are hours as a zone has them that is half an hour off', () => {
    const query = { from: '2026-03-01T09:00:00Z', to: '2026-03-01T10:00:00Z', timeZone: 'Asia/Kolkata' };

    assert.equal(cutting(query).edges[1], '2026-03-01T09:30:00.000Z');
  });

  test('are weeks from Monday on', () => {
    const query = { from: '2026-03-01T00:00:00Z', to: '2026-03-16T00:00:00Z', bucket: 'week' } as const;

    assert.deepEqual(cutting(query).edges, [
      '2026-03-01T00:00:00.000Z',
      '2026-03-02T00:00:00.000Z',
      '2026-03-09T00:00:00.000Z',
      '2026-03-16T00:00:00.000Z',
    ]);
  });

  test('go from the first session to now when nobody says from when to when', () => {
    const { size, edges } = cutting({}, Date.parse('2026-03-14T22:10:00Z'));

    assert.deepEqual([size, edges[0], edges.at(-1)], [
      'hour',
      '2026-03-14T22:00:00.000Z',
      '2026-03-15T10:00:00.000Z',
    ]); // prettier-ignore
    assert.deepEqual(cutting({}).edges, []);
  });

  test('are none when the range is', () => {
    assert.deepEqual(cutting({ from: '2026-03-02T00:00:00Z', to: '2026-03-01T00:00:00Z' }).edges, []);
    assert.deepEqual(cutting({ from: '2027-01-01T00:00:00Z' }).edges, []);
  });

  for (const [days, size] of [[1, 'hour'], [7, 'hour'], [30, 'day'], [190, 'day'], [365, 'week']] as const)
    test(`are of the ${size} for ${days} days, when nobody asks for a size`, () => {
      const from = new Date(now - days * 86_400_000).toISOString();
      assert.equal(cutting({ from }).size, size);
    }); // prettier-ignore

  test('are larger than asked for where there would be too many', () => {
    const query = { from: '2025-03-01T00:00:00Z', to: '2026-03-01T00:00:00Z', bucket: 'hour' } as const;

    assert.equal(cutting(query).size, 'day');
  });

  test('are never too many, and follow each other without a gap, whatever is asked', () => {
    const instant = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const near = fc.tuple(instant, fc.integer({ min: 1, max: 800 * 86_400_000 }));
    const spans = fc.oneof(
      fc.tuple(instant, instant),
      near.map(([from, length]) => [from, new Date(from.getTime() + length)] as const),
    );
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'Asia/Kolkata',
      'America/Sao_Paulo',
      'Pacific/Apia',
    );
    fc.assert(
      fc.property(spans, zones, fc.constantFrom('auto', ...bucketSizes), ([from, to], timeZone, bucket) => {
        const query = { from: from.toISOString(), to: to.toISOString(), timeZone, bucket };
        const { edges } = cut(query, { oldest: null, now });
        if (from >= to) return edges.length === 0;
        const ascending = edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge));
        const whole = edges[0] === from.getTime() && edges.at(-1) === to.getTime();
        return ascending && whole && edges.length - 1 <= bucketLimit;
      }),
      { numRuns: 300 },
    );
  });
});
