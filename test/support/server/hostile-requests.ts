/**
 * Requests that no page would send, to every address of the protocol.
 *
 * @module
 */

import { readFileSync } from 'node:fs';

import type { Dice } from '../hostile-tokens.js';
import { origin, reason } from './site.js';

/** What a stranger may have got hold of. */
export interface Loot {
  readonly cookies: readonly string[];
  readonly tokens: readonly string[];
  readonly tickets: readonly string[];
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
}

/** Every call that the protocol's document names, so that a new one is tried without anybody thinking of it. */
const calls = [
  ...readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8').matchAll(
    /`(GET|POST) (\/[^`?\s]*)/g,
  ),
].map(([, method = '', path = '']) => ({ method, path }));

const instants = [
  '0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59-23:59',
  '9999-12-31T23:59:59.999999999Z', '2026-02-30T00:00:00Z', '2026-03-01T09:00:00.000Z', '2026-03-01T24:00:00Z', '2026-03-01T09:00:60Z',
  '2026-03-01 09:00:00+23:59', '-000001-01-01T00:00:00Z', '+275760-09-13T00:00:00.000Z', '2026-03-01',
]; // prettier-ignore

const texts = [
  '', ' ', '0', '-1', '1', '201', '1e9', '1.5', 'abc', 'null', '%', '_', "'", '\\', '"', '(a+)+$', '\0', 'a\0b', '\ud800',
  '\u2028', '\u202e', '\ufeff', '\u200b'.repeat(20), '\u0000\u0001', '\ud83d\ude00'.repeat(100), 'x'.repeat(201), 'x'.repeat(10_000),
  '__proto__', 'constructor', '<script>', "'; drop table impersonation_kit.audit_events; --", '../..', '..%2f', '%00', '%ff', '%',
  'read-only', 'full', 'active', 'pending', 'ended', 'idle', '-createdAt', 'createdAt', 'actor', '-subject', 'csv', 'ndjson', 'day',
  ...instants, reason, `${reason}\n${reason}`, `${reason}\0\u0007`,
]; // prettier-ignore

const values: readonly unknown[] = [
  null, true, false, 0, -0, -1, 1, 900, 901, 3600, 1e9, 1e308, 0.1, [], {}, [[]], { length: 1 }, { toString: null }, ['a'], ...texts,
]; // prettier-ignore

const names = [
  'userId',
  'reason',
  'category',
  'caseNumber',
  'durationSeconds',
  'mode',
  'ticket',
  '__proto__',
  'constructor',
  'sub',
];
const parameters = ['query', 'limit', 'cursor', 'actor', 'subject', 'text', 'status', 'endCause', 'from', 'to', 'sort', 'format', 'bucket', 'timeZone', 'access_token', 'a[__proto__][x]', '__proto__']; // prettier-ignore

/** Now and then. */
const odd = (dice: Dice) => dice.below(12) === 0;

