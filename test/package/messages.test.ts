/**
 * Every sentence is shown somewhere: one that is not costs each translator, and misleads the next reader.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { en } from '../../src/elements/messages/en.js';
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
