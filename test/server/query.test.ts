import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { judge, SessionQuery } from '../../src/core/protocol.js';
import {
  asksForTime,
  compileQuery,
  formatQuery,
  parseQuery,
  withFilter,
  withoutTerm,
  type PlacedTerm,
  type Term,
} from '../../src/core/query/index.js';

const here = { zone: 'Europe/Berlin', now: Date.parse('2026-11-20T09:30:00Z') };
const bare = (term: PlacedTerm): Term => {
  const { start, end, ...rest } = term;
  assert.ok(start < end);
  return rest;
};
const read = (text: string) => parseQuery(text).map(bare);
const ask = (text: string) => compileQuery(parseQuery(text), here);
const word = (value: string, not = false): Term => ({ kind: 'word', not, value });
const field = (key: string, values: string[], rest: object = {}): Term => ({
  kind: 'field',
  not: false,
  key,
  operator: ':',
  values,
  ...rest,
});

describe('Reading a question', () => {
  const examples: [text: string, ...terms: Term[]][] = [
    ['', ...[]],
    ['umlaut', word('umlaut')],
    ['  two  words ', word('two'), word('words')],
    ['"two words"', word('two words')],
    ['-umlaut', word('umlaut', true)],
    ['-"two words"', word('two words', true)],
    ['actor:sam', field('actor', ['sam'])],
    ['ACTOR:Sam', field('actor', ['Sam'])],
    ['-mode:read-only', field('mode', ['read-only'], { not: true })],
    ['actor:"Sam Lee",priya', field('actor', ['Sam Lee', 'priya'])],
    ['reason:"says \\"no\\" \\\\ stops"', field('reason', ['says "no" \\ stops'])],
    ['time>=2026-11-01', field('time', ['2026-11-01'], { operator: '>=' })],
    ['time>-24h', field('time', ['-24h'], { operator: '>' })],
    ['actor:', field('actor', [])],
    ['actor:,,a,', field('actor', ['a'])],
    ['a,b', word('a,b')],
    ['"not closed', word('not closed')],
    ['- --', word('-'), word('--')],
    ['https://x.example', field('https', ['//x.example'])],
    ['"https://x.example"', word('https://x.example')],
    ['12:30', word('12:30')],
    ['Ä:b', word('Ä:b')],
    ['""'],
  ];
  for (const [text, ...terms] of examples)
    test(`"${text}" is read as it was meant`, () => assert.deepEqual(read(text), terms));

  test('each term says where it stands', () => {
    const text = '  -mode:full  "a b" x';
    assert.deepEqual(
      parseQuery(text).map(({ start, end }) => text.slice(start, end)),
      ['-mode:full', '"a b"', 'x'],
    );
  });
});