export function hostileRequest(dice: Dice, loot: Loot): Request {
  const call = dice.pick(calls);
  const method = odd(dice) ? dice.pick(['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'x', 'POST', 'GET']) : call.method;
  const id = () => encodeURIComponent((dice.below(2) ? dice.pick(loot.ids) : dice.pick(texts)).replace(/\p{Cs}/gu, '\ufffd'));
  let path = call.path.replaceAll(/\{\w+\}/g, () => (odd(dice) ? dice.pick(['%00', '%ff', '%', '..', '%2e%2e', '%C0%80', ';a=b']) : id()));
  if (odd(dice)) path = dice.pick([`${path}/`, `/${path}`, path.toUpperCase(), `${path}/x`, `${path}%2f`, `${path};x`, `/.${path}`]);
  const url = new URL(`${origin}/`);
  url.pathname = path;
  for (let count = dice.below(4); count > 0; count--) {
    const name = dice.pick(parameters);
    url.searchParams.append(name, parameter(name, dice, loot));
  }
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(dice, loot);
  return new Request(url, { method, headers: headersOf(dice, loot), body });
} // prettier-ignore

function parameter(name: string, dice: Dice, { cursors }: Loot): string {
  if (odd(dice)) return dice.pick(texts);
  if (name === 'cursor' && cursors.length)
    return dice.below(2) ? dice.pick(cursors) : forged(dice, dice.pick(cursors));
  return dice.pick(name === 'from' || name === 'to' ? instants : texts);
}

/** A page marker can be read, and written again with another place in it. */
function forged(dice: Dice, cursor: string): string {
  try {
    const marker = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    marker[1 + dice.below(2)] = dice.pick([
      ...instants,
      dice.pick(texts),
      '9'.repeat(18),
      '9'.repeat(19),
      7,
      null,
    ]);
    return Buffer.from(JSON.stringify(marker)).toString('base64url');
  } catch {
    return `${cursor}x`;
  }
}

function headersOf(dice: Dice, loot: Loot): Headers {
  const headers = new Headers();
  const set = (name: string, usual: string, others: readonly string[]) => {
    if (odd(dice)) {
      if (dice.below(2)) headers.set(name, dice.pick(others));
    } else headers.set(name, usual);
  };
  set('origin', origin, ['null', 'https://evil.example', `${origin}:443`, '*', '']);
  set('content-type', 'application/json', ['text/plain', 'application/json; charset=utf-7', 'a/b', '', 'multipart/form-data']);
  set('sec-fetch-site', 'same-origin', ['cross-site', 'none', '']);
  const who = dice.below(3);
  if (who < 2 || odd(dice)) headers.set('cookie', `user=${dice.pick([...loot.cookies, 'x', '', '"'])}`);
  if (who === 2 || odd(dice)) {
    const token = dice.pick([...loot.tokens, 'a.b.c', '', 'x'.repeat(9000), '..']);
    headers.set('authorization', `${dice.pick(['Bearer ', 'bearer ', 'DPoP ', 'Basic ', ''])}${token}`);
  }
  if (odd(dice)) headers.set(dice.pick(['content-length', 'idempotency-key', 'last-event-id', 'dpop', 'upgrade', 'x-http-method-override', 'accept', 'range', 'expect', 'if-none-match']), dice.pick(['-1', '0', '99999999', 'abc', '1e30', 'DELETE', 'websocket', 'a.b.c', '*']));
  return headers;
} // prettier-ignore

function bodyOf(dice: Dice, loot: Loot): string | Uint8Array<ArrayBuffer> {
  const usual: Record<string, unknown> = {
    userId: dice.pick(loot.cookies),
    reason,
    durationSeconds: 900,
    mode: dice.pick(['read-only', 'full']),
    ticket: dice.pick([...loot.tickets, 'x'.repeat(43)]),
  };
  for (let count = dice.below(4); count > 0; count--) usual[dice.pick(names)] = dice.pick(values);
  const text = JSON.stringify(usual);
  if (dice.below(3)) return text;
  const deep = 1 + dice.below(30_000);
  return dice.pick<() => string | Uint8Array<ArrayBuffer>>([
    () => '',
    () => dice.pick(['null', '[]', '0', '""', 'true', '{', '{}x', '\ufeff{}', 'NaN', '{"a":1,}']),
    () => '['.repeat(deep) + ']'.repeat(deep),
    () => `{"a":`.repeat(deep % 10_000) + '1' + '}'.repeat(deep % 10_000),
    () => `{"reason":${'['.repeat(deep)}${']'.repeat(deep)}}`,
    () => text.replace('{', '{"userId":"a","userId":"b","reason":1,'),
    () => text.replace('{', '{"__proto__":{"userId":"eve"},"constructor":{"prototype":{"x":1}},'),
    () => text.replaceAll('a', String.raw`\ud800`),
    () => text.replaceAll('e', String.raw`\u0000`),
    () => text.replace(/900/, dice.pick(['1e999', '9e2', '900.0', '-0', '0900', '9'.repeat(400)])),
    () => text + ' '.repeat(70_000),
    () => `{"reason":"${'x'.repeat(dice.below(66_000))}"}`,
    () => Uint8Array.from({ length: 1 + dice.below(200) }, () => dice.below(256)),
    () => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xc0, 0x80, 0xff])]),
  ])();
}
