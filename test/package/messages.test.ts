/**
 * Every sentence is shown somewhere: one that is not costs each translator, and misleads the next reader.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { errorCodes } from '../../src/core/errors.js';
import { en } from '../../src/elements/messages/en.js';
import { shippedLanguages } from '../../src/elements/messages/shipped.js';
import { sourcesIn, withoutComments } from './support/sources.js';

const code = sourcesIn('src/elements', /\.ts$/)
  .filter(({ path }) => !path.includes('/messages/'))
  .map(({ text }) => withoutComments(text))
  .join('\n');

test('every message is used by an element', () => {
  assert.deepEqual(unused(en), []);
});

/** The paths of messages that no element reads, by name (`messages.banner.end`) or by lookup (`messages.modes[mode]`). */
function unused(messages: object, path: readonly string[] = []): string[] {
  return Object.entries(messages).flatMap(([key, message]: [string, unknown]) => {
    const here = [...path, key];
    if (typeof message !== 'object' || message === null) return reads(key) ? [] : [here.join('.')];
    return looksUp(key) ? [] : unused(message, here);
  });
}

const reads = (key: string) => new RegExp(`[.{,]\\s*${key}\\b(?!['"])`).test(code);
const looksUp = (key: string) => new RegExp(`\\b${key}\\??\\.?\\[`).test(code);

for (const [lang, load] of Object.entries(shippedLanguages)) {
  test(`${lang} says all that English says, about the same things`, async () => {
    const theirs = contentsOf({ ...(await load()), errors: {} });
    const ours = contentsOf(en);

    assert.deepEqual(
      theirs.filter((line) => !ours.includes(line)),
      [],
      'says what English does not',
    );
    assert.deepEqual(
      ours.filter((line) => !theirs.includes(line)),
      [],
      'lacks what English says',
    );
  });

  test(`${lang} has a sentence for every error, which English has already`, async () => {
    const { errors } = await load();

    assert.deepEqual(
      errorCodes.filter((code) => !errors?.[code]),
      [],
    );
  });

  test(`${lang} has a sentence for every number`, async () => {
    for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000]) {
      const empty = [...messagesOf(await load(), count)].filter(
        ([, text]) => !text.trim() || text.includes('undefined'),
      );

      assert.deepEqual(
        empty.filter(([path]) => path !== 'banner.urgency.calm'),
        [],
      );
    }
  });
}

/** Each message by its path, with what it speaks of: the names of its arguments, in alphabetical order. */
function contentsOf(messages: object): string[] {
  return [...messagesOf(messages, 5)].map(([path, text]) =>
    [path, ...[...new Set(text.match(/‹\w+›/g))].sort()].join(' '),
  );
}

/** Each message by its path, as said of arguments that are called what they are, and of this number of things. */
function* messagesOf(
  messages: object,
  count: number,
  path: readonly string[] = [],
): Generator<[string, string]> {
  for (const [key, message] of Object.entries(messages) as [string, unknown][]) {
    const here = [...path, key];
    if (typeof message === 'string') yield [here.join('.'), message];
    else if (typeof message === 'function') yield [here.join('.'), say(message as Sentence, count)];
    else yield* messagesOf(message as object, count, here);
  }
}

type Sentence = (...args: unknown[]) => string;

function say(sentence: Sentence, count: number): string {
  const others = ['‹b›', '‹c›', '‹d›'];
  try {
    return sentence(named(count), ...others);
  } catch {
    return sentence('‹a›', ...others); // one that takes its arguments by position, and does something with the first
  }
}

/** Whatever is asked for by name is its name, and the whole is the first of several arguments. */
function named(count: number): unknown {
  const get = (_: object, name: string | symbol) =>
    name === Symbol.toPrimitive ? () => '‹a›' : name === 'count' ? count : `‹${String(name)}›`;
  return new Proxy({}, { get });
}