describe('Text to terms to text', () => {
  const value = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'ab -:,"\\<>=\n\u00a0ü'.split('')), minLength: 1, maxLength: 8 }),
  );
  const key = fc.oneof(fc.constantFrom('actor', 'time', 'case'), fc.stringMatching(/^[a-z][a-z-]{0,8}$/));
  const term = fc.oneof(
    fc.record({ kind: fc.constant('word' as const), not: fc.boolean(), value }, { noNullPrototype: true }),
    fc.record(
      {
        kind: fc.constant('field' as const),
        not: fc.boolean(),
        key,
        operator: fc.constantFrom(':', '>', '>=', '<', '<=') as fc.Arbitrary<':'>,
        values: fc.array(value, { maxLength: 3 }),
      },
      { noNullPrototype: true },
    ),
  );

  test('any terms are the same after they were written and read again', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (terms) =>
        assert.deepEqual(read(formatQuery(terms)), terms),
      ),
      {
        numRuns: 2000,
      },
    );
  });

  test('any text that was read is written so that it reads the same, and writing it again changes nothing', () => {
    const text = fc.oneof(
      value,
      fc.string({ maxLength: 40 }),
      fc.array(value).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const terms = read(typed);
        const written = formatQuery(terms);
        assert.deepEqual(read(written), terms);
        assert.equal(formatQuery(read(written)), written);
      }),
      { numRuns: 3000 },
    );
  });

  test('whatever is typed comes to filters that the protocol takes, and to problems', () => {
    const known = fc.constantFrom(
      'actor:',
      'status:',
      'time>',
      'time<=',
      '-cause:',
      'mode:',
      'x',
      ' ',
      '2026-02-30',
      '-9d',
      'ended',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(known, value), { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const { filter, problems } = ask(text);
        const judged = judge(SessionQuery, filter, 'invalid_request');
        assert.equal(judged.where?.length, filter.where?.length);
        for (const { start, end } of problems) assert.ok(0 <= start && start < end && end <= text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('a very long text is read in time', () => {
    const began = performance.now();
    assert.equal(ask('actor:"a" x -y '.repeat(2000)).filter.where?.length, 20);
    assert.equal(parseQuery('"'.repeat(20_001)).length, 0);
    parseQuery('\\"'.repeat(10_000));
    assert.ok(performance.now() - began < 2000);
  });
});

describe('What a question asks for', () => {
  test('names, closed lists, words and what must not be', () => {
    assert.deepEqual(ask('actor:sam,"Priya R" -mode:Read-Only cause:revoked,idle case:SUP-1 session:imp_1 -status:ended phone'), {
      filter: {
        where: [
          { field: 'actor', not: false, values: ['sam', 'Priya R'] },
          { field: 'mode', not: true, values: ['read-only'] },
          { field: 'endCause', not: false, values: ['revoked', 'idle'] },
          { field: 'caseNumber', not: false, values: ['SUP-1'] },
          { field: 'id', not: false, values: ['imp_1'] },
          { field: 'status', not: true, values: ['ended'] },
          { field: 'any', not: false, values: ['phone'] },
        ],
      },
      problems: [],
    }); // prettier-ignore
  });

  const times: [text: string, from: string | undefined, to: string | undefined][] = [
    ['time:2026-11-01', '2026-10-31T23:00:00.000Z', '2026-11-01T23:00:00.000Z'],
    ['time:2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'], // a day of 25 hours
    ['time>2026-11-01', '2026-11-01T23:00:00.000Z', undefined],
    ['time>=2026-11-01', '2026-10-31T23:00:00.000Z', undefined],
    ['time<2026-11-01', undefined, '2026-10-31T23:00:00.000Z'],
    ['time<=2026-11-01', undefined, '2026-11-01T23:00:00.000Z'],
    ['time>=2026-11-01T10:00 time<2026-11-02', '2026-11-01T09:00:00.000Z', '2026-11-01T23:00:00.000Z'],
    ['time>=2026-11-01T10:00:00Z', '2026-11-01T10:00:00.000Z', undefined],
    ['time>=2026-11-01T10:00+05:30', '2026-11-01T04:30:00.000Z', undefined],
    ['time>=-24h', '2026-11-19T09:30:00.000Z', undefined],
    ['time>=-7d time>=-2h', '2026-11-20T07:30:00.000Z', undefined],
  ];
  for (const [text, from, to] of times)
    test(`"${text}" by the clock where one looks`, () => {
      const { filter, problems } = ask(text);
      assert.deepEqual([filter.from, filter.to, problems], [from, to, []]);
    });

  const slips: [text: string, code: string, suggestion: string | null][] = [
    ['actr:sam', 'unknown-key', 'actor'],
    ['subjcet:sam', 'unknown-key', 'subject'],
    ['sta:active', 'unknown-key', 'status'],
    ['http:x', 'unknown-key', null],
    ['constructor:x', 'unknown-key', null],
    ['status:actve', 'unknown-value', 'active'],
    ['cause:revokd,ended', 'unknown-value', 'revoked'],
    ['mode:purple', 'unknown-value', null],
    ['actor:', 'missing-value', null],
    ['actor>sam', 'bad-operator', null],
    ['-time:2026-11-01', 'bad-operator', null],
    ['time:2026-02-30', 'bad-time', null],
    ['time:soon', 'bad-time', null],
    ['time>0000-01-01', 'bad-time', null],
    [`actor:${'a'.repeat(201)}`, 'too-much', null],
    [`actor:${Array.from({ length: 21 }, (_, n) => n).join(',')}`, 'too-much', null],
  ];
  for (const [text, code, suggestion] of slips)
    test(`"${text.slice(0, 30)}" is a problem (${code}), and the rest is asked all the same`, () => {
      const { filter, problems } = ask(`phone ${text}`);
      assert.deepEqual(filter, { where: [{ field: 'any', not: false, values: ['phone'] }] });
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.suggestion, problem.index, problem.start]),
        [[code, suggestion, 1, 6]],
      );
    });

  test('whether it says when', () => {
    assert.deepEqual(['time>-1h', '-time:x', 'phone', '"time>1"'].map((text) => asksForTime(parseQuery(text))), [true, true, false, false]); // prettier-ignore
  });
});

describe('Filters added and taken away', () => {
  test('one more value joins its key, and what said the opposite goes', () => {
    assert.equal(withFilter('', { key: 'actor', not: false, value: 'Sam Lee' }), 'actor:"Sam Lee"');
    assert.equal(withFilter('actor:a x', { key: 'actor', not: false, value: 'b' }), 'actor:a,b x');
    assert.equal(withFilter('actor:a,b', { key: 'actor', not: true, value: 'a' }), 'actor:b -actor:a');
    assert.equal(withFilter('actor:a', { key: 'actor', not: true, value: 'a' }), '-actor:a');
    assert.equal(withFilter('actor:a', { key: 'actor', not: false, value: 'a' }), 'actor:a');
    assert.equal(withFilter('actr:a', { key: 'actor', not: false, value: 'a' }), 'actr:a actor:a');
  });

  test('a term goes by its place', () => {
    assert.equal(withoutTerm('a "b c"  mode:full', 1), 'a mode:full');
  });
});
